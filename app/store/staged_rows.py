"""The rows of staged batches, in parts of a few thousand: what a review changes is written without the rest."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from app.base.tasks import CancelToken
from app.domain.by_column import by_column
from app.domain.staged import StagedBatch, StagedTransaction, Verdict
from app.domain.statement_columns import Columns, alike_once, as_often, from_columns, to_columns
from app.store.connection import Connection

ROWS_A_PART = 5000
_VERDICTS = {verdict.value: verdict for verdict in Verdict}


def add_rows(connection: Connection, number: int, *, batch: StagedBatch, cancel: CancelToken | None = None) -> None:
    """Write the rows of a batch under its number, each account's transactions in the order of its statement.

    Raises CancelledError.
    """
    connection.executemany(
        "INSERT INTO staged_rows (staged_id, account, part, many, json, verdicts) VALUES (?, ?, ?, ?, ?, ?)",
        (
            (number, account, part, len(items), _json(to_columns([item.row for item in items])), _verdicts(items))
            for account, part, items in _parts(batch, cancel=cancel)
        ),
    )


def revise_verdicts(connection: Connection, number: int, *, batch: StagedBatch) -> None:
    """Write those verdicts of a batch that have changed; its rows stay as they are."""
    connection.executemany(
        "UPDATE staged_rows SET verdicts = ?1 WHERE staged_id = ?2 AND account = ?3 AND part = ?4 AND verdicts <> ?1",
        ((_verdicts(items), number, account, part) for account, part, items in _parts(batch)),
    )


def staged_transactions(connection: Connection, number: int, *, accounts: int) -> list[tuple[StagedTransaction, ...]]:
    """The transactions of a batch, account by account."""
    found: list[list[StagedTransaction]] = [[] for _ in range(accounts)]
    rows = connection.execute(
        "SELECT account, many, json, verdicts FROM staged_rows WHERE staged_id = ? ORDER BY account, part", (number,)
    )
    for account, many, columns, verdicts in rows:
        found[account].extend(_transactions(columns, verdicts, first=len(found[account]), count=many))
    return [tuple(items) for items in found]


def _parts(
    batch: StagedBatch, *, cancel: CancelToken | None = None
) -> Iterator[tuple[int, int, Sequence[StagedTransaction]]]:
    for place, account in enumerate(batch.accounts):
        for part, start in enumerate(range(0, len(account.transactions), ROWS_A_PART)):
            if cancel is not None:
                cancel.raise_if_cancelled()
            yield place, part, account.transactions[start : start + ROWS_A_PART]


def _verdicts(items: Sequence[StagedTransaction]) -> str:
    columns: Columns = [
        [item.verdict for item in items],
        [item.included for item in items],
        [item.reason for item in items],
        [item.matched_id for item in items],
    ]
    return _json([alike_once(column) for column in columns])


def _transactions(columns: str, verdicts: str, *, first: int, count: int) -> list[StagedTransaction]:
    verdict, included, reason, matched_id = (as_often(column, count) for column in json.loads(verdicts))
    return by_column(
        StagedTransaction,
        count,
        position=range(first, first + count),
        row=from_columns(json.loads(columns), count),
        verdict=[_VERDICTS[value] for value in verdict],
        included=included,
        reason=reason,
        matched_id=matched_id,
    )


def _json(columns: Any) -> str:
    return json.dumps(columns, ensure_ascii=False, separators=(",", ":"))
