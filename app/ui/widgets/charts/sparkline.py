"""A sparkline with a soft fill and a point at its end."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen

from app.ui.theme.theme import Theme
from app.ui.widgets.charts.chart import Chart, Element

_EDGE = 5.0


@dataclass(frozen=True, slots=True)
class SparkPoint:
    """One point: its key, size in minor units, and what it says."""

    key: str
    amount: int
    label: str
    amount_text: str


class Sparkline(Chart):
    """A line through a few amounts, without axes."""

    def __init__(self, theme: Theme, name: str, *, series: int = 0) -> None:
        super().__init__(theme, name)
        self._points: tuple[SparkPoint, ...] = ()
        self._series = series
        self.setMinimumHeight(int(_EDGE) * 7)

    def set_points(self, points: Sequence[SparkPoint]) -> None:
        """Show other points."""
        self._points = tuple(points)
        self.replace()

    def place(self) -> tuple[Element, ...]:
        places = self._places()
        if not places:
            return ()
        step = self.width() / max(1, len(places))
        return tuple(
            Element(
                point.key,
                QRectF(place.x() - step / 2, 0, step, self.height()),
                f"{point.label}\n{self.veil(point.amount_text)}",
                place,
            )
            for point, place in zip(self._points, places, strict=True)
        )

    def draw(self, painter: QPainter) -> None:
        places = self._places()
        if len(places) < 2:
            return
        line = QPainterPath(places[0])
        for place in places[1:]:
            line.lineTo(place)
        fill = QPainterPath(line)
        fill.lineTo(places[-1].x(), self.height())
        fill.lineTo(places[0].x(), self.height())
        accent = QColor(self.theme.palette.series[self._series])
        shade = QLinearGradient(0, 0, 0, self.height())
        strong, none = QColor(accent), QColor(accent)
        strong.setAlphaF(0.20)
        none.setAlphaF(0.0)
        shade.setColorAt(0, strong)
        shade.setColorAt(1, none)
        painter.fillPath(fill, shade)
        painter.setPen(QPen(accent, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(line)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawEllipse(places[-1] if self.current is None else self.current.anchor, 3.5, 3.5)

    def sizeHint(self) -> QSize:
        return QSize(208, 64)

    def _places(self) -> tuple[QPointF, ...]:
        if not self._points:
            return ()
        amounts = [point.amount for point in self._points]
        low, high = min(amounts), max(amounts)
        width, height = self.width() - 1 - _EDGE, self.height() - 2 * _EDGE
        last = max(1, len(amounts) - 1)
        return tuple(
            QPointF(1 + width * at / last, _EDGE + height * (1 - (amount - low) / max(1, high - low)))
            for at, amount in enumerate(amounts)
        )
