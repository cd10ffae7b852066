"""A small card that opens below a control and closes on Escape or a click elsewhere."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Size, Space
from app.ui.widgets.layouts import column


class Popover(QWidget):
    """A pop-up with `body`; show it with `open_below`."""

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAccessibleName(name)
        self.body: QVBoxLayout = column(self, gap=Space.S, margin=Space.L)

    def open_below(self, control: QWidget) -> None:
        """Open under a control, kept inside its screen."""
        self.adjustSize()
        corner = control.mapToGlobal(QPoint(0, control.height() + Space.XS))
        room = control.screen().availableGeometry()
        corner.setX(max(room.left(), min(corner.x(), room.right() - self.width())))
        if corner.y() + self.height() > room.bottom():
            corner.setY(control.mapToGlobal(QPoint(0, 0)).y() - self.height() - Space.XS)
        self.move(corner)
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.palette.border), 1))
        painter.setBrush(QColor(self._theme.palette.surface))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), Size.RADIUS_CARD, Size.RADIUS_CARD)
