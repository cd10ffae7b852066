"""The pages that exist, in the order of the rail, made from their presenters."""

from dataclasses import dataclass

from app.presenters.ask import AskPresenter
from app.presenters.importing import ImportingPresenter
from app.presenters.overview import OverviewPresenter
from app.presenters.privacy import PrivacyPresenter
from app.presenters.recurring import RecurringPresenter
from app.presenters.settings import SettingsPresenter
from app.presenters.text import PageNames
from app.presenters.transactions import TransactionsPresenter
from app.ui.main_window import PageEntry
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


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePresenters:
    """One presenter a page."""

    overview: OverviewPresenter
    transactions: TransactionsPresenter
    importing: ImportingPresenter
    ask: AskPresenter
    recurring: RecurringPresenter
    privacy: PrivacyPresenter
    settings: SettingsPresenter


def make_pages(theme: Theme, tasks: Tasks, *, presenters: PagePresenters, feed: NetworkFeed) -> list[PageEntry]:
    """Every page, in the order of the rail and of the keys Ctrl+1 to Ctrl+7."""
    overview = OverviewPage(theme, tasks, presenters.overview)
    transactions = TransactionsPage(theme, tasks, presenters.transactions)
    importing = ImportPage(theme, tasks, presenters.importing)
    ask = AskPage(theme, tasks, presenters.ask)
    recurring = RecurringPage(theme, tasks, presenters.recurring)
    privacy = PrivacyPage(theme, tasks, presenter=presenters.privacy, feed=feed)
    settings = SettingsPage(theme, tasks, presenters.settings)
    return [
        PageEntry(PageKey.OVERVIEW, PageNames.OVERVIEW, IconName.OVERVIEW, overview),
        PageEntry(PageKey.TRANSACTIONS, PageNames.TRANSACTIONS, IconName.TRANSACTIONS, transactions),
        PageEntry(PageKey.IMPORT, PageNames.IMPORT, IconName.IMPORT, importing),
        PageEntry(PageKey.ASK, PageNames.ASK, IconName.ASK, ask),
        PageEntry(PageKey.RECURRING, PageNames.RECURRING, IconName.RECURRING, recurring),
        PageEntry(PageKey.PRIVACY, PageNames.PRIVACY, IconName.PRIVACY, privacy),
        PageEntry(PageKey.SETTINGS, PageNames.SETTINGS, IconName.SETTINGS, settings, at_foot=True),
    ]
