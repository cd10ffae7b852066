"""The Import page over a real vault: drop, review, decide, add, take back."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.transaction import TransactionSearch
from app.ledger.book import Book
from app.ledger.import_statement import ImportOptions
from app.presenters.importing import ImportingPresenter
from app.ui.models.staged import AMOUNT, FOUND, TAKE
from app.ui.pages.importing import ImportPage
from app.ui.pages.importing_list import RefusedInlineError, StagedCard
from app.ui.pages.importing_review import DecisionCard
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import Button, LinkButton
from app.ui.widgets.page import PageKey
from app.ui.widgets.proof_badge import ProofBadge
from app.ui.widgets.veiled_label import VeiledLabel
from tests.helpers.demo_book import demo_statements, empty_book
from tests.helpers.terminal import ofx

NOW = datetime(2026, 11, 2, 12, tzinfo=UTC)
CHECKING = """Date,Description,Amount,Balance
2026-10-01,PAYROLL ACME,2500.00,3500.00
2026-10-03,GREEN GROCER 17,-84.10,3415.90
2026-10-09,QUAYSIDE HOMES RENT,-1410.00,2005.90
"""
TWO_ORDERS = """Date,Description,Amount
03/04/2026,GREEN GROCER,-84.10
05/06/2026,NOODLE BAR,-31.75
07/08/2026,CORNER SHOP,-12.00
"""


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    with empty_book(tmp_path) as opened:
        yield opened


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, tasks: Tasks, *, book: Book) -> Iterator[ImportPage]:
    shown = ImportPage(theme, tasks, ImportingPresenter(book, now=lambda: NOW, inbox=Path("Inbox")))
    qtbot.addWidget(shown)
    shown.resize(1072, 770)
    shown.show()
    shown.refresh()
    settle(qtbot, tasks)
    yield shown
    settle(qtbot, tasks)


def settle(qtbot: QtBot, tasks: Tasks) -> None:
    qtbot.waitUntil(lambda: tasks.running == 0, timeout=15_000)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: tasks.running == 0, timeout=15_000)


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_a_dropped_statement_opens_its_review_and_is_added(
    page: ImportPage, book: Book, tmp_path: Path, *, qtbot: QtBot, tasks: Tasks
) -> None:
    path = written(tmp_path, "everyday.csv", CHECKING)
    drop(page, [path])
    settle(qtbot, tasks)
    assert page.review.isVisible()
    card = page.review.cards[0]
    assert [badge.text() for badge in card.findChildren(ProofBadge)] == ["Proved"]
    assert page.review.commit.text() == "Add 3 transactions"
    with qtbot.waitSignal(page.said) as said:
        QTest.mouseClick(page.review.commit, Qt.MouseButton.LeftButton)
    assert said.args == ["3 transactions were added from everyday.csv."]
    settle(qtbot, tasks)
    assert book.count() == 3
    assert not page.review.isVisible()


def drop(page: ImportPage, paths: list[Path], *, on: QWidget | None = None) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle = QPointF(page.drop.rect().center())
    enter = QDragEnterEvent(
        middle, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(on or page.drop, enter)
    assert enter.isAccepted()
    dropped = QDropEvent(
        middle, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(on or page.drop, dropped)


def test_many_files_at_once_wait_for_review_and_a_bad_one_stops_none(
    page: ImportPage, tmp_path: Path, *, qtbot: QtBot, tasks: Tasks
) -> None:
    bad = written(tmp_path, "letter.txt", "Dear customer, your statement is attached.\n")
    page.stage([*demo_statements(), bad, tmp_path / "gone.csv"])
    settle(qtbot, tasks)
    waiting = page.findChildren(StagedCard)
    assert [card.accessibleName() for card in waiting] == [path.name for path in demo_statements()]
    notices = [notice for notice in page.findChildren(RefusedInlineError) if not notice.isHidden()]
    assert len(notices) == 2
    assert all(notice.message for notice in notices)


def test_a_row_is_left_out_by_its_tick_and_the_button_says_so(
    page: ImportPage, tmp_path: Path, *, qtbot: QtBot, tasks: Tasks
) -> None:
    page.stage([written(tmp_path, "everyday.csv", CHECKING)])
    settle(qtbot, tasks)
    table = page.review.cards[0].table
    table.selectRow(1)
    QTest.keyClick(table, Qt.Key.Key_Space)
    settle(qtbot, tasks)
    model = table.model()
    spoken = model.data(model.index(1, TAKE), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "left out"
    assert page.review.commit.text() == "Add 2 transactions"
    assert model.data(model.index(0, AMOUNT)) == "+2,500.00"


def test_rows_that_are_there_already_are_left_out_with_the_reason(
    page: ImportPage, book: Book, tmp_path: Path, *, qtbot: QtBot, tasks: Tasks
) -> None:
    book.commit(book.stage(written(tmp_path, "everyday.csv", CHECKING)).id)
    longer = CHECKING + "2026-10-12,NOODLE BAR,-20.00,1985.90\n"
    page.stage([written(tmp_path, "everyday-2.csv", longer)])
    settle(qtbot, tasks)
    model = page.review.cards[0].table.model()
    found = [model.data(model.index(at, FOUND)) for at in range(model.rowCount())]
    assert sum(str(words).startswith("already there: ") for words in found) == 3
    assert page.review.commit.text() == "Add 1 transaction"


def test_a_duplicate_is_turned_round_from_its_menu_and_back(
    page: ImportPage, book: Book, tmp_path: Path, *, qtbot: QtBot, tasks: Tasks
) -> None:
    book.commit(book.stage(written(tmp_path, "everyday.csv", CHECKING)).id)
    page.stage([written(tmp_path, "everyday-2.csv", CHECKING.replace("-1410.00,2005.90", "-1310.00,2105.90"))])
    settle(qtbot, tasks)
    table = page.review.cards[0].table
    model = table.model()
    assert page.review.commit.text() == "Add 1 transaction"
    for choice, words, button in (
        ("No duplicate: add it", "another one", "Add 2 transactions"),
        ("The same one: leave it out", "already there: ", "Add 1 transaction"),
    ):
        table.selectRow(0)
        menu = table.open_menu(QPoint(0, 0))
        assert menu is not None
        (action,) = [each for each in menu.actions() if each.text() == choice]
        action.trigger()
        settle(qtbot, tasks)
        assert str(model.data(model.index(0, FOUND))).startswith(words)
        assert page.review.commit.text() == button
        menu.close()
    tip = model.data(model.index(0, FOUND), Qt.ItemDataRole.ToolTipRole)
    assert str(tip).startswith("same day, amount")


def test_a_statement_of_another_account_is_added_only_after_a_plain_yes(
    page: ImportPage, book: Book, tmp_path: Path, *, qtbot: QtBot, tasks: Tasks
) -> None:
    for name, day, number in (("march.ofx", "2026-03-14", "000123454471"), ("april.ofx", "2026-04-14", "000999990000")):
        text = ofx([(day, "-4.75", "CAFE LUNA")], opening="100.00", closing="95.25")
        written(tmp_path, name, re.sub(r"<ACCTID>[^<\n]*", f"<ACCTID>{number}", text))
    book.commit(book.stage(tmp_path / "march.ofx", ImportOptions(account="Everyday")).id)
    page.open_review(book.stage(tmp_path / "april.ofx", ImportOptions(account="Everyday")).id)
    settle(qtbot, tasks)
    (card,) = [each for each in page.review.findChildren(DecisionCard) if each.isVisible()]
    said = " ".join(label.text() for label in card.findChildren(QLabel))
    assert "000123454471" in said
    assert "000999990000" in said
    assert not page.review.commit.isEnabled()
    (yes,) = [button for button in card.findChildren(Button) if button.text() == "Yes, put it there"]
    QTest.mouseClick(yes, Qt.MouseButton.LeftButton)
    settle(qtbot, tasks)
    assert page.review.commit.isEnabled()
    assert not [each for each in page.review.findChildren(DecisionCard) if each.isVisible()]


def test_a_decision_shows_the_rows_both_ways_and_is_taken(
    page: ImportPage, tmp_path: Path, *, qtbot: QtBot, tasks: Tasks
) -> None:
    page.stage([written(tmp_path, "both.csv", TWO_ORDERS)])
    settle(qtbot, tasks)
    cards = page.review.findChildren(DecisionCard)
    assert cards
    assert not page.review.commit.isEnabled()
    for _round in range(3):
        cards = page.review.findChildren(DecisionCard)
        buttons = [button for card in cards for button in card.findChildren(Button) if button.isVisible()]
        if not buttons:
            break
        QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
        settle(qtbot, tasks)
    assert page.review.commit.isEnabled()


def test_a_statement_goes_to_another_or_a_new_account(
    page: ImportPage, book: Book, tmp_path: Path, *, qtbot: QtBot, tasks: Tasks
) -> None:
    page.stage([written(tmp_path, "everyday.csv", CHECKING)])
    settle(qtbot, tasks)
    dialog = page.review.ask_new(0)
    assert not dialog.use.isEnabled()
    dialog.name.setText("Joint Account")
    dialog.kind.setCurrentIndex(dialog.kind.findData("savings"))
    QTest.mouseClick(dialog.use, Qt.MouseButton.LeftButton)
    settle(qtbot, tasks)
    assert page.review.cards[0].target.text() == "Joint Account"
    page.commit()
    settle(qtbot, tasks)
    assert [(item.account.name, item.account.kind) for item in book.accounts()] == [("Joint Account", "savings")]


def test_an_import_is_taken_back_after_a_question(
    page: ImportPage, book: Book, tmp_path: Path, *, qtbot: QtBot, tasks: Tasks
) -> None:
    book.commit(book.stage(written(tmp_path, "everyday.csv", CHECKING)).id)
    page.refresh()
    settle(qtbot, tasks)
    undo = next(button for button in page.past.findChildren(LinkButton) if button.text() == "Undo")
    assert undo.accessibleName() == "Undo the import of everyday.csv"
    view = page._view
    assert view is not None
    dialog = page.ask_undo(view.past[0])
    assert book.count() == 3
    with qtbot.waitSignal(page.said) as said:
        QTest.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    assert said.args == ["3 transactions were taken back."]
    settle(qtbot, tasks)
    assert book.count() == 0


def test_a_past_import_opens_its_transactions(
    page: ImportPage, book: Book, tmp_path: Path, *, qtbot: QtBot, tasks: Tasks
) -> None:
    batch, _changes = book.commit(book.stage(written(tmp_path, "everyday.csv", CHECKING)).id)
    page.refresh()
    settle(qtbot, tasks)
    name = next(button for button in page.past.findChildren(LinkButton) if button.text() == "everyday.csv")
    with qtbot.waitSignal(page.navigated) as opened:
        QTest.mouseClick(name, Qt.MouseButton.LeftButton)
    assert opened.args == [PageKey.TRANSACTIONS, TransactionSearch(batch=batch)]


def test_a_discarded_file_leaves_nothing(
    page: ImportPage, book: Book, tmp_path: Path, *, qtbot: QtBot, tasks: Tasks
) -> None:
    page.stage([written(tmp_path, "everyday.csv", CHECKING)])
    settle(qtbot, tasks)
    page.review.discard_asked.emit()
    settle(qtbot, tasks)
    assert book.staged() == ()
    assert not page.findChildren(StagedCard)


def test_the_whole_page_takes_files(page: ImportPage, tmp_path: Path, *, qtbot: QtBot, tasks: Tasks) -> None:
    path = tmp_path / "november.csv"
    path.write_text("Date,Description,Amount\n2026-11-01,CORNER SHOP,-12.00\n", "utf-8")
    drop(page, [path], on=page)
    settle(qtbot, tasks)
    assert page.review.isVisible()


def test_a_long_file_name_and_long_examples_never_widen_the_page(
    page: ImportPage, theme: Theme, tmp_path: Path, *, qtbot: QtBot, tasks: Tasks
) -> None:
    path = tmp_path / ("a statement of very many words " * 6 + ".csv")
    wide = "A VERY LONG DESCRIPTION " * 12
    path.write_text(f"Date,Description,Amount\n03/04/2026,{wide},-84.10\n05/06/2026,NOODLE BAR,-31.75\n", "utf-8")
    drop(page, [path])
    settle(qtbot, tasks)
    assert page.review.isVisible()
    assert page.review.width() <= page.width()
    examples = [label for label in page.review.findChildren(VeiledLabel) if "31.75" in label.accessibleName()]
    assert examples
    theme.set_veiled(True)
    assert not [label for label in page.review.findChildren(VeiledLabel) if "31.75" in label.accessibleName()]
    theme.set_veiled(False)
