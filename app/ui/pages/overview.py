"""The Overview page: what there is, what came and went this month, and where it went."""

from PySide6.QtWidgets import QGridLayout, QWidget

from app.presenters.digest import DigestView
from app.presenters.failure import Failure
from app.presenters.overview import OverviewPresenter, OverviewView, month_search
from app.presenters.overview_ahead import AheadView
from app.presenters.text import Overview, PageNames
from app.ui.pages.overview_ahead import LooksCard, UpcomingCard
from app.ui.pages.overview_cards import AccountsCard, CashFlowCard, CategoriesCard, FigureCard
from app.ui.pages.overview_digest import DigestCard
from app.ui.tasks import Tasks
from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.chip import Chip
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.inline_error import InlineError
from app.ui.widgets.labels import Label, TextRole
from app.ui.widgets.layouts import row
from app.ui.widgets.month_menu import MonthMenu
from app.ui.widgets.page import Page, PageKey
from app.ui.widgets.popover import Popover

_FIGURES = 4


class OverviewPage(Page):
    """Reads its view-model off the GUI thread; every part opens the transactions behind it."""

    def __init__(self, theme: Theme, tasks: Tasks, presenter: OverviewPresenter) -> None:
        super().__init__(PageNames.OVERVIEW)
        self._theme = theme
        self._tasks = tasks
        self._presenter = presenter
        self._month: str | None = None
        self._view: OverviewView | None = None
        self.error = InlineError(theme, retry=True)
        self.error.retried.connect(self.refresh)
        self._make_header()
        self.figures = [FigureCard(theme, series=series) for series in (0, 1, 0, 0)]
        self.flow = CashFlowCard(theme)
        self.where = CategoriesCard(theme)
        self.digest = DigestCard(theme)
        self.digest.hide()
        self.upcoming = UpcomingCard(theme)
        self.looks = LooksCard(theme)
        self.accounts = AccountsCard(theme)
        self.empty = EmptyState(
            theme, IconName.OVERVIEW, Overview.EMPTY_TITLE, sentence=Overview.EMPTY, action=Overview.EMPTY_ACTION
        )
        self.empty.chosen.connect(lambda: self.navigated.emit(PageKey.IMPORT, None))
        self._others = Label("", TextRole.SMALL, tone=Tone.SECOND)
        self._filled = self._grid()
        self.body.addWidget(self.error)
        self.body.addWidget(self._filled, 1)
        self.body.addWidget(self._others)
        self.body.addWidget(self.empty, 1)
        self._filled.hide()
        self.empty.hide()
        self._others.hide()
        self._connect()

    def refresh(self) -> None:
        month = self._month
        self._tasks.run(
            lambda: self._presenter.load(month), self.show_view, failed=self._fail, owner=self, key="overview"
        )

    def show_ahead(self, view: AheadView) -> None:
        """Show what comes up and what is worth a look."""
        self.upcoming.show_upcoming(view)
        self.looks.show_looks(view)

    def show_digest(self, view: DigestView) -> None:
        """Show what changed in the month."""
        self.digest.show_digest(view)

    def show_view(self, view: OverviewView) -> None:
        """Show a view-model."""
        self._view = view
        self.error.clear()
        self._filled.setVisible(not view.empty)
        self.empty.setVisible(view.empty)
        for chip in (self._month_chip, self.proof_chip):
            chip.setVisible(not view.empty)
        if view.empty:
            return
        self._read_ahead()
        self._month_chip.set_months(view.month, view.months)
        self.proof_chip.set_content(
            view.proved,
            tone=Tone.GOOD if view.all_proved else Tone.CARE,
            icon=IconName.PROVED if view.all_proved else IconName.UNPROVED,
        )
        for card, figure in zip(self.figures, view.figures, strict=True):
            card.show_figure(figure)
        self.flow.show_flow(view.flow, view.currency)
        self.where.show_categories(view.categories)
        self.accounts.show_accounts(view.accounts)
        self._others.setText(view.other_currencies)
        self._others.setVisible(bool(view.other_currencies))

    def _make_header(self) -> None:
        self._month_chip = MonthMenu(self._theme)
        self._month_chip.picked.connect(self._pick)
        self.proof_chip = Chip(self._theme, "", tone=Tone.GOOD, icon=IconName.PROVED)
        self.proof_chip.clicked.connect(self._explain)
        for chip in (self._month_chip, self.proof_chip):
            self.header.addWidget(chip)
            chip.hide()

    def _grid(self) -> QWidget:
        filled = QWidget()
        grid = QGridLayout(filled)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(Space.L)
        for at, card in enumerate(self.figures):
            grid.addWidget(card, 0, at)
            grid.setColumnStretch(at, 1)
        grid.addWidget(self.digest, 1, 0, 1, _FIGURES - 1)
        grid.addWidget(self.flow, 2, 0, 1, _FIGURES - 1)
        grid.addWidget(self.where, 1, _FIGURES - 1, 3, 1)
        ahead = row(gap=Space.L)
        ahead.addWidget(self.upcoming, 1)
        ahead.addWidget(self.looks, 1)
        grid.addLayout(ahead, 3, 0, 1, _FIGURES - 1)
        grid.addWidget(self.accounts, 4, 0, 1, _FIGURES)
        grid.setRowStretch(2, 1)
        return filled

    def _read_ahead(self) -> None:
        """A second reading, so that the figures do not wait for it; then a third, so that the two share no core."""
        self._tasks.run(
            self._presenter.load_ahead, self._ahead_read, failed=self._fail, owner=self, key="overview-ahead"
        )

    def _ahead_read(self, view: AheadView) -> None:
        self.show_ahead(view)
        month = self._month
        self._tasks.run(
            lambda: self._presenter.load_digest(month),
            self.show_digest,
            failed=self._fail,
            owner=self,
            key="overview-digest",
        )

    def _connect(self) -> None:
        self.digest.opened.connect(lambda asked: self.navigated.emit(PageKey.ASK, asked))
        self.upcoming.all_opened.connect(lambda: self.navigated.emit(PageKey.RECURRING, None))
        for ahead in (self.upcoming, self.looks):
            ahead.opened.connect(lambda search: self.navigated.emit(PageKey.TRANSACTIONS, search))
        self.flow.opened.connect(lambda month: self.navigated.emit(PageKey.TRANSACTIONS, month_search(month)))
        self.where.opened.connect(self._open_category)
        self.where.all_opened.connect(self._open_month)
        self.accounts.opened.connect(lambda search: self.navigated.emit(PageKey.TRANSACTIONS, search))
        for card in self.figures:
            card.opened.connect(lambda month: self.navigated.emit(PageKey.TRANSACTIONS, month_search(month)))

    def _open_category(self, category: str) -> None:
        if self._view is not None:
            self.navigated.emit(PageKey.TRANSACTIONS, month_search(self._view.month, category=category))

    def _open_month(self) -> None:
        if self._view is not None:
            self.navigated.emit(PageKey.TRANSACTIONS, month_search(self._view.month))

    def _pick(self, month: str) -> None:
        self._month = month
        self.refresh()

    def _explain(self) -> None:
        if self._view is None:
            return
        popover = Popover(self._theme, self._view.proved, parent=self)
        popover.body.addWidget(Label(self._view.proved, TextRole.HEADING))
        popover.body.addWidget(Label(self._view.proved_why, tone=Tone.SECOND))
        popover.open_below(self.proof_chip)

    def _fail(self, failure: Failure) -> None:
        self.error.show_failure(failure)
