"""Two bars for each month, over light horizontal rules."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.charts.axis import Axis, round_axis
from app.ui.widgets.charts.chart import Chart, Element, TickText

_LABELS = 24.0
_GAP = 2.0
_WIDEST = 18.0


@dataclass(frozen=True, slots=True)
class BarPair:
    """One group: its key, a short label, two sizes in minor units, and its reading."""

    key: str
    label: str
    first: int
    second: int
    reading: str


class PairedBars(Chart):
    """Sizes side by side; pressing a group opens it."""

    def __init__(self, theme: Theme, name: str, *, tick_text: TickText) -> None:
        super().__init__(theme, name)
        self._pairs: tuple[BarPair, ...] = ()
        self._tick_text = tick_text
        self._axis: Axis = round_axis(0, 1)
        self._shown = (True, True)

    def set_pairs(self, pairs: Sequence[BarPair], *, tick_text: TickText | None = None) -> None:
        """Show other groups; an axis text may come with another currency."""
        self._pairs = tuple(pairs)
        self._tick_text = tick_text or self._tick_text
        self._axis = round_axis(0, max((max(pair.first, pair.second) for pair in pairs), default=1))
        self.replace()

    def show_series(self, *, first: bool, second: bool) -> None:
        """Show one series or both."""
        self._shown = (first, second)
        self.update()

    def place(self) -> tuple[Element, ...]:
        plot = self._plot()
        step = plot.width() / max(1, len(self._pairs))
        return tuple(
            Element(
                pair.key,
                QRectF(plot.left() + step * at, 0, step, self.height()),
                pair.label if self.theme.veiled else pair.reading,
                QPointF(plot.left() + step * (at + 0.5), self._y(max(pair.first, pair.second))),
            )
            for at, pair in enumerate(self._pairs)
        )

    def draw(self, painter: QPainter) -> None:
        plot = self._plot()
        self._draw_rules(painter, plot)
        if not self._pairs:
            return
        step = plot.width() / len(self._pairs)
        width = min(_WIDEST, (step - _GAP) * 0.26)
        for at, pair in enumerate(self._pairs):
            middle = plot.left() + step * (at + 0.5)
            if self.current is not None and self.current.key == pair.key:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(self.theme.palette.hover))
                painter.drawRoundedRect(QRectF(middle - step / 2 + 2, plot.top(), step - 4, plot.height()), 4, 4)
            for which, amount, left in ((0, pair.first, middle - width - 1), (1, pair.second, middle + 1)):
                if self._shown[which]:
                    top = self._y(amount)
                    self._draw_bar(painter, QRectF(left, top, width, plot.bottom() - top), series=which)
            painter.setPen(self.theme.colour(Tone.THIRD))
            painter.setFont(self.font())
            label = QRectF(middle - step / 2, plot.bottom() + 2, step, _LABELS - 2)
            painter.drawText(label, Qt.AlignmentFlag.AlignCenter, pair.label)

    def sizeHint(self) -> QSize:
        return QSize(640, 280)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 160)

    def _draw_bar(self, painter: QPainter, bar: QRectF, *, series: int) -> None:
        if bar.height() <= 0:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.palette.series[series]))
        painter.drawRoundedRect(bar, min(3.0, bar.height() / 2), min(3.0, bar.height() / 2))

    def _draw_rules(self, painter: QPainter, plot: QRectF) -> None:
        painter.setFont(self.font())
        for mark in self._axis.marks:
            y = round(self._y(mark)) + 0.5
            painter.setPen(QPen(QColor(self.theme.palette.border), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(self.theme.colour(Tone.THIRD))
            words = QRectF(0, y - 10, plot.left() - Space.S, 20)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(words, flags, self.veil(self._tick_text(mark)) if mark else "0")

    def _plot(self) -> QRectF:
        metrics = self.fontMetrics()
        widest = max(metrics.horizontalAdvance(self.veil(self._tick_text(mark))) for mark in self._axis.marks)
        left = widest + Space.S + 4
        return QRectF(left, Space.S, self.width() - left, self.height() - _LABELS - Space.S)

    def _y(self, amount: int) -> float:
        plot = self._plot()
        return plot.bottom() - plot.height() * self._axis.share(amount)
