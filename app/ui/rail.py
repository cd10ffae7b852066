"""The left rail: the pages that exist, icons with words, the current one marked by bar and weight."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.presenters.text import Words
from app.ui.theme.fonts import text_font
from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Size, Space, TextSize, Tone
from app.ui.widgets.labels import Label, TextRole
from app.ui.widgets.layouts import column, row

_BAR = 3


class RailButton(QAbstractButton):
    """One page of the rail."""

    def __init__(self, theme: Theme, icon: IconName, text: str) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._hovered = False
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(Size.RAIL - 2 * Space.M, Size.CONTROL)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self._theme.palette
        current = self.isChecked()
        outline = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        if current or self._hovered:
            painter.setBrush(QColor(palette.accent_soft if current else palette.hover))
            painter.drawRoundedRect(outline, Size.RADIUS_CONTROL, Size.RADIUS_CONTROL)
        if current:
            painter.setBrush(QColor(palette.accent))
            painter.setClipRect(0, 0, _BAR, self.height())
            painter.drawRoundedRect(outline, Size.RADIUS_CONTROL, Size.RADIUS_CONTROL)
            painter.setClipping(False)
        tone = Tone.ACCENT if current else Tone.SECOND
        icon = self._theme.pixmap(self._icon, tone, ratio=self.devicePixelRatioF())
        painter.drawPixmap(13, (self.height() - Size.ICON) // 2, icon)
        painter.setFont(text_font(TextSize.BASE, QFont.Weight.DemiBold if current else QFont.Weight.Medium))
        painter.setPen(self._theme.colour(Tone.TEXT if current else Tone.SECOND))
        painter.drawText(self.rect().adjusted(41, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.accent), Size.FOCUS_RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(outline.adjusted(1, 1, -1, -1), Size.RADIUS_CONTROL, Size.RADIUS_CONTROL)


class Rail(QWidget):
    """`chosen` carries the key of the page that was pressed."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(Size.RAIL)
        self._theme = theme
        self._buttons: dict[str, RailButton] = {}
        self._group = QButtonGroup(self)
        self._layout = column(self, gap=2)
        self._layout.setContentsMargins(Space.M, Space.L, Space.M, Space.L - 2)
        self._brand = QLabel()
        self._layout.addLayout(self._brand_row())
        self._layout.addSpacing(Space.L - 2)
        self._layout.addStretch(1)
        self._above_stretch = 2
        theme.changed.connect(self._tint)
        self._tint()

    def add(self, key: str, icon: IconName, *, text: str, at_foot: bool = False) -> None:
        """Add a page, at the end of the list or at the foot of the rail."""
        button = RailButton(self._theme, icon, text)
        button.clicked.connect(lambda: self.chosen.emit(key))
        self._group.addButton(button)
        self._buttons[key] = button
        if at_foot:
            self._layout.addWidget(button)
        else:
            self._layout.insertWidget(self._above_stretch, button)
            self._above_stretch += 1

    def mark(self, key: str) -> None:
        """Mark the page that is shown."""
        self._buttons[key].setChecked(True)
        self.update()

    def _brand_row(self) -> QHBoxLayout:
        layout = row(gap=Space.S)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._brand)
        layout.addWidget(Label(Words.APP, TextRole.TITLE))
        layout.addStretch(1)
        return layout

    def _tint(self) -> None:
        self._brand.setPixmap(
            self._theme.pixmap(IconName.BRAND, Tone.ACCENT, size=22, ratio=self.devicePixelRatioF())
        )
