"""Commit: a staged batch enters the books in one SQL transaction, described, paired and undoable."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from app.base.clock import iso_instant
from app.base.collector import collector_paused
from app.base.tasks import CancelToken, Progress, no_progress
from app.domain.account import Account
from app.domain.audit_entry import AuditEvent
from app.domain.by_column import by_column
from app.domain.changes import ChangeKind, Changes
from app.domain.errors import DecisionNeededError, StaleBatchError
from app.domain.staged import StagedAccount, StagedBatch, StagedStatus, StagedTransaction, Verdict
from app.ledger.as_before import AsBefore, as_before
from app.ledger.describe import Description, OwnersChoices, describe_rows
from app.ledger.judging import judge_alone, judge_refunds, owners_choices
from app.ledger.pairing import pair_anew
from app.ledger.rematch import rematched
from app.ledger.turned import GONE, Written, remember_turns
from app.store import accounts, as_it_was, batches, judgements, payees, spans, staging, undo
from app.store.connection import Connection
from app.store.ids import batch_id, number_of
from app.store.insert_transactions import NewTransaction, insert_transactions, settle, settled_by
from app.store.occurrences import Occurrences
from app.store.pair_candidates import other_halves
from app.store.session import VaultSession
from app.store.spans import StatementSpan

TOUCHED = Changes.of(
    ChangeKind.ACCOUNTS, ChangeKind.TRANSACTIONS, ChangeKind.CATEGORIES, ChangeKind.BATCHES, ChangeKind.STAGING
)
_AT_ONCE = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class Committed:
    """What a commit did."""

    batch: str
    transactions: int
    settled: int


class _Telling:
    """Tells how many rows are written, and hears a cancel, a few thousand rows apart."""

    def __init__(self, progress: Progress, cancel: CancelToken | None) -> None:
        self._progress = progress
        self._cancel = cancel
        self._written = 0
        self.total = 0

    def each(self, items: Iterable[NewTransaction]) -> Iterator[NewTransaction]:
        """The items as they are; raises CancelledError."""
        for item in items:
            if not self._written % _AT_ONCE:
                if self._cancel is not None:
                    self._cancel.raise_if_cancelled()
                self._progress(self._written, self.total, "writing")
            self._written += 1
            yield item


@dataclass(frozen=True, slots=True)
class _Writing:
    """What all accounts of a batch are written with."""

    choices: OwnersChoices
    telling: _Telling


def commit_batch(
    session: VaultSession,
    staged_id: str,
    *,
    known: StagedBatch | None = None,
    progress: Progress = no_progress,
    cancel: CancelToken | None = None,
) -> Committed:
    """Commit what is included of a staged batch; all of it is on disk on return, or none.

    `known` is the batch as the vault has it, where it is at hand. Raises StaleBatchError, DecisionNeededError where a
    decision is open, CancelledError.
    """
    at = iso_instant(session.clock.now())
    telling = _Telling(progress, cancel)

    def work(connection: Connection) -> tuple[Committed, Changes]:
        staging.require_staged(connection, staged_id)
        staged = rematched(connection, known or staging.staged_batch(connection, staged_id))
        _require_committable(staged)
        number = batches.add_batch(connection, staged, file_digest=staged.file_digest, at=at)
        writing = _Writing(owners_choices(connection), telling)
        telling.total = sum(item.included for account in staged.accounts for item in account.transactions)
        settled_payees = judgements.payee_ids_of(connection, _settling(staged))
        inserted: list[int] = []
        settled: list[int] = []
        for item in staged.accounts:
            account = _account(connection, item)
            written = _write_account(connection, number, staged=item, account=account, writing=writing)
            remember_turns(connection, number, account_id=account.id, staged=item, written=written)
            inserted.extend(written.inserted)
            settled.extend(written.settled)
        judge_alone(connection, as_it_was.give_back(connection, number))
        judge_refunds(connection, {*judgements.payees_paid_in(connection, number), *settled_payees})
        pair_anew(connection, settled, fresh=inserted)
        staging.remove_staged(connection, staged_id)
        return Committed(batch=batch_id(number), transactions=len(inserted), settled=len(settled)), TOUCHED

    with collector_paused():
        return session.write(
            work,
            event=AuditEvent.IMPORTED,
            details=lambda done: (("batch", done.batch), ("transactions", str(done.transactions + done.settled))),
            cancel=cancel,
        )


def undo_committed(session: VaultSession, batch: str) -> int:
    """Take a batch back; returns how many transactions went. Raises NotFoundError, UsageError."""
    at = iso_instant(session.clock.now())

    def work(connection: Connection) -> tuple[int, Changes]:
        number = number_of(batch)
        freed = (*other_halves(connection, number), *settled_by(connection, number))
        payees_before = {*judgements.payees_paid_in(connection, number)}
        gone = undo.undo_batch(connection, batch, at=at)
        judge_alone(connection, freed)
        judge_refunds(connection, payees_before | judgements.payee_ids_of(connection, freed))
        pair_anew(connection, freed)
        return gone, TOUCHED

    return session.write(
        work,
        event=AuditEvent.IMPORT_UNDONE,
        details=lambda gone: (("batch", batch), ("transactions", str(gone))),
    )


def _settling(staged: StagedBatch) -> list[int]:
    """The pending transactions that this batch will settle."""
    rows = [item for account in staged.accounts for item in account.transactions if item.included]
    return [item.matched_id for item in rows if item.verdict is Verdict.SETTLES and item.matched_id is not None]


def _require_committable(staged: StagedBatch) -> None:
    if staged.status is StagedStatus.NEEDS_DECISION:
        question = staged.decisions[0].question.replace("_", " ") if staged.decisions else "reading"
        raise DecisionNeededError(f"The {question} of {staged.file} is not decided.", "Decide it in the review first.")
    if staged.status is StagedStatus.REFUSED:
        raise StaleBatchError(staged.id)


def _account(connection: Connection, staged: StagedAccount) -> Account:
    """The account the statement goes to: the known one, one just made for this file, or a new one."""
    hint = staged.statement.account
    if staged.account_id is not None:
        return accounts.complete_account(connection, staged.account_id, hint=hint)
    for known in accounts.accounts(connection):
        if known.name == staged.name and known.currency == staged.statement.currency:
            return accounts.complete_account(connection, known.id, hint=hint)
    return accounts.add_account(
        connection, staged.name, kind=staged.kind, currency=staged.statement.currency, hint=hint
    )


def _write_account(
    connection: Connection, number: int, *, staged: StagedAccount, account: Account, writing: _Writing
) -> Written:
    """Write one account's included rows and its span."""
    included = [item for item in staged.transactions if item.included]
    new = [item for item in included if item.verdict is not Verdict.SETTLES]
    settling = [item for item in included if item.verdict is Verdict.SETTLES]
    descriptions = describe_rows((item.row for item in (*new, *settling)), account.kind, choices=writing.choices)
    before = as_before(connection, account.id, rows=staged.statement.rows)
    made = _new_transactions(connection, (*new, *settling), account=account, descriptions=descriptions, before=before)
    numbers = Occurrences(connection)
    ids = insert_transactions(
        connection, number, items=writing.telling.each(islice(made, len(new))), occurrences=numbers
    )
    settled: list[int] = []
    for item, booked in zip(settling, made, strict=True):
        if item.matched_id is not None:
            settle(connection, number, entry_id=item.matched_id, item=booked)
            settled.append(item.matched_id)
    spans.add_spans(connection, _spans(number, staged, account=account))
    return Written(
        inserted=ids,
        settled=tuple(settled),
        repeated=frozenset(digest for _, digest in numbers.repeated),
        first_batch=before.first_batch,
    )


def _new_transactions(
    connection: Connection,
    items: Sequence[StagedTransaction],
    *,
    account: Account,
    descriptions: Sequence[Description],
    before: AsBefore,
) -> Iterator[NewTransaction]:
    """The transactions of an account one after another; its payees are in the vault before the first."""
    ids: dict[str, int | None] = {"": None, **payees.payee_ids(connection, {item.payee for item in descriptions})}
    names = {item.row.printed_payee: said.payee for item, said in zip(items, descriptions, strict=True)}
    payees.remember_aliases(connection, {printed: name for printed, name in names.items() if printed})
    for start in range(0, len(items), _AT_ONCE):
        part, said = items[start : start + _AT_ONCE], descriptions[start : start + _AT_ONCE]
        yield from by_column(
            NewTransaction,
            len(part),
            account_id=[account.id] * len(part),
            row=[item.row for item in part],
            currency=[account.currency] * len(part),
            kind=[one.kind for one in said],
            payee_id=[ids[one.payee] for one in said],
            category=[one.category for one in said],
            revive=[item.reason in GONE for item in part],
            occurrence=[before.occurrences.get(item.position) for item in part],
        )


def _spans(number: int, staged: StagedAccount, *, account: Account) -> tuple[StatementSpan, ...]:
    statement = staged.statement
    # A stated balance may be dated by the day of the download, long after the last row.
    balances = [balance.on for balance in (statement.opening, statement.closing) if balance and balance.on]
    days = [row.booked_on for row in statement.rows] or balances
    if not days:
        return ()
    span = StatementSpan(
        batch_number=number,
        account_id=account.id,
        currency=statement.currency,
        first=min(days),
        last=max(days),
        proof=statement.proof,
        opening=statement.opening,
        closing=statement.closing,
    )
    return (span,)
