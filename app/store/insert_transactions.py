"""Writing transactions: many at once, each with its occurrence, its searchable text, and the owner's earlier edits."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from app.store.connection import Connection
from app.store.edits import CORRECTED, reapply_edits
from app.store.new_transactions import WRITTEN, NewTransactions, columns_of, places_of
from app.store.occurrences import Occurrences
from app.store.payees import payee_names
from app.store.row_decisions import SETTLED
from app.store.row_identity import Days, folded_texts, row_hashes
from app.store.search_text import refresh_search

_KEPT = (
    "account_id, batch_id, made_on, booked_on, value_on, amount, currency, original_amount, original_currency,"
    " payee_id, printed_payee, memo, category, kind, bank_reference, bank_category, row_type, pending,"
    " running_balance, line, row_hash, occurrence"
)
_SETTLE = f"UPDATE entry SET ({', '.join(WRITTEN)}) = ({places_of(WRITTEN)}) WHERE id = ?"  # noqa: S608


def insert_transactions(
    connection: Connection, batch: int, *, parts: Iterable[NewTransactions], occurrences: Occurrences | None = None
) -> range:
    """Write the transactions of a batch (its row number), a part at a time, none empty; returns their ids, in order.

    `occurrences` tells the caller which rows were not the first of their kind.
    """
    first = last = _next_id(connection)
    occurrences = occurrences or Occurrences(connection)
    accounts: set[int] = set()
    for part in parts:
        accounts.add(part.account_id)
        _insert(connection, batch, part=part, first=last, occurrences=occurrences)
        last += len(part.rows)
    connection.executemany("UPDATE account SET retired = 0 WHERE id = ?", ((number,) for number in accounts))
    reapply_edits(connection, range(first, last))
    return range(first, last)


def _insert(connection: Connection, batch: int, *, part: NewTransactions, first: int, occurrences: Occurrences) -> None:
    count, days = len(part.rows), Days()
    digests = row_hashes(part.rows, days)
    revive, wanted = part.revive or [False] * count, part.occurrences or [None] * count
    numbers = occurrences.numbers([(part.account_id, digest) for digest in digests], revive=revive, wanted=wanted)
    columns = columns_of(part, days)
    # A column of nothing but empty texts is left to its default, which is an empty text or none.
    filled = {name: column for name, column in columns.items() if column[0] != "" or column.count("") < count}
    given = {
        **filled, "row_hash": digests, "occurrence": numbers, "account_id": [part.account_id] * count,
        "batch_id": [batch] * count,
    }  # fmt: skip
    ids = range(first, first + count)
    connection.executemany(
        f"INSERT INTO entry (id, {', '.join(given)}) VALUES (?, {places_of(given)})",  # noqa: S608
        zip(ids, *given.values(), strict=True),
    )
    names = payee_names(connection, {number for number in part.payee_ids if number is not None})
    folded = folded_texts(
        ["" if number is None else names.get(number, "") for number in part.payee_ids],
        [row.printed_payee for row in part.rows],
        [row.memo for row in part.rows],
        part.categories,
        [row.bank_reference for row in part.rows],
        amounts=[row.amount for row in part.rows],
        currencies=[part.currency] * count,
    )
    connection.executemany("INSERT INTO entry_search (id, folded) VALUES (?, ?)", zip(ids, folded, strict=True))


def settle(connection: Connection, batch: int, *, entry_id: int, booked: NewTransactions) -> None:
    """Turn a pending transaction into the booked one of this batch; the old version is kept for the undo."""
    names = _KEPT.split(", ")
    old = connection.execute(f"SELECT {_KEPT} FROM entry WHERE id = ?", (entry_id,)).fetchall()[0]  # noqa: S608
    connection.execute(
        "INSERT OR IGNORE INTO superseded (batch_id, entry_id, json) VALUES (?, ?, ?)",
        (batch, entry_id, json.dumps(dict(zip(names, old, strict=True)), ensure_ascii=False)),
    )
    (digest,) = row_hashes(booked.rows, Days())
    key = (booked.account_id, digest)
    (occurrence,) = Occurrences(connection).numbers([key], revive=[False], wanted=booked.occurrences or [None])
    columns = {**columns_of(booked, Days()), "row_hash": [digest], "occurrence": [occurrence], "batch_id": [batch]}
    connection.execute(_SETTLE, (*(columns[name][0] for name in WRITTEN), entry_id))
    pending = (old[names.index("row_hash")], old[names.index("occurrence")])
    connection.execute(
        "INSERT OR REPLACE INTO edit (account_id, row_hash, occurrence, field, value, edited_at)"
        " SELECT ?, ?, ?, ?, ?, committed_at FROM batch WHERE id = ?",
        (*key, occurrence, SETTLED, f"{pending[1]} {pending[0]}", batch),
    )
    # The owner's edits of the pending row go on to the booked one.
    connection.execute(
        "INSERT OR IGNORE INTO edit (account_id, row_hash, occurrence, field, value, edited_at)"  # noqa: S608
        " SELECT account_id, ?, ?, field, value, edited_at FROM edit"
        f" WHERE account_id = ? AND row_hash = ? AND occurrence = ? AND {CORRECTED}",
        (digest, occurrence, booked.account_id, *pending),
    )
    reapply_edits(connection, range(entry_id, entry_id + 1))
    refresh_search(connection, (entry_id,))


def settled_by(connection: Connection, batch: int) -> tuple[int, ...]:
    """The transactions that were pending until this batch (its row number) settled them."""
    rows = connection.execute("SELECT entry_id FROM superseded WHERE batch_id = ?", (batch,))
    return tuple(int(row[0]) for row in rows)


def restore_superseded(connection: Connection, batch: int) -> None:
    """Put the pending versions back that this batch had settled, where an import still has them."""
    rows = connection.execute(
        "SELECT entry_id, json FROM superseded WHERE batch_id = ? AND json ->> 'batch_id' IS NOT NULL", (batch,)
    ).fetchall()
    columns = _KEPT.split(", ")
    sql = f"UPDATE entry SET ({_KEPT}) = ({', '.join('?' * len(columns))}) WHERE id = ?"  # noqa: S608
    restored = []
    for entry_id, text in rows:
        old: Mapping[str, Any] = json.loads(text)
        connection.execute(sql, (*(old[column] for column in columns), entry_id))
        restored.append(int(entry_id))
    connection.execute("DELETE FROM superseded WHERE batch_id = ?", (batch,))
    refresh_search(connection, restored)


def _next_id(connection: Connection) -> int:
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'entry'").fetchone()
    return 1 if row is None else int(row[0]) + 1
