"""The review of one file: reading, decisions, findings, accounts with their rows, and the button that adds them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.presenters.importing_review import DecisionView, FindingView, ReviewView
from app.presenters.text import ACCOUNT_KINDS, Importing
from app.ui.pages.importing_rows import AccountCard
from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.buttons import Button, ButtonKind, IconTextButton
from app.ui.widgets.card import Card, Notice
from app.ui.widgets.chip import Chip
from app.ui.widgets.combo import Combo
from app.ui.widgets.dialogs import Dialog
from app.ui.widgets.labels import Label, TextRole
from app.ui.widgets.layouts import FlowLayout, clear, column, row
from app.ui.widgets.veiled_label import VeiledLabel

_FINDING_TONES = {"error": Tone.BAD, "warning": Tone.CARE, "info": Tone.NOTE}
_MOST_FINDINGS = 6


class ReviewPanel(QWidget):
    """Shows one ReviewView; every wish of the owner leaves as a signal."""

    back = Signal()
    decided = Signal(str, str)
    changed = Signal(int, object, bool)
    set_apart = Signal(int, object)
    retargeted = Signal(int, int)
    named = Signal(int, str, str)
    """A new account for a place: name and kind."""
    commit_asked = Signal()
    discard_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cards: list[AccountCard] = []
        self._shown = ""
        self._file = VeiledLabel(theme, role=TextRole.TITLE, elided=True)
        self._chips = FlowLayout(gap=Space.S)
        self._questions = column(gap=Space.M)
        self._findings = column(gap=Space.S)
        self._accounts = column(gap=Space.L)
        self._why = Label("", tone=Tone.SECOND, wrap=True)
        self.back_button = IconTextButton(theme, IconName.BACK, Importing.BACK, kind=ButtonKind.LINK)
        self.back_button.clicked.connect(self.back)
        self.commit = Button("", ButtonKind.PRIMARY)
        self.commit.clicked.connect(self.commit_asked)
        layout = column(self, gap=Space.L)
        layout.addLayout(self._head())
        layout.addLayout(self._chips)
        for part in (self._questions, self._findings, self._accounts):
            layout.addLayout(part)
        layout.addStretch(1)

    def show_review(self, view: ReviewView) -> None:
        """Show a review; where it is the same file, tables keep their place."""
        self._file.set_words(view.file)
        clear(self._chips)
        for words in (view.format, *view.reading):
            self._chips.addWidget(Chip(self._theme, words, tone=Tone.ACCENT, tappable=False))
        self._show_decisions(view.decisions)
        self._show_findings(view.findings)
        self._show_accounts(view)
        self.commit.setText(view.commit_words)
        self.commit.setAccessibleName(view.commit_words)
        self.commit.setEnabled(view.can_commit)
        self._why.setText(view.commit_why)

    @property
    def cards(self) -> Sequence[AccountCard]:
        """One card an account of the file."""
        return tuple(self._cards)

    def _head(self) -> QHBoxLayout:
        discard = Button(Importing.DISCARD)
        discard.clicked.connect(self.discard_asked)
        line = row(gap=Space.M)
        words = column(gap=Space.XS)
        words.addWidget(self._file)
        words.addWidget(self._why)
        line.addLayout(words, 1)
        line.addWidget(discard)
        line.addWidget(self.commit)
        return line

    def _show_decisions(self, decisions: Sequence[DecisionView]) -> None:
        clear(self._questions)
        for decision in decisions:
            card = DecisionCard(self._theme, decision)
            card.decided.connect(self.decided)
            self._questions.addWidget(card)

    def _show_findings(self, findings: Sequence[FindingView]) -> None:
        clear(self._findings)
        for finding in findings[:_MOST_FINDINGS]:
            notice = Notice(_FINDING_TONES[finding.severity])
            line = row(gap=Space.M)
            line.addWidget(VeiledLabel(self._theme, finding.message), 1)
            if finding.where:
                line.addWidget(Label(finding.where, TextRole.SMALL, tone=Tone.SECOND))
            notice.body.addLayout(line)
            self._findings.addWidget(notice)
        if len(findings) > _MOST_FINDINGS:
            more = Importing.more_findings(len(findings) - _MOST_FINDINGS)
            self._findings.addWidget(Label(more, TextRole.SMALL, tone=Tone.THIRD))

    def _show_accounts(self, view: ReviewView) -> None:
        if self._shown == view.id and len(self._cards) == len(view.accounts):
            for card, account in zip(self._cards, view.accounts, strict=True):
                card.show_account(account, view.known_accounts)
            return
        clear(self._accounts)
        self._cards = []
        self._shown = view.id
        for account in view.accounts:
            card = AccountCard(self._theme, account, known=view.known_accounts)
            card.changed.connect(self.changed)
            card.set_apart.connect(self.set_apart)
            card.retargeted.connect(self.retargeted)
            card.new_asked.connect(self.ask_new)
            self._cards.append(card)
            self._accounts.addWidget(card)

    def ask_new(self, place: int) -> "NewAccountDialog":
        """Ask for the name and kind of a new account."""
        dialog = NewAccountDialog(self._theme, parent=self)
        dialog.accepted.connect(lambda: self.named.emit(place, dialog.name.text().strip(), dialog.kind.currentData()))
        dialog.open()
        return dialog


class DecisionCard(Card):
    """A question with rows shown each way; `decided` carries question and choice."""

    decided = Signal(str, str)

    def __init__(self, theme: Theme, decision: DecisionView) -> None:
        super().__init__(decision.words)
        self.body.addWidget(Label(decision.why, tone=Tone.SECOND, wrap=True))
        sides = row(gap=Space.L)
        for choice in decision.choices:
            side = column(gap=Space.XS)
            button = Button(choice.words)
            button.clicked.connect(lambda _on=False, key=choice.key: self.decided.emit(decision.question, key))
            side.addWidget(button)
            for example in choice.examples:
                short = len(decision.choices) > 1
                side.addWidget(VeiledLabel(theme, example, role=TextRole.SMALL, tone=Tone.SECOND, elided=short))
            side.addStretch(1)
            sides.addLayout(side, 1)
        self.body.addLayout(sides)


class NewAccountDialog(Dialog):
    """Name and kind of a new account."""

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(Importing.NEW_TITLE, parent=parent)
        self.name = QLineEdit()
        self.name.setPlaceholderText(Importing.NEW_NAME)
        self.name.setAccessibleName(Importing.NEW_NAME)
        self.kind = Combo(theme, Importing.KIND)
        for key, words in ACCOUNT_KINDS.items():
            self.kind.addItem(words, key)
        for words, field in ((Importing.NEW_NAME, self.name), (Importing.KIND, self.kind)):
            self.body.addWidget(Label(words, TextRole.SMALL_STRONG, tone=Tone.SECOND))
            self.body.addWidget(field)
        self.add_cancel()
        self.use = self.add_action(Importing.USE, ButtonKind.PRIMARY)
        self.use.setEnabled(False)
        self.use.setDefault(True)
        self.use.clicked.connect(self.accept)
        self.name.textChanged.connect(lambda text: self.use.setEnabled(bool(text.strip())))
