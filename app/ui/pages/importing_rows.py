"""One statement of a file under review: its account, its proof, and its rows with a tick each."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu

from app.presenters.formatting import short_name
from app.presenters.importing_review import ReviewAccount
from app.presenters.text import Importing
from app.ui.models.staged import TAKE, StagedRows
from app.ui.pages.importing_list import proof_sum
from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import Label, MoneyLabel, TextRole
from app.ui.widgets.layouts import column, row
from app.ui.widgets.proof_badge import ProofBadge
from app.ui.widgets.table import Table
from app.ui.widgets.veiled_label import VeiledLabel

_MOST_ROWS = 11
_TAKE = 42
_DAY = 104
_PAYEE = 240
_FOUND = 220
_AMOUNT = 120


class RowsTable(Table):
    """Space and a click on the tick ask for a change; `toggled` carries rows and whether they are to be added.

    The menu of a row turns a decision of the matching round; `set_apart` carries rows that are no duplicates.
    """

    toggled = Signal(object, bool)
    set_apart = Signal(object)

    def __init__(self, name: str, model: StagedRows) -> None:
        super().__init__(name, model, compact=True, bare=True)
        self._rows = model
        self.set_widths(_TAKE, _DAY, _PAYEE, 0, _FOUND, _AMOUNT)
        self.clicked.connect(self._click)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self.open_menu)

    def open_menu(self, at: QPoint) -> QMenu | None:
        """Offer to turn the decision on the selected rows round, where one was made."""
        chosen = [self._rows.row_at(index.row()) for index in self.selectionModel().selectedRows()]
        menu = QMenu(self)
        menu.setAccessibleName(Importing.TURN_NAME)
        taken_for_others = [row.position for row in chosen if row.matched]
        included = [row.position for row in chosen if row.included]
        if taken_for_others:
            menu.addAction(Importing.SAY_ANOTHER).triggered.connect(lambda: self.set_apart.emit(taken_for_others))
        if included:
            menu.addAction(Importing.SAY_SAME).triggered.connect(lambda: self.toggled.emit(included, False))
        if menu.isEmpty():
            return None
        menu.popup(self.viewport().mapToGlobal(at))
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._toggle([index.row() for index in self.selectionModel().selectedRows()])
            return
        super().keyPressEvent(event)

    def _click(self, index: QModelIndex) -> None:
        if index.column() == TAKE:
            self._toggle([index.row()])

    def _toggle(self, rows: Sequence[int]) -> None:
        if rows:
            chosen = [self._rows.row_at(at) for at in rows]
            self.toggled.emit([row.position for row in chosen], not chosen[0].included)


class AccountCard(Card):
    """`changed` carries place, row positions and whether to include them; `retargeted` place and account id.

    `set_apart` carries place and positions of rows that are no duplicates.
    """

    changed = Signal(int, object, bool)
    set_apart = Signal(int, object)
    retargeted = Signal(int, int)
    new_asked = Signal(int)

    def __init__(self, theme: Theme, account: ReviewAccount, *, known: Sequence[tuple[int, str]]) -> None:
        super().__init__()
        self._account = account
        self._known = tuple(known)
        self.setAccessibleName(account.name)
        self.target = Chip(theme, short_name(account.name), tone=Tone.ACCENT, icon=IconName.DOWN)
        self.target.setAccessibleName(f"{Importing.ACCOUNT} {account.name}")
        self.target.clicked.connect(self.open_accounts)
        self._note = VeiledLabel(theme, role=TextRole.SMALL, tone=Tone.THIRD, elided=True)
        self._counts = Label("", TextRole.SMALL, tone=Tone.SECOND)
        self._badge = ProofBadge(theme, proof_sum(account.proof))
        self._total = MoneyLabel(theme, account.total, name=account.name)
        self.body.setSpacing(Space.M)
        self._make_head()
        self._model = StagedRows(theme, parent=self)
        self.table = RowsTable(f"{Importing.ROWS}: {account.name}", self._model)
        self.table.toggled.connect(lambda rows, on: self.changed.emit(account.position, rows, on))
        self.table.set_apart.connect(lambda rows: self.set_apart.emit(account.position, rows))
        self._make_choices()
        self.body.addWidget(self.table)
        self.show_account(account, known)

    def show_account(self, account: ReviewAccount, known: Sequence[tuple[int, str]]) -> None:
        """Show another state of the same account."""
        self._account = account
        self._known = tuple(known)
        self.target.set_content(short_name(account.name))
        self.target.setToolTip(account.name)
        new = Importing.MORE_NEW if account.account_id is None else ""
        self._note.set_words(" · ".join(part for part in (new, account.kind_word, account.why) if part))
        self._counts.setText(account.counts)
        self._badge.set_proof(proof_sum(account.proof))
        self._total.set_amount(account.total)
        self._model.set_rows(account.rows)
        self.table.fit_height(most=_MOST_ROWS)

    def open_accounts(self) -> QMenu:
        """Offer the other accounts and a new one."""
        menu = QMenu(self)
        menu.setAccessibleName(Importing.ACCOUNT)
        place = self._account.position
        for number, name in self._known:
            action = menu.addAction(name)
            action.triggered.connect(lambda _on=False, number=number: self.retargeted.emit(place, number))
        if self._known:
            menu.addSeparator()
        menu.addAction(Importing.NEW_ACCOUNT).triggered.connect(lambda: self.new_asked.emit(place))
        menu.popup(self.target.mapToGlobal(QPoint(0, self.target.height() + Space.XS)))
        return menu

    def _make_head(self) -> None:
        head = row(gap=Space.S)
        head.addWidget(Label(Importing.ACCOUNT, TextRole.SMALL, tone=Tone.SECOND))
        head.addWidget(self.target)
        head.addWidget(self._note, 1)
        head.addWidget(self._badge)
        head.addWidget(self._total)
        self.body.addLayout(head)

    def _make_choices(self) -> None:
        line = row(gap=Space.L)
        line.addWidget(self._counts)
        line.addStretch(1)
        for words, pick in (
            (Importing.TAKE_NEW, self._take_new),
            (Importing.TAKE_ALL, lambda: self._take(all_in=True)),
            (Importing.TAKE_NONE, lambda: self._take(all_in=False)),
        ):
            button = LinkButton(words)
            button.clicked.connect(pick)
            line.addWidget(button)
        box = column(gap=0)
        box.addLayout(line)
        self.body.addLayout(box)

    def _take(self, *, all_in: bool) -> None:
        self.changed.emit(self._account.position, [row.position for row in self._model.rows], all_in)

    def _take_new(self) -> None:
        place = self._account.position
        known = [row.position for row in self._model.rows if not row.new and row.included]
        if known:
            self.changed.emit(place, known, False)
        left = [row.position for row in self._model.rows if row.new and not row.included]
        if left:
            self.changed.emit(place, left, True)
