"""A table in the window's look: quiet header, hairlines, figures right-aligned and tabular."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from app.ui.theme.fonts import text_font
from app.ui.theme.tokens import Size, TextSize


class Table(QTableView):
    """Rows of one height, whole-row selection; `opened` on Enter or double click."""

    opened = Signal(QModelIndex)

    def __init__(self, name: str, model: QAbstractItemModel, *, compact: bool = False, bare: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        if bare:
            self.setProperty("kind", "bare")
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(Size.ROW_COMPACT if compact else Size.ROW)
        columns = self.horizontalHeader()
        columns.setFont(text_font(TextSize.SMALL, QFont.Weight.Medium))
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setHighlightSections(False)
        columns.setStretchLastSection(False)
        self.doubleClicked.connect(self.opened)

    def set_widths(self, *widths: int) -> None:
        """Give each column a width; 0 takes what is left."""
        header = self.horizontalHeader()
        for at, width in enumerate(widths):
            if width:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Interactive)
                self.setColumnWidth(at, width)
            else:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)

    def fit_height(self, *, most: int = 12) -> None:
        """Be as tall as the rows, up to `most` of them."""
        rows = min(most, max(1, self.model().rowCount()))
        header = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(rows * self.verticalHeader().defaultSectionSize() + header + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
            return
        super().keyPressEvent(event)
