"""A strip of months: which ones statements cover, and which are proved."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.presenters.accounts import CoveredMonth
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Tone

_WIDTH = 9
_HEIGHT = 14
_GAP = 3
_BAR = 2


class CoverageStrip(QWidget):
    """Filled: proved. Half filled: not proved. Outlined: no statement. Crossed: broken. Never colour alone.

    A shorter month over a bar: statements overlap in it.
    """

    def __init__(self, theme: Theme, months: Sequence[CoveredMonth], *, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._months = tuple(months)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(len(self._months) * (_WIDTH + _GAP), _HEIGHT + 2)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            at = event.pos().x() // (_WIDTH + _GAP)
            if 0 <= at < len(self._months):
                QToolTip.showText(event.globalPos(), self._months[at].reading, self)
                return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, month in enumerate(self._months):
            box = QRectF(at * (_WIDTH + _GAP) + 0.5, 1.5, _WIDTH - 1, _HEIGHT - 1)
            if month.overlapping:
                painter.fillRect(
                    QRectF(box.left(), box.bottom() - _BAR, box.width(), _BAR), self._theme.colour(Tone.CARE)
                )
                box.setBottom(box.bottom() - _BAR - _GAP)
            self._draw(painter, month.state, box=box)

    def _draw(self, painter: QPainter, state: str, *, box: QRectF) -> None:
        good, bad = self._theme.colour(Tone.GOOD), self._theme.colour(Tone.BAD)
        edge = {"proved": good, "unproved": good, "broken": bad}.get(state, QColor(self._theme.palette.border))
        painter.setPen(QPen(edge, 1))
        painter.setBrush(good if state == "proved" else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 2, 2)
        if state == "unproved":
            painter.fillRect(box.adjusted(1, box.height() / 2, -1, -1), good)
        if state == "broken":
            painter.drawLine(box.topLeft(), box.bottomRight())
            painter.drawLine(box.topRight(), box.bottomLeft())
