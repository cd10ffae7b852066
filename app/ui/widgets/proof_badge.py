"""The proof badge: shield and word; a press shows opening, rows and closing as a small sum."""

from dataclasses import dataclass
from enum import StrEnum

from app.presenters.text import Proof
from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Size, Space, Tone
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import Label, MoneyLabel, TextRole
from app.ui.widgets.layouts import row, rule
from app.ui.widgets.popover import Popover


class ProofTone(StrEnum):
    """How a proof ended; the values are those of the terminal face."""

    PROVED = "proved"
    UNPROVED = "unproved"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class ProofSum:
    """What a badge shows: the state, its word, a sentence, and the sum as (words, amount) lines."""

    state: ProofTone
    word: str
    sentence: str = ""
    lines: tuple[tuple[str, str], ...] = ()


_LOOKS = {
    ProofTone.PROVED: (Tone.GOOD, IconName.PROVED),
    ProofTone.UNPROVED: (Tone.SECOND, IconName.UNPROVED),
    ProofTone.BROKEN: (Tone.BAD, IconName.BROKEN),
}


class ProofBadge(Chip):
    """A chip that opens its proof."""

    def __init__(self, theme: Theme, proof: ProofSum) -> None:
        tone, icon = _LOOKS[proof.state]
        super().__init__(theme, proof.word, tone=tone, icon=icon)
        self._proof = proof
        self._name()
        self.clicked.connect(self.open_sum)

    def set_proof(self, proof: ProofSum) -> None:
        """Show another proof."""
        self._proof = proof
        tone, icon = _LOOKS[proof.state]
        self.set_content(proof.word, tone=tone, icon=icon)
        self._name()

    def open_sum(self) -> Popover:
        """Open the small sum below the badge."""
        popover = Popover(self._theme, Proof.TITLE, parent=self)
        popover.setMinimumWidth(Size.RAIL + Space.XXXL)
        popover.body.addWidget(Label(Proof.TITLE, TextRole.HEADING))
        last = len(self._proof.lines) - 1
        for at, (words, amount) in enumerate(self._proof.lines):
            if at == last and last > 0:
                popover.body.addWidget(rule())
            line = row(gap=Space.XL)
            line.addWidget(Label(words, tone=Tone.SECOND))
            line.addStretch(1)
            line.addWidget(MoneyLabel(self._theme, amount, name=words))
            popover.body.addLayout(line)
        if self._proof.sentence:
            tone = _LOOKS[self._proof.state][0]
            popover.body.addWidget(Label(self._proof.sentence, TextRole.SMALL, tone=tone, wrap=True))
        popover.open_below(self)
        return popover

    def _name(self) -> None:
        self.setAccessibleName(Proof.spoken(self._proof.word))
