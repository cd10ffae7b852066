"""The tables of staged batches: the batch, and its rows in parts."""

from dataclasses import replace

from app.base.tasks import CancelToken
from app.domain.errors import StaleBatchError
from app.domain.staged import StagedBatch
from app.store.connection import Connection, Row
from app.store.ids import number_of, staged_id
from app.store.staged_json import batch_from_json, batch_to_json
from app.store.staged_rows import add_rows, revise_verdicts, staged_transactions

_SELECT = "SELECT id, json, json_array_length(json, '$.accounts') FROM staged"


def add_staged(
    connection: Connection, batch: StagedBatch, *, at: str, cancel: CancelToken | None = None
) -> StagedBatch:
    """Keep a batch for review; returns it with the id it got. Raises CancelledError."""
    made = connection.execute(
        "INSERT INTO staged (file, created_at, status, json) VALUES (?, ?, ?, ?) RETURNING id",
        (batch.file, at, batch.status.value, batch_to_json(batch)),
    ).fetchall()
    number = int(made[0][0])
    add_rows(connection, number, batch=batch, cancel=cancel)
    return replace(batch, id=staged_id(number))


def require_staged(connection: Connection, name: str) -> None:
    """Raise StaleBatchError where a batch is no longer open."""
    if connection.execute("SELECT 1 FROM staged WHERE id = ?", (number_of(name),)).fetchone() is None:
        raise StaleBatchError(name)


def staged_batch(connection: Connection, name: str) -> StagedBatch:
    """One staged batch; raises StaleBatchError where it is no longer open."""
    rows = connection.execute(f"{_SELECT} WHERE id = ?", (number_of(name),)).fetchall()
    if not rows:
        raise StaleBatchError(name)
    return _batch(connection, rows[0])


def staged_names(connection: Connection) -> tuple[str, ...]:
    """The ids of all that wait for review, oldest first."""
    return tuple(staged_id(int(row[0])) for row in connection.execute("SELECT id FROM staged ORDER BY id").fetchall())


def is_waiting(connection: Connection, file_digest: str) -> bool:
    """Whether a file of these very bytes waits for review."""
    row = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM staged WHERE json_extract(json, '$.file_digest') = ?)", (file_digest,)
    ).fetchone()
    return row is not None and bool(row[0])


def replace_staged(connection: Connection, batch: StagedBatch) -> None:
    """Write a batch that was read anew; raises StaleBatchError where it is no longer open."""
    _update(connection, batch)
    number = number_of(batch.id)
    connection.execute("DELETE FROM staged_rows WHERE staged_id = ?", (number,))
    add_rows(connection, number, batch=batch)


def revise_staged(connection: Connection, batch: StagedBatch) -> None:
    """Write a batch of which only verdicts and accounts have changed; raises StaleBatchError."""
    _update(connection, batch)
    revise_verdicts(connection, number_of(batch.id), batch=batch)


def remove_staged(connection: Connection, name: str) -> None:
    """Take a batch out of review; raises StaleBatchError where it is no longer open."""
    if connection.execute("DELETE FROM staged WHERE id = ?", (number_of(name),)).rowcount != 1:
        raise StaleBatchError(name)


def _update(connection: Connection, batch: StagedBatch) -> None:
    changed = connection.execute(
        "UPDATE staged SET status = ?, json = ? WHERE id = ?",
        (batch.status.value, batch_to_json(batch), number_of(batch.id)),
    )
    if changed.rowcount != 1:
        raise StaleBatchError(batch.id)


def _batch(connection: Connection, row: Row) -> StagedBatch:
    number, text, accounts = row
    transactions = staged_transactions(connection, number, accounts=accounts)
    return batch_from_json(staged_id(number), text, transactions=transactions)
