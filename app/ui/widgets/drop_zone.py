"""The drop zone: takes files by drag and drop, or by its button."""

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from app.presenters.text import Importing
from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Size, Space, Tone
from app.ui.widgets.buttons import Button, ButtonKind
from app.ui.widgets.labels import Label, TextRole
from app.ui.widgets.layouts import column, row

_ICON = 28


class DropZone(QWidget):
    """`dropped` carries a list of paths."""

    dropped = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._over = False
        self.setAcceptDrops(True)
        self.setAccessibleName(Importing.DROP)
        self._icon = QLabel()
        self._title = Label(Importing.DROP, TextRole.HEADING)
        self._note = Label("", TextRole.SMALL, tone=Tone.THIRD, wrap=True)
        self._note.hide()
        self.button = Button(Importing.CHOOSE, ButtonKind.PRIMARY)
        self.button.clicked.connect(self.choose)
        words = column(gap=Space.XS)
        words.addWidget(self._title)
        words.addWidget(Label(Importing.DROP_WHY, tone=Tone.SECOND, wrap=True))
        words.addWidget(self._note)
        layout = row(self, gap=Space.L, margin=Space.XL)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self._tint)
        self._tint()

    def set_note(self, note: str) -> None:
        """Say a quiet line below, such as which folder is watched."""
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def choose(self) -> None:
        """Ask for files."""
        dialog = QFileDialog(self, Importing.CHOOSE_TITLE)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(Importing.KINDS)
        dialog.filesSelected.connect(lambda files: self.dropped.emit([Path(file) for file in files]))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._show_over(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_over(over=False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_over(over=False)
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.dropped.emit(files)

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = Qt.PenStyle.SolidLine if self._over else Qt.PenStyle.CustomDashLine
        pen = QPen(QColor(palette.accent if self._over else palette.scroll), 1.5 if self._over else 1, line)
        if not self._over:
            pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.setBrush(QColor(palette.accent_soft if self._over else palette.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), Size.RADIUS_CARD, Size.RADIUS_CARD)

    def _show_over(self, *, over: bool) -> None:
        self._over = over
        self._title.setText(Importing.DROP_NOW if over else Importing.DROP)
        self.update()

    def _tint(self) -> None:
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(self._theme.pixmap(IconName.IMPORT, Tone.ACCENT, size=_ICON, ratio=ratio))
        self.update()
