"""The panel beside the list: one transaction in full, or several to be put right together."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QWidget

from app.presenters.text import Transactions
from app.presenters.transactions import Details
from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.buttons import Button, IconButton, LinkButton
from app.ui.widgets.card import Card
from app.ui.widgets.combo import Combo
from app.ui.widgets.labels import Label, MoneyLabel, TextRole
from app.ui.widgets.layouts import clear, column, row, rule

_WIDTH = 320
_LABEL = 104


class DetailsPanel(Card):
    """`categorised` and `renamed` carry what the owner chose; `batch_opened` a batch id; `closed` by the cross."""

    categorised = Signal(str)
    renamed = Signal(str)
    batch_opened = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(Transactions.DETAILS)
        self._details: Details | None = None
        self._payee = Label("", TextRole.HEADING, wrap=True)
        self._amount = MoneyLabel(theme, role=TextRole.FIGURE)
        self._amount.setAlignment(Qt.AlignmentFlag.AlignLeft)
        close = IconButton(theme, IconName.CLOSE, Transactions.CLOSE)
        close.clicked.connect(self.closed)
        top = row(gap=Space.S)
        top.addWidget(self._payee, 1)
        top.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.category = Combo(theme, Transactions.CHANGE_CATEGORY)
        self.category.activated.connect(lambda _at: self._pick())
        self.payee = QLineEdit()
        self.payee.setAccessibleName(Transactions.CHANGE_PAYEE)
        self.payee.returnPressed.connect(self._rename)
        self.save = Button(Transactions.SAVE_PAYEE)
        self.save.clicked.connect(self._rename)
        self.payee.textChanged.connect(self._show_save)
        self._fields = column(gap=Space.S)
        self._open = LinkButton(Transactions.FROM_IMPORT)
        self._open.clicked.connect(self._open_batch)
        self.body.addLayout(top)
        self.body.addWidget(self._amount)
        self.body.addSpacing(Space.XS)
        self._add_fields()

    def set_categories(self, names: Sequence[str]) -> None:
        """Offer categories."""
        if [self.category.itemText(at) for at in range(self.category.count())] != list(names):
            self.category.clear()
            self.category.addItems(list(names))
            self.category.setCurrentIndex(-1)

    def show_details(self, details: Details) -> None:
        """Show one transaction."""
        self._details = details
        self._payee.setText(details.payee)
        self._amount.set_amount(details.amount)
        self._amount.set_tone(Tone.GOOD if details.money_in else Tone.TEXT)
        self._amount.show()
        self.category.setCurrentIndex(self.category.findText(details.category))
        self.payee.setText(details.payee)
        self.payee.setCursorPosition(0)
        clear(self._fields)
        for words, text in details.fields:
            line = row(gap=Space.M)
            name = Label(words, TextRole.SMALL, tone=Tone.THIRD)
            name.setFixedWidth(_LABEL)
            line.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Label(text, wrap=True), 1)
            self._fields.addLayout(line)
        self._open.setVisible(bool(details.batch))
        self._show_save()

    def show_several(self, count: int) -> None:
        """Show that several are selected."""
        self._details = None
        self._payee.setText(Transactions.selected(count))
        self._amount.hide()
        self.category.setCurrentIndex(-1)
        self.payee.clear()
        clear(self._fields)
        self._open.hide()
        self._show_save()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _add_fields(self) -> None:
        self.body.addWidget(Label(Transactions.CHANGE_CATEGORY, TextRole.SMALL_STRONG, tone=Tone.SECOND))
        self.body.addWidget(self.category)
        self.body.addWidget(Label(Transactions.CHANGE_PAYEE, TextRole.SMALL_STRONG, tone=Tone.SECOND))
        line = row(gap=Space.S)
        line.addWidget(self.payee, 1)
        line.addWidget(self.save)
        self.body.addLayout(line)
        self.body.addWidget(Label(Transactions.PAYEE_WHY, TextRole.SMALL, tone=Tone.THIRD, wrap=True))
        self.body.addSpacing(Space.XS)
        self.body.addWidget(rule())
        self.body.addSpacing(Space.XS)
        self.body.addWidget(self._scrolled(), 1)

    def _scrolled(self) -> QScrollArea:
        """The fields, which may be taller than the window."""
        inner = QWidget()
        box = column(inner, gap=Space.S)
        box.addLayout(self._fields)
        box.addWidget(self._open)
        box.addStretch(1)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        return area

    def _pick(self) -> None:
        wanted = self.category.currentText()
        if self._details is None or wanted != self._details.category:
            self.categorised.emit(wanted)

    def _rename(self) -> None:
        name = self.payee.text().strip()
        if self.save.isEnabled() and name:
            self.renamed.emit(name)

    def _show_save(self) -> None:
        name = self.payee.text().strip()
        self.save.setEnabled(bool(name) and (self._details is None or name != self._details.payee))

    def _open_batch(self) -> None:
        if self._details is not None:
            self.batch_opened.emit(self._details.batch)
