"""Rows of a staged file as a table, with a tick for each row that will be added."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from app.presenters.importing_review import ReviewRow
from app.presenters.text import Importing, Words
from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Size, Tone

Index = QModelIndex | QPersistentModelIndex
TAKE, DAY, PAYEE, MEMO, FOUND, AMOUNT = range(6)
_TITLES = ("", Importing.DAY, Importing.PAYEE, Importing.MEMO, Importing.FOUND, Importing.AMOUNT)
_BOX = 16
_TICK = 12


class StagedRows(QAbstractTableModel):
    """Read-only but for the tick, which the page changes through its presenter."""

    def __init__(self, theme: Theme, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[ReviewRow, ...] = ()
        self._boxes: dict[tuple[bool, str], QPixmap] = {}
        theme.changed.connect(self._repaint)
        theme.veil_changed.connect(self._repaint)

    def set_rows(self, rows: Sequence[ReviewRow]) -> None:
        """Show other rows; where only ticks changed, selection and scrolling stay."""
        fresh = tuple(rows)
        if [row.position for row in fresh] == [row.position for row in self._rows]:
            self._rows = fresh
            self._repaint()
            return
        self.beginResetModel()
        self._rows = fresh
        self.endResetModel()

    def row_at(self, at: int) -> ReviewRow:
        """One row."""
        return self._rows[at]

    @property
    def rows(self) -> tuple[ReviewRow, ...]:
        """All rows."""
        return self._rows

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(_TITLES)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _TITLES[section]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _TITLES[section] or Importing.TAKE
        if role == Qt.ItemDataRole.TextAlignmentRole and section == AMOUNT:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        column = index.column()
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._text(row, column, spoken=role == Qt.ItemDataRole.AccessibleTextRole)
        if role == Qt.ItemDataRole.ToolTipRole:
            return (row.reason or row.verdict) if column == FOUND else self._text(row, column, spoken=True)
        if role == Qt.ItemDataRole.DecorationRole and column == TAKE:
            return self._box(included=row.included)
        if role == Qt.ItemDataRole.TextAlignmentRole and column == AMOUNT:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(row, column)
        return None

    def _text(self, row: ReviewRow, column: int, *, spoken: bool) -> str:
        if column == TAKE:
            return (Importing.INCLUDED if row.included else Importing.LEFT_OUT) if spoken else ""
        if column == FOUND:
            return row.verdict if row.new or not row.reason else f"{row.verdict}: {row.reason}"
        if column == AMOUNT:
            return Words.VEILED if self._theme.veiled else row.amount
        return {DAY: row.day, PAYEE: row.payee, MEMO: row.memo}[column]

    def _colour(self, row: ReviewRow, column: int) -> QColor:
        palette = self._theme.palette
        if not row.included:
            return QColor(palette.third)
        if column == AMOUNT and row.money_in:
            return QColor(palette.good)
        return QColor(palette.second if column in {DAY, MEMO, FOUND} else palette.text)

    def _box(self, *, included: bool) -> QPixmap:
        palette = self._theme.palette
        key = (included, palette.accent)
        if key not in self._boxes:
            ratio = 2.0
            picture = QPixmap(int(_BOX * ratio), int(_BOX * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(palette.accent if included else palette.third), 1))
            painter.setBrush(QColor(palette.accent if included else palette.surface))
            painter.drawRoundedRect(QRectF(0.5, 0.5, _BOX - 1, _BOX - 1), Size.RADIUS_CONTROL / 2, 3)
            if included:
                tick = self._theme.pixmap(IconName.CHECK, Tone.ON_ACCENT, size=_TICK, ratio=ratio)
                painter.drawPixmap((_BOX - _TICK) // 2, (_BOX - _TICK) // 2, tick)
            painter.end()
            self._boxes[key] = picture
        return self._boxes[key]

    def _repaint(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(_TITLES) - 1))
