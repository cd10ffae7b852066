"""The rows under an answer: a few at first, the rest unfolded on demand; each opens its transactions."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.presenters.ask_card import FEW, RowView
from app.presenters.text import Words
from app.ui.theme.fonts import text_font
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Size, Space, Tone
from app.ui.widgets.labels import TextRole
from app.ui.widgets.layouts import clear, column

_WHEN = 98


class AnswerRow(QAbstractButton):
    """One line: when, what, how much; a hairline above it."""

    def __init__(self, theme: Theme, row: RowView, *, timed: bool) -> None:
        super().__init__()
        self._theme = theme
        self._row = row
        self._timed = timed
        self.setAccessibleName(" ".join(part for part in (row.when, row.label, row.amount) if part))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        theme.veil_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(Size.FORM, Size.ROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect().adjusted(0, 1, 0, 0), QColor(palette.hover))
        painter.fillRect(0, 0, self.width(), 1, QColor(palette.border))
        middle = Qt.AlignmentFlag.AlignVCenter
        left = 0
        if self._timed:
            painter.setFont(text_font())
            painter.setPen(self._theme.colour(Tone.THIRD))
            painter.drawText(self.rect(), int(middle | Qt.AlignmentFlag.AlignLeft), self._row.when)
            left = _WHEN
        painter.setFont(TextRole.STRONG.font())
        painter.setPen(self._theme.colour(Tone.TEXT))
        amount = Words.VEILED if self._theme.veiled else self._row.amount
        metrics = painter.fontMetrics()
        room = self.width() - left - metrics.horizontalAdvance(amount) - Space.L
        label = metrics.elidedText(self._row.label, Qt.TextElideMode.ElideRight, room)
        painter.drawText(self.rect().adjusted(left, 0, 0, 0), int(middle | Qt.AlignmentFlag.AlignLeft), label)
        painter.drawText(self.rect(), int(middle | Qt.AlignmentFlag.AlignRight), amount)
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.accent), Size.FOCUS_RING))
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, Size.RADIUS_CONTROL, Size.RADIUS_CONTROL)


class AnswerRows(QWidget):
    """`opened` carries the ids behind a row."""

    opened = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines = column(self, gap=0)

    def show_rows(self, rows: Sequence[RowView], *, few: bool) -> None:
        """Show the rows, or the first few."""
        clear(self._lines)
        timed = any(row.when for row in rows)
        for row in rows[:FEW] if few else rows:
            line = AnswerRow(self._theme, row, timed=timed)
            line.setEnabled(bool(row.evidence))
            line.clicked.connect(lambda _on=False, ids=row.evidence: self.opened.emit(ids))
            self._lines.addWidget(line)
