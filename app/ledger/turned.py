"""Decisions of the matching that the owner turned round, remembered for when the same rows come again."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.staged import StagedAccount, StagedTransaction, Verdict
from app.ledger.match_reasons import Reason
from app.store.also_from import remember_answers
from app.store.connection import Connection
from app.store.row_decisions import remember_added, remember_left_out
from app.store.row_identity import row_hash
from app.store.row_places import Brought, keys_alike, remember_places

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
    new: Sequence[StagedTransaction]
    """Those rows."""
    settled: tuple[int, ...]
    """Ids of the pending transactions that are booked now, in the order of their rows."""
    repeated: frozenset[str]
    """Hashes of rows that were not the first of their kind."""
    first_batch: int | None = None
    """The batch (its row number) that first brought this statement, where it had been taken back."""


def remember_turns(
    connection: Connection, batch: int, *, account_id: int, staged: StagedAccount, written: Written
) -> None:
    """Remember what a batch (its row number) left out or added against the matching, and rows that look alike."""
    rows, new = staged.transactions, written.new
    out = [item for item in rows if not item.included]
    left_out = [item for item in out if item.verdict is not Verdict.DUPLICATE]
    keys = remember_left_out(connection, account_id, rows=[item.row for item in left_out], batch=batch)
    added = [
        number
        for number, item in zip(written.inserted, new, strict=True)
        if item.verdict is Verdict.DUPLICATE or item.reason == Reason.ANOTHER  # against the matching
    ]
    remember_added(connection, added, batch=batch)
    places = {item.position: key for item, key in zip(left_out, keys, strict=True)}
    alike = written.repeated | {digest for digest, _ in keys}
    several = _several(rows) if len(new) < len(rows) else frozenset()
    answered = _answered(out)
    telling = {*added, *written.settled, *answered}
    at = _positions(rows, answered=answered, written=written) if telling or alike or several else {}
    telling.update(number for number, place in at.items() if place in several)
    for number, key in keys_alike(connection, account_id, ids=telling, hashes=alike).items():
        by_itself = number in answered and at[number] not in several and key[0] == row_hash(answered[number].row)
        if number in at and not by_itself:
            places[at[number]] = key
    places.update({item.position: (row_hash(item.row), -1 - item.position) for item in out if _kept_out(item)})
    brought = Brought(batch, written.first_batch or batch)
    remember_places(connection, account_id, places=places, statement=staged.statement.rows, brought=brought)
    pending = {number for number, item in answered.items() if item.row.pending}
    remember_answers(connection, batch, booked=answered.keys() - pending, pending=pending)


def _positions(
    rows: Sequence[StagedTransaction], *, answered: Mapping[int, StagedTransaction], written: Written
) -> dict[int, int]:
    """The position of the row that each transaction (id) has in the statement: new, settled or there before."""
    settling = [item.position for item in rows if item.included and item.verdict is Verdict.SETTLES]
    return {
        **{number: item.position for number, item in answered.items()},
        **{number: item.position for number, item in zip(written.inserted, written.new, strict=True)},
        **dict(zip(written.settled, settling, strict=True)),
    }


def _answered(out: Sequence[StagedTransaction]) -> dict[int, StagedTransaction]:
    """The rows, out of those not included, that transactions (ids) of the books answer for."""
    return {item.matched_id: item for item in out if item.verdict is Verdict.DUPLICATE and item.matched_id is not None}


def _kept_out(item: StagedTransaction) -> bool:
    """Whether a row that is not included was taken for one that the owner keeps out of the books."""
    return item.verdict is Verdict.DUPLICATE and item.reason in GONE


def _several(rows: Sequence[StagedTransaction]) -> frozenset[int]:
    """The positions of rows of which their statement has several."""
    seen = Counter((item.row.booked_on, item.row.amount, item.row.printed_payee, item.row.memo) for item in rows)
    return frozenset(
        item.position
        for item in rows
        if seen[item.row.booked_on, item.row.amount, item.row.printed_payee, item.row.memo] > 1
    )
