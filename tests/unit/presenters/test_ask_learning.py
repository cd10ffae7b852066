"""What a corrected reading teaches, and when nothing is offered; the book and its plan runner are the real ones."""

from collections.abc import Iterator

import pytest

from app.domain.plan import Filter, Intent, Plan, PlanDraft
from app.domain.vocabulary import LearnedName
from app.ledger.book import Book
from app.presenters.ask import AskPresenter
from app.presenters.ask_card import CardView
from app.presenters.asking import Asking
from tests.helpers.demo_book import CLOCK, KnownPlan, KnownPlans, demo_book

GROCERIES = Plan(intent=Intent.TOTAL, where=Filter(categories=("Groceries",)))
FUEL = Plan(intent=Intent.TOTAL, where=Filter(categories=("Fuel",)))
NOTHING = Plan(intent=Intent.TOTAL, where=Filter(text="foodstuffs"))


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    with demo_book(tmp_path_factory.mktemp("learning")) as opened:
        yield opened


def presenter_of(book: Book, plan: Plan, *names: str, status: str = "answered") -> AskPresenter:
    known = KnownPlan(status, plan, draft=PlanDraft(intent=Intent.TOTAL, names=names), choices=("Fuel", "Groceries"))
    return AskPresenter(Asking(book, KnownPlans({"q": known}), clock=CLOCK), book)


def asked(presenter: AskPresenter, *, keep: bool = True) -> CardView:
    return presenter.compute(presenter.understand("q", keep=keep))


def test_another_category_or_a_first_one_is_offered(book: Book) -> None:
    for before in (GROCERIES, NOTHING):
        presenter = presenter_of(book, before, "foodstuffs")
        card = asked(presenter)
        assert card.offer is None
        offer = presenter.rerun(card, FUEL).offer
        assert offer is not None
        assert offer.name == LearnedName(span="foodstuffs", category="Fuel")
        assert offer.words == "Always understand “foodstuffs” as Fuel"


def test_a_name_chosen_for_a_question_back_is_offered_too(book: Book) -> None:
    presenter = presenter_of(book, Plan(intent=Intent.TOTAL), "stuff", status="clarify")
    chosen = presenter.choose(asked(presenter), "Groceries")
    assert chosen.figure
    assert chosen.offer is not None
    assert chosen.offer.name == LearnedName(span="stuff", category="Groceries")


def test_nothing_is_offered_for_other_parts_and_for_more_than_one_name(book: Book) -> None:
    several = Plan(intent=Intent.TOTAL, where=Filter(categories=("Fuel", "Travel")))
    both = Plan(intent=Intent.TOTAL, where=Filter(categories=("Fuel",), payees=("Greenleaf Market",)))
    presenter = presenter_of(book, GROCERIES, "food")
    card = asked(presenter)
    for plan in (Plan(intent=Intent.COUNT, where=GROCERIES.where), several, both, Plan(intent=Intent.TOTAL)):
        assert presenter.rerun(card, plan).offer is None
    for names in ((), ("food", "fuel")):
        presenter = presenter_of(book, GROCERIES, *names)
        assert presenter.rerun(asked(presenter), FUEL).offer is None


def test_with_nothing_saved_nothing_is_offered(book: Book) -> None:
    presenter = presenter_of(book, GROCERIES, "food")
    assert presenter.rerun(asked(presenter, keep=False), FUEL).offer is None


def test_what_was_taken_is_known_to_the_next_question(book: Book) -> None:
    presenter = presenter_of(book, GROCERIES, "food")
    offer = presenter.rerun(asked(presenter), FUEL).offer
    assert offer is not None
    presenter.learn(offer)
    assert presenter._asking.vocabulary().learned == (offer.name,)
    book.forget_name("food")
    assert presenter._asking.vocabulary().learned == ()


def test_a_follow_up_in_words_of_its_own_teaches_nothing(book: Book) -> None:
    presenter = presenter_of(book, GROCERIES, "food")
    card = asked(presenter)
    following = presenter.follow(card, next(item for item in card.follow_ups if item.words))
    assert presenter.rerun(following, FUEL).offer is None
