"""A check box drawn from tokens: a tick says it is on, not colour alone."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Size, Space, Tone

_BOX = 18
_TICK = 14
_EDGE = 3


class CheckBox(QCheckBox):
    """The words are its accessible name."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(text)
        self._theme = theme
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(_EDGE * 2 + _BOX + Space.S + words + Space.XS, _BOX + 2 * _EDGE + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = (self.height() - _BOX) / 2
        box = QRectF(_EDGE + 0.5, top + 0.5, _BOX - 1, _BOX - 1)
        checked = self.isChecked()
        edge = palette.border if not self.isEnabled() else palette.accent if checked else palette.third
        painter.setPen(QPen(QColor(edge), 1))
        fill = palette.third if not self.isEnabled() else palette.accent
        painter.setBrush(QColor(fill if checked else palette.surface))
        painter.drawRoundedRect(box, 4, 4)
        if checked:
            tick = self._theme.pixmap(IconName.CHECK, Tone.ON_ACCENT, size=_TICK, ratio=self.devicePixelRatioF())
            painter.drawPixmap(round(box.center().x() - _TICK / 2 + 0.5), round(box.center().y() - _TICK / 2), tick)
        painter.setPen(QColor(palette.text if self.isEnabled() else palette.third))
        words = self.rect().adjusted(_EDGE + _BOX + Space.S, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.accent), Size.FOCUS_RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(0, 0, self.sizeHint().width(), self.height()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, Size.RADIUS_CONTROL, Size.RADIUS_CONTROL)
