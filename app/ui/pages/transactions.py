"""The Transactions page: a virtual list with search, filters, sorting, and a panel to put things right."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.changes import ChangeKind, Changes
from app.domain.transaction import TransactionSearch
from app.presenters.failure import Failure
from app.presenters.text import PageNames, Transactions
from app.presenters.transactions import PAGE, Details, Filters, Summary, TransactionLine, TransactionsPresenter
from app.ui.models.transactions import ACCOUNT, AMOUNT, SORT_KEYS, TransactionRows
from app.ui.pages.transactions_details import DetailsPanel
from app.ui.pages.transactions_filters import FilterBar
from app.ui.tasks import Tasks
from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.inline_error import InlineError
from app.ui.widgets.labels import Label, MoneyLabel, TextRole
from app.ui.widgets.layouts import column, row
from app.ui.widgets.page import Page, PageKey
from app.ui.widgets.table import Table

_SHOWN = frozenset({ChangeKind.TRANSACTIONS, ChangeKind.ACCOUNTS, ChangeKind.CATEGORIES})
_FETCH_AFTER_MS = 8
_DAY = 112
_CATEGORY = 180
_ACCOUNT = 190
_AMOUNT = 130
_FROM_COLUMN = {key: at for at, key in enumerate(SORT_KEYS)}


class TransactionsPage(Page):
    """Lines are fetched a page at a time off the GUI thread, only those that are looked at."""

    def __init__(self, theme: Theme, tasks: Tasks, presenter: TransactionsPresenter) -> None:
        super().__init__(PageNames.TRANSACTIONS, scrolls=False, wide=True)
        self._theme = theme
        self._tasks = tasks
        self._presenter = presenter
        self._search = TransactionSearch()
        self._filters = Filters(accounts=(), categories=(), periods=())
        self._asked = 0
        self._fetching: set[int] = set()
        self.model = TransactionRows(theme, parent=self)
        self.table = Table(Transactions.TABLE, self.model)
        self.bar = FilterBar(theme)
        self.details = DetailsPanel(theme)
        self.details.hide()
        self.count = Label("", TextRole.SMALL_STRONG, tone=Tone.SECOND)
        self.totals = MoneyLabel(theme, name=Transactions.AMOUNT)
        self.error = InlineError(theme, retry=True)
        self.empty = EmptyState(
            theme,
            IconName.TRANSACTIONS,
            Transactions.EMPTY_TITLE,
            sentence=Transactions.EMPTY,
            action=Transactions.EMPTY_ACTION,
        )
        self._filled = QWidget()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_FETCH_AFTER_MS)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        self._tasks.run(
            self._presenter.filters, self._show_filters, failed=self._fail, owner=self, key="transactions-filters"
        )
        self._read()

    def on_changes(self, changes: Changes) -> None:
        if changes.kinds & _SHOWN:
            self.refresh()

    def show_with(self, wanted: object) -> None:
        if isinstance(wanted, TransactionSearch):
            self._search = wanted
            self._close_details()
        self.refresh()

    def focus_search(self) -> bool:
        self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.field.selectAll()
        return True

    def set_search(self, search: TransactionSearch) -> None:
        """Show something else."""
        self._search = search
        self._close_details()
        self.bar.show_filters(search, self._filters)
        self._read()

    def export(self, target: Path) -> None:
        """Write what is shown."""
        search = self._search
        self._tasks.run_long(
            lambda _progress, _token: self._presenter.export(target, search),
            self.said.emit,
            title=Transactions.EXPORT_TITLE,
            failed=self._fail,
            owner=self,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.details.isVisible():
            self._close_details()
            return
        if event.key() == Qt.Key.Key_Down and self.focusWidget() is self.bar.field:
            self._enter_table()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pause.start()

    def _lay_out(self) -> None:
        self.body.setSpacing(Space.M)
        self.table.set_widths(_DAY, 0, _CATEGORY, _ACCOUNT, _AMOUNT)
        header = self.table.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        side = row(gap=Space.L)
        side.addWidget(self.table, 1)
        side.addWidget(self.details)
        foot = row(gap=Space.L)
        foot.addWidget(self.count)
        foot.addStretch(1)
        foot.addWidget(self.totals)
        filled = column(self._filled, gap=Space.M)
        filled.addWidget(self.bar)
        filled.addLayout(side, 1)
        filled.addLayout(foot)
        self.body.addWidget(self.error)
        self.body.addWidget(self._filled, 1)
        self.body.addWidget(self.empty, 1)
        self.empty.hide()
        self._show_order()

    def _connect(self) -> None:
        self.bar.changed.connect(self.set_search)
        self.bar.export_asked.connect(self._ask_target)
        self.error.retried.connect(self.refresh)
        self.empty.chosen.connect(lambda: self.navigated.emit(PageKey.IMPORT, None))
        self._pause.timeout.connect(self._fetch)
        self.model.wanted.connect(self._pause.start)
        self.table.verticalScrollBar().valueChanged.connect(lambda _value: self._pause.start())
        self.table.horizontalHeader().sectionClicked.connect(self._sort)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_selected())
        self.table.opened.connect(lambda _index: self.details.category.setFocus(Qt.FocusReason.OtherFocusReason))
        self.details.closed.connect(self._close_details)
        self.details.categorised.connect(self._categorise)
        self.details.renamed.connect(self._rename)
        self.details.batch_opened.connect(lambda batch: self.set_search(TransactionSearch(batch=batch)))

    def _read(self) -> None:
        search = self._search
        self._asked += 1
        self._show_order()
        self._tasks.run(
            lambda: self._presenter.summary(search),
            lambda summary: self._show_summary(summary, search),
            failed=self._fail,
            owner=self,
            key="transactions",
        )

    def _show_filters(self, filters: Filters) -> None:
        self._filters = filters
        self.bar.show_filters(self._search, filters)
        self.details.set_categories(filters.categories)

    def _show_summary(self, summary: Summary, search: TransactionSearch) -> None:
        self.error.clear()
        self._fetching.clear()
        same = self.model.rowCount() == summary.count and self.details.isVisible()
        if same:
            self.model.forget()
        else:
            self.model.start(summary.count)
        self.count.setText(summary.words)
        self.totals.set_amount(summary.totals)
        nothing = summary.count == 0 and replace(search, sort=SORT_KEYS[0], descending=True) == TransactionSearch()
        self._filled.setVisible(not nothing)
        self.empty.setVisible(nothing)
        self._fetch()

    def _fetch(self) -> None:
        first = max(0, self.table.rowAt(0))
        seen = self.table.viewport().height() // self.table.verticalHeader().defaultSectionSize()
        last = first + seen + 1  # not rowAt(): before the table is laid out it knows no rows, or too many
        for page in self.model.missing(first, last):
            if page not in self._fetching:
                self._fetching.add(page)
                self._fetch_page(page)

    def _fetch_page(self, page: int) -> None:
        search, asked = self._search, self._asked

        def put(lines: tuple[TransactionLine, ...]) -> None:
            if asked == self._asked:
                self._fetching.discard(page)
                self.model.put(page, lines)

        self._tasks.run(lambda: self._presenter.page(search, page * PAGE), put, failed=self._fail, owner=self)

    def _sort(self, column: int) -> None:
        key = SORT_KEYS[column]
        turned = not self._search.descending if key == self._search.sort else column in {0, AMOUNT}
        self.set_search(replace(self._search, sort=key, descending=turned))

    def _show_order(self) -> None:
        order = Qt.SortOrder.DescendingOrder if self._search.descending else Qt.SortOrder.AscendingOrder
        self.table.horizontalHeader().setSortIndicator(_FROM_COLUMN[self._search.sort], order)

    def _selected(self) -> list[tuple[int, int]]:
        chosen = self.table.selectionModel().selection()
        return [(chosen.at(place).top(), chosen.at(place).bottom()) for place in range(chosen.count())]

    def _show_selected(self) -> None:
        ranges = self._selected()
        count = sum(last - first + 1 for first, last in ranges)
        if count == 0:
            return
        if count > 1:
            self.details.show_several(count)
            self._open_details()
            return
        line = self.model.line(ranges[0][0])
        if line is not None:
            self._tasks.run(
                lambda: self._presenter.details(line.id),
                self._show_details,
                failed=self._fail,
                owner=self,
                key="transaction",
            )

    def _show_details(self, details: Details) -> None:
        self.details.show_details(details)
        self._open_details()

    def _open_details(self) -> None:
        """The panel says the account: its column gives its room to the payee."""
        self.details.show()
        self.table.setColumnHidden(ACCOUNT, True)

    def _close_details(self) -> None:
        if self.details.isHidden():
            return
        self.details.hide()
        self.table.setColumnHidden(ACCOUNT, False)
        self.table.clearSelection()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.model.rowCount():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            at = max(0, self.table.currentIndex().row())
            self.table.selectionModel().setCurrentIndex(self.model.index(at, 0), flags)

    def _categorise(self, category: str) -> None:
        search, ranges = self._search, self._selected()
        self._correct(lambda: self._presenter.set_category(search, ranges, category=category))

    def _rename(self, payee: str) -> None:
        search, ranges = self._search, self._selected()
        self._correct(lambda: self._presenter.set_payee(search, ranges, payee=payee))

    def _correct(self, call: Callable[[], str]) -> None:
        def done(words: str) -> None:
            self.said.emit(words)
            self._read()
            self._show_selected()

        self._tasks.run(call, done, failed=self._fail, owner=self)

    def _ask_target(self) -> None:
        dialog = QFileDialog(self, Transactions.EXPORT_TITLE)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(Transactions.EXPORT_KINDS)
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(lambda file: self.export(Path(file)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _fail(self, failure: Failure) -> None:
        self._fetching.clear()
        self.error.show_failure(failure)
