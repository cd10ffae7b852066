"""Match anew what waits for review once the books have changed: two files that wait may hold the same rows."""

from dataclasses import replace

from app.domain.account import Account
from app.domain.staged import StagedAccount, StagedBatch, StagedStatus, StagedTransaction, Verdict
from app.ledger.account_choice import EARLIER_IMPORT, NEW_ACCOUNT, AccountChoice
from app.ledger.doubts import with_doubts
from app.ledger.match import MatchContext
from app.ledger.match_reasons import Reason
from app.ledger.stage_statement import place, status_of
from app.ledger.turned import another
from app.store import accounts
from app.store.batches import books_stamp
from app.store.connection import Connection


def rematched(connection: Connection, batch: StagedBatch) -> StagedBatch:
    """The batch as its rows match what is committed now; what the owner took in or left out by hand stays so."""
    stamp = books_stamp(connection)
    if batch.stamp == stamp or batch.status is StagedStatus.REFUSED:
        return batch
    context = MatchContext(source=batch.format.value if batch.format else "")
    known = accounts.accounts(connection, retired=True)
    fresh: list[StagedAccount] = []
    for staged in batch.accounts:
        choice = _choice(staged, known)
        placed = place(connection, staged.statement, choice, earlier=fresh, context=context)
        fresh.append(replace(placed, sure=staged.sure, transactions=_kept(staged.transactions, placed.transactions)))
    moved = with_doubts(replace(batch, accounts=tuple(fresh), stamp=stamp))
    return replace(moved, status=status_of(moved))


def _choice(staged: StagedAccount, known: tuple[Account, ...]) -> AccountChoice:
    """The account it stands on; one that was new is known by its name once another file has brought it."""
    for account in known:
        same_name = account.name == staged.name and account.currency == staged.statement.currency
        if account.id == staged.account_id or (staged.account_id is None and same_name):
            reason = EARLIER_IMPORT if staged.reason == NEW_ACCOUNT else staged.reason
            return AccountChoice(
                account_id=account.id, name=account.name, kind=account.kind, reason=reason, known=account
            )
    return AccountChoice(account_id=None, name=staged.name, kind=staged.kind, reason=staged.reason)


def _kept(before: tuple[StagedTransaction, ...], now: tuple[StagedTransaction, ...]) -> tuple[StagedTransaction, ...]:
    return tuple(_as_decided(old, new) for old, new in zip(before, now, strict=True))


def _as_decided(old: StagedTransaction, new: StagedTransaction) -> StagedTransaction:
    if old.reason == Reason.ANOTHER:
        return another(new)
    by_itself = old.included is (old.verdict is not Verdict.DUPLICATE)
    return new if by_itself else replace(new, included=old.included)
