"""Files that wait together: what one brings, the other no longer counts as new, in the review and when it is added."""

from dataclasses import replace

import pytest

from app.domain.errors import DecisionNeededError
from app.domain.staged import StagedBatch, StagedStatus
from app.domain.transaction import TransactionSearch
from app.ledger import categorise
from app.ledger.commit import commit_batch, undo_committed
from app.ledger.review import with_included
from app.ledger.stage_statement import ImportOptions
from app.ledger.staged_batches import StagedBatches
from app.store import transactions
from app.store.session import VaultSession
from tests.helpers.staging import row, stage, statement

GIRO = ImportOptions(account="Giro")


def included(batch: StagedBatch) -> list[bool]:
    return [item.included for account in batch.accounts for item in account.transactions]


def held(session: VaultSession) -> list[int]:
    found = session.read(lambda c: transactions.page(c, TransactionSearch(), offset=0, limit=-1))
    return sorted(item.amount.minor for item in found)


def test_the_same_file_staged_twice_is_added_once(session: VaultSession) -> None:
    rows = [row("CAFE LUNA", -475), row("CAFE LUNA", -475), row("OLD MILL", -900)]
    first, second = (stage(session, statement(rows), options=GIRO) for _ in range(2))
    waiting = StagedBatches(session)
    assert included(waiting.one(second.id)) == [True] * 3
    commit_batch(session, first.id)
    again = waiting.one(second.id)
    assert (again.status, included(again)) == (StagedStatus.NOTHING_NEW, [False] * 3)
    assert [batch.status for batch in waiting.every()] == [StagedStatus.NOTHING_NEW]
    commit_batch(session, second.id)
    assert held(session) == [-900, -475, -475]


def test_two_overlapping_files_of_a_new_account_make_one_account_without_doubles(session: VaultSession) -> None:
    rows = [row("CAFE LUNA", -100 - days, days=days) for days in range(20)]
    files = [
        stage(session, statement(part), options=ImportOptions(), name=name)
        for part, name in ((rows[:12], "giro 1.csv"), (rows[8:], "giro 2.csv"))
    ]
    assert [file.accounts[0].account_id for file in files] == [None, None]
    for file in files:
        commit_batch(session, file.id)
    assert held(session) == sorted(item.amount for item in rows)


def test_what_the_owner_ticked_by_hand_stays_ticked(session: VaultSession) -> None:
    rows = [row("CAFE LUNA", -475), row("OLD MILL", -900), row("GREEN GROCER", -50)]
    waiting = StagedBatches(session)
    staged = stage(session, statement(rows), options=GIRO)
    waiting.revise(staged.id, lambda _, batch: with_included(batch, 0, positions=[2], included=False))
    commit_batch(session, stage(session, statement(rows[:1]), options=GIRO).id)
    assert included(waiting.one(staged.id)) == [False, True, False]
    ticked = waiting.revise(staged.id, lambda _, batch: with_included(batch, 0, positions=[0], included=True))
    assert included(ticked) == [True, True, False]
    commit_batch(session, stage(session, statement([row("TEA", -1)]), options=GIRO).id)
    assert included(waiting.one(staged.id)) == [True, True, False]


def test_an_undo_and_a_deletion_are_seen_too(session: VaultSession) -> None:
    rows = [row("CAFE LUNA", -475), row("OLD MILL", -900)]
    batch = commit_batch(session, stage(session, statement(rows), options=GIRO).id).batch
    waiting = StagedBatches(session)
    staged = stage(session, statement(rows), options=GIRO)
    assert included(waiting.one(staged.id)) == [False, False]
    undo_committed(session, batch)
    assert included(waiting.one(staged.id)) == [True, True]
    commit_batch(session, stage(session, statement(rows), options=GIRO).id)
    found = session.read(lambda c: transactions.page(c, TransactionSearch(), offset=0, limit=-1))
    categorise.delete(session, [found[0].id])
    assert [item.reason for item in waiting.one(staged.id).accounts[0].transactions].count(
        "you deleted this transaction on purpose"
    ) == 1


def test_a_pending_purchase_that_went_meanwhile_is_not_settled(session: VaultSession) -> None:
    commit_batch(session, stage(session, statement([row("CAFE LUNA", -475, pending=True)]), options=GIRO).id)
    settling = [stage(session, statement([row("CAFE LUNA", -475, days=2)]), options=GIRO) for _ in range(2)]
    for staged in settling:
        commit_batch(session, staged.id)
    assert held(session) == [-475]
    commit_batch(session, stage(session, statement([row("TEA", -50, pending=True)]), options=GIRO).id)
    waits = stage(session, statement([row("TEA", -50, days=1)]), options=GIRO)
    pending = session.read(lambda c: transactions.page(c, TransactionSearch(text="TEA"), offset=0, limit=-1))
    categorise.delete(session, [pending[0].id])
    commit_batch(session, waits.id)
    assert held(session) == [-475]


def test_two_banks_under_one_file_name_do_not_end_in_one_account_unasked(session: VaultSession) -> None:
    """Both files propose a new account of the same name before either is added."""
    one = [row("CAFE LUNA", -100 - days, days=days) for days in range(0, 20, 2)]
    other = [replace(item, amount=item.amount - 5000, printed_payee="OLD MILL") for item in one[1:-1]]
    first, second = (
        stage(session, statement(rows), options=ImportOptions(), name="transactions.csv") for rows in (one, other)
    )
    commit_batch(session, first.id)
    with pytest.raises(DecisionNeededError):
        commit_batch(session, second.id)
    assert [item.question for item in StagedBatches(session).one(second.id).decisions] == ["wrong_account"]


def test_what_is_deleted_a_second_time_is_settled_by_no_file_that_waits(session: VaultSession) -> None:
    pending = row("TEA", -50, pending=True)

    def delete() -> None:
        found = session.read(lambda c: transactions.page(c, TransactionSearch(text="TEA"), offset=0, limit=-1))
        categorise.delete(session, [item.id for item in found])

    commit_batch(session, stage(session, statement([pending, row("OLD MILL", -900)]), options=GIRO).id)
    delete()
    waiting = StagedBatches(session)
    again = stage(session, statement([pending]), options=GIRO)
    waiting.revise(again.id, lambda _, batch: with_included(batch, 0, positions=[0], included=True))
    commit_batch(session, again.id)
    waits = stage(session, statement([row("TEA", -50, days=1), row("RENT", -5)]), options=GIRO)
    delete()
    commit_batch(session, waits.id)
    assert held(session) == [-900, -5]
