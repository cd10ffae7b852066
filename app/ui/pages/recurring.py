"""The Recurring page: what comes back at a steady interval, what it costs a year, and how it changed."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from app.domain.changes import ChangeKind, Changes
from app.presenters.recurring import RecurringLine, RecurringPresenter, RecurringView
from app.presenters.text import PageNames, Recurring
from app.ui.models.rows import Column, TextRows
from app.ui.pages.recurring_cards import PaymentPanel, SumCard
from app.ui.tasks import Tasks
from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.chip import Chip
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.inline_error import InlineError
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import column, row
from app.ui.widgets.page import Page, PageKey
from app.ui.widgets.table import Table

_SUMS = 3
_SHOWN = frozenset({ChangeKind.TRANSACTIONS, ChangeKind.CATEGORIES})
_TOLD_BY_PANEL = (1, 2)
_CATEGORY = 170
_EVERY = 130
_NEXT = 116
_AMOUNT = 116


class RecurringPage(Page):
    """A list with its sums; a payment opens beside it, and from there its transactions."""

    def __init__(self, theme: Theme, tasks: Tasks, presenter: RecurringPresenter) -> None:
        super().__init__(PageNames.RECURRING, scrolls=False, wide=True)
        self._tasks = tasks
        self._presenter = presenter
        self._view = RecurringView(sums=(), active=(), ended=())
        self.error = InlineError(theme, retry=True)
        self.error.retried.connect(self.refresh)
        self.sums = [SumCard(theme) for _ in range(_SUMS)]
        self.model = TextRows(theme, _columns(), parent=self, amounts=(4, 5))
        self.table = Table(Recurring.TABLE, self.model)
        self.table.set_widths(0, _CATEGORY, _EVERY, _NEXT, _AMOUNT, _AMOUNT)
        self.panel = PaymentPanel(theme)
        self.panel.hide()
        self.nothing = Label("", tone=Tone.SECOND)
        self.empty = EmptyState(
            theme, IconName.RECURRING, Recurring.EMPTY_TITLE, sentence=Recurring.EMPTY, action=Recurring.EMPTY_ACTION
        )
        self._make_chips(theme)
        self._filled = self._lay_out()
        self.body.addWidget(self.error)
        self.body.addWidget(self._filled, 1)
        self.body.addWidget(self.empty, 1)
        self._filled.hide()
        self.empty.hide()
        self._connect()

    def refresh(self) -> None:
        self._tasks.run(
            self._presenter.load, self.show_view, failed=self.error.show_failure, owner=self, key="recurring"
        )

    def on_changes(self, changes: Changes) -> None:
        if changes.kinds & _SHOWN:
            self.refresh()

    def show_view(self, view: RecurringView) -> None:
        """Show a view-model."""
        self._view = view
        self.error.clear()
        self._filled.setVisible(not view.empty)
        self.empty.setVisible(view.empty)
        for card in self.sums:
            card.setVisible(bool(view.sums))
        for chip, words, lines in (
            (self.active, Recurring.ACTIVE, view.active),
            (self.ended, Recurring.ENDED, view.ended),
        ):
            chip.set_content(f"{words} {len(lines):,}")
            chip.setVisible(not view.empty)
        for card, line in zip(self.sums, view.sums, strict=False):
            card.show_sum(line)
        self._show_lines()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.panel.isVisible():
            self._close_panel()
            return
        super().keyPressEvent(event)

    def _lines(self) -> tuple[RecurringLine, ...]:
        return self._view.ended if self.ended.isChecked() else self._view.active

    def _show_lines(self) -> None:
        lines = self._lines()
        self._show_panel(False)
        self.model.set_rows(
            [(each.payee, each.category, each.every, each.next, each.amount, each.per_year) for each in lines]
        )
        self.table.setVisible(bool(lines))
        self.nothing.setVisible(not lines)
        self.nothing.setText(Recurring.NONE_ENDED if self.ended.isChecked() else Recurring.NONE_ACTIVE)

    def _show_selected(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        if rows:
            self.panel.show_payment(self._lines()[rows[0].row()])
            self._show_panel(True)

    def _open(self, index: QModelIndex) -> None:
        self.navigated.emit(PageKey.TRANSACTIONS, self._lines()[index.row()].search)

    def _show_panel(self, shown: bool) -> None:  # noqa: FBT001 -- one flag, named by the method
        self.panel.setVisible(shown)
        for column_at in _TOLD_BY_PANEL:
            self.table.setColumnHidden(column_at, shown)

    def _close_panel(self) -> None:
        self._show_panel(False)
        self.table.clearSelection()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_chips(self, theme: Theme) -> None:
        self.active = Chip(theme, Recurring.ACTIVE)
        self.ended = Chip(theme, Recurring.ENDED)
        self._which = QButtonGroup(self)
        for chip in (self.active, self.ended):
            chip.setCheckable(True)
            chip.hide()
            self._which.addButton(chip)
            self.header.addWidget(chip)
        self.active.setChecked(True)

    def _lay_out(self) -> QWidget:
        filled = QWidget()
        outer = column(filled, gap=Space.L)
        sums = row(gap=Space.L)
        for card in self.sums:
            sums.addWidget(card, 1)
        side = row(gap=Space.L)
        side.addWidget(self.table, 1)
        side.addWidget(self.panel)
        outer.addLayout(sums)
        outer.addWidget(self.nothing)
        outer.addLayout(side, 1)
        return filled

    def _connect(self) -> None:
        self._which.buttonClicked.connect(lambda _button: self._show_lines())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_selected())
        self.table.opened.connect(self._open)
        self.panel.closed.connect(self._close_panel)
        self.panel.evidence_opened.connect(lambda search: self.navigated.emit(PageKey.TRANSACTIONS, search))
        self.empty.chosen.connect(lambda: self.navigated.emit(PageKey.IMPORT, None))


def _columns() -> tuple[Column, ...]:
    return (
        Column(Recurring.PAYEE),
        Column(Recurring.CATEGORY, tone=Tone.SECOND),
        Column(Recurring.EVERY, tone=Tone.SECOND),
        Column(Recurring.NEXT, tone=Tone.SECOND),
        Column(Recurring.AMOUNT, right=True),
        Column(Recurring.PER_YEAR, right=True),
    )
