"""Decisions of the matching turned round in a review: what they do, and that an undo and a new import keep them."""

from collections.abc import Sequence
from datetime import date

from app.domain.staged import StagedBatch, StagedTransaction, Verdict
from app.domain.statement import StatementRow
from app.domain.transaction import Transaction, TransactionSearch
from app.ledger import categorise
from app.ledger.commit import commit_batch, undo_committed
from app.ledger.match_reasons import Reason
from app.ledger.review import with_included, with_others
from app.ledger.stage_statement import ImportOptions
from app.ledger.staged_batches import StagedBatches
from app.store import transactions
from app.store.session import VaultSession
from tests.helpers.staging import DAY, row, stage, statement


def staged(session: VaultSession, *rows: StatementRow) -> StagedBatch:
    return stage(session, statement(rows), options=ImportOptions(account="Giro"))


def bring(
    session: VaultSession,
    *rows: StatementRow,
    left_out: Sequence[int] = (),
    taken_in: Sequence[int] = (),
    others: Sequence[int] = (),
) -> str:
    waiting, batch = StagedBatches(session), staged(session, *rows)
    waiting.revise(batch.id, lambda _, one: with_included(one, 0, positions=left_out, included=False))
    waiting.revise(batch.id, lambda _, one: with_included(one, 0, positions=taken_in, included=True))
    waiting.revise(batch.id, lambda _, one: with_others(one, 0, positions=others))
    return commit_batch(session, batch.id).batch


def everything(session: VaultSession) -> tuple[Transaction, ...]:
    """The transactions, in the order they came in."""
    search = TransactionSearch(descending=False)
    found = session.read(lambda c: transactions.page(c, search, offset=0, limit=-1))
    return tuple(sorted(found, key=lambda item: item.id))


def held(session: VaultSession) -> list[tuple[str, int]]:
    return sorted((item.printed_payee, item.amount.minor) for item in everything(session))


def ids(session: VaultSession) -> list[int]:
    return [item.id for item in everything(session)]


def categories(session: VaultSession) -> list[str]:
    return sorted(item.category for item in everything(session))


def days(session: VaultSession) -> list[tuple[int, bool]]:
    """The day of each transaction, counted from `DAY`, and whether it is pending."""
    rows = session.read(lambda c: c.execute("SELECT booked_on, pending FROM entry ORDER BY 1, 2").fetchall())
    return [((date.fromisoformat(day) - DAY).days, bool(pending)) for day, pending in rows]


def verdicts(batch: StagedBatch) -> list[tuple[Verdict, bool, str]]:
    return [(item.verdict, item.included, item.reason) for item in rows_of(batch)]


def rows_of(batch: StagedBatch) -> tuple[StagedTransaction, ...]:
    return batch.accounts[0].transactions


TEA, MILL = row("TEA", -100), row("OLD MILL", -900)


def test_a_row_left_out_is_left_out_again_with_the_reason_until_it_is_taken_in(session: VaultSession) -> None:
    bring(session, TEA, MILL, left_out=[1])
    again = staged(session, TEA, MILL)
    assert verdicts(again) == [
        (Verdict.DUPLICATE, False, Reason.IDENTICAL),
        (Verdict.DUPLICATE, False, Reason.LEFT_OUT),
    ]
    bring(session, TEA, MILL, taken_in=[1])
    assert held(session) == [("OLD MILL", -900), ("TEA", -100)]
    assert [reason for *_, reason in verdicts(staged(session, TEA, MILL))] == [Reason.IDENTICAL] * 2


def test_an_undo_and_a_new_import_leave_the_same_rows_out(session: VaultSession) -> None:
    batch = bring(session, TEA, MILL, left_out=[1])
    undo_committed(session, batch)
    bring(session, TEA, MILL)
    assert held(session) == [("TEA", -100)]


def test_one_of_two_identical_rows_can_be_left_out_for_good(session: VaultSession) -> None:
    batch = bring(session, TEA, TEA, MILL, left_out=[0])
    assert held(session) == [("OLD MILL", -900), ("TEA", -100)]
    undo_committed(session, batch)
    bring(session, TEA, TEA, MILL)
    assert held(session) == [("OLD MILL", -900), ("TEA", -100)]
    assert not any(item.included for item in rows_of(staged(session, TEA, TEA)))


def test_what_is_said_to_be_no_duplicate_is_added_and_comes_back_after_an_undo(session: VaultSession) -> None:
    bring(session, TEA)
    batch = bring(session, TEA, MILL, others=[0])
    assert held(session) == [("OLD MILL", -900), ("TEA", -100), ("TEA", -100)]
    assert not any(item.included for item in rows_of(staged(session, TEA, MILL))), "the books answer for each once"
    undo_committed(session, batch)
    assert held(session) == [("TEA", -100)]
    bring(session, TEA, MILL)
    assert held(session) == [("OLD MILL", -900), ("TEA", -100), ("TEA", -100)]


def test_a_tick_on_a_duplicate_says_the_same(session: VaultSession) -> None:
    bring(session, TEA)
    batch = bring(session, TEA, taken_in=[0])
    undo_committed(session, batch)
    bring(session, TEA)
    assert held(session) == [("TEA", -100), ("TEA", -100)]


def test_adding_a_duplicate_does_not_bring_back_what_was_left_out_beside_it(session: VaultSession) -> None:
    bring(session, TEA, TEA, left_out=[1])
    batch = bring(session, TEA, TEA, taken_in=[0])
    assert held(session) == [("TEA", -100), ("TEA", -100)]
    undo_committed(session, batch)
    bring(session, TEA, TEA)
    assert held(session) == [("TEA", -100), ("TEA", -100)]


def test_one_of_two_that_were_left_out_is_taken_in_and_comes_back_after_each_undo(session: VaultSession) -> None:
    bring(session, TEA, TEA, MILL, left_out=[0, 1])
    batch = bring(session, TEA, TEA, taken_in=[0])
    for _ in range(3):
        assert held(session) == [("OLD MILL", -900), ("TEA", -100)]
        undo_committed(session, batch)
        assert held(session) == [("OLD MILL", -900)]
        batch = bring(session, TEA, TEA)


def test_a_booked_row_can_be_another_purchase_than_the_pending_one(session: VaultSession) -> None:
    bring(session, row("TEA", -100, pending=True))
    booked = row("TEA", -100, days=2)
    assert verdicts(staged(session, booked)) == [(Verdict.SETTLES, True, Reason.SETTLES)]
    batch = bring(session, booked, others=[0])
    assert held(session) == [("TEA", -100), ("TEA", -100)]
    undo_committed(session, batch)
    assert verdicts(staged(session, booked)) == [(Verdict.NEW, True, Reason.ANOTHER)]
    bring(session, booked)
    assert held(session) == [("TEA", -100), ("TEA", -100)]


def test_it_stays_another_purchase_when_the_books_change_during_the_review(session: VaultSession) -> None:
    bring(session, row("TEA", -100, pending=True))
    waiting, batch = StagedBatches(session), staged(session, row("TEA", -100, days=2))
    waiting.revise(batch.id, lambda _, one: with_others(one, 0, positions=[0]))
    bring(session, MILL)
    assert verdicts(waiting.one(batch.id)) == [(Verdict.NEW, True, Reason.ANOTHER)]


def test_a_booked_row_left_out_leaves_the_pending_one_as_it_is(session: VaultSession) -> None:
    bring(session, row("TEA", -100, pending=True))
    booked = row("TEA", -100, days=2)
    bring(session, booked, MILL, left_out=[0])
    assert held(session) == [("OLD MILL", -900), ("TEA", -100)]
    assert verdicts(staged(session, booked)) == [(Verdict.DUPLICATE, False, Reason.LEFT_OUT)]


def test_what_was_deleted_on_purpose_and_taken_in_again_is_there_once(session: VaultSession) -> None:
    bring(session, TEA, MILL, left_out=[0])
    bring(session, TEA, taken_in=[0])
    again = staged(session, TEA)
    assert verdicts(again) == [(Verdict.DUPLICATE, False, Reason.IDENTICAL)]
    assert held(session) == [("OLD MILL", -900), ("TEA", -100)]


def test_one_of_two_identical_rows_is_another_purchase_and_the_other_settles_as_before(session: VaultSession) -> None:
    bring(session, row("TEA", -100, pending=True), row("TEA", -100, days=3, pending=True))
    booked = [row("TEA", -100, days=3), row("TEA", -100, days=3)]
    batch = bring(session, *booked, others=[1])
    before = days(session)
    undo_committed(session, batch)
    bring(session, *booked)
    assert days(session) == before


def test_what_was_added_settles_like_any_other_and_again_after_an_undo(session: VaultSession) -> None:
    bring(session, row("TEA", -100, days=4))
    pending = row("TEA", -100, pending=True)
    bring(session, pending, others=[0])
    booked = row("TEA", -100, days=3)
    batch = bring(session, booked)
    assert days(session) == [(3, False), (4, False)]
    undo_committed(session, batch)
    bring(session, booked)
    assert days(session) == [(3, False), (4, False)]
    assert not any(item.included for item in rows_of(staged(session, pending))), "it is in the books, booked by now"


def test_what_was_added_and_then_deleted_on_purpose_stays_out(session: VaultSession) -> None:
    bring(session, TEA)
    batch = bring(session, TEA, others=[0])
    categorise.delete(session, [max(ids(session))])
    undo_committed(session, batch)
    bring(session, TEA)
    assert held(session) == [("TEA", -100)]


def test_of_two_identical_rows_the_one_that_was_deleted_stays_out(session: VaultSession) -> None:
    bring(session, TEA)
    batch = bring(session, TEA, TEA, taken_in=[0])
    added = ids(session)[-2]
    categorise.set_category(session, [max(ids(session))], category="Gifts")
    categorise.delete(session, [added])
    undo_committed(session, batch)
    bring(session, TEA, TEA)
    assert categories(session) == ["Gifts", "Uncategorised"]


def test_what_was_added_has_its_own_category_again_although_the_older_one_is_deleted(session: VaultSession) -> None:
    bring(session, TEA)
    categorise.set_category(session, ids(session), category="Gifts")
    batch = bring(session, TEA, others=[0])
    older, added = ids(session)
    categorise.set_category(session, [added], category="Rent")
    categorise.delete(session, [older])
    undo_committed(session, batch)
    bring(session, TEA)
    assert categories(session) == ["Rent"]


def test_a_file_with_another_row_of_that_day_is_not_taken_for_the_one_taken_back(session: VaultSession) -> None:
    """Else an older file, imported once more, would double its row."""
    bring(session, TEA, MILL)
    batch = bring(session, TEA, others=[0])
    undo_committed(session, batch)
    bring(session, TEA, MILL)
    assert held(session) == [("OLD MILL", -900), ("TEA", -100)]


def test_a_pending_row_that_was_settled_can_come_back_beside_one_that_was_added(session: VaultSession) -> None:
    pending = row("TEA", -100, pending=True)
    bring(session, pending)
    settling = bring(session, row("TEA", -100, days=2))
    bring(session, pending, others=[0])
    undo_committed(session, settling)
    assert days(session) == [(0, True), (0, True)]


def test_what_the_owner_took_in_is_the_one_that_comes_back_not_one_deleted_before(session: VaultSession) -> None:
    rows = (TEA, TEA, MILL)
    bring(session, *rows)
    batch = bring(session, *rows, others=[0])
    tea = [item.id for item in everything(session) if item.printed_payee == "TEA"]
    categorise.set_category(session, [max(tea)], category="Rent")
    categorise.delete(session, [min(tea)])
    before = categories(session)
    undo_committed(session, batch)
    bring(session, *rows)
    assert categories(session) == before


def test_a_deleted_purchase_that_was_taken_in_and_settled_answers_for_one_booked_row_alone(
    session: VaultSession,
) -> None:
    pending = row("TEA", -100, pending=True)
    bring(session, pending, MILL)
    categorise.delete(session, ids(session)[:1])
    bring(session, pending, taken_in=[0])
    bring(session, row("TEA", -100, days=2))
    bring(session, row("TEA", -100, days=3))
    assert held(session) == [("OLD MILL", -900), ("TEA", -100), ("TEA", -100)]
