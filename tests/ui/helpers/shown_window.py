"""The whole window over made-up and real books, as tests and pictures show it: calls run at once."""

from typing import Any

from PySide6.QtWidgets import QWidget

from app.domain.vocabulary import LearnedName
from app.ledger.book import Book
from app.presenters.overview import OverviewPresenter
from app.presenters.privacy import PrivacyPresenter
from app.presenters.recurring import RecurringPresenter
from app.presenters.settings import SettingsPresenter
from app.presenters.shell import StatusView
from app.presenters.text import PageNames
from app.ui.main_window import MainWindow, PageEntry
from app.ui.network_feed import NetworkFeed
from app.ui.pages.ask import AskPage
from app.ui.pages.importing import ImportPage
from app.ui.pages.overview import OverviewPage
from app.ui.pages.privacy import PrivacyPage
from app.ui.pages.recurring import RecurringPage
from app.ui.pages.settings import SettingsPage
from app.ui.pages.transactions import TransactionsPage
from app.ui.tasks import Tasks
from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme
from app.ui.widgets.page import PageKey
from tests.ui.helpers import books
from tests.ui.helpers.household import Household
from tests.ui.helpers.protection import Preferences, Protection, Watch

STATUS = StatusView("Vault unlocked · locks after 10 min · last import today 09:41")
LEARNED = LearnedName(span="the grocer", payee="Green Grocer")


class Inline(Tasks):
    """Runs calls at once, so that a picture is complete."""

    def run(self, call: Any, done: Any, **_: Any) -> Any:
        done(call())

    def run_long(self, call: Any, done: Any, **_: Any) -> Any:
        done(call(lambda *_: None, None))


def make_feed(watch: Watch | None = None) -> NetworkFeed:
    return NetworkFeed(watch or Watch())  # type: ignore[arg-type]  # the made-up watch has the presenter's shape


def entries(theme: Theme, tasks: Tasks, *, feed: NetworkFeed, reviewed: Book | None = None) -> list[PageEntry]:
    overview = OverviewPage(theme, tasks, OverviewPresenter(Household()))
    transactions = TransactionsPage(theme, tasks, books.transactions())
    importing = ImportPage(theme, tasks, books.importing(reviewed))
    ask = AskPage(theme, tasks, books.ask())
    recurring = RecurringPage(theme, tasks, RecurringPresenter(Household()))
    privacy = PrivacyPage(theme, tasks, presenter=PrivacyPresenter(Protection()), feed=feed)
    settings = SettingsPage(theme, tasks, SettingsPresenter(Preferences(learned=[LEARNED])))
    return [
        PageEntry(PageKey.OVERVIEW, PageNames.OVERVIEW, IconName.OVERVIEW, overview),
        PageEntry(PageKey.TRANSACTIONS, PageNames.TRANSACTIONS, IconName.TRANSACTIONS, transactions),
        PageEntry(PageKey.IMPORT, PageNames.IMPORT, IconName.IMPORT, importing),
        PageEntry(PageKey.ASK, PageNames.ASK, IconName.ASK, ask),
        PageEntry(PageKey.RECURRING, PageNames.RECURRING, IconName.RECURRING, recurring),
        PageEntry(PageKey.PRIVACY, PageNames.PRIVACY, IconName.PRIVACY, privacy),
        PageEntry(PageKey.SETTINGS, PageNames.SETTINGS, IconName.SETTINGS, settings, at_foot=True),
    ]


def make_window(theme: Theme, tasks: Tasks, *, watch: Watch | None = None, reviewed: Book | None = None) -> MainWindow:
    feed = make_feed(watch)
    window = MainWindow(theme, tasks, door=QWidget(), lock=lambda: None)
    feed.setParent(window)
    window.open_vault(entries(theme, tasks, feed=feed, reviewed=reviewed))
    window.status.show_light(feed.presenter.light())
    window.status.show_status(STATUS)
    return window
