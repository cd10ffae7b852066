"""The Ask page over the demo's real vault; only the model's choice of plan is given."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLayout
from pytestqt.qtbot import QtBot

from app.domain.period import Period
from app.domain.plan import Filter, GroupBy, Intent, OutOfScope, Plan, PlanDraft
from app.domain.transaction import TransactionSearch
from app.domain.vocabulary import LearnedName
from app.ledger.book import Book
from app.presenters.ask import AskPresenter
from app.presenters.ask_alternatives import Alternative
from app.presenters.asking import Asking
from app.ui.pages.ask import AskPage
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme
from app.ui.widgets.answer_card import AnswerCard
from app.ui.widgets.answer_rows import AnswerRow
from app.ui.widgets.charts.bar_list import BarList
from app.ui.widgets.charts.series_plot import SeriesPlot
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import MoneyLabel
from app.ui.widgets.page import PageKey
from tests.helpers.demo_book import CLOCK, KnownPlan, KnownPlans, demo_book

OCTOBER = Period.month(2026, 10)
YEAR = Period.year(2026)
GROCERIES = Plan(intent=Intent.TOTAL, where=Filter(categories=("Groceries",)), period=OCTOBER)
QUESTIONS = {
    "groceries last month": KnownPlan("answered", GROCERIES),
    "spending by month this year": KnownPlan(
        "answered", Plan(intent=Intent.BREAKDOWN, group_by=GroupBy.MONTH, period=YEAR)
    ),
    "where do I spend most": KnownPlan("answered", Plan(intent=Intent.RANKING, group_by=GroupBy.CATEGORY, period=YEAR)),
    "should I sell": KnownPlan("unsupported", Plan(intent=Intent.UNSUPPORTED, out_of_scope=OutOfScope.ADVICE)),
    "broken": KnownPlan("answered", Plan(intent=Intent.UNSUPPORTED)),
}


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    with demo_book(tmp_path_factory.mktemp("ask")) as opened:
        yield opened


@pytest.fixture
def planner() -> KnownPlans:
    return KnownPlans(dict(QUESTIONS))


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, tasks: Tasks, *, book: Book, planner: KnownPlans) -> Iterator[AskPage]:
    shown = AskPage(theme, tasks, AskPresenter(Asking(book, planner, clock=CLOCK), book))
    qtbot.addWidget(shown)
    shown.resize(1072, 770)
    shown.show()
    shown.show_with(None)
    settle(qtbot, tasks)
    yield shown
    settle(qtbot, tasks)


def settle(qtbot: QtBot, tasks: Tasks) -> None:
    for _round in range(3):
        qtbot.wait(10)
        qtbot.waitUntil(lambda: tasks.running == 0)


def ask(page: AskPage, question: str, *, qtbot: QtBot, tasks: Tasks) -> AnswerCard:
    page.field.clear()
    QTest.keyClicks(page.field, question)
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    settle(qtbot, tasks)
    return page.cards[-1]


def figure(card: AnswerCard) -> str:
    return card.findChildren(MoneyLabel)[0].text()


def chips(card: AnswerCard) -> list[str]:
    return [chip.text() for chip in card.findChildren(Chip) if not chip.isHidden()]


def laid_out(layout: QLayout) -> list[Chip]:
    items = [layout.itemAt(at) for at in range(layout.count())]
    return [chip for item in items if item is not None and isinstance(chip := item.widget(), Chip)]


def test_a_question_becomes_a_figure_with_its_reading_and_rows(page: AskPage, qtbot: QtBot, tasks: Tasks) -> None:
    card = ask(page, "groceries last month", qtbot=qtbot, tasks=tasks)
    assert figure(card) == "−$404.69"
    assert chips(card) == ["spending", "category: Groceries", "1–31 Oct 2026", "all accounts"]
    assert len(card.rows.findChildren(AnswerRow)) == 4
    assert card.show_all.text() == "Show all 7 transactions"
    assert "plan by the model in 210 ms" in card._foot.text()


def test_the_reading_stands_before_the_figure(page: AskPage, qtbot: QtBot, tasks: Tasks) -> None:
    card = page.ask("groceries last month")
    assert card._state.text() == "Understanding the question"
    pending = page._presenter.understand("groceries last month")
    card.show_pending(pending.chips)
    assert [chip.text() for chip in laid_out(card._chips)][1] == "category: Groceries"
    assert not card._figure.isVisible()
    settle(qtbot, tasks)
    assert figure(card) == "−$404.69"


def test_a_chip_offers_other_periods_and_computes_without_the_model(
    page: AskPage, planner: KnownPlans, qtbot: QtBot, *, tasks: Tasks
) -> None:
    card = ask(page, "groceries last month", qtbot=qtbot, tasks=tasks)
    view = card.view
    assert view is not None
    chip = next(chip for chip in card.findChildren(Chip) if chip.text() == "1–31 Oct 2026")
    menu = page.open_menu(card, page._presenter.alternatives(view, "period"), chip=chip)
    next(action for action in menu.actions() if action.text() == "Sep 2026").trigger()
    menu.close()
    settle(qtbot, tasks)
    assert figure(card) != "−$404.69"
    assert "1–30 Sep 2026" in chips(card)
    assert len(planner.asked) == 1
    assert "plan by rules" in card._foot.text()


def test_all_transactions_behind_a_figure_are_opened(page: AskPage, qtbot: QtBot, tasks: Tasks, *, book: Book) -> None:
    card = ask(page, "groceries last month", qtbot=qtbot, tasks=tasks)
    with qtbot.waitSignal(page.navigated) as opened:
        QTest.mouseClick(card.show_all, Qt.MouseButton.LeftButton)
    key, search = opened.args
    assert key == PageKey.TRANSACTIONS
    assert -sum(item.amount.minor for item in book.transactions(search)) == 40469
    assert isinstance(search, TransactionSearch)


def test_months_are_drawn_as_bars_and_a_bar_opens_its_month(page: AskPage, qtbot: QtBot, tasks: Tasks) -> None:
    card = ask(page, "spending by month this year", qtbot=qtbot, tasks=tasks)
    plot = card.findChild(SeriesPlot)
    assert plot is not None
    assert len(plot.elements) >= 10
    with qtbot.waitSignal(page.navigated) as opened:
        plot.activated.emit(plot.elements[0].key)
    assert opened.args[1].ids


def test_a_ranking_is_a_list_of_bars_with_its_table_folded(page: AskPage, qtbot: QtBot, tasks: Tasks) -> None:
    card = ask(page, "where do I spend most", qtbot=qtbot, tasks=tasks)
    assert card.findChild(BarList) is not None
    assert card.rows.isHidden()
    QTest.mouseClick(card._fold, Qt.MouseButton.LeftButton)
    assert card.rows.isVisible()


def test_a_question_back_is_answered_by_one_of_its_names(
    page: AskPage, planner: KnownPlans, book: Book, *, qtbot: QtBot, tasks: Tasks
) -> None:
    names = tuple(payee.name for payee in book.vocabulary().payees[:2])
    where = Filter(payees=names)
    planner.plans["how much at it"] = KnownPlan("clarify", Plan(intent=Intent.TOTAL, where=where), choices=names)
    card = ask(page, "how much at it", qtbot=qtbot, tasks=tasks)
    assert card._figure.isHidden()
    assert chips(card) == list(names)
    chosen = next(chip for chip in card.findChildren(Chip) if chip.text() == names[1])
    QTest.mouseClick(chosen, Qt.MouseButton.LeftButton)
    settle(qtbot, tasks)
    assert card._figure.isVisible()
    assert f"payee: {names[1]}" in chips(card)


def test_what_can_not_be_answered_offers_two_things_that_can(page: AskPage, qtbot: QtBot, tasks: Tasks) -> None:
    card = ask(page, "should I sell", qtbot=qtbot, tasks=tasks)
    assert card._sentence.text().startswith("Coffer gives no advice.")
    assert len(chips(card)) == 2


def test_a_plan_that_can_not_be_computed_says_so_on_its_card(page: AskPage, qtbot: QtBot, tasks: Tasks) -> None:
    card = ask(page, "broken", qtbot=qtbot, tasks=tasks)
    assert card.error.message


def test_a_follow_up_is_a_card_of_its_own(page: AskPage, qtbot: QtBot, tasks: Tasks) -> None:
    ask(page, "groceries last month", qtbot=qtbot, tasks=tasks)
    offered = laid_out(page._next)
    assert offered[0].text() == "and in September?"
    QTest.mouseClick(offered[0], Qt.MouseButton.LeftButton)
    settle(qtbot, tasks)
    assert len(page.cards) == 2
    assert "1–30 Sep 2026" in chips(page.cards[1])


def test_a_plan_that_another_page_offers_is_computed_without_the_model(
    page: AskPage, planner: KnownPlans, *, qtbot: QtBot, tasks: Tasks
) -> None:
    page.show_with(Alternative("Groceries, October 2026", GROCERIES))
    settle(qtbot, tasks)
    (card,) = page.cards
    assert (card.accessibleName(), figure(card)) == ("Groceries, October 2026", "−$404.69")
    assert "category: Groceries" in chips(card)
    assert planner.asked == []


def test_a_corrected_payee_is_offered_as_learning_and_kept_when_taken(
    page: AskPage, planner: KnownPlans, book: Book, *, qtbot: QtBot, tasks: Tasks
) -> None:
    one, other = (payee.name for payee in book.vocabulary().payees[:2])
    draft = PlanDraft(intent=Intent.TOTAL, names=("the shop",))
    plan = Plan(intent=Intent.TOTAL, where=Filter(payees=(one,)))
    planner.plans["how much at the shop"] = KnownPlan("answered", plan, draft=draft)
    card = ask(page, "how much at the shop", qtbot=qtbot, tasks=tasks)
    assert card._learn.isHidden()
    page._rerunner(card, replace(plan, period=OCTOBER))()
    settle(qtbot, tasks)
    assert card._learn.isHidden()
    page._rerunner(card, replace(plan, where=Filter(payees=(other,))))()
    settle(qtbot, tasks)
    assert card._learn.accessibleName() == f"Always understand “the shop” as {other}"
    with qtbot.waitSignal(page.said):
        QTest.mouseClick(card._learn, Qt.MouseButton.LeftButton)
    assert card._learn.isHidden()
    assert book.learned_names() == (LearnedName(span="the shop", payee=other),)
    assert len(planner.asked) == 1
    book.forget_name("the shop")


def test_stop_ends_the_question_at_once_and_the_next_one_is_answered(
    page: AskPage, planner: KnownPlans, qtbot: QtBot, *, tasks: Tasks
) -> None:
    planner.waits = {"slow one"}
    card = page.ask("slow one")
    qtbot.waitUntil(lambda: bool(planner.asked))
    assert card.stop.isVisible()
    QTest.mouseClick(card.stop, Qt.MouseButton.LeftButton)
    assert card._state.text() == "Stopped. Nothing was computed."
    assert not card.stop.isVisible()
    assert figure(ask(page, "groceries last month", qtbot=qtbot, tasks=tasks)) == "−$404.69"
    assert card._figure.isHidden()
    assert not card.error.isVisible()
    planner.waits = set()
    planner.plans["slow one"] = QUESTIONS["groceries last month"]
    again = next(chip for chip in card.findChildren(Chip) if chip.text() == "Ask again")
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    settle(qtbot, tasks)
    assert figure(page.cards[-1]) == "−$404.69"


def test_other_readings_of_an_answer_are_offered_as_such(
    page: AskPage, planner: KnownPlans, book: Book, *, qtbot: QtBot, tasks: Tasks
) -> None:
    names = tuple(payee.name for payee in book.vocabulary().payees[:2])
    plan = Plan(intent=Intent.TOTAL, where=Filter(payees=names[:1]))
    planner.plans["at it"] = KnownPlan("answered", plan, choices=names)
    card = ask(page, "at it", qtbot=qtbot, tasks=tasks)
    assert card._meant.text() == "Did you mean"
    assert card._meant.isVisible()


def test_with_nothing_saved_the_card_leaves_with_the_owner(
    page: AskPage, planner: KnownPlans, *, qtbot: QtBot, tasks: Tasks
) -> None:
    ask(page, "groceries last month", qtbot=qtbot, tasks=tasks)
    page.nothing_kept.setChecked(True)
    ask(page, "where do I spend most", qtbot=qtbot, tasks=tasks)
    assert [conversation for _question, conversation in planner.asked] == ["window", ""]
    page.hide()
    assert [card.accessibleName() for card in page.cards] == ["groceries last month"]
    QTest.keyClick(page.field, Qt.Key.Key_Up)
    assert page.field.text() == "groceries last month"


def test_a_removed_card_never_comes_back(page: AskPage, qtbot: QtBot, tasks: Tasks) -> None:
    card = page.ask("groceries last month")
    card.remove.click()
    settle(qtbot, tasks)
    assert page.cards == ()
    assert page.empty.isVisible()


def test_the_answer_is_copied_for_a_while(page: AskPage, qtbot: QtBot, tasks: Tasks) -> None:
    card = ask(page, "groceries last month", qtbot=qtbot, tasks=tasks)
    with qtbot.waitSignal(page.said):
        card.copy.click()
    assert QGuiApplication.clipboard().text() == "You spent $404.69 on groceries in October 2026."
    QGuiApplication.clipboard().clear()


def test_veiled_amounts_leave_no_figure_on_the_card(page: AskPage, theme: Theme, *, qtbot: QtBot, tasks: Tasks) -> None:
    card = ask(page, "groceries last month", qtbot=qtbot, tasks=tasks)
    theme.set_veiled(True)
    assert "404" not in figure(card) + card._sentence.text()
