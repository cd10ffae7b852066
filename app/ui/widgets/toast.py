"""A short message that rises at the foot of the window and goes by itself; it may carry one action."""

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QPoint, QPropertyAnimation, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Motion, Size, Space
from app.ui.widgets.labels import TextRole
from app.ui.widgets.layouts import row


class Toast(QWidget):
    """One at a time; a new message takes the place of the old one."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._over = parent
        self.setObjectName("toast")
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setFont(TextRole.STRONG.font())
        self._action = QPushButton()
        self._action.setProperty("kind", "toast")
        self._action.clicked.connect(self._act)
        self._call: Callable[[], object] | None = None
        layout = row(self, gap=Space.L)
        layout.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        layout.addWidget(self._words)
        layout.addWidget(self._action)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._rise = QPropertyAnimation(self, b"pos", self)
        self._rise.setDuration(Motion.CALM)
        self._rise.setEasingCurve(QEasingCurve.Type.OutCubic)
        theme.changed.connect(self.update)
        self.hide()

    def say(self, words: str, *, action: str = "", call: Callable[[], object] | None = None) -> None:
        """Show a message; the action, where given, calls back once."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self._action.setText(action)
        self._action.setAccessibleName(action or words)
        self._action.setVisible(bool(action))
        self._call = call
        self.adjustSize()
        self._show()
        self._timer.start(Motion.TOAST)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.palette.text))
        painter.drawRoundedRect(self.rect(), Size.RADIUS_CARD, Size.RADIUS_CARD)

    def _show(self) -> None:
        left = (self._over.width() - self.width()) // 2
        place = QPoint(left, self._over.height() - self.height() - Size.STATUS_BAR - Space.XL)
        self.raise_()
        self.show()
        self._rise.stop()
        if not self._theme.moves:
            self.move(place)
            return
        self._rise.setStartValue(place + QPoint(0, Space.L))
        self._rise.setEndValue(place)
        self._rise.start()

    def _act(self) -> None:
        call, self._call = self._call, None
        self.hide()
        if call is not None:
            call()
