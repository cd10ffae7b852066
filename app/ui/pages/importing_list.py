"""The list of the Import page: files waiting for review, refused ones, and past imports."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from app.presenters.importing import PastLine, RefusedLine, StagedLine
from app.presenters.importing_reading import ProofView
from app.presenters.text import Importing
from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Size, Space, Tone
from app.ui.widgets.buttons import Button, ButtonKind, LinkButton
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.inline_error import InlineError
from app.ui.widgets.labels import Label, MoneyLabel, TextRole
from app.ui.widgets.layouts import clear, column, row, rule
from app.ui.widgets.proof_badge import ProofBadge, ProofSum, ProofTone

_STATUS_TONES = {"needs_decision": (Tone.CARE, IconName.CARE), "nothing_new": (Tone.SECOND, IconName.CHECK)}


def proof_sum(proof: ProofView) -> ProofSum:
    """A proof for the badge."""
    return ProofSum(ProofTone(proof.state), proof.word, proof.sentence, proof.lines)


class StagedCard(Card):
    """One file waiting: `reviewed` and `discarded` carry its id and file name."""

    reviewed = Signal(str)
    discarded = Signal(str, str)

    def __init__(self, theme: Theme, line: StagedLine) -> None:
        super().__init__()
        self.setAccessibleName(line.file)
        layout = row(gap=Space.M)
        words = column(gap=2)
        name = row(gap=Space.S)
        name.addWidget(Label(line.file, TextRole.STRONG))
        if line.status in _STATUS_TONES:
            tone, icon = _STATUS_TONES[line.status]
            name.addWidget(Chip(theme, line.status_word, tone=tone, icon=icon, tappable=False))
        name.addStretch(1)
        words.addLayout(name)
        words.addWidget(Label(" · ".join(part for part in (line.accounts, line.counts) if part), tone=Tone.SECOND))
        words.addWidget(Label(line.reading, TextRole.SMALL, tone=Tone.THIRD))
        layout.addLayout(words, 1)
        if line.proof is not None:
            layout.addWidget(ProofBadge(theme, proof_sum(line.proof)))
        total = MoneyLabel(theme, line.total, name=line.file)
        total.setMinimumWidth(Size.RAIL // 2)
        layout.addWidget(total)
        discard = Button(Importing.DISCARD)
        discard.setAccessibleName(Importing.discard_name(line.file))
        discard.clicked.connect(lambda: self.discarded.emit(line.id, line.file))
        self.review = Button(Importing.REVIEW, ButtonKind.PRIMARY)
        self.review.setAccessibleName(Importing.review_name(line.file))
        self.review.clicked.connect(lambda: self.reviewed.emit(line.id))
        layout.addWidget(discard)
        layout.addWidget(self.review)
        self.body.addLayout(layout)


class RefusedInlineError(InlineError):
    """One file that was refused; `dismissed` carries its id (may be empty) and file name."""

    dismissed = Signal(str, str)

    def __init__(self, theme: Theme, line: RefusedLine) -> None:
        super().__init__(theme)
        self._line = line
        self.show_failure(line.failure)

    def clear(self) -> None:
        super().clear()
        self.dismissed.emit(self._line.id, self._line.file)


class PastCard(Card):
    """Past imports; `undone` carries a PastLine, `opened` a batch id."""

    undone = Signal(object)
    opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(Importing.PAST)
        self._theme = theme
        self._lines = column(gap=Space.S)
        self.body.addLayout(self._lines)

    def show_past(self, lines: Sequence[PastLine]) -> None:
        """Show past imports, newest first."""
        clear(self._lines)
        if not lines:
            self._lines.addWidget(Label(Importing.NO_PAST, tone=Tone.SECOND))
        for at, line in enumerate(lines):
            if at:
                self._lines.addWidget(rule())
            self._add(line)

    def _add(self, line: PastLine) -> None:
        words = column(gap=0)
        name = LinkButton(line.file)
        name.setProperty("kind", "light")
        name.setFont(TextRole.STRONG.font())
        name.setEnabled(not line.undone)
        name.clicked.connect(lambda: self.opened.emit(line.id))
        first = row(gap=0)
        first.addWidget(name)
        first.addStretch(1)
        details = Label(" · ".join(part for part in (line.accounts, line.details) if part), TextRole.SMALL)
        details.set_tone(Tone.THIRD)
        details.setIndent(Size.FOCUS_RING + 1)
        words.addLayout(first)
        words.addWidget(details)
        layout = row(gap=Space.M)
        layout.addLayout(words, 1)
        if not line.undone:
            undo = LinkButton(Importing.UNDO, name=Importing.undo_name(line.file))
            undo.clicked.connect(lambda: self.undone.emit(line))
            layout.addWidget(undo, 0, Qt.AlignmentFlag.AlignVCenter)
        self._lines.addLayout(layout)
