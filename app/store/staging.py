"""The table of staged batches."""

from dataclasses import replace

from app.domain.errors import StaleBatchError
from app.domain.staged import StagedBatch
from app.store.connection import Connection
from app.store.ids import number_of, staged_id
from app.store.staged_json import batch_from_json, batch_to_json


def add_staged(connection: Connection, batch: StagedBatch, *, at: str) -> StagedBatch:
    """Keep a batch for review; returns it with the id it got."""
    made = connection.execute(
        "INSERT INTO staged (file, created_at, status, json) VALUES (?, ?, ?, ?) RETURNING id",
        (batch.file, at, batch.status.value, batch_to_json(batch)),
    ).fetchall()
    return replace(batch, id=staged_id(int(made[0][0])))


def staged_batch(connection: Connection, name: str) -> StagedBatch:
    """One staged batch; raises StaleBatchError where it is no longer open."""
    row = connection.execute("SELECT json FROM staged WHERE id = ?", (number_of(name),)).fetchone()
    if row is None:
        raise StaleBatchError(name)
    return batch_from_json(staged_id(number_of(name)), row[0])


def staged_batches(connection: Connection) -> tuple[StagedBatch, ...]:
    """All that wait for review, oldest first."""
    rows = connection.execute("SELECT id, json FROM staged ORDER BY id")
    return tuple(batch_from_json(staged_id(int(number)), text) for number, text in rows)


def replace_staged(connection: Connection, batch: StagedBatch) -> None:
    """Write a changed batch back; raises StaleBatchError where it is no longer open."""
    changed = connection.execute(
        "UPDATE staged SET status = ?, json = ? WHERE id = ?",
        (batch.status.value, batch_to_json(batch), number_of(batch.id)),
    )
    if changed.rowcount != 1:
        raise StaleBatchError(batch.id)


def remove_staged(connection: Connection, name: str) -> None:
    """Take a batch out of review; raises StaleBatchError where it is no longer open."""
    if connection.execute("DELETE FROM staged WHERE id = ?", (number_of(name),)).rowcount != 1:
        raise StaleBatchError(name)
