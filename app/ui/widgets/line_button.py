"""A sentence that can be tapped: it wraps, lights up under the mouse, and may begin with a small icon."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.presenters.formatting import veiled_text
from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Size, Space, Tone
from app.ui.widgets.labels import TextRole

_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_NARROWEST = 160
_TALLEST = 1_000


class LineButton(QAbstractButton):
    """`clicked` comes with mouse, Enter and Space; amounts in the sentence are veiled with the others."""

    def __init__(
        self, theme: Theme, words: str, *, name: str = "", icon: IconName | None = None, tone: Tone = Tone.THIRD
    ) -> None:
        """`name`: what a screen reader says; `tone` is the icon's."""
        super().__init__()
        self._theme = theme
        self._words = words
        self._icon = icon
        self._tone = tone
        self.setFont(TextRole.STRONG.font())
        self.setAccessibleName(name or words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)
        theme.veil_changed.connect(self._show)
        self._show()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(width - self._left() - Space.S, 1), _TALLEST)
        wanted = QFontMetrics(self.font()).boundingRect(room, _WRAPPED, self.text()).height()
        return max(Size.ROW_COMPACT, wanted + Space.S)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self.font()).horizontalAdvance(self.text()) + self._left() + Space.S
        return QSize(width, Size.ROW_COMPACT)

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, self.heightForWidth(max(self.width(), _NARROWEST)))

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.hover))
            painter.drawRoundedRect(outline, Size.RADIUS_CONTROL, Size.RADIUS_CONTROL)
        if self._icon is not None:
            icon = self._theme.pixmap(self._icon, self._tone, size=Size.ICON_SMALL, ratio=self.devicePixelRatioF())
            painter.drawPixmap(Space.XS, (min(self.height(), Size.ROW_COMPACT) - Size.ICON_SMALL) // 2, icon)
        painter.setFont(self.font())
        painter.setPen(self._theme.colour(Tone.TEXT))
        painter.drawText(self.rect().adjusted(self._left(), 0, -Space.XS, 0), _WRAPPED, self.text())
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.accent), Size.FOCUS_RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(outline, Size.RADIUS_CONTROL, Size.RADIUS_CONTROL)

    def _left(self) -> int:
        return Space.XS if self._icon is None else Space.XS + Size.ICON_SMALL + Space.S

    def _show(self) -> None:
        self.setText(veiled_text(self._words) if self._theme.veiled else self._words)
        self.updateGeometry()
        self.update()
