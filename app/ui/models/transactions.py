"""The list of transactions as a virtual table: lines are fetched by the page, a screenful at a time."""

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from app.domain.transaction import SortKey
from app.presenters.text import Transactions, Words
from app.presenters.transactions import PAGE, TransactionLine
from app.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
DAY, PAYEE, CATEGORY, ACCOUNT, AMOUNT = range(5)
SORT_KEYS = (SortKey.DATE, SortKey.PAYEE, SortKey.CATEGORY, SortKey.ACCOUNT, SortKey.AMOUNT)
_TITLES = (
    Transactions.DAY,
    Transactions.PAYEE,
    Transactions.CATEGORY,
    Transactions.ACCOUNT,
    Transactions.AMOUNT,
)
_PAGES_KEPT = 30


class TransactionRows(QAbstractTableModel):
    """Knows how many rows there are; `wanted` says that a row was looked at whose page is not here yet."""

    wanted = Signal()

    def __init__(self, theme: Theme, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count = 0
        self._pages: OrderedDict[int, tuple[TransactionLine, ...]] = OrderedDict()
        theme.changed.connect(self._repaint)
        theme.veil_changed.connect(self._repaint)

    def start(self, count: int) -> None:
        """Another search: so many rows, none of them here yet."""
        self.beginResetModel()
        self._count = count
        self._pages.clear()
        self.endResetModel()

    def put(self, page: int, lines: Sequence[TransactionLine]) -> None:
        """A page has come."""
        self._pages[page] = tuple(lines)
        self._pages.move_to_end(page)
        while len(self._pages) > _PAGES_KEPT:
            self._pages.popitem(last=False)
        first = page * PAGE
        last = min(self._count, first + PAGE) - 1
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(_TITLES) - 1))

    def forget(self) -> None:
        """Lines have changed: fetch them again; places and number of rows stay."""
        self._pages.clear()
        self._repaint()

    def missing(self, first: int, last: int) -> tuple[int, ...]:
        """The pages between two rows that are not here."""
        if self._count == 0:
            return ()
        last = min(last, self._count - 1)
        return tuple(page for page in range(first // PAGE, last // PAGE + 1) if page not in self._pages)

    def line(self, at: int) -> TransactionLine | None:
        """One line; None where its page is not here."""
        page = self._pages.get(at // PAGE)
        return page[at % PAGE] if page is not None and at % PAGE < len(page) else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._count

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(_TITLES)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _TITLES[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section == AMOUNT:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        column = index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole and column == AMOUNT:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            line = self.line(index.row())
            if line is None:
                self.wanted.emit()
                return ""
            return self._text(line, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(index.row(), column)
        return None

    def _text(self, line: TransactionLine, column: int) -> str:
        if column == AMOUNT:
            return Words.VEILED if self._theme.veiled else line.amount
        if column == CATEGORY:
            return line.category or Transactions.NO_CATEGORY
        return {DAY: line.day, PAYEE: line.payee, ACCOUNT: line.account}[column]

    def _colour(self, at: int, column: int) -> QColor | None:
        line = self.line(at)
        if line is None:
            return None
        palette = self._theme.palette
        if column == AMOUNT:
            return QColor(palette.good if line.money_in else palette.text)
        if column == CATEGORY and not line.category:
            return QColor(palette.third)
        return QColor(palette.text if column == PAYEE else palette.second)

    def _repaint(self) -> None:
        if self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, len(_TITLES) - 1))
