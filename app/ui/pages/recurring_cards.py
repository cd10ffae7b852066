"""The cards of the Recurring page: a sum at the top, and one payment in full."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy

from app.domain.transaction import TransactionSearch
from app.presenters.recurring import AmountChange, RecurringLine, SumLine
from app.presenters.text import Recurring
from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.buttons import IconButton, LinkButton
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Label, MoneyLabel, TextRole
from app.ui.widgets.layouts import clear, column, row, rule

_WIDTH = 320


class SumCard(Card):
    """One figure with its heading and note."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title = Label("", TextRole.SMALL_STRONG, tone=Tone.SECOND)
        self._amount = MoneyLabel(theme, role=TextRole.TITLE)
        self._amount.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._note = Label("", TextRole.SMALL_STRONG, tone=Tone.THIRD)
        self.body.setSpacing(Space.XS)
        for label in (self._title, self._amount, self._note):
            self.body.addWidget(label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_sum(self, line: SumLine) -> None:
        """Show a figure."""
        self.setAccessibleName(line.title)
        self._title.setText(line.title)
        self._amount.set_amount(line.amount)
        self._note.setText(line.note)


class PaymentPanel(Card):
    """One payment: since when, how often, how it changed; `evidence_opened` carries a TransactionSearch."""

    closed = Signal()
    evidence_opened = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._search = TransactionSearch()
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(Recurring.DETAILS)
        self._payee = Label("", TextRole.HEADING, wrap=True)
        self._amount = MoneyLabel(theme, role=TextRole.FIGURE)
        self._amount.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._every = Label("", TextRole.SMALL, tone=Tone.SECOND)
        close = IconButton(theme, IconName.CLOSE, Recurring.CLOSE)
        close.clicked.connect(self.closed)
        top = row(gap=Space.S)
        top.addWidget(self._payee, 1)
        top.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._fields = column(gap=Space.S)
        self._changes = column(gap=Space.XS)
        self.evidence = LinkButton(Recurring.evidence(0))
        self.evidence.clicked.connect(lambda: self.evidence_opened.emit(self._search))
        self.body.addLayout(top)
        self.body.addWidget(self._amount)
        self.body.addWidget(self._every)
        self.body.addLayout(self._fields)
        self.body.addWidget(rule())
        self.body.addWidget(Label(Recurring.CHANGES, TextRole.SMALL_STRONG, tone=Tone.SECOND))
        self.body.addLayout(self._changes)
        self.body.addWidget(rule())
        self.body.addWidget(self.evidence, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def show_payment(self, line: RecurringLine) -> None:
        """Show one payment."""
        self._search = line.search
        self._payee.setText(line.payee)
        self._amount.set_amount(line.amount)
        self._every.setText(line.every)
        self.evidence.setText(line.evidence)
        self.evidence.setAccessibleName(line.evidence)
        clear(self._fields)
        for words, value in (
            (Recurring.CATEGORY, line.category),
            (Recurring.FIRST_PAID, line.first),
            (Recurring.LAST_PAID, line.last),
            (Recurring.TIMES, line.times),
        ):
            field = row()
            field.addWidget(Label(words, TextRole.SMALL, tone=Tone.THIRD))
            field.addStretch(1)
            field.addWidget(Label(value, TextRole.SMALL))
            self._fields.addLayout(field)
        self._show_changes(line.changes)

    def _show_changes(self, changes: tuple[AmountChange, ...]) -> None:
        clear(self._changes)
        if not changes:
            self._changes.addWidget(Label(Recurring.NO_CHANGES, TextRole.SMALL, tone=Tone.SECOND, wrap=True))
        for change in changes:
            line = row()
            line.addWidget(Label(change.day, TextRole.SMALL, tone=Tone.THIRD))
            line.addStretch(1)
            tone = Tone.CARE if change.raised else Tone.GOOD
            line.addWidget(MoneyLabel(self._theme, change.words, role=TextRole.SMALL_STRONG, tone=tone))
            self._changes.addLayout(line)
