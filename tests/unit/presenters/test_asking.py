"""Asking: planner, book and figure check in one go; the book and its plan runner are the real ones."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.base.tasks import CancelToken
from app.domain.audit_entry import AuditEvent
from app.domain.changes import ChangeKind, Changes
from app.domain.errors import CancelledError
from app.domain.period import Period
from app.domain.plan import Filter, Intent, OutOfScope, Plan
from app.domain.transaction import TransactionSearch
from app.ledger.book import Book
from app.presenters.asking import Asking
from tests.helpers.demo_book import CLOCK, KnownPlan, KnownPlans, demo_book

OCTOBER = Period.month(2026, 10)
GROCERIES = Plan(intent=Intent.TOTAL, where=Filter(categories=("Groceries",)), period=OCTOBER)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    folder: Path = tmp_path_factory.mktemp("asking")
    with demo_book(folder) as opened:
        yield opened


def asking_of(book: Book, **plans: KnownPlan) -> Asking:
    return Asking(book, KnownPlans({key.replace("_", " "): plan for key, plan in plans.items()}), clock=CLOCK)


def test_an_answer_has_every_field_of_the_terminal_face(book: Book) -> None:
    answered = asking_of(book, groceries=KnownPlan("answered", GROCERIES)).ask("groceries")
    search = TransactionSearch(categories=("Groceries",), first=OCTOBER.first, last=OCTOBER.last)
    behind = book.transactions(search)
    assert answered.status == "answered"
    assert answered.value is not None
    assert answered.value.money == -sum((item.amount for item in behind[1:]), behind[0].amount)
    assert answered.reading == "spending · category Groceries · 1-31 Oct 2026 · all accounts"
    assert sorted(answered.evidence) == sorted(item.id for item in behind)
    assert answered.text == "You spent $404.69 on groceries in October 2026."
    assert (answered.planned_by, answered.model, answered.plan_milliseconds) == ("model", "sha256:0f1e", 210)
    assert answered.total_milliseconds == 210 + answered.run_milliseconds


def test_the_reading_is_known_before_anything_is_computed(book: Book) -> None:
    understood = asking_of(book, groceries=KnownPlan("answered", GROCERIES)).understand("groceries")
    assert understood.reading.startswith("spending · category Groceries")


def test_a_question_back_carries_its_choices_and_no_figure(book: Book) -> None:
    answered = asking_of(book, green=KnownPlan("clarify", None, choices=("Green Grocer", "Green Energy"))).ask("green")
    assert (answered.status, answered.value, answered.card) == ("clarify", None, None)
    assert answered.choices == ("Green Grocer", "Green Energy")
    assert answered.text == "2 names match. Which one do you mean?"


def test_what_can_not_be_answered_says_why_and_what_can(book: Book) -> None:
    plan = Plan(intent=Intent.UNSUPPORTED, out_of_scope=OutOfScope.ADVICE)
    answered = asking_of(book, should_i_buy_gold=KnownPlan("unsupported", plan)).ask("should i buy gold")
    assert answered.status == "unsupported"
    assert answered.text.startswith("Coffer gives no advice. You can ask")
    assert answered.reading == ""


def test_the_audit_trail_says_that_a_question_was_asked_and_never_which(book: Book) -> None:
    asking_of(book, secret_word=KnownPlan("answered", GROCERIES)).ask("secret word")
    newest = book.audit_entries()[0]
    assert newest.event is AuditEvent.QUESTION_ASKED
    assert "secret" not in repr(newest)
    assert "Groceries" not in repr(newest)


def test_with_nothing_saved_the_audit_trail_says_only_that_a_question_was_asked(book: Book) -> None:
    asking = asking_of(book, groceries=KnownPlan("answered", GROCERIES))
    asking.ask("groceries")
    assert {"plan", "model", "transactions"} <= {name for name, _value in book.audit_entries()[0].details}
    asking.ask("groceries", noted=False)
    assert book.audit_entries()[0].details == (("status", "answered"),)


def test_a_stopped_question_is_asked_of_nobody_and_noted(book: Book) -> None:
    plans = KnownPlans({"groceries": KnownPlan("answered", GROCERIES)})
    token = CancelToken()
    token.cancel()
    with pytest.raises(CancelledError):
        Asking(book, plans, clock=CLOCK).understand("groceries", cancel=token)
    assert plans.asked == []
    assert book.audit_entries()[0].details == (("status", "cancelled"),)


def test_a_plan_changed_by_hand_needs_no_model(book: Book) -> None:
    plans = KnownPlans({"groceries": KnownPlan("answered", GROCERIES)})
    asking = Asking(book, plans, clock=CLOCK)
    before = asking.ask("groceries")
    after = asking.ask_plan(Plan(intent=Intent.TOTAL, period=OCTOBER), before=before)
    assert len(plans.asked) == 1
    assert (after.planned_by, after.plan_milliseconds) == ("rules", 0)
    assert after.value is not None
    assert after.value.money is not None
    assert before.value is not None
    assert before.value.money is not None
    assert after.value.money.minor > before.value.money.minor


def test_names_are_read_again_only_after_a_change(book: Book) -> None:
    asking = asking_of(book)
    first = asking.vocabulary()
    assert asking.vocabulary() is first
    asking._forget(Changes.of(ChangeKind.AUDIT))
    assert asking.vocabulary() is first
    newest = book.transactions(limit=1)[0]
    book.set_category([newest.id], newest.category)
    assert asking.vocabulary() is not first


def test_what_a_conversation_shows_may_be_pointed_at_next(book: Book) -> None:
    plans = KnownPlans({"groceries": KnownPlan("answered", GROCERIES)})
    asking = Asking(book, plans, clock=CLOCK)
    asking.ask("groceries")
    assert plans.shown == []
    asking.ask("groceries", conversation="one")
    [(conversation, result, only)] = plans.shown
    assert (conversation, result.plan, only) == ("one", GROCERIES, None)


def test_the_one_transaction_behind_a_figure_is_shown(book: Book) -> None:
    largest = asking_of(book, it=KnownPlan("answered", Plan(intent=Intent.LARGEST, limit=1))).ask("it").rows[0]
    assert largest.on is not None
    one = Plan(intent=Intent.TOTAL, period=Period(largest.on, largest.on), where=Filter(payees=(largest.label,)))
    plans = KnownPlans({"it": KnownPlan("answered", one)})
    Asking(book, plans, clock=CLOCK).ask("it", conversation="one")
    only = plans.shown[0][2]
    assert only is not None
    assert (only.label, only.on) == (largest.label, largest.on)


def test_a_plan_taken_from_a_chip_is_what_the_next_question_follows(book: Book) -> None:
    plans = KnownPlans({})
    asking = Asking(book, plans, clock=CLOCK)
    asking.ask_plan(GROCERIES, before=None, question="groceries")
    assert (plans.followed, plans.shown) == ([], [])
    asking.ask_plan(GROCERIES, before=None, question="groceries", conversation="one")
    assert plans.followed == [("one", GROCERIES)]
    assert [conversation for conversation, _, _ in plans.shown] == ["one"]
