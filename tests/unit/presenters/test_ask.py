"""The Ask page's presenter: cards, other readings, follow-ups; the book and its plan runner are the real ones."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.domain.audit_entry import AuditEvent
from app.domain.period import Period
from app.domain.plan import Filter, GroupBy, Intent, Measure, Plan
from app.ledger.book import Book
from app.presenters.ask import AskPresenter
from app.presenters.ask_card import CardView, PlotKind
from app.presenters.asking import Asking
from tests.helpers.demo_book import CLOCK, KnownPlan, KnownPlans, demo_book

OCTOBER = Period.month(2026, 10)
SEPTEMBER = Period.month(2026, 9)
GROCERIES = Plan(intent=Intent.TOTAL, where=Filter(categories=("Groceries",)), period=OCTOBER)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    with demo_book(tmp_path_factory.mktemp("ask")) as opened:
        yield opened


def presenter_of(book: Book, *plans: Plan) -> AskPresenter:
    known = KnownPlans({str(at): KnownPlan("answered", plan) for at, plan in enumerate(plans)})
    return AskPresenter(Asking(book, known, clock=CLOCK), book)


def card_of(book: Book, plan: Plan) -> CardView:
    presenter = presenter_of(book, plan)
    return presenter.compute(presenter.understand("0"))


def test_a_card_has_figure_chips_rows_and_what_to_ask_next(book: Book) -> None:
    card = card_of(book, GROCERIES)
    assert card.figure == "−$404.69"
    assert [chip.part for chip in card.chips] == ["measure", "category", "period", "account"]
    assert [row.amount for row in card.rows] != []
    assert card.show_all == "Show all 7 transactions"
    assert card.follow_ups[0].words == "and in September?"


def test_the_sides_of_a_comparison_are_named_by_what_sets_them_apart(book: Book) -> None:
    card = card_of(book, replace(GROCERIES, intent=Intent.COMPARE, other_period=SEPTEMBER))
    assert [row.label for row in card.rows] == ["1–31 Oct 2026", "1–30 Sep 2026"]
    assert card.follow_ups == ()
    sides = replace(GROCERIES, intent=Intent.COMPARE, other_where=Filter(categories=("Fuel",)))
    assert [row.label for row in card_of(book, sides).rows] == ["Groceries", "Fuel"]


def test_what_is_counted_is_drawn_by_its_count(book: Book) -> None:
    plan = Plan(intent=Intent.RANKING, group_by=GroupBy.PAYEE, measure=Measure.COUNT)
    card = card_of(book, plan)
    assert card.plot is not None
    assert card.plot.kind is PlotKind.LIST
    sizes = [point.size for point in card.plot.points]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == card.answered.rows[0].count
    assert card.plot.points[0].amount == f"{sizes[0]}×"


def test_nothing_found_is_zero_without_follow_ups(book: Book) -> None:
    card = card_of(book, replace(GROCERIES, period=Period.month(2019, 1)))
    assert card.figure == "$0.00"
    assert card.follow_ups == ()
    assert card.foot.startswith("computed in ")


@pytest.mark.parametrize(
    ("part", "words"), [("period", "Sep 2026"), ("category", "Fuel"), ("account", "Harbor Savings")]
)
def test_every_part_of_the_reading_can_be_another(book: Book, part: str, words: str) -> None:
    presenter = presenter_of(book, GROCERIES)
    card = presenter.compute(presenter.understand("0"))
    offered = {item.words: item.plan for item in presenter.alternatives(card, part)}
    again = presenter.rerun(card, offered[words])
    assert again.answered.planned_by == "rules"
    assert again.answered.plan != GROCERIES


def test_what_was_left_out_is_taken_in_by_a_tap(book: Book) -> None:
    plan = Plan(intent=Intent.TOTAL, period=OCTOBER, without=Filter(categories=("Housing",)))
    presenter = presenter_of(book, plan)
    card = presenter.compute(presenter.understand("0"))
    assert [chip.part for chip in card.chips if chip.changeable] == ["measure", "without", "period", "account"]
    (offered,) = presenter.alternatives(card, "without")
    again = presenter.rerun(card, offered.plan)
    assert (card.figure, again.figure) == ("−$1,235.49", "−$3,085.49")


def test_an_amount_range_can_lose_either_end(book: Book) -> None:
    presenter = presenter_of(book, replace(GROCERIES, intent=Intent.LIST, at_least=5000, at_most=5000))
    card = presenter.compute(presenter.understand("0"))
    ends = [(item.plan.at_least, item.plan.at_most) for item in presenter.alternatives(card, "amount")]
    assert ends == [(None, None), (5000, None), (None, 5000)]


def test_a_private_question_stays_private_when_its_reading_is_changed(book: Book) -> None:
    presenter = presenter_of(book, GROCERIES)
    card = presenter.compute(presenter.understand("0", keep=False))
    presenter.rerun(card, replace(GROCERIES, period=SEPTEMBER))
    presenter.choose(card, "Fuel")
    for entry in book.audit_entries()[:3]:
        assert entry.event is AuditEvent.QUESTION_ASKED
        assert [name for name, _value in entry.details] == ["status"]
