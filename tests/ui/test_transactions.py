"""The Transactions page over the demo's real vault: search, filters, order, details, corrections, export."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.transaction import SortKey, TransactionSearch
from app.ledger.book import Book
from app.presenters.transactions import PAGE, TransactionsPresenter
from app.ui.models.transactions import AMOUNT, CATEGORY, DAY, PAYEE
from app.ui.pages.transactions import TransactionsPage
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme
from app.ui.widgets.page import PageKey
from tests.helpers.demo_book import CLOCK, demo_book, empty_book


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    with demo_book(tmp_path_factory.mktemp("transactions")) as opened:
        yield opened


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, tasks: Tasks, *, book: Book) -> Iterator[TransactionsPage]:
    shown = make(qtbot, theme, tasks, book=book)
    yield shown
    settle(qtbot, tasks)


def make(qtbot: QtBot, theme: Theme, tasks: Tasks, *, book: Book) -> TransactionsPage:
    page = TransactionsPage(theme, tasks, TransactionsPresenter(book, clock=CLOCK))
    qtbot.addWidget(page)
    page.resize(1072, 770)
    page.show()
    page.show_with(None)
    settle(qtbot, tasks)
    return page


def settle(qtbot: QtBot, tasks: Tasks) -> None:
    for _round in range(3):
        qtbot.wait(25)
        qtbot.waitUntil(lambda: tasks.running == 0)


def cell(page: TransactionsPage, row: int, column: int) -> str:
    return str(page.model.data(page.model.index(row, column)))


def test_the_newest_stand_first_with_count_and_totals(page: TransactionsPage, book: Book) -> None:
    assert page.count.text() == f"{book.count()} transactions"
    newest = book.transactions(limit=1)[0]
    assert cell(page, 0, DAY).endswith("2026")
    assert cell(page, 0, PAYEE) == newest.payee
    assert page.totals.text().startswith("+$")


def test_only_what_is_looked_at_is_fetched(page: TransactionsPage, qtbot: QtBot, tasks: Tasks) -> None:
    last = page.model.rowCount() - 1
    assert page.model.line(0) is not None
    assert page.model.line(last) is None
    page.table.scrollToBottom()
    settle(qtbot, tasks)
    assert page.model.line(last) is not None
    assert last > PAGE


def test_search_as_you_type_narrows_the_list(page: TransactionsPage, book: Book, *, qtbot: QtBot, tasks: Tasks) -> None:
    assert page.focus_search()
    payee = cell(page, 0, PAYEE)
    QTest.keyClicks(page.bar.field, payee.lower())
    qtbot.wait(160)
    settle(qtbot, tasks)
    found = book.count(TransactionSearch(text=payee.lower()))
    assert 0 < page.model.rowCount() == found < book.count()
    page.bar.clear.click()
    settle(qtbot, tasks)
    assert page.model.rowCount() == book.count()
    assert page.bar.field.text() == ""


def test_a_filter_by_account_and_period(page: TransactionsPage, book: Book, *, qtbot: QtBot, tasks: Tasks) -> None:
    menu = page.bar.open_accounts()
    menu.actions()[1].trigger()
    menu.close()
    settle(qtbot, tasks)
    menu = page.bar.open_periods()
    next(action for action in menu.actions() if action.text() == "Last month").trigger()
    menu.close()
    settle(qtbot, tasks)
    search = page._search
    assert (str(search.first), str(search.last)) == ("2026-10-01", "2026-10-31")
    assert page.bar.period.text() == "Last month"
    assert page.model.rowCount() == book.count(search) > 0
    assert {item.account for item in book.transactions(search)} == {page.bar.account.text()}


def test_a_header_sorts_and_sorts_back(page: TransactionsPage, qtbot: QtBot, tasks: Tasks) -> None:
    header = page.table.horizontalHeader()
    header.sectionClicked.emit(AMOUNT)
    settle(qtbot, tasks)
    assert page._search.sort is SortKey.AMOUNT
    largest = cell(page, 0, AMOUNT)
    header.sectionClicked.emit(AMOUNT)
    settle(qtbot, tasks)
    assert cell(page, 0, AMOUNT) != largest
    assert cell(page, 0, AMOUNT).startswith("−")


def test_a_selected_row_shows_everything_and_can_be_put_right(
    page: TransactionsPage, book: Book, *, qtbot: QtBot, tasks: Tasks
) -> None:
    page.table.selectRow(2)
    settle(qtbot, tasks)
    assert page.details.isVisible()
    line = page.model.line(2)
    assert line is not None
    combo = page.details.category
    combo.setCurrentIndex(combo.findText("Travel"))
    with qtbot.waitSignal(page.said) as said:
        combo.activated.emit(combo.currentIndex())
    assert said.args == ["1 transaction put into Travel."]
    settle(qtbot, tasks)
    assert book.transaction(line.id).category == "Travel"
    assert cell(page, 2, CATEGORY) == "Travel"
    page.details.payee.setText("Somebody Else")
    QTest.keyClick(page.details.payee, Qt.Key.Key_Return)
    settle(qtbot, tasks)
    assert book.transaction(line.id).payee == "Somebody Else"


def test_several_rows_are_put_right_together(
    page: TransactionsPage, book: Book, *, qtbot: QtBot, tasks: Tasks
) -> None:
    page.table.setFocus()
    page.table.selectRow(4)
    QTest.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot, tasks)
    ids = [line.id for at in (4, 5, 6) if (line := page.model.line(at)) is not None]
    page.details.categorised.emit("Health")
    settle(qtbot, tasks)
    assert [book.transaction(number).category for number in ids] == ["Health"] * 3


def test_opened_with_the_transactions_behind_an_answer(
    page: TransactionsPage, book: Book, *, qtbot: QtBot, tasks: Tasks
) -> None:
    ids = tuple(item.id for item in book.transactions(limit=7))
    page.show_with(TransactionSearch(ids=ids))
    settle(qtbot, tasks)
    assert page.count.text() == "7 transactions"
    assert page.bar.source.isVisible()
    page.bar.source.click()
    settle(qtbot, tasks)
    assert page.model.rowCount() == book.count()


def test_what_is_shown_is_exported_and_nothing_else(
    page: TransactionsPage, book: Book, tmp_path: Path, *, qtbot: QtBot, tasks: Tasks
) -> None:
    page.set_search(TransactionSearch(categories=("Groceries",)))
    settle(qtbot, tasks)
    target = tmp_path / "groceries.csv"
    with qtbot.waitSignal(page.said) as said:
        page.export(target)
    count = book.count(TransactionSearch(categories=("Groceries",)))
    assert said.args == [f"{count} transactions written to groceries.csv."]
    with target.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == count
    assert {row["category"] for row in rows} == {"Groceries"}


def test_the_keyboard_does_it_all(page: TransactionsPage, qtbot: QtBot, tasks: Tasks) -> None:
    page.focus_search()
    QTest.keyClick(page.bar.field, Qt.Key.Key_Down)
    settle(qtbot, tasks)
    assert page.details.isVisible()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.details.isVisible()


def test_an_empty_vault_offers_an_import(qtbot: QtBot, theme: Theme, tasks: Tasks, *, tmp_path: Path) -> None:
    with empty_book(tmp_path) as empty:
        page = make(qtbot, theme, tasks, book=empty)
        assert page.empty.isVisible()
        with qtbot.waitSignal(page.navigated) as opened:
            QTest.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
        assert opened.args == [PageKey.IMPORT, None]
        settle(qtbot, tasks)


def test_amounts_can_be_veiled(page: TransactionsPage, theme: Theme) -> None:
    theme.set_veiled(True)
    assert cell(page, 0, AMOUNT) == "•••••"


def test_opening_a_long_list_fetches_a_screenful_and_no_more(
    page: TransactionsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetched: list[int] = []
    monkeypatch.setattr(page, "_fetch_page", fetched.append)
    page._fetching.clear()
    page.model.start(100_000)
    page._fetch()
    assert fetched == [0]
