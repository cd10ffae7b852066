"""The Overview page: figures, charts that open transactions, proof, the empty page, errors."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.digest import Digest
from app.domain.errors import VaultDamagedError
from app.domain.overview import Overview as Figures
from app.domain.transaction import TransactionSearch
from app.domain.vocabulary import Vocabulary
from app.presenters.ask_alternatives import Alternative
from app.presenters.overview import OverviewPresenter
from app.ui.pages.overview import OverviewPage
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.labels import MoneyLabel
from app.ui.widgets.line_button import LineButton
from app.ui.widgets.page import PageKey
from app.ui.widgets.proof_badge import ProofBadge
from tests.ui.helpers.household import Household


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, tasks: Tasks) -> Iterator[OverviewPage]:
    shown = make(qtbot, theme, tasks, source=Household())
    yield shown
    qtbot.waitUntil(lambda: tasks.running == 0)


def make(qtbot: QtBot, theme: Theme, tasks: Tasks, *, source: Household) -> OverviewPage:
    page = OverviewPage(theme, tasks, OverviewPresenter(source))
    qtbot.addWidget(page)
    page.resize(1072, 770)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: tasks.running == 0)
    return page


def test_figures_of_the_month(page: OverviewPage) -> None:
    amounts = [card.findChildren(MoneyLabel)[0].text() for card in page.figures]
    assert amounts == ["$58,214.06", "−$2,946.55", "+$4,980.00", "$2,033.45"]
    assert page.proof_chip.text() == "24 of 24 months proved"


def test_a_month_of_the_cash_flow_opens_its_transactions(page: OverviewPage, qtbot: QtBot) -> None:
    chart = page.flow.chart
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Home)
    with qtbot.waitSignal(page.navigated) as opened:
        QTest.keyClick(chart, Qt.Key.Key_Return)
    key, search = opened.args
    assert key == PageKey.TRANSACTIONS
    assert isinstance(search, TransactionSearch)
    assert (str(search.first), str(search.last)) == ("2024-12-01", "2024-12-31")


def test_a_category_opens_its_transactions(page: OverviewPage, qtbot: QtBot) -> None:
    bars = page.where.bars
    with qtbot.waitSignal(page.navigated) as opened:
        QTest.mouseClick(bars, Qt.MouseButton.LeftButton, pos=bars.elements[1].area.center().toPoint())
    _key, search = opened.args
    assert search.categories == ("Groceries",)
    assert str(search.first) == "2025-11-01"


def test_an_account_opens_its_transactions_and_shows_its_proof(page: OverviewPage, qtbot: QtBot) -> None:
    badges = [badge.text() for badge in page.accounts.findChildren(ProofBadge)]
    assert badges == ["Proved", "Proved", "Unproved"]
    card = next(button for button in page.accounts.findChildren(LinkButton) if button.text().startswith("Blue Card"))
    with qtbot.waitSignal(page.navigated) as opened:
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert opened.args[1].account_ids == (3,)


def test_another_month_is_read_again(page: OverviewPage, qtbot: QtBot, tasks: Tasks) -> None:
    menu = page._month_chip.open_menu()
    action = next(action for action in menu.actions() if action.text() == "Oct 2025")
    action.trigger()
    menu.close()
    qtbot.waitUntil(lambda: tasks.running == 0)
    assert page._month_chip.text() == "Oct 2025"
    assert page.figures[1].accessibleName() == "Spent in October"


def test_switching_a_series_off_keeps_the_other(page: OverviewPage) -> None:
    before = page.flow.chart.grab().toImage()
    page.flow._spending.click()
    assert page.flow.chart._shown == (True, False)
    assert page.flow.chart.grab().toImage() != before


def test_an_unproved_month_is_said_in_words(qtbot: QtBot, theme: Theme, tasks: Tasks) -> None:
    page = make(qtbot, theme, tasks, source=Household(proved=22))
    assert page.proof_chip.text() == "22 of 24 months proved"
    page._explain()


def test_the_digest_follows_the_month_and_opens_how_a_line_was_computed(
    page: OverviewPage, qtbot: QtBot, tasks: Tasks, *, theme: Theme
) -> None:
    lines = page.digest.findChildren(LineButton)
    assert page.digest.accessibleName() == "November 2025 in short"
    assert lines[0].text() == "You spent $2,946.55, $375.26 more than usual"
    with qtbot.waitSignal(page.navigated) as opened:
        QTest.keyClick(lines[4], Qt.Key.Key_Space)
    key, offered = opened.args
    assert key == PageKey.ASK
    assert isinstance(offered, Alternative)
    assert offered.plan.where.payees == ("Skyward Airlines",)
    theme.set_veiled(True)
    assert not any(figure in line.text() for line in lines for figure in ("2,946", "426", "64.00"))
    page._pick("2025-10")
    qtbot.waitUntil(lambda: tasks.running == 0)
    assert page.digest.accessibleName() == "October 2025 in short"


def test_a_vault_without_a_whole_month_has_no_digest(qtbot: QtBot, theme: Theme, tasks: Tasks) -> None:
    class Young(Household):
        def digest(self, month: str | None, vocabulary: Vocabulary, /) -> Digest | None:
            return None

    page = make(qtbot, theme, tasks, source=Young())
    assert page.digest.isHidden()
    assert page.flow.isVisible()


def test_a_line_grows_with_its_words(theme: Theme, qtbot: QtBot) -> None:
    line = LineButton(theme, "Bloom Florist charged $64.00 twice, and that in one and the same week")
    qtbot.addWidget(line)
    assert line.heightForWidth(2_000) < line.heightForWidth(220) < line.heightForWidth(120)


def test_an_empty_vault_offers_an_import(qtbot: QtBot, theme: Theme, tasks: Tasks) -> None:
    page = make(qtbot, theme, tasks, source=Household(empty=True))
    assert page.empty.isVisible()
    assert not page.flow.isVisible()
    with qtbot.waitSignal(page.navigated) as opened:
        QTest.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    assert opened.args == [PageKey.IMPORT, None]


def test_a_failed_read_is_said_on_the_page(qtbot: QtBot, theme: Theme, tasks: Tasks) -> None:
    class Damaged(Household):
        def overview(self, month: str | None = None, /) -> Figures:
            raise VaultDamagedError("Page 12 of the vault is damaged.", "Restore a backup.")

    page = make(qtbot, theme, tasks, source=Damaged())
    assert page.error.message == "Page 12 of the vault is damaged."
