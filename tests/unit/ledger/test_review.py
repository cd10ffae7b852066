"""Changes to a staged batch in review: rows taken in or out, another account, and places that are not there."""

from datetime import date, timedelta

import pytest

from app.domain.account import AccountHint, AccountKind
from app.domain.errors import UsageError
from app.domain.staged import StagedBatch, StagedStatus, Verdict
from app.domain.statement import StatementRow
from app.ledger.review import retarget_account, with_included, with_others
from app.ledger.stage_statement import ImportOptions
from app.store.session import VaultSession
from tests.helpers.staging import commit, stage, statement

DAY = date(2026, 3, 1)
ROWS = [
    StatementRow(line=at, booked_on=DAY + timedelta(days=at), amount=-100 - at, printed_payee="TEA") for at in range(3)
]


def included(batch: StagedBatch, account: int = 0) -> list[bool]:
    return [item.included for item in batch.accounts[account].transactions]


def moved(session: VaultSession, batch: StagedBatch, account: str, kind: AccountKind | None = None) -> StagedBatch:
    return session.read(lambda c: retarget_account(c, batch, account_position=0, account=account, kind=kind))


def test_rows_are_taken_out_and_in_and_the_status_follows(session: VaultSession) -> None:
    batch = stage(session, statement(ROWS), options=ImportOptions(account="Giro"))
    fewer = with_included(batch, 0, positions=[0, 2], included=False)
    assert (included(fewer), fewer.status) == ([False, True, False], StagedStatus.STAGED)
    none = with_included(fewer, 0, positions=[1], included=False)
    assert (included(none), none.status) == ([False] * 3, StagedStatus.NOTHING_NEW)
    assert with_included(none, 0, positions=[0, 1, 2], included=True).status is StagedStatus.STAGED


def test_one_account_of_a_file_is_changed_alone(session: VaultSession) -> None:
    giro, card = (statement(ROWS, hint=AccountHint(number=number)) for number in ("111122223333", "444455556666"))
    batch = stage(session, giro, card, options=ImportOptions())
    changed = with_included(batch, 1, positions=[0], included=False)
    assert (included(changed, 0), included(changed, 1)) == ([True] * 3, [False, True, True])


@pytest.mark.parametrize("place", [-1, 1])
def test_an_account_that_is_not_there_is_refused(session: VaultSession, place: int) -> None:
    batch = stage(session, statement(ROWS), options=ImportOptions(account="Giro"))
    with pytest.raises(UsageError):
        with_included(batch, place, positions=[0], included=False)
    with pytest.raises(UsageError):
        with_others(batch, place, positions=[0])


def test_another_account_is_matched_anew(session: VaultSession) -> None:
    commit(session, ROWS[:2], account="Giro")
    batch = stage(session, statement(ROWS), options=ImportOptions(account="Giro"))
    assert [item.verdict for item in batch.accounts[0].transactions] == [Verdict.DUPLICATE] * 2 + [Verdict.NEW]
    other = moved(session, batch, "Pocket", AccountKind.CASH)
    (account,) = other.accounts
    assert (account.account_id, account.name, account.kind, account.reason) == (
        None,
        "Pocket",
        AccountKind.CASH,
        "new account",
    )
    assert included(other) == [True] * 3
    back = moved(session, other, "giro")
    assert (back.accounts[0].reason, included(back)) == ("chosen by you", [False, False, True])


def test_choosing_an_account_answers_the_question_which(session: VaultSession) -> None:
    for name, amount in (("Giro", 0), ("Card", 5000)):
        rows = [StatementRow(line=1, booked_on=DAY, amount=-1 - amount, printed_payee=name)]
        commit(session, rows, account=name)
    batch = stage(session, statement(ROWS), options=ImportOptions(), name="export.csv")
    assert (batch.status, [item.question for item in batch.decisions]) == (StagedStatus.NEEDS_DECISION, ["account"])
    assert moved(session, batch, "Giro").status is StagedStatus.STAGED
