"""The protection check: each line with its state in words, what was seen, and what to do."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel

from app.presenters.privacy import CheckLine
from app.presenters.text import Privacy
from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Size, Space, Tone
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Label, TextRole
from app.ui.widgets.layouts import clear, column

_LOOKS = {
    "pass": (IconName.PROVED, Tone.GOOD),
    "fail": (IconName.BROKEN, Tone.BAD),
    "unknown": (IconName.UNPROVED, Tone.CARE),
}


class CheckCard(Card):
    """`asked` when the owner wants the attempts made again."""

    asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(Privacy.CHECK)
        self._theme = theme
        self._checks: tuple[CheckLine, ...] = ()
        self._again = LinkButton(Privacy.CHECK_AGAIN)
        self._again.clicked.connect(self.asked)
        self.header.addWidget(self._again)
        self._state = Label("", TextRole.SMALL, tone=Tone.THIRD)
        self.header.insertWidget(1, self._state)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.M)
        self._grid.setVerticalSpacing(Space.M)
        self._grid.setColumnStretch(2, 1)
        self.body.addLayout(self._grid)
        theme.changed.connect(self._fill)

    def show_running(self) -> None:
        """Say that attempts are being made."""
        self._state.setText(Privacy.CHECKING)
        self._again.setEnabled(False)

    def show_checks(self, checks: Sequence[CheckLine]) -> None:
        """Show the outcome."""
        self._state.clear()
        self._again.setEnabled(True)
        self._checks = tuple(checks)
        self._fill()

    def _fill(self) -> None:
        clear(self._grid)
        for at, check in enumerate(self._checks):
            icon, tone = _LOOKS.get(check.state, _LOOKS["unknown"])
            picture = QLabel()
            ratio = self.devicePixelRatioF()
            picture.setPixmap(self._theme.pixmap(icon, tone, size=Size.ICON, ratio=ratio))
            word = Label(check.word, TextRole.STRONG, tone=tone)
            words = column(gap=2)
            words.addWidget(Label(check.detail, wrap=True))
            if check.fix:
                words.addWidget(Label(check.fix, TextRole.SMALL, tone=Tone.SECOND, wrap=True))
            self._grid.addWidget(picture, at, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(word, at, 1, Qt.AlignmentFlag.AlignTop)
            self._grid.addLayout(words, at, 2)
