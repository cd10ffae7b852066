"""Fields: a search field that waits for a pause, and a passphrase field that can show what was typed."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from app.presenters.text import Words
from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Motion, Tone


class SearchField(QLineEdit):
    """`searched` carries the text a moment after the last key."""

    searched = Signal(str)

    def __init__(self, theme: Theme, prompt: str, *, name: str = Words.SEARCH) -> None:
        super().__init__()
        self._theme = theme
        self.setPlaceholderText(prompt)
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(Motion.QUICK)
        self._pause.timeout.connect(lambda: self.searched.emit(self.text()))
        self.textChanged.connect(self._pause.start)
        theme.changed.connect(self._tint)
        self._tint()

    def _tint(self) -> None:
        self._glass.setIcon(self._theme.icon(IconName.SEARCH, Tone.THIRD))


class PassphraseField(QLineEdit):
    """Hides what is typed until the eye is pressed; takes no part in drag, undo or input memory."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setDragEnabled(False)
        self._eye = QAction(self)
        self._eye.triggered.connect(self._toggle)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        theme.changed.connect(self._tint)
        self._tint()

    def take(self) -> str:
        """The text; the field is emptied."""
        text = self.text()
        self.clear()
        return text

    def _toggle(self) -> None:
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        self.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self._tint()

    def _tint(self) -> None:
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        self._eye.setIcon(self._theme.icon(IconName.EYE if hidden else IconName.EYE_OFF, Tone.THIRD))
        self._eye.setText(Words.SHOW if hidden else Words.HIDE)
