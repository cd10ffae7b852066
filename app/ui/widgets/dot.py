"""A coloured dot, drawn; the words beside it carry the meaning."""

from PySide6.QtCore import Property, QEasingCurve, QPropertyAnimation, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Motion, Tone


class Dot(QWidget):
    """A dot of a given width in a tone; it can flash once."""

    def __init__(self, theme: Theme, tone: Tone, *, width: int = 9) -> None:
        super().__init__()
        self._theme = theme
        self._tone = tone
        self._glow = 0.0
        self._width = width
        halo = width * 2
        self.setFixedSize(QSize(halo, halo))
        self._animation = QPropertyAnimation(self, b"glow", self)
        self._animation.setDuration(Motion.CALM * 4)
        self._animation.setStartValue(1.0)
        self._animation.setEndValue(0.0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        theme.changed.connect(self.update)

    def set_tone(self, tone: Tone) -> None:
        """Show another state."""
        self._tone = tone
        self.update()

    def flash(self) -> None:
        """Flash once, unless the system asks for no motion."""
        if self._theme.moves:
            self._animation.stop()
            self._animation.start()

    def _get_glow(self) -> float:
        return self._glow

    def _set_glow(self, glow: float) -> None:
        self._glow = glow
        self.update()

    glow = Property(float, _get_glow, _set_glow)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colour = self._theme.colour(self._tone)
        if self._glow > 0:
            halo = QColor(colour)
            halo.setAlphaF(0.35 * self._glow)
            painter.setBrush(halo)
            painter.drawEllipse(QRectF(self.rect()))
        painter.setBrush(colour)
        edge = (self.width() - self._width) / 2
        painter.drawEllipse(QRectF(edge, edge, self._width, self._width))
