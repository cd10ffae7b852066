"""Review: changes to a staged batch that need no reading again."""

from collections.abc import Iterable
from dataclasses import replace

from app.domain.account import AccountKind
from app.domain.errors import UsageError
from app.domain.staged import StagedAccount, StagedBatch
from app.ledger.account_choice import AccountQuestion, choose_account
from app.ledger.account_facts import load_facts
from app.ledger.doubts import accepted, with_doubts
from app.ledger.match import MatchContext
from app.ledger.stage_statement import ACCOUNT_QUESTION, place, status_of
from app.ledger.turned import another
from app.store.connection import Connection


def with_included(
    batch: StagedBatch, account_position: int, *, positions: Iterable[int], included: bool
) -> StagedBatch:
    """The batch with some rows of one account taken in or left out; raises UsageError for a place that is not there."""
    account = _account(batch, account_position)
    wanted = frozenset(positions)
    rows = tuple(replace(item, included=included) if item.position in wanted else item for item in account.transactions)
    return _with_account(batch, account_position, account=replace(account, transactions=rows))


def with_others(batch: StagedBatch, account_position: int, *, positions: Iterable[int]) -> StagedBatch:
    """The batch after the owner said that some rows are other transactions than those they were taken for."""
    account = _account(batch, account_position)
    wanted = frozenset(positions)
    rows = tuple(another(item) if item.position in wanted else item for item in account.transactions)
    return _with_account(batch, account_position, account=replace(account, transactions=rows))


def retarget_account(
    connection: Connection,
    batch: StagedBatch,
    *,
    account_position: int,
    account: str,
    kind: AccountKind | None = None,
) -> StagedBatch:
    """The batch with one statement on another account, its rows matched with what is committed there."""
    staged = _account(batch, account_position)
    facts = load_facts(connection)
    question = AccountQuestion(
        hint=staged.statement.account,
        currency=staged.statement.currency,
        file=batch.file,
        accounts=facts.accounts,
        wanted=account,
        wanted_kind=kind or staged.kind,
    )
    context = MatchContext(source=batch.format.value if batch.format else "")
    earlier = list(batch.accounts[:account_position])
    placed = place(connection, staged.statement, choose_account(question), earlier=earlier, context=context)
    moved = _with_account(batch, account_position, account=placed)
    decisions = tuple(item for item in moved.decisions if item.question != ACCOUNT_QUESTION)
    moved = with_doubts(replace(moved, decisions=decisions))
    return replace(moved, status=status_of(moved))


def with_accounts_of(connection: Connection, batch: StagedBatch, *, before: StagedBatch) -> StagedBatch:
    """The batch, read anew, with its statements where they stood before: the owner may have put them there."""
    if len(before.accounts) != len(batch.accounts):
        return batch
    for position, old in enumerate(before.accounts):
        if old.name != batch.accounts[position].name:
            batch = retarget_account(connection, batch, account_position=position, account=old.name, kind=old.kind)
    return accept_accounts(batch) if any(account.sure for account in before.accounts) else batch


def accept_accounts(batch: StagedBatch) -> StagedBatch:
    """The batch after the owner said that its statements belong on the accounts they stand on."""
    sure = accepted(batch)
    return replace(sure, status=status_of(sure))


def _account(batch: StagedBatch, position: int) -> StagedAccount:
    if not 0 <= position < len(batch.accounts):
        raise UsageError("The staged import has no such account.", "Open the review again.")
    return batch.accounts[position]


def _with_account(batch: StagedBatch, position: int, *, account: StagedAccount) -> StagedBatch:
    accounts = (*batch.accounts[:position], account, *batch.accounts[position + 1 :])
    changed = replace(batch, accounts=accounts)
    return replace(changed, status=status_of(changed))
