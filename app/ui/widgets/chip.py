"""Chips: a pill with words, sometimes an icon; can be tapped, switched, or just say something."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.ui.theme.fonts import text_font
from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Size, TextSize, Tone

_DOT = 8


class Chip(QAbstractButton):
    """A pill in a tone. Not tappable ones take no focus; `clicked` comes with mouse, Enter and Space."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        tone: Tone = Tone.SECOND,
        icon: IconName | None = None,
        series: int | None = None,
        tappable: bool = True,
    ) -> None:
        """`series`: a dot in that plot colour stands before the words, as a legend."""
        super().__init__()
        self._theme = theme
        self._tone = tone
        self._icon = icon
        self._series = series
        self._hovered = False
        self.setFont(text_font(TextSize.SMALL, QFont.Weight.Medium))
        self.setText(text)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tappable else Qt.FocusPolicy.NoFocus)
        if tappable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._tappable = tappable
        theme.changed.connect(self.update)

    def set_content(self, text: str, *, tone: Tone | None = None, icon: IconName | None = None) -> None:
        """Say something else; tone and icon stay unless given."""
        self.setText(text)
        self.setAccessibleName(text)
        self._tone = tone or self._tone
        self._icon = icon or self._icon
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2 * 10 + 1
        if self._icon is not None:
            width += Size.ICON_SMALL + 6
        if self._series is not None:
            width += _DOT + 6
        return QSize(width, Size.CHIP)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = self._tappable
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = self._theme.palette
        chosen = self.isChecked() and self._series is None
        tone = Tone.ACCENT if chosen else self._tone
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.border if self._hovered else palette.soft_of(tone)))
        painter.drawRoundedRect(outline, outline.height() / 2, outline.height() / 2)
        left = 10
        if self._icon is not None:
            icon = self._theme.pixmap(self._icon, tone, size=Size.ICON_SMALL, ratio=self.devicePixelRatioF())
            painter.drawPixmap(left, (self.height() - Size.ICON_SMALL) // 2, icon)
            left += Size.ICON_SMALL + 6
        if self._series is not None:
            painter.setBrush(QColor(palette.series[self._series] if self._lit() else palette.scroll))
            painter.drawEllipse(QRectF(left, (self.height() - _DOT) / 2, _DOT, _DOT))
            left += _DOT + 6
        painter.setPen(self._theme.colour(tone))
        painter.setFont(self.font())
        painter.drawText(
            self.rect().adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text()
        )
        self._draw_focus(painter, outline)

    def _lit(self) -> bool:
        return self.isChecked() or not self.isCheckable()

    def _draw_focus(self, painter: QPainter, outline: QRectF) -> None:
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour(Tone.ACCENT), Size.FOCUS_RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inner = outline.adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
