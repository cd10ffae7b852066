"""A list of horizontal bars: label left, amount right, the bar under both."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from app.ui.theme.fonts import text_font
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Size, TextSize, Tone
from app.ui.widgets.charts.chart import Chart, Element

_LINE = 40.0
_BAR = 6.0


@dataclass(frozen=True, slots=True)
class BarLine:
    """One line: its key, label, size (any unit, zero or more), the amount as text, and its reading."""

    key: str
    label: str
    size: int
    amount_text: str
    reading: str


class BarList(Chart):
    """Bars against the largest of them; takes as much height as it has lines."""

    def __init__(self, theme: Theme, name: str, lines: Sequence[BarLine] = ()) -> None:
        super().__init__(theme, name)
        self.setFont(text_font(TextSize.BASE, QFont.Weight.Medium))
        self.set_lines(lines)

    def set_lines(self, lines: Sequence[BarLine]) -> None:
        """Show other lines."""
        self._lines = tuple(lines)
        self.setFixedHeight(round(_LINE * len(self._lines)) + 4)
        self.replace()

    def place(self) -> tuple[Element, ...]:
        return tuple(
            Element(
                line.key,
                QRectF(0, _LINE * at, self.width(), _LINE),
                line.label if self.theme.veiled else line.reading,
                QPointF(self.width() / 2, _LINE * at + 4),
            )
            for at, line in enumerate(self._lines)
        )

    def draw(self, painter: QPainter) -> None:
        largest = max((line.size for line in self._lines), default=0)
        for at, line in enumerate(self._lines):
            self._draw_line(painter, line, top=_LINE * at + 2, share=line.size / max(1, largest))

    def sizeHint(self) -> QSize:
        return QSize(Size.RAIL, round(_LINE * len(self._lines)) + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(Size.CONTROL * 3, round(_LINE * len(self._lines)) + 4)

    def _draw_line(self, painter: QPainter, line: BarLine, *, top: float, share: float) -> None:
        width = float(self.width())
        painter.setFont(self.font())
        painter.setPen(self.theme.colour(Tone.TEXT))
        amount = self.veil(line.amount_text)
        room = width - self.fontMetrics().horizontalAdvance(amount) - 12
        words = QRectF(0, top, width, 22)
        middle = Qt.AlignmentFlag.AlignVCenter
        label = self.fontMetrics().elidedText(line.label, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | middle, label)
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | middle, amount)
        painter.setPen(Qt.PenStyle.NoPen)
        bar = QRectF(0, top + 25, width, _BAR)
        painter.setBrush(QColor(self.theme.palette.soft))
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        if share > 0:
            bar.setWidth(max(_BAR, width * share))
            painter.setBrush(QColor(self.theme.palette.series[0]))
            painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
