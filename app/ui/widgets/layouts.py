"""Layout helpers: rows and columns on the space scale, and a flow that wraps."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QLayoutItem, QVBoxLayout, QWidget

from app.ui.theme.tokens import Space


def column(parent: QWidget | None = None, *, gap: Space | int = Space.S, margin: Space | int = 0) -> QVBoxLayout:
    """A vertical layout with one gap and one margin."""
    layout = QVBoxLayout() if parent is None else QVBoxLayout(parent)
    layout.setSpacing(int(gap))
    layout.setContentsMargins(int(margin), int(margin), int(margin), int(margin))
    return layout


def row(parent: QWidget | None = None, *, gap: Space | int = Space.S, margin: Space | int = 0) -> QHBoxLayout:
    """A horizontal layout with one gap and one margin."""
    layout = QHBoxLayout() if parent is None else QHBoxLayout(parent)
    layout.setSpacing(int(gap))
    layout.setContentsMargins(int(margin), int(margin), int(margin), int(margin))
    return layout


def rule() -> QFrame:
    """A hairline between two things."""
    line = QFrame()
    line.setProperty("kind", "rule")
    return line


def clear(layout: QLayout) -> None:
    """Take every item out of a layout and let go of its widgets."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        inner = item.layout()
        if inner is not None:
            clear(inner)


class FlowLayout(QLayout):
    """Lays widgets in a line and goes on below where the line is full; for chips."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = Space.S) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(int(gap))
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def _place(self, rect: QRect, *, move: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            hint = item.sizeHint()
            if x > rect.x() and x + hint.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + self.spacing(), 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), hint))
            x += hint.width() + self.spacing()
            line = max(line, hint.height())
        return y + line - rect.y()
