"""The filters above the list: search, account, period, category, and where another page chose, its chip."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.transaction import TransactionSearch
from app.presenters.text import Transactions
from app.presenters.transactions import Filters, filter_words
from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.buttons import IconTextButton, LinkButton
from app.ui.widgets.chip import Chip
from app.ui.widgets.fields import SearchField
from app.ui.widgets.layouts import row

Pick = tuple[str, TransactionSearch]


class FilterBar(QWidget):
    """`changed` carries the new TransactionSearch; `export_asked` by the button."""

    changed = Signal(object)
    export_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._search = TransactionSearch()
        self._filters = Filters(accounts=(), categories=(), periods=())
        self.field = SearchField(theme, Transactions.SEARCH)
        self.field.searched.connect(self._type)
        self.account = Chip(theme, "", icon=IconName.BANK)
        self.period = Chip(theme, "", icon=IconName.CALENDAR)
        self.category = Chip(theme, "", icon=IconName.DOWN)
        self.source = Chip(theme, "", tone=Tone.ACCENT, icon=IconName.CLOSE)
        self.clear = LinkButton(Transactions.CLEAR, name=Transactions.CLEAR_NAME)
        export = IconTextButton(theme, IconName.SAVE, Transactions.EXPORT)
        export.clicked.connect(self.export_asked)
        layout = row(self, gap=Space.S)
        layout.addWidget(self.field, 1)
        for widget in (self.source, self.account, self.period, self.category, self.clear, export):
            layout.addWidget(widget)
        self.account.clicked.connect(self.open_accounts)
        self.period.clicked.connect(self.open_periods)
        self.category.clicked.connect(self.open_categories)
        self.source.clicked.connect(lambda: self._set(replace(self._search, ids=(), batch="")))
        self.clear.clicked.connect(self.reset)

    def show_filters(self, search: TransactionSearch, filters: Filters) -> None:
        """Show the search in force, without telling."""
        self._search = search
        self._filters = filters
        if self.field.text() != search.text:
            self.field.blockSignals(True)
            self.field.setText(search.text)
            self.field.blockSignals(False)
        words = filter_words(search, filters)
        on = (bool(search.account_ids), search.first is not None, bool(search.categories))
        chips = (self.account, self.period, self.category)
        for chip, text, active in zip(chips, (words.account, words.period, words.category), on, strict=True):
            chip.set_content(text, tone=Tone.ACCENT if active else Tone.SECOND)
        self.source.setVisible(bool(words.source))
        self.source.set_content(words.source)
        self.source.setAccessibleName(Transactions.only(words.source))
        self.clear.setVisible(words.any)

    def reset(self) -> None:
        """No search and no filter; the order stays."""
        self._set(TransactionSearch(sort=self._search.sort, descending=self._search.descending))

    def open_accounts(self) -> QMenu:
        """Offer accounts."""
        names = [(Transactions.ALL_ACCOUNTS, replace(self._search, account_ids=()))]
        names += [(name, replace(self._search, account_ids=(number,))) for number, name in self._filters.accounts]
        return self._open(self.account, names)

    def open_periods(self) -> QMenu:
        """Offer periods."""
        names = [
            (choice.words, replace(self._search, first=choice.first, last=choice.last))
            for choice in self._filters.periods
        ]
        return self._open(self.period, names)

    def open_categories(self) -> QMenu:
        """Offer categories."""
        names = [(Transactions.ALL_CATEGORIES, replace(self._search, categories=()))]
        names += [(name, replace(self._search, categories=(name,))) for name in self._filters.categories]
        names.append((Transactions.NO_CATEGORY, replace(self._search, categories=("",))))
        return self._open(self.category, names)

    def _open(self, chip: Chip, picks: Sequence[Pick]) -> QMenu:
        menu = QMenu(self)
        menu.setAccessibleName(chip.text())
        for words, search in picks:
            menu.addAction(words).triggered.connect(self._setter(search))
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height() + Space.XS)))
        return menu

    def _setter(self, search: TransactionSearch) -> Callable[..., None]:
        return lambda *_: self._set(search)

    def _type(self, text: str) -> None:
        if text != self._search.text:
            self._set(replace(self._search, text=text))

    def _set(self, search: TransactionSearch) -> None:
        self.changed.emit(search)
