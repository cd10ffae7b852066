"""Committed transactions as the statement rows they came from, for matching a new statement with them."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.statement import StatementRow
from app.store.connection import Connection, Row
from app.store.ids import id_list
from app.store.occurrences import WERE_PENDING
from app.store.statement_row_json import row_from_list

_COLUMNS = (
    "entry.id, coalesce(batch.format, ''), row_hash, occurrence, line, booked_on, amount, made_on, value_on,"
    " printed_payee, memo, bank_reference, bank_category, row_type, running_balance, pending,"
    " original_amount, original_currency"
)
_SAME_ROW = (
    "now.account_id = deleted_row.account_id AND now.row_hash = deleted_row.row_hash"
    " AND now.occurrence = deleted_row.occurrence"
)
STILL_DELETED = (
    f"NOT EXISTS (SELECT 1 FROM entry AS now WHERE {_SAME_ROW})"  # noqa: S608
    f" AND NOT EXISTS (SELECT 1 FROM {WERE_PENDING} AS now WHERE {_SAME_ROW}"
    " AND EXISTS (SELECT 1 FROM entry WHERE entry.id = now.entry_id))"
)
"""Whether a deleted row was not taken in since: as it came, or as the booked one that it has become."""
_FROM = "FROM entry LEFT JOIN batch ON batch.id = entry.batch_id"


@dataclass(frozen=True, slots=True, kw_only=True)
class CommittedStatementRow:
    """A row that is in the vault. What was deleted on purpose is marked, and has a negative id."""

    id: int
    row: StatementRow
    format: str
    row_hash: str
    occurrence: int
    deleted: bool = False
    left_out: bool = False
    """Never added: the owner left it out of a review."""


def committed_rows(
    connection: Connection, account_id: int, *, first: date, last: date
) -> tuple[CommittedStatementRow, ...]:
    """The rows of an account booked from `first` to `last`, in the order of their files, and what was deleted there."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} {_FROM} WHERE entry.account_id = ? AND booked_on BETWEEN ? AND ?"
        " ORDER BY booked_on, entry.id",
        (account_id, first.isoformat(), last.isoformat()),
    )
    kept = tuple(_committed(row) for row in rows)
    deleted = connection.execute(
        "SELECT format, row_hash, occurrence, left_out, json FROM deleted_row WHERE account_id = ?"  # noqa: S608
        f" AND {STILL_DELETED}"
        " ORDER BY row_hash, occurrence",
        (account_id,),
    )
    gone = (
        CommittedStatementRow(
            id=-number,
            row=row_from_list(json.loads(text)),
            format=source,
            row_hash=digest,
            occurrence=occurrence,
            deleted=True,
            left_out=bool(left_out),
        )
        for number, (source, digest, occurrence, left_out, text) in enumerate(deleted, 1)
    )
    return (*kept, *(found for found in gone if first <= found.row.booked_on <= last))


def committed_by_ids(connection: Connection, ids: Iterable[int]) -> tuple[CommittedStatementRow, ...]:
    """The rows of these transactions."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} {_FROM} WHERE entry.id IN (SELECT value FROM json_each(?)) ORDER BY entry.id",  # noqa: S608
        (id_list(ids),),
    )
    return tuple(_committed(row) for row in rows)


def _committed(row: Row) -> CommittedStatementRow:
    number, source, digest, occurrence, *stored, pending, original, code = row
    original_amount = None if original is None else (original, code)
    return CommittedStatementRow(
        id=number,
        format=source,
        row_hash=digest,
        occurrence=occurrence,
        row=row_from_list([*stored, original_amount, pending]),
    )
