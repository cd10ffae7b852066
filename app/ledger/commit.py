"""Commit: a staged batch enters the books in one SQL transaction, described, paired and undoable."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.base.clock import iso_instant
from app.base.collector import collector_paused
from app.base.tasks import CancelToken, Progress, no_progress
from app.domain.account import Account
from app.domain.audit_entry import AuditEvent
from app.domain.changes import ChangeKind, Changes
from app.domain.errors import DecisionNeededError, StaleBatchError
from app.domain.staged import StagedAccount, StagedBatch, StagedStatus, StagedTransaction, Verdict
from app.ledger.as_before import as_before
from app.ledger.describe import Description, OwnersChoices, describe_rows
from app.ledger.judging import judge_alone, judge_refunds, owners_choices
from app.ledger.pairing import pair_anew
from app.ledger.rematch import rematched
from app.ledger.turned import GONE, Written, remember_turns
from app.store import accounts, as_it_was, batches, judgements, payees, spans, staging, undo
from app.store.connection import Connection
from app.store.ids import batch_id, number_of
from app.store.insert_transactions import insert_transactions, settle, settled_by
from app.store.new_transactions import NewTransactions
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

    def each(self, parts: Iterable[NewTransactions]) -> Iterator[NewTransactions]:
        """The parts as they are; raises CancelledError."""
        for part in parts:
            if self._cancel is not None:
                self._cancel.raise_if_cancelled()
            self._progress(self._written, self.total, "writing")
            self._written += len(part.rows)
            yield part


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
        telling.total = sum([item.included for account in staged.accounts for item in account.transactions])
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
    rows = [item for account in staged.accounts for item in account.transactions if item.verdict is Verdict.SETTLES]
    return [item.matched_id for item in rows if item.included and item.matched_id is not None]


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
    settling = [item for item in included if item.verdict is Verdict.SETTLES] if len(new) < len(included) else []
    descriptions = describe_rows((item.row for item in (*new, *settling)), account.kind, choices=writing.choices)
    before = as_before(connection, account.id, rows=staged.statement.rows)
    coming = _Coming((*new, *settling), descriptions, account, before.occurrences, _payee_ids(connection, descriptions))
    _remember_names(connection, coming)
    numbers = Occurrences(connection)
    ids = insert_transactions(
        connection, number, parts=writing.telling.each(coming.parts(len(new))), occurrences=numbers
    )
    settled: list[int] = []
    for place, item in enumerate(settling, len(new)):
        if item.matched_id is not None:
            settle(connection, number, entry_id=item.matched_id, booked=coming.part(place, place + 1))
            settled.append(item.matched_id)
    spans.add_spans(connection, _spans(number, staged, account=account))
    return Written(
        inserted=ids,
        new=new,
        settled=tuple(settled),
        repeated=frozenset(digest for _, digest in numbers.repeated),
        first_batch=before.first_batch,
    )


@dataclass(frozen=True, slots=True)
class _Coming:
    """The rows of an account that come into the books, and what is known of each."""

    items: Sequence[StagedTransaction]
    descriptions: Sequence[Description]
    account: Account
    occurrences: Mapping[int, int]
    payee_ids: Mapping[str, int | None]

    def parts(self, count: int) -> Iterator[NewTransactions]:
        """The first so many, a few thousand at a time."""
        for start in range(0, count, _AT_ONCE):
            yield self.part(start, min(start + _AT_ONCE, count))

    def part(self, start: int, stop: int) -> NewTransactions:
        """Those from one place up to another."""
        items, said = self.items[start:stop], self.descriptions[start:stop]
        return NewTransactions(
            account_id=self.account.id,
            currency=self.account.currency,
            rows=[item.row for item in items],
            kinds=[one.kind for one in said],
            payee_ids=[self.payee_ids[one.payee] for one in said],
            categories=[one.category for one in said],
            revive=[item.reason in GONE for item in items],
            occurrences=[self.occurrences.get(item.position) for item in items] if self.occurrences else (),
        )


def _payee_ids(connection: Connection, descriptions: Sequence[Description]) -> dict[str, int | None]:
    """The id of each payee, those that are new added; none for the empty name."""
    return {"": None, **payees.payee_ids(connection, {item.payee for item in descriptions})}


def _remember_names(connection: Connection, coming: _Coming) -> None:
    """Remember which payees the printed ones mean."""
    names = {item.row.printed_payee: said.payee for item, said in zip(coming.items, coming.descriptions, strict=True)}
    payees.remember_aliases(connection, {printed: name for printed, name in names.items() if printed})


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
