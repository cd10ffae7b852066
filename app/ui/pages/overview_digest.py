"""The Overview's digest card: what changed in the month and why, a sentence a line, each opening its computation."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.presenters.digest import DigestLineView, DigestView
from app.presenters.text import Digest
from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Label, TextRole
from app.ui.widgets.layouts import clear, column, row
from app.ui.widgets.line_button import LineButton

_ICONS = {
    "raised": IconName.ARROW_UP,
    "new": IconName.ADD,
    "ended": IconName.CLOSE,
    "unusual": IconName.ALERT,
    "doubled": IconName.CARE,
}
_CARE = frozenset({"raised", "unusual", "doubled"})


class DigestCard(Card):
    """`opened` carries the Alternative of a line: its plan and the words it is asked by."""

    opened = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(Digest.HEADING)
        self._theme = theme
        self._against = Label("", TextRole.SMALL, tone=Tone.THIRD)
        self.header.addWidget(self._against)
        self._totals = column(gap=0)
        self._rest = column(gap=0)
        sides = row(gap=Space.XL)
        sides.addLayout(self._totals, 1)
        sides.addLayout(self._rest, 1)
        self.body.addLayout(sides)

    def show_digest(self, view: DigestView) -> None:
        """Show a month's digest; the card goes where there is none."""
        self.setVisible(bool(view.title))
        self.heading.setText(view.title)
        self.setAccessibleName(view.title)
        self._against.setText(view.against)
        lines = (*view.totals, *view.changes, *view.noticed)
        self._fill(self._totals, lines[: (len(lines) + 1) // 2])
        self._fill(self._rest, lines[(len(lines) + 1) // 2 :])

    def _fill(self, side: QVBoxLayout, lines: Sequence[DigestLineView]) -> None:
        clear(side)
        for line in lines:
            side.addWidget(self._line(line))
        side.addStretch(1)

    def _line(self, line: DigestLineView) -> LineButton:
        icon = _ICONS.get(line.kind)
        if line.kind == "driver":
            icon = IconName.ARROW_UP if line.rising else IconName.ARROW_DOWN
        tone = Tone.CARE if line.kind in _CARE else Tone.THIRD
        button = LineButton(self._theme, line.words, name=Digest.open(line.words), icon=icon, tone=tone)
        button.clicked.connect(lambda _on=False, opens=line.opens: self.opened.emit(opens))
        return button
