"""Where rows that look alike stood in their statement, so that the same file brings each back as the one it was."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.statement import StatementRow
from app.store.connection import Connection
from app.store.ids import id_list, text_list
from app.store.occurrences import WERE_PENDING
from app.store.row_decisions import ADDED, DELETED
from app.store.row_identity import row_hash

RowKey = tuple[str, int]
"""The hash of a row, and its occurrence on its account."""

_PLACE = "place "
_SAME = "{0}.account_id = edit.account_id AND {0}.row_hash = edit.row_hash AND {0}.occurrence = edit.occurrence"
_PLACED = (
    "SELECT row_hash, occurrence, CAST(value AS INTEGER),"  # noqa: S608
    f" (SELECT said.value FROM edit AS said WHERE {_SAME.format('said')} AND said.field = ?),"
    f" EXISTS (SELECT 1 FROM deleted_row WHERE {_SAME.format('deleted_row')})"
    " FROM edit WHERE account_id = ? AND field = ?"
    f" AND NOT EXISTS (SELECT 1 FROM entry WHERE {_SAME.format('entry')})"
    f" AND NOT EXISTS (SELECT 1 FROM {WERE_PENDING} AS before WHERE {_SAME.format('before')})"
    " ORDER BY 3, 4 IS '' DESC, 5 DESC, 2"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedRow:
    """A row of a statement that is not in the books now, neither as it came nor as a booked one."""

    position: int
    """0-based within its statement."""
    key: RowKey
    added: bool
    """The owner took it in although it looked like one that was there, or that was kept out of the books."""
    kept_out: bool
    """Left out, or deleted on purpose, and not taken in since."""


def keys_alike(
    connection: Connection, account_id: int, *, ids: Iterable[int], hashes: Iterable[str]
) -> dict[int, RowKey]:
    """The keys of all transactions of an account that look like these ids, or have one of these hashes; by id."""
    rows = connection.execute(
        "SELECT id, row_hash, occurrence FROM entry WHERE account_id = ? AND row_hash IN (SELECT value FROM"
        " json_each(?) UNION SELECT row_hash FROM entry WHERE id IN (SELECT value FROM json_each(?)))",
        (account_id, text_list(hashes), id_list(ids)),
    )
    return {int(number): (str(digest), int(occurrence)) for number, digest, occurrence in rows}


def remember_places(
    connection: Connection,
    account_id: int,
    *,
    places: Mapping[int, RowKey],
    statement: Sequence[StatementRow],
    batch: int,
) -> None:
    """Remember which transactions of a batch (its row number) the rows at these positions of a statement are."""
    if not places:
        return
    field = _field(statement)
    connection.executemany(
        "INSERT OR REPLACE INTO edit (account_id, row_hash, occurrence, field, value, edited_at)"
        " SELECT ?, ?, ?, ?, ?, committed_at FROM batch WHERE id = ?",
        [(account_id, *key, field, str(position), batch) for position, key in places.items()],
    )


def placed_rows(connection: Connection, account_id: int, *, statement: Sequence[StatementRow]) -> tuple[PlacedRow, ...]:
    """What is remembered of a statement with these rows; the owner's word goes first where a position has several."""
    found: dict[int, PlacedRow] = {}
    for digest, occurrence, position, added, deleted in connection.execute(
        _PLACED, (ADDED, account_id, _field(statement))
    ):
        if position < len(statement) and row_hash(statement[position]) == digest:
            kept_out = added == DELETED or (added is None and bool(deleted))
            placed = PlacedRow(position=position, key=(digest, occurrence), added=added is not None, kept_out=kept_out)
            found.setdefault(position, placed)
    return tuple(found.values())


def _field(statement: Sequence[StatementRow]) -> str:
    """Tells one statement from another: how many rows, their sum, their days. Rows are held against their hashes."""
    days = [row.booked_on for row in statement]
    span = f"{min(days)}/{max(days)}" if days else ""
    return f"{_PLACE}{len(statement)}/{sum(row.amount for row in statement)}/{span}"
