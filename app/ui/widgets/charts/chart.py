"""What every chart can do: hover and keyboard reading, a press that names its element, the veil."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.presenters.text import Words
from app.ui.theme.fonts import text_font
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Size, Space, TextSize, Tone

TickText = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Element:
    """One readable part of a chart: its key, where it is, and what it says."""

    key: str
    area: QRectF
    reading: str
    anchor: QPointF


class Chart(QWidget):
    """The base: subclasses give `place()` and `draw()`; `activated` carries an element's key."""

    activated = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.theme = theme
        self._elements: tuple[Element, ...] = ()
        self._current = -1
        self.setAccessibleName(name)
        self.setFont(text_font(TextSize.TICK))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)
        theme.veil_changed.connect(self.replace)

    @property
    def elements(self) -> tuple[Element, ...]:
        """The parts that can be read and pressed, in reading order."""
        return self._elements

    @property
    def current(self) -> Element | None:
        """The part being read, by pointer or keyboard."""
        return self._elements[self._current] if 0 <= self._current < len(self._elements) else None

    def place(self) -> tuple[Element, ...]:
        """Where the elements are for the present size."""
        raise NotImplementedError

    def draw(self, painter: QPainter) -> None:
        """Draw all but focus and reading."""
        raise NotImplementedError

    def replace(self) -> None:
        """Place the elements anew, after other data or another size."""
        self._elements = self.place()
        self._current = min(self._current, len(self._elements) - 1)
        self.update()

    def veil(self, text: str) -> str:
        """The text, or dots while amounts are veiled."""
        return Words.VEILED if self.theme.veiled else text

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.replace()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._read(self._at(event.position()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._read(-1)
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position())
        if at >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.activated.emit(self._elements[at].key)
        super().mouseReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._current < 0 and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._read(len(self._elements) - 1)
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._read(-1)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and self._elements:
            self._read(min(len(self._elements) - 1, max(0, self._current + step)))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self.current is not None:
            self.activated.emit(self.current.key)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter)
        if self.current is not None:
            self._draw_reading(painter, self.current)
        if self.hasFocus():
            painter.setPen(QPen(self.theme.colour(Tone.ACCENT), Size.FOCUS_RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, Size.RADIUS_CONTROL, Size.RADIUS_CONTROL)

    def _at(self, point: QPointF) -> int:
        return next((at for at, element in enumerate(self._elements) if element.area.contains(point)), -1)

    def _read(self, at: int) -> None:
        if at == self._current:
            return
        self._current = at
        self.setAccessibleDescription(self.current.reading if self.current else "")
        self.setCursor(Qt.CursorShape.PointingHandCursor if at >= 0 else Qt.CursorShape.ArrowCursor)
        self.update()

    def _draw_reading(self, painter: QPainter, element: Element) -> None:
        font = text_font(TextSize.SMALL)
        metrics = QFontMetricsF(font)
        lines = element.reading.split("\n")
        width = max(metrics.horizontalAdvance(line) for line in lines) + 2 * Space.M
        height = metrics.lineSpacing() * len(lines) + 2 * Space.S
        left = max(1.0, min(element.anchor.x() - width / 2, self.width() - width - 1))
        above = element.anchor.y() - height - Space.S
        top = above if above >= 1 else min(element.anchor.y() + Space.S, self.height() - height - 1)
        bubble = QRectF(left, top, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.palette.text))
        painter.drawRoundedRect(bubble, Size.RADIUS_CONTROL, Size.RADIUS_CONTROL)
        painter.setPen(QColor(self.theme.palette.surface))
        painter.setFont(font)
        inner = bubble.adjusted(Space.M, Space.S, -Space.M, -Space.S)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignLeft), element.reading)

    def minimumSizeHint(self) -> QSize:
        return QSize(Size.CONTROL * 2, Size.CONTROL)


_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Home: -1_000_000,
    Qt.Key.Key_End: 1_000_000,
}
