"""Payee and category as the rules first gave them, kept by statement row wherever something else takes their place.

Rules that the owner taught by a correction apply to what is imported later, and leave older rows alone. A row that
loses its pair, or is taken back and imported again, is older than the rule: it is given back what it had.
"""

from collections.abc import Iterable

from app.store.connection import Connection
from app.store.ids import id_list
from app.store.search_text import refresh_search

_KEEP = (
    "INSERT OR IGNORE INTO as_judged (account_id, row_hash, occurrence, payee_id, category)"
    " SELECT account_id, row_hash, occurrence, payee_id, category FROM entry WHERE "
)
_SAME_ROW = (
    "{table}.account_id = entry.account_id AND {table}.row_hash = entry.row_hash"
    " AND {table}.occurrence = entry.occurrence"
)
_KEPT, _EDITED = _SAME_ROW.format(table="as_judged"), _SAME_ROW.format(table="edit")
_COLUMNS = {"payee": "payee_id", "category": "category"}
"""Fields of an edit and where they stand in a transaction."""


def keep(connection: Connection, ids: Iterable[int]) -> None:
    """Keep what the rules gave these transactions, before it is changed; what is kept already stays."""
    connection.execute(_KEEP + "id IN (SELECT value FROM json_each(?))", (id_list(ids),))  # noqa: S608


def keep_batch(connection: Connection, batch: int) -> None:
    """Keep it of a whole batch (its row number), before it is taken back."""
    connection.execute(_KEEP + "batch_id = ?", (batch,))


def give_back(connection: Connection, batch: int) -> tuple[int, ...]:
    """Give the rows of a batch what is kept of them, except where the owner has said otherwise.

    Returns the transactions whose kind no longer follows from how they were described: those, and with them all money
    in of the batch, which is a refund or not by where money was spent.
    """
    if not connection.execute("SELECT EXISTS (SELECT 1 FROM as_judged)").fetchall()[0][0]:
        return ()
    given: set[int] = set()
    for field, column in _COLUMNS.items():
        rows = connection.execute(
            f"UPDATE entry SET {column} = as_judged.{column} FROM as_judged WHERE entry.batch_id = ? AND {_KEPT}"  # noqa: S608
            f" AND as_judged.{column} IS NOT entry.{column}"
            f" AND NOT EXISTS (SELECT 1 FROM edit WHERE {_EDITED} AND edit.field = ?) RETURNING id",
            (batch, field),
        )
        given.update(int(row[0]) for row in rows.fetchall())
    refresh_search(connection, given)
    edited = connection.execute(
        f"SELECT DISTINCT entry.id FROM entry JOIN edit ON {_EDITED} WHERE batch_id = ?"  # noqa: S608
        " AND edit.field IN ('payee', 'category')",
        (batch,),
    )
    given.update(int(row[0]) for row in edited)
    if given:
        money_in = connection.execute("SELECT id FROM entry WHERE batch_id = ? AND amount > 0", (batch,))
        given.update(int(row[0]) for row in money_in)
    return tuple(sorted(given))


def own_categories(connection: Connection, ids: Iterable[int]) -> dict[int, tuple[str, bool]]:
    """The category that the rules gave each transaction, and whether it was kept apart from what stands there now."""
    rows = connection.execute(
        "SELECT entry.id, coalesce(as_judged.category, entry.category), as_judged.category IS NOT NULL"  # noqa: S608
        f" FROM entry LEFT JOIN as_judged ON {_KEPT} WHERE entry.id IN (SELECT value FROM json_each(?))",
        (id_list(ids),),
    )
    return {int(number): (str(category), bool(kept)) for number, category, kept in rows}
