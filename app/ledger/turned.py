"""Decisions of the matching that the owner turned round, remembered for when the same rows come again."""

from dataclasses import dataclass, replace

from app.domain.staged import StagedAccount, StagedTransaction, Verdict
from app.ledger.match import Reason
from app.store.connection import Connection
from app.store.row_decisions import remember_added, remember_left_out
from app.store.row_places import keys_alike, remember_places

GONE = frozenset({Reason.DELETED, Reason.LEFT_OUT})
"""Reasons of rows that the owner keeps out of the books."""


def another(item: StagedTransaction) -> StagedTransaction:
    """The row as a transaction of its own, not the one it was taken for."""
    if item.verdict is Verdict.SETTLES:
        return replace(item, verdict=Verdict.NEW, included=True, reason=Reason.ANOTHER, matched_id=None)
    return replace(item, included=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What became of one account's rows in a commit."""

    inserted: range
    """Ids of the new transactions, in the order of their rows."""
    settled: tuple[int, ...]
    """Ids of the pending transactions that are booked now, in the order of their rows."""
    repeated: frozenset[str]
    """Hashes of rows that were not the first of their kind."""


def remember_turns(
    connection: Connection, batch: int, *, account_id: int, staged: StagedAccount, written: Written
) -> None:
    """Remember what a batch (its row number) left out or added against the matching, and rows that look alike."""
    left_out = [item for item in staged.transactions if not item.included and item.verdict is not Verdict.DUPLICATE]
    keys = remember_left_out(connection, account_id, rows=[item.row for item in left_out], batch=batch)
    new = [item for item in staged.transactions if item.included and item.verdict is not Verdict.SETTLES]
    added = [number for number, item in zip(written.inserted, new, strict=True) if _against_the_matching(item)]
    remember_added(connection, added, batch=batch)
    settling = [item for item in staged.transactions if item.included and item.verdict is Verdict.SETTLES]
    settled = dict(zip(written.settled, settling, strict=True))
    alike = written.repeated | {digest for digest, _ in keys}
    found = keys_alike(connection, account_id, ids=(*added, *settled), hashes=alike)
    places = {item.position: key for item, key in zip(left_out, keys, strict=True)}
    for number, key in found.items():
        if number in written.inserted:
            places[new[number - written.inserted.start].position] = key
        elif number in settled:
            places[settled[number].position] = key
    remember_places(connection, account_id, places=places, statement=staged.statement.rows, batch=batch)


def _against_the_matching(item: StagedTransaction) -> bool:
    return item.verdict is Verdict.DUPLICATE or item.reason == Reason.ANOTHER
