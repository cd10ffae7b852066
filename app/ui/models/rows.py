"""A read-only table model over rows of text; enough for short lists."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from app.presenters.text import Words
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Tone

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its words, its side, and its tone."""

    title: str
    right: bool = False
    tone: Tone = Tone.TEXT


class TextRows(QAbstractTableModel):
    """Rows of cells, each cell a text; the cell's text is its tool tip too. `amounts` are columns the veil hides."""

    def __init__(
        self, theme: Theme, columns: Sequence[Column], *, parent: QObject | None = None, amounts: Sequence[int] = ()
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._amounts = frozenset(amounts)
        self._columns = tuple(columns)
        self._rows: tuple[tuple[str, ...], ...] = ()
        theme.changed.connect(self._repaint)
        theme.veil_changed.connect(self._repaint)

    def set_rows(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        column = self._columns[index.column()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            text = self._rows[index.row()][index.column()]
            return Words.VEILED if text and self._theme.veiled and index.column() in self._amounts else text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(self._theme.palette.tone(column.tone))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._columns[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole and self._columns[section].right:
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _repaint(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self._columns) - 1))
