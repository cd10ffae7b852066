"""A drop-down list with a chevron in the theme's tone."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox

from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Size, Space, Tone


class Combo(QComboBox):
    """`name` is what a screen reader says."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        icon = self._theme.pixmap(
            IconName.DOWN, Tone.THIRD, size=Size.ICON_SMALL, ratio=self.devicePixelRatioF()
        )
        left = self.width() - Size.ICON_SMALL - Space.S
        painter.drawPixmap(left, (self.height() - Size.ICON_SMALL) // 2, icon)
