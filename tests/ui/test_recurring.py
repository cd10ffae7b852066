"""The Recurring page and the Overview's two small cards: sums, list, one payment in full, evidence."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.changes import ChangeKind, Changes
from app.domain.transaction import TransactionSearch
from app.presenters.overview import OverviewPresenter
from app.presenters.recurring import RecurringPresenter
from app.presenters.text import Words
from app.ui.pages.overview import OverviewPage
from app.ui.pages.recurring import RecurringPage
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.labels import Label
from app.ui.widgets.page import PageKey
from tests.ui.helpers.household import Household
from tests.ui.helpers.shown_window import Inline


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> RecurringPage:
    made = RecurringPage(theme, Inline(print), RecurringPresenter(Household()))
    qtbot.addWidget(made)
    made.resize(1072, 770)
    made.show()
    made.refresh()
    return made


def cells(page: RecurringPage, row: int) -> list[str]:
    model = page.model
    return [str(model.data(model.index(row, at))) for at in range(model.columnCount())]


def test_the_list_says_how_often_when_next_and_what_a_year(page: RecurringPage) -> None:
    assert page.model.rowCount() == 5
    assert cells(page, 1) == [
        "Hearth Mutual", "Insurance", "every year", "11 Jan 2026", "\u2212$642.00", "\u2212$642.00",
    ]  # fmt: skip
    assert cells(page, 4)[2:] == ["every month", "6 Jan 2026", "\u2212$9.99", "\u2212$119.88"]
    sums = [card._amount.text() for card in page.sums]
    year = 12 * (141_000 + 4_900 + 3_900 + 999) + 64_200
    assert sums[0] == f"\u2212${year // 100:,}.{year % 100:02d}"


def test_a_payment_shows_its_changes_and_opens_its_transactions(page: RecurringPage, qtbot: QtBot) -> None:
    page.table.selectRow(4)
    assert page.panel.isVisible()
    assert "$7.99 to $9.99" in [label.text() for label in page.panel.findChildren(Label)]
    with qtbot.waitSignal(page.navigated) as opened:
        QTest.mouseClick(page.panel.evidence, Qt.MouseButton.LeftButton)
    assert opened.args == [PageKey.TRANSACTIONS, TransactionSearch(ids=tuple(range(1, 13)))]
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.panel.isVisible()


def test_ended_payments_stand_apart_without_a_next_day(page: RecurringPage) -> None:
    QTest.mouseClick(page.ended, Qt.MouseButton.LeftButton)
    assert page.model.rowCount() == 1
    assert cells(page, 0) == ["Old Magazine", "Subscriptions", "every month", "", "\u2212$4.50", ""]


def test_the_veil_hides_amounts_of_the_list(page: RecurringPage, theme: Theme) -> None:
    theme.set_veiled(True)
    assert cells(page, 0)[4:] == [Words.VEILED, Words.VEILED]
    assert cells(page, 0)[0] == "Rent, Quayside Homes"


def test_only_what_touches_it_reads_again(page: RecurringPage) -> None:
    page.model.set_rows([])
    page.on_changes(Changes.of(ChangeKind.SETTINGS))
    assert page.model.rowCount() == 0
    page.on_changes(Changes.of(ChangeKind.TRANSACTIONS))
    assert page.model.rowCount() == 5


def test_overview_says_what_comes_up_and_what_is_worth_a_look(qtbot: QtBot, theme: Theme) -> None:
    page = OverviewPage(theme, Inline(print), OverviewPresenter(Household()))
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    assert page.upcoming.total.text() == "\u2212$2,149.99 in 30 days"
    words = [label.text() for label in page.looks.findChildren(Label)]
    assert "Bloom Florist charged $64.00 twice" in words
    assert "Cinefile went from $7.99 to $9.99" in words
    look = next(link for link in page.looks.findChildren(LinkButton) if "Bloom" in link.accessibleName())
    with qtbot.waitSignal(page.navigated) as opened:
        QTest.mouseClick(look, Qt.MouseButton.LeftButton)
    assert opened.args == [PageKey.TRANSACTIONS, TransactionSearch(ids=(3, 4))]
    theme.set_veiled(True)
    assert not any("$" in label.text() for label in page.looks.findChildren(Label) if label.isVisibleTo(page))
