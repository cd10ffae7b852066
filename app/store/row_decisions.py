"""What the owner said of statement rows in a review, remembered for when the same rows come again."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence

from app.domain.statement import StatementRow
from app.store.connection import Connection
from app.store.ids import id_list
from app.store.occurrences import Occurrences
from app.store.row_identity import row_hash
from app.store.statement_row_json import row_to_list

ADDED = "added"
"""The field of an edit that says: this is a transaction of its own, whatever it looks like."""


def remember_left_out(connection: Connection, account_id: int, *, rows: Sequence[StatementRow], batch: int) -> None:
    """Remember rows that the owner left out of a batch (its row number): they are left out again, until taken in."""
    occurrences = Occurrences(connection)
    keys = [(account_id, row_hash(row)) for row in rows]
    occurrences.look_up(keys)
    connection.executemany(
        "INSERT OR REPLACE INTO deleted_row (account_id, row_hash, occurrence, deleted_at, format, json, left_out)"
        " SELECT ?, ?, ?, committed_at, format, ?, 1 FROM batch WHERE id = ?",
        [
            (*key, occurrences.take(key, revive=False), json.dumps(row_to_list(row), ensure_ascii=False), batch)
            for key, row in zip(keys, rows, strict=True)
        ],
    )


def remember_added(connection: Connection, ids: Iterable[int], *, batch: int) -> None:
    """Remember transactions of a batch that the owner added although they looked like ones that were there."""
    connection.execute(
        "INSERT OR REPLACE INTO edit (account_id, row_hash, occurrence, field, value, edited_at)"
        " SELECT account_id, row_hash, occurrence, ?, '', committed_at FROM entry JOIN batch ON batch.id = ?"
        " WHERE entry.id IN (SELECT value FROM json_each(?))",
        (ADDED, batch, id_list(ids)),
    )


def added_rows(connection: Connection, account_id: int) -> Counter[str]:
    """How often each row, by its hash, was added so and is not in the books now."""
    rows = connection.execute(
        "SELECT row_hash, count(*) FROM edit WHERE account_id = ? AND field = ? AND NOT EXISTS"
        " (SELECT 1 FROM entry WHERE entry.account_id = edit.account_id AND entry.row_hash = edit.row_hash"
        " AND entry.occurrence = edit.occurrence) GROUP BY row_hash",
        (account_id, ADDED),
    )
    return Counter({str(digest): int(count) for digest, count in rows})
