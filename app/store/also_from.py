"""Transactions that more than one import has a row for: when the import that brought one is taken back, it stays."""

from collections.abc import Iterable

from app.store.connection import Connection
from app.store.ids import id_list

_FIRST = (
    "(SELECT batch_id FROM also_from WHERE also_from.entry_id = entry.id"
    " AND (also_from.pending = entry.pending OR NOT EXISTS (SELECT 1 FROM superseded"
    " WHERE superseded.entry_id = entry.id AND json_extract(json, '$.batch_id') IS NOT NULL))"
    " ORDER BY also_from.pending <> entry.pending, batch_id LIMIT 1)"
)
"""The oldest other import with a row for it; one that still had it pending only where no pending version would stay."""
_FIRST_PENDING = (
    "(SELECT min(batch_id) FROM also_from WHERE also_from.entry_id = superseded.entry_id AND also_from.pending = 1)"
)


def remember_answers(connection: Connection, batch: int, *, booked: Iterable[int], pending: Iterable[int]) -> None:
    """Remember which transactions (ids) answer for rows of a batch (its row number) that were booked, or pending.

    A pending version that was nobody's is this batch's from now on.
    """
    listed = set(pending)
    adopted = connection.execute(
        "UPDATE superseded SET json = json_set(json, '$.batch_id', ?) WHERE json ->> 'batch_id' IS NULL"
        " AND entry_id IN (SELECT value FROM json_each(?)) RETURNING entry_id",
        (batch, id_list(listed)),
    ).fetchall()
    for ids, flag in ((booked, 0), (listed.difference(number for (number,) in adopted), 1)):
        connection.execute(
            "INSERT OR IGNORE INTO also_from (entry_id, batch_id, pending) SELECT id, ?, ? FROM entry"
            " WHERE id IN (SELECT value FROM json_each(?)) AND batch_id IS NOT ?",
            (batch, flag, id_list(ids), batch),
        )


def hand_over(connection: Connection, batch: int) -> None:
    """Give what a batch (its row number) has brought to the oldest other import that has a row for it, where one has.

    A pending version that nobody else has seen is nobody's from then on: it keeps its number, and tells its row when
    that comes again, but an undo does not bring it back.
    """
    pending = connection.execute(
        f"UPDATE superseded SET json = json_set(json, '$.batch_id', {_FIRST_PENDING})"  # noqa: S608
        " WHERE json_extract(json, '$.batch_id') = ? RETURNING entry_id, json_extract(json, '$.batch_id')",
        (batch,),
    ).fetchall()
    connection.executemany("DELETE FROM also_from WHERE entry_id = ? AND batch_id = ? AND pending = 1", pending)
    given = connection.execute(
        f"UPDATE entry SET batch_id = {_FIRST} WHERE batch_id = ? AND {_FIRST} IS NOT NULL RETURNING id, batch_id",  # noqa: S608
        (batch,),
    ).fetchall()
    connection.executemany("DELETE FROM also_from WHERE entry_id = ? AND batch_id = ?", given)
    connection.executemany(
        "UPDATE superseded SET batch_id = ? WHERE entry_id = ?", [(owner, number) for number, owner in given]
    )
    connection.execute("DELETE FROM also_from WHERE batch_id = ?", (batch,))
