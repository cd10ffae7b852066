"""The network light: a dot and words; flashes once on an attempt and stays until seen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.presenters.text import Network
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.dot import Dot
from app.ui.widgets.labels import Label, TextRole
from app.ui.widgets.layouts import row


class NetworkLight(QWidget):
    """Shows what a real attempt proved; `seen` asks to look at the attempts."""

    opened = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._dot = Dot(theme, Tone.CARE)
        self._words = LinkButton(Network.UNKNOWN, name=Network.SEE)
        self._words.setProperty("kind", "light")
        self._count = Label("", TextRole.SMALL, tone=Tone.THIRD)
        layout = row(self, gap=Space.S)
        layout.addWidget(self._dot)
        layout.addWidget(self._words)
        layout.addWidget(self._count)
        layout.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._words.clicked.connect(self.opened)

    @property
    def words(self) -> str:
        """What the light says."""
        return self._words.text()

    def show_state(self, words: str, tone: Tone, *, attempts: str, flash: bool = False) -> None:
        """Say a state; `flash` once when an attempt has just been refused."""
        self._dot.set_tone(tone)
        self._words.setText(words)
        self._words.setAccessibleName(f"{words}. {attempts}. {Network.SEE}")
        self._count.setText(attempts)
        if flash:
            self._dot.flash()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()
        super().mousePressEvent(event)
