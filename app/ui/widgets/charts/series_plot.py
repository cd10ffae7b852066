"""A small line or bar plot for answers: amounts over time, negative ones below the zero rule."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.charts.axis import Axis, round_axis
from app.ui.widgets.charts.chart import Chart, Element, TickText

_LABELS = 20.0


@dataclass(frozen=True, slots=True)
class PlotPoint:
    """One point or bar: key, short label, size in minor units, and its reading."""

    key: str
    label: str
    amount: int
    reading: str


class SeriesPlot(Chart):
    """One series as bars, or as a line where `line` is asked for."""

    def __init__(self, theme: Theme, name: str, *, tick_text: TickText, line: bool = False) -> None:
        super().__init__(theme, name)
        self._points: tuple[PlotPoint, ...] = ()
        self._tick_text = tick_text
        self._line = line
        self._axis: Axis = round_axis(0, 1)

    def set_points(self, points: Sequence[PlotPoint]) -> None:
        """Show other points."""
        self._points = tuple(points)
        amounts = [point.amount for point in points] or [0]
        self._axis = round_axis(min(amounts), max(amounts))
        self.replace()

    def place(self) -> tuple[Element, ...]:
        plot = self._plot()
        step = plot.width() / max(1, len(self._points))
        return tuple(
            Element(
                point.key,
                QRectF(plot.left() + step * at, 0, step, self.height()),
                point.label if self.theme.veiled else point.reading,
                QPointF(plot.left() + step * (at + 0.5), self._y(max(0, point.amount))),
            )
            for at, point in enumerate(self._points)
        )

    def draw(self, painter: QPainter) -> None:
        self._draw_rules(painter)
        if self._line:
            self._draw_line(painter)
        else:
            self._draw_bars(painter)
        self._draw_labels(painter)

    def sizeHint(self) -> QSize:
        return QSize(480, 180)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 120)

    def _draw_bars(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        zero = self._y(0)
        for point, element in zip(self._points, self.elements, strict=True):
            width = min(28.0, element.area.width() * 0.6)
            value = self._y(point.amount)
            colour = QColor(self.theme.palette.series[0])
            if self.current is not None and self.current.key != point.key:
                colour.setAlphaF(0.55)
            painter.setBrush(colour)
            bar = QRectF(element.area.center().x() - width / 2, min(zero, value), width, abs(zero - value))
            painter.drawRoundedRect(bar, min(3.0, bar.height() / 2), min(3.0, bar.height() / 2))

    def _draw_line(self, painter: QPainter) -> None:
        places = [
            QPointF(element.area.center().x(), self._y(point.amount))
            for point, element in zip(self._points, self.elements, strict=True)
        ]
        if not places:
            return
        path = QPainterPath(places[0])
        for place in places[1:]:
            path.lineTo(place)
        colour = QColor(self.theme.palette.series[0])
        painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for at, place in enumerate(places):
            if len(places) == 1 or at == len(places) - 1 or self.current is self.elements[at]:
                painter.drawEllipse(place, 3.5, 3.5)

    def _draw_labels(self, painter: QPainter) -> None:
        painter.setFont(self.font())
        painter.setPen(self.theme.colour(Tone.THIRD))
        widest = max((self.fontMetrics().horizontalAdvance(point.label) for point in self._points), default=0) + Space.S
        step = self.elements[0].area.width() if self.elements else 1.0
        every = max(1, -int(-widest // step))
        for at, (point, element) in enumerate(zip(self._points, self.elements, strict=True)):
            if (len(self._points) - 1 - at) % every == 0:
                middle = element.area.center().x()
                words = QRectF(middle - widest / 2, self.height() - _LABELS, widest, _LABELS)
                painter.drawText(words, Qt.AlignmentFlag.AlignCenter, point.label)

    def _draw_rules(self, painter: QPainter) -> None:
        plot = self._plot()
        painter.setFont(self.font())
        for mark in self._axis.marks:
            y = round(self._y(mark)) + 0.5
            painter.setPen(QPen(QColor(self.theme.palette.border), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(self.theme.colour(Tone.THIRD))
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            text = self.veil(self._tick_text(mark)) if mark else "0"
            painter.drawText(QRectF(0, y - 10, plot.left() - Space.S, 20), flags, text)

    def _plot(self) -> QRectF:
        metrics = self.fontMetrics()
        widest = max(metrics.horizontalAdvance(self.veil(self._tick_text(mark))) for mark in self._axis.marks)
        left = widest + Space.S + 4
        return QRectF(left, Space.S, self.width() - left, self.height() - _LABELS - Space.S)

    def _y(self, amount: int) -> float:
        plot = self._plot()
        return plot.bottom() - plot.height() * self._axis.share(amount)
