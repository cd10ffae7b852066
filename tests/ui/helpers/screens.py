"""Draws every page into PNGs: python -m tests.ui.helpers.screens FOLDER, or --snapshot-update for the stored ones."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.base.paths import resources
from app.domain.plan import Filter, Intent, Plan
from app.domain.transaction import TransactionSearch
from app.presenters.overview import OverviewPresenter
from app.presenters.recurring import RecurringView
from app.presenters.shell import StatusView
from app.presenters.text import PageNames
from app.presenters.unlock import UnlockPresenter
from app.ui.application import make_application
from app.ui.main_window import MainWindow, PageEntry
from app.ui.pages.ask import AskPage
from app.ui.pages.importing import ImportPage
from app.ui.pages.overview import OverviewPage
from app.ui.pages.privacy import PrivacyPage
from app.ui.pages.recurring import RecurringPage
from app.ui.pages.transactions import TransactionsPage
from app.ui.pages.unlock import UnlockPage
from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme, ThemeMode
from app.ui.widgets.page import PageKey
from tests.ui.helpers import books
from tests.ui.helpers.doors import CODE, Door
from tests.ui.helpers.household import Household
from tests.ui.helpers.protection import Watch, attempt, network
from tests.ui.helpers.shown_window import STATUS, Inline, make_feed, make_window

STACK = ("app/cli.py:12 main", "app/somewhere.py:88 fetch", "http/client.py:1001 connect")
STORED = Path(__file__).parents[2] / "golden" / "screens"
SIZES = (QSize(1280, 800), QSize(1920, 1080))


def overview(theme: Theme) -> QWidget:
    return make_window(theme, Inline(print))


def overview_empty(theme: Theme) -> QWidget:
    page = OverviewPage(theme, Inline(print), OverviewPresenter(Household(empty=True)))
    window = MainWindow(theme, Inline(print), door=QWidget(), lock=lambda: None)
    window.open_vault([PageEntry(PageKey.OVERVIEW, PageNames.OVERVIEW, IconName.OVERVIEW, page)])
    window.status.show_light(make_feed().presenter.light())
    window.status.show_status(STATUS)
    return window


def privacy(theme: Theme) -> QWidget:
    window = make_window(theme, Inline(print))
    window.show_page(PageKey.PRIVACY)
    return window


def privacy_attempt(theme: Theme) -> QWidget:
    attempts = (attempt(2, stack=STACK), attempt(1, process="curl", address="[2606:4700::1111]:443"))
    window = make_window(theme, Inline(print), watch=Watch(network(attempts=attempts, unseen=2)))
    window.show_page(PageKey.PRIVACY)
    page = window.page(PageKey.PRIVACY)
    assert isinstance(page, PrivacyPage)
    page.network.table.selectRow(0)
    page.wipe()
    return window


def transactions(theme: Theme) -> QWidget:
    window = make_window(theme, Inline(print))
    window.show_page(PageKey.TRANSACTIONS)
    return window


def transaction(theme: Theme) -> QWidget:
    window = make_window(theme, Inline(print))
    window.show_page(PageKey.TRANSACTIONS, TransactionSearch(categories=("Groceries",)))
    page = window.page(PageKey.TRANSACTIONS)
    assert isinstance(page, TransactionsPage)
    page.table.selectRow(2)
    return window


def importing(theme: Theme) -> QWidget:
    window = make_window(theme, Inline(print), reviewed=books.reviewed_book())
    window.show_page(PageKey.IMPORT)
    return window


def importing_review(theme: Theme) -> QWidget:
    return _review(theme, at=0)


def importing_decision(theme: Theme) -> QWidget:
    return _review(theme, at=1)


def _review(theme: Theme, *, at: int) -> QWidget:
    book = books.reviewed_book()
    window = make_window(theme, Inline(print), reviewed=book)
    window.show_page(PageKey.IMPORT)
    page = window.page(PageKey.IMPORT)
    assert isinstance(page, ImportPage)
    page.open_review(book.staged()[at].id)
    return window


def ask_empty(theme: Theme) -> QWidget:
    window = make_window(theme, Inline(print))
    window.show_page(PageKey.ASK)
    return window


def ask(theme: Theme) -> QWidget:
    return _answered(theme, "should i sell my shares", "what did i spend on eating out last month")


def ask_learning(theme: Theme) -> QWidget:
    window = _answered(theme, "what did i spend on eating out last month")
    page = window.page(PageKey.ASK)
    assert isinstance(page, AskPage)
    plan = Plan(intent=Intent.TOTAL, where=Filter(categories=("Groceries",)), period=books.OCTOBER)
    page._rerunner(page.cards[0], plan)()
    return window


def ask_plot(theme: Theme) -> QWidget:
    return _answered(theme, "where does my money go", "spending by month this year")


def _answered(theme: Theme, *questions: str) -> MainWindow:
    window = make_window(theme, Inline(print))
    window.show_page(PageKey.ASK)
    page = window.page(PageKey.ASK)
    assert isinstance(page, AskPage)
    for question in questions:
        page.ask(question)
    return window


def recurring(theme: Theme) -> QWidget:
    window = make_window(theme, Inline(print))
    window.show_page(PageKey.RECURRING)
    page = window.page(PageKey.RECURRING)
    assert isinstance(page, RecurringPage)
    page.table.selectRow(4)
    return window


def recurring_empty(theme: Theme) -> QWidget:
    window = make_window(theme, Inline(print))
    window.show_page(PageKey.RECURRING)
    page = window.page(PageKey.RECURRING)
    assert isinstance(page, RecurringPage)
    page.show_view(RecurringView(sums=(), active=(), ended=()))
    return window


def settings(theme: Theme) -> QWidget:
    window = make_window(theme, Inline(print))
    window.show_page(PageKey.SETTINGS)
    return window


def _door(theme: Theme, *, vault: bool) -> tuple[MainWindow, UnlockPage[str]]:
    presenter: UnlockPresenter[str] = UnlockPresenter(Door(vault=vault), add_keyring=lambda _book: None)
    page = UnlockPage(theme, Inline(print), presenter=presenter, opened=lambda _book: None)
    window = MainWindow(theme, Inline(print), door=page, lock=lambda: None)
    window.status.show_light(make_feed().presenter.light())
    window.status.show_status(StatusView("Vault locked"))
    return window, page


def unlock(theme: Theme) -> QWidget:
    return _door(theme, vault=True)[0]


def create(theme: Theme) -> QWidget:
    window, page = _door(theme, vault=False)
    page.create_form.passphrase.setText("wide slow river stones")
    return window


def recovery(theme: Theme) -> QWidget:
    window, page = _door(theme, vault=False)
    page._show_recovery("book", CODE)
    return window


SCREENS: dict[str, Callable[[Theme], QWidget]] = {
    "overview": overview,
    "transactions": transactions,
    "transaction": transaction,
    "importing": importing,
    "importing_review": importing_review,
    "importing_decision": importing_decision,
    "ask": ask,
    "ask_learning": ask_learning,
    "ask_plot": ask_plot,
    "ask_empty": ask_empty,
    "overview_empty": overview_empty,
    "recurring": recurring,
    "recurring_empty": recurring_empty,
    "privacy": privacy,
    "privacy_attempt": privacy_attempt,
    "settings": settings,
    "unlock": unlock,
    "create": create,
    "recovery": recovery,
}


def picture(make: Callable[[Theme], QWidget], theme: Theme, *, size: QSize) -> QPixmap:
    """One screen, settled, without a blinking cursor."""
    os.environ["TZ"] = "UTC"
    time.tzset()
    theme.set_motion(False)
    widget = make(theme)
    widget.resize(size)
    widget.show()
    QTest.qWait(20)
    focused = widget.focusWidget()
    if focused is not None:
        focused.clearFocus()
    QTest.qWait(10)
    pixmap = widget.grab()
    widget.close()
    widget.deleteLater()
    return pixmap


def file_name(name: str, mode: ThemeMode, *, size: QSize) -> str:
    return f"{name}_{mode.value}_{size.width()}x{size.height()}.png"


def main() -> None:
    folder = STORED if sys.argv[1] == "--snapshot-update" else Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    application = make_application([sys.argv[0]])
    theme = Theme(application, resources(), mode=ThemeMode.LIGHT)
    for mode in (ThemeMode.LIGHT, ThemeMode.DARK):
        theme.set_mode(mode)
        for size in SIZES:
            for name, make in SCREENS.items():
                picture(make, theme, size=size).save(str(folder / file_name(name, mode, size=size)))
    books.close_books()


if __name__ == "__main__":
    main()
