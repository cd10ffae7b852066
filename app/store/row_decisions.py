"""What the owner said of statement rows in a review, remembered for when the same rows come again."""

import json
from collections.abc import Iterable, Sequence

from app.domain.statement import StatementRow
from app.store.connection import Connection
from app.store.ids import id_list
from app.store.occurrences import WERE_PENDING, Occurrences
from app.store.row_identity import Days, row_hashes
from app.store.statement_row_json import row_to_list

ADDED = "added"
"""The field of an edit that says: this is a transaction of its own, whatever it looks like."""
DELETED = "deleted"
"""The value of that edit once the owner has deleted the transaction on purpose; empty until then."""

SETTLED = "settled"
"""The field of an edit of a booked row that says which pending one it settled: its occurrence, and its hash."""


def remember_left_out(
    connection: Connection, account_id: int, *, rows: Sequence[StatementRow], batch: int
) -> tuple[tuple[str, int], ...]:
    """Remember rows that the owner left out of a batch (its row number): they are left out again, until taken in.

    Returns the hash of each and its number among identical rows.
    """
    occurrences = Occurrences(connection)
    digests = row_hashes(rows, Days())
    occurrences.look_up([(account_id, digest) for digest in digests])
    keys = tuple((digest, occurrences.take((account_id, digest), revive=False)) for digest in digests)
    connection.executemany(
        "INSERT OR REPLACE INTO deleted_row (account_id, row_hash, occurrence, deleted_at, format, json, left_out)"
        " SELECT ?, ?, ?, committed_at, format, ?, 1 FROM batch WHERE id = ?",
        [
            (account_id, *key, json.dumps(row_to_list(row), ensure_ascii=False), batch)
            for key, row in zip(keys, rows, strict=True)
        ],
    )
    return keys


def remember_added(connection: Connection, ids: Iterable[int], *, batch: int) -> None:
    """Remember transactions of a batch that the owner added although they looked like ones that were there."""
    connection.execute(
        "INSERT OR REPLACE INTO edit (account_id, row_hash, occurrence, field, value, edited_at)"
        " SELECT account_id, row_hash, occurrence, ?, '', committed_at FROM entry JOIN batch ON batch.id = ?"
        " WHERE entry.id IN (SELECT value FROM json_each(?))",
        (ADDED, batch, id_list(ids)),
    )


def added_are_deleted(connection: Connection, ids: Iterable[int]) -> None:
    """Transactions that were added so are being deleted on purpose: as such, or as what a pending one has become.

    What had been deleted before is deleted again, and no more; the others stay ones that the matching took for others.
    """
    among, listed = "IN (SELECT value FROM json_each(?))", id_list(ids)
    keys = (
        f"(account_id, row_hash, occurrence) IN (SELECT account_id, row_hash, occurrence FROM entry WHERE id {among}"  # noqa: S608
        f" UNION ALL SELECT account_id, row_hash, occurrence FROM {WERE_PENDING} WHERE entry_id {among})"
    )
    before = "(account_id, row_hash, occurrence) IN (SELECT account_id, row_hash, occurrence FROM deleted_row)"
    connection.execute(f"DELETE FROM edit WHERE field = ? AND {keys} AND {before}", (ADDED, listed, listed))  # noqa: S608
    connection.execute(f"UPDATE edit SET value = ? WHERE field = ? AND {keys}", (DELETED, ADDED, listed, listed))  # noqa: S608
