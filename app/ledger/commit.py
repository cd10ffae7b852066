"""Commit: a staged batch enters the books in one SQL transaction, described, paired and undoable."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.base.clock import iso_instant
from app.domain.account import Account
from app.domain.audit_entry import AuditEvent
from app.domain.changes import ChangeKind, Changes
from app.domain.errors import DecisionNeededError, StaleBatchError
from app.domain.staged import StagedAccount, StagedBatch, StagedStatus, StagedTransaction, Verdict
from app.ledger.describe import OwnersChoices, describe_rows
from app.ledger.pairing import pair_new_transactions
from app.store import accounts, batches, categories, payees, spans, staging, undo
from app.store.connection import Connection
from app.store.ids import batch_id
from app.store.insert_transactions import NewTransaction, insert_transactions, settle
from app.store.session import VaultSession
from app.store.spans import StatementSpan

TOUCHED = Changes.of(
    ChangeKind.ACCOUNTS, ChangeKind.TRANSACTIONS, ChangeKind.CATEGORIES, ChangeKind.BATCHES, ChangeKind.STAGING
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Committed:
    """What a commit did."""

    batch: str
    transactions: int
    settled: int


def commit_batch(session: VaultSession, staged_id: str) -> Committed:
    """Commit what is included of a staged batch; all of it is on disk on return, or none.

    Raises StaleBatchError, DecisionNeededError where a decision is open.
    """
    at = iso_instant(session.clock.now())

    def work(connection: Connection) -> tuple[Committed, Changes]:
        staged = staging.staged_batch(connection, staged_id)
        _require_committable(staged)
        number = batches.add_batch(connection, staged, file_digest=staged.file_digest, at=at)
        choices = owners_choices(connection)
        inserted: list[int] = []
        settled = 0
        for item in staged.accounts:
            account = _account(connection, item)
            ids, count = _write_account(connection, number, staged=item, account=account, choices=choices)
            inserted.extend(ids)
            settled += count
        pair_new_transactions(connection, inserted)
        staging.remove_staged(connection, staged_id)
        return Committed(batch=batch_id(number), transactions=len(inserted), settled=settled), TOUCHED

    return session.write(
        work,
        event=AuditEvent.IMPORTED,
        details=lambda done: (("batch", done.batch), ("transactions", str(done.transactions + done.settled))),
    )


def undo_committed(session: VaultSession, batch: str) -> int:
    """Take a batch back; returns how many transactions went. Raises NotFoundError, UsageError."""
    at = iso_instant(session.clock.now())
    return session.write(
        lambda connection: (undo.undo_batch(connection, batch, at=at), TOUCHED),
        event=AuditEvent.IMPORT_UNDONE,
        details=lambda gone: (("batch", batch), ("transactions", str(gone))),
    )


def owners_choices(connection: Connection) -> OwnersChoices:
    """What the owner has said before, for describing new rows."""
    return OwnersChoices(
        categories=categories.categories(connection),
        payee_of=payees.aliases(connection),
        category_of=payees.usual_categories(connection),
        spent_at=frozenset(payee.name for payee in payees.known_payees(connection)),
    )


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
    connection: Connection, number: int, *, staged: StagedAccount, account: Account, choices: OwnersChoices
) -> tuple[tuple[int, ...], int]:
    """Write one account's included rows and its span; returns the ids inserted and how many were settled."""
    included = [item for item in staged.transactions if item.included]
    described = _new_transactions(connection, included, account=account, choices=choices)
    new = [made for item, made in zip(included, described, strict=True) if item.verdict is not Verdict.SETTLES]
    ids = insert_transactions(connection, number, items=new)
    settled = 0
    for item, made in zip(included, described, strict=True):
        if item.verdict is Verdict.SETTLES and item.matched_id is not None:
            settle(connection, number, entry_id=item.matched_id, item=made)
            settled += 1
    spans.add_spans(connection, _spans(number, staged, account=account))
    return ids, settled


def _new_transactions(
    connection: Connection, included: Sequence[StagedTransaction], *, account: Account, choices: OwnersChoices
) -> list[NewTransaction]:
    descriptions = describe_rows([item.row for item in included], account.kind, choices=choices)
    ids = payees.payee_ids(connection, {item.payee for item in descriptions})
    names = {
        item.row.printed_payee: description.payee
        for item, description in zip(included, descriptions, strict=True)
        if item.row.printed_payee
    }
    payees.remember_aliases(connection, names)
    return [
        NewTransaction(
            account_id=account.id,
            row=item.row,
            currency=account.currency,
            kind=description.kind,
            payee_id=ids.get(description.payee),
            category=description.category,
            revive=item.verdict is Verdict.DUPLICATE,
        )
        for item, description in zip(included, descriptions, strict=True)
    ]


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
