"""A commit tells how far it is, and a cancel leaves the books as they were and the batch in review."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from app.base.tasks import CancelToken
from app.domain.errors import CancelledError, StaleBatchError
from app.domain.statement import StatementRow
from app.domain.transaction import TransactionSearch
from app.ledger.commit import commit_batch
from app.ledger.stage_statement import ImportOptions
from app.ledger.staged_batches import StagedBatches
from app.store.transactions import count
from tests.helpers.staging import books, stage, statement

ROWS = 12_000


def rows(number: int = ROWS) -> list[StatementRow]:
    return [
        StatementRow(
            line=line,
            booked_on=date(2020, 1, 1) + timedelta(days=line // 10),
            amount=-100 - line % 7,
            printed_payee=f"SHOP {line % 50}",
            memo=f"NUMBER {line:07d}",
        )
        for line in range(number)
    ]


def test_it_tells_how_far_it_is_and_a_cancel_writes_nothing(tmp_path: Path) -> None:
    session = books(tmp_path)
    batches = StagedBatches(session)
    staged = stage(session, statement(rows()), options=ImportOptions(account="Everyday"))
    token, told = CancelToken(), list[tuple[int, int, str]]()

    def stop(done: int, total: int, phase: str) -> None:
        told.append((done, total, phase))
        if done:
            token.cancel()

    with pytest.raises(CancelledError):
        batches.commit(staged.id, progress=stop, cancel=token)
    assert told == [(0, ROWS, "writing"), (5000, ROWS, "writing")]
    assert session.read(lambda c: count(c, TransactionSearch())) == 0
    assert batches.one(staged.id) == staged
    told.clear()
    assert batches.commit(staged.id, progress=lambda *step: told.append(step)).transactions == ROWS
    assert [done for done, *_ in told] == [0, 5000, 10_000]
    assert session.read(lambda c: count(c, TransactionSearch())) == ROWS
    session.close()


def test_what_is_at_hand_is_what_the_vault_has(tmp_path: Path) -> None:
    session = books(tmp_path)
    batches = StagedBatches(session)
    staged = stage(session, statement(rows(6000)), options=ImportOptions(account="Everyday"))
    assert batches.add(staged).id != staged.id
    for name in (staged.id, "s-000002", staged.id):
        kept = batches.one(name)
        assert kept.accounts == staged.accounts
        assert StagedBatches(session).one(name) == kept
    batches.remove(staged.id)
    with pytest.raises(StaleBatchError):
        batches.one(staged.id)
    batches.one("s-000002")
    commit_batch(session, "s-000002")
    with pytest.raises(StaleBatchError):
        batches.commit("s-000002")
    assert batches.every() == ()
    session.close()
