"""Decisions of the matching that the owner turned round, remembered for when the same rows come again."""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.staged import StagedAccount, StagedTransaction, Verdict
from app.ledger.match import Reason
from app.store.connection import Connection
from app.store.row_decisions import added_rows, remember_added, remember_left_out
from app.store.row_identity import row_hash

GONE = frozenset({Reason.DELETED, Reason.LEFT_OUT})
"""Reasons of rows that the owner keeps out of the books."""


def another(item: StagedTransaction) -> StagedTransaction:
    """The row as a transaction of its own, not the one it was taken for."""
    if item.verdict is Verdict.SETTLES:
        return replace(item, verdict=Verdict.NEW, included=True, reason=Reason.ANOTHER, matched_id=None)
    return replace(item, included=True)


def turned_before(
    connection: Connection, account_id: int, *, rows: tuple[StagedTransaction, ...]
) -> tuple[StagedTransaction, ...]:
    """The rows as the owner decided on them in a review before, where an undo has taken that import back."""
    added = added_rows(connection, account_id)
    if not added:
        return rows
    turned: list[StagedTransaction] = []
    for item in rows:
        digest = "" if item.verdict is Verdict.NEW else row_hash(item.row)
        if added[digest] > 0:
            added[digest] -= 1
            turned.append(another(item))
        else:
            turned.append(item)
    return tuple(turned)


def remember_turns(
    connection: Connection, batch: int, *, account_id: int, staged: StagedAccount, inserted: Sequence[int]
) -> None:
    """Remember what a batch (its row number) left out or added against the matching; `inserted`: ids, in order."""
    rows = staged.transactions
    left_out = [item.row for item in rows if not item.included and item.verdict is not Verdict.DUPLICATE]
    remember_left_out(connection, account_id, rows=left_out, batch=batch)
    new = [item for item in rows if item.included and item.verdict is not Verdict.SETTLES]
    added = [number for number, item in zip(inserted, new, strict=True) if _against_the_matching(item)]
    remember_added(connection, added, batch=batch)


def _against_the_matching(item: StagedTransaction) -> bool:
    return item.verdict is Verdict.DUPLICATE or item.reason == Reason.ANOTHER
