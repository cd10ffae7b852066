"""The owner's corrections: made on the transactions, and remembered by statement row, so that they outlive an undo."""

import json
from collections.abc import Iterable, Sequence

from app.domain.transaction import TransactionKind
from app.store.as_it_was import keep
from app.store.committed import committed_by_ids
from app.store.connection import Connection
from app.store.ids import id_list
from app.store.payees import payee_ids
from app.store.row_decisions import added_are_deleted
from app.store.search_text import refresh_search
from app.store.statement_row_json import row_to_list

_AMONG = "id IN (SELECT value FROM json_each(?))"
CORRECTED = "field IN ('payee', 'category', 'kind')"
"""Edits that correct a transaction; the others say what became of a statement row, and stay with that row."""


def set_category(connection: Connection, ids: Sequence[int], *, category: str, at: str) -> None:
    """Put the transactions into a category; empty means none."""
    _edit(connection, ids, field="category", value=category, at=at)


def set_kind(connection: Connection, ids: Sequence[int], *, kind: TransactionKind, at: str) -> None:
    """Say what the transactions mean to the owner's money."""
    _edit(connection, ids, field="kind", value=kind.value, at=at)


def set_payee(connection: Connection, ids: Sequence[int], *, name: str, at: str) -> None:
    """Give the transactions another payee; empty means none."""
    _edit(connection, ids, field="payee", value=name, at=at)


def delete_transactions(connection: Connection, ids: Sequence[int], *, at: str) -> None:
    """Delete transactions on purpose: a later import will not bring them back unasked."""
    added_are_deleted(connection, ids)
    connection.executemany(
        "INSERT OR REPLACE INTO deleted_row (account_id, row_hash, occurrence, deleted_at, format, json)"
        " SELECT account_id, row_hash, occurrence, ?, ?, ? FROM entry WHERE id = ?",
        [
            (at, found.format, json.dumps(row_to_list(found.row), ensure_ascii=False), found.id)
            for found in committed_by_ids(connection, ids)
        ],
    )
    connection.execute(
        "UPDATE entry SET paired_with = NULL WHERE paired_with IN (SELECT value FROM json_each(?))", (id_list(ids),)
    )
    connection.execute(f"DELETE FROM entry WHERE {_AMONG}", (id_list(ids),))  # noqa: S608


def pair_transactions(connection: Connection, pairs: Iterable[tuple[int, int]]) -> None:
    """Say that two transactions are the halves of one own transfer."""
    connection.executemany(
        "UPDATE entry SET paired_with = ? WHERE id = ?",
        [half for one, other in pairs for half in ((other, one), (one, other))],
    )


def reapply_edits(connection: Connection, ids: range) -> None:
    """Make the remembered corrections again on these transactions; the searchable text follows."""
    rows = connection.execute(
        "SELECT entry.id, edit.field, edit.value"  # noqa: S608
        " FROM entry CROSS JOIN edit USING (account_id, row_hash, occurrence)"
        f" WHERE entry.id BETWEEN ? AND ? AND {CORRECTED}"
        " AND EXISTS (SELECT 1 FROM edit)",  # without any, which is seen first, no row need be gone through
        (ids.start, ids.stop - 1),
    ).fetchall()
    for number, field, value in rows:
        _apply(connection, (number,), field=field, value=value)
    refresh_search(connection, {int(number) for number, *_ in rows})


def _edit(connection: Connection, ids: Sequence[int], *, field: str, value: str, at: str) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO edit (account_id, row_hash, occurrence, field, value, edited_at)"
        " SELECT account_id, row_hash, occurrence, ?, ?, ? FROM entry"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (field, value, at, id_list(ids)),
    )
    _apply(connection, ids, field=field, value=value)
    refresh_search(connection, ids)


def _apply(connection: Connection, ids: Sequence[int], *, field: str, value: str) -> None:
    if field in {"payee", "category"}:
        keep(connection, ids)
    if field == "payee":
        number = payee_ids(connection, (value,)).get(value)
        connection.execute(f"UPDATE entry SET payee_id = ? WHERE {_AMONG}", (number, id_list(ids)))  # noqa: S608
        return
    column = {"category": "category", "kind": "kind"}[field]
    connection.execute(f"UPDATE entry SET {column} = ? WHERE {_AMONG}", (value, id_list(ids)))  # noqa: S608
