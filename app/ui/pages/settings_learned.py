"""The Settings page's card of learned names: what words of a question mean, each with a link that forgets it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.presenters.text import Settings
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import clear, column, row


class LearnedCard(Card):
    """`forgotten` carries the words that shall mean nothing of their own any more."""

    forgotten = Signal(str)

    def __init__(self) -> None:
        super().__init__(Settings.LEARNED)
        self._nothing = Label(Settings.LEARNED_NONE, tone=Tone.SECOND, wrap=True)
        self._lines = column(gap=Space.XS)
        self.body.addWidget(self._nothing)
        self.body.addLayout(self._lines)

    def show_learned(self, learned: Sequence[tuple[str, str]]) -> None:
        """Show them as (the words, a sentence)."""
        clear(self._lines)
        self._nothing.setVisible(not learned)
        for span, sentence in learned:
            forget = LinkButton(Settings.FORGET, name=Settings.forget(sentence))
            forget.clicked.connect(lambda _on=False, span=span: self.forgotten.emit(span))
            line = row(gap=Space.M)
            line.addWidget(Label(sentence, wrap=True), 1)
            line.addWidget(forget)
            self._lines.addLayout(line)
