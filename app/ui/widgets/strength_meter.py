"""Four bars and words for how hard a passphrase is to guess."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.presenters.passphrase import Strength
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.labels import Label, TextRole
from app.ui.widgets.layouts import row

_BARS = 4
_TONES = (Tone.THIRD, Tone.CARE, Tone.CARE, Tone.GOOD, Tone.GOOD)


class StrengthMeter(QWidget):
    """Keeps its height when it has nothing to say, so that the form does not jump."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._bars = _Bars(theme)
        self._words = Label("", TextRole.SMALL, tone=Tone.SECOND)
        self._words.setMinimumHeight(Space.L + 2)
        layout = row(self, gap=Space.M)
        layout.addWidget(self._bars)
        layout.addWidget(self._words, 1)

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def show_strength(self, strength: Strength) -> None:
        """Show a judgement."""
        self._bars.show_level(strength.level)
        self._words.setText(strength.words)
        self.setAccessibleName(strength.words)


class _Bars(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._level = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_level(self, level: int) -> None:
        self._level = level
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_BARS * (Space.XL + Space.XS), Space.XS)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for at in range(_BARS):
            lit = at < self._level
            painter.setBrush(self._theme.colour(_TONES[self._level]) if lit else QColor(self._theme.palette.border))
            painter.drawRoundedRect(QRectF(at * (Space.XL + Space.XS), 0, Space.XL, Space.XS), 2, 2)
