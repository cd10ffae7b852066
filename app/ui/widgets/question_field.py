"""The field a question is typed into: Enter asks, Up brings back what was asked before."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from app.presenters.text import Ask
from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Tone

_LONGEST = 600


class QuestionField(QLineEdit):
    """`asked` carries the question; what was asked is remembered until the window closes, unless told not to."""

    asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._earlier: list[str] = []
        self._place = 0
        self.remembers = True
        self.setProperty("kind", "large")
        self.setMaxLength(_LONGEST)
        self.setPlaceholderText(Ask.PROMPT)
        self.setAccessibleName(Ask.FIELD)
        self._enter = QAction(Ask.SEND, self)
        self._enter.triggered.connect(self.send)
        self.addAction(self._enter, QLineEdit.ActionPosition.TrailingPosition)
        self.returnPressed.connect(self.send)
        theme.changed.connect(self._tint)
        self._tint()

    def send(self) -> None:
        """Ask what stands there."""
        question = self.text().strip()
        if not question:
            return
        if self.remembers:
            self._earlier.append(question)
        self._place = len(self._earlier)
        self.clear()
        self.asked.emit(question)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None or not self._earlier:
            super().keyPressEvent(event)
            return
        self._place = min(len(self._earlier), max(0, self._place + step))
        self.setText(self._earlier[self._place] if self._place < len(self._earlier) else "")

    def _tint(self) -> None:
        self._enter.setIcon(self._theme.icon(IconName.ENTER, Tone.SECOND))
