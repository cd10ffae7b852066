"""The data map with its one-click wipe, and the receipt of a wipe."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from app.presenters.privacy import PlaceLine, Receipt
from app.presenters.text import Privacy
from app.ui.models.rows import Column, TextRows
from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.buttons import IconTextButton
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Label, TextRole
from app.ui.widgets.layouts import clear, column
from app.ui.widgets.table import Table

_WHAT = 210
_WHERE = 210
_SIZE = 90
_STEP = 120


class DataMapCard(Card):
    """Every place the program may write; `wipe_asked` by the one button."""

    wipe_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(Privacy.DATA_MAP)
        self.wipe = IconTextButton(theme, IconName.DELETE, Privacy.WIPE)
        self.wipe.clicked.connect(self.wipe_asked)
        self.header.addWidget(self.wipe)
        columns = (
            Column(Privacy.WHAT),
            Column(Privacy.WHERE, tone=Tone.SECOND),
            Column(Privacy.SIZE, right=True),
            Column(Privacy.WIPED),
            Column(Privacy.WHY, tone=Tone.SECOND),
        )
        self._model = TextRows(theme, columns)
        self.table = Table(Privacy.DATA_MAP, self._model, compact=True, bare=True)
        self.table.set_widths(_WHAT, _WHERE, _SIZE, _STEP, 0)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.body.addWidget(self.table)

    def show_places(self, places: Sequence[PlaceLine]) -> None:
        """Show the map."""
        self._model.set_rows([place.cells for place in places])
        self.table.fit_height(most=16)

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 -- one flag, named by the method
        """A wipe is under way, or over."""
        self.wipe.setEnabled(not busy)


class ReceiptCard(Card):
    """What was wiped, what stays, and what no program can promise."""

    def __init__(self) -> None:
        super().__init__(Privacy.RECEIPT)
        self._lines: QVBoxLayout = column(gap=Space.XS)
        self.body.addLayout(self._lines)

    def show_receipt(self, receipt: Receipt) -> None:
        """Show a receipt."""
        clear(self._lines)
        parts = (
            (Privacy.WIPED_HEADING, receipt.wiped),
            (Privacy.KEPT_HEADING, receipt.kept),
            (Privacy.NOT_PROMISED, receipt.not_promised),
        )
        for heading, lines in parts:
            if lines:
                self._lines.addSpacing(Space.S)
                self._lines.addWidget(Label(heading, TextRole.SMALL_STRONG, tone=Tone.SECOND))
            for line in lines:
                self._lines.addWidget(Label(line, wrap=True))
        self._lines.addSpacing(Space.S)
        self._lines.addWidget(Label(receipt.scan, TextRole.SMALL, tone=Tone.THIRD, wrap=True))
        self.show()
