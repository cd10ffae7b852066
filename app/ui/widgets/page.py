"""The base of every page: its title, its place for chips and actions, its scrolling content."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.ui.theme.tokens import Size, Space, Tone
from app.ui.widgets.labels import Label, TextRole
from app.ui.widgets.layouts import column, row

_MARGIN = 28


class PageKey(StrEnum):
    """The pages by key, in the order of the rail."""

    OVERVIEW = "overview"
    TRANSACTIONS = "transactions"
    IMPORT = "import"
    ASK = "ask"
    RECURRING = "recurring"
    PRIVACY = "privacy"
    SETTINGS = "settings"


class Page(QWidget):
    """A page of the window. `navigated` asks for another page: its key, and what to show there."""

    navigated = Signal(str, object)
    said = Signal(str)

    def __init__(self, title: str, *, scrolls: bool = True, wide: bool = False) -> None:
        """`scrolls`: the content may be taller than the window; `wide`: it takes all the width, as tables do."""
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(title)
        self.title = Label(title, TextRole.TITLE)
        self.header: QHBoxLayout = row(gap=Space.M)
        self.header.addWidget(self.title)
        self.subtitle = Label("", TextRole.SMALL, tone=Tone.THIRD)
        self.header.addWidget(self.subtitle)
        self.header.addStretch(1)
        self.content = QWidget()
        self.content.setObjectName("content")
        self.body: QVBoxLayout = column(self.content, gap=Space.L)
        self.body.setContentsMargins(_MARGIN, 20, _MARGIN, Space.L + 2)
        self.body.addLayout(self.header)
        if not wide:
            self.content.setMaximumWidth(Size.CONTENT + 2 * _MARGIN)
        self._fill(scrolls=scrolls)

    def refresh(self) -> None:
        """Read the page's data again."""

    def on_changes(self, changes: Changes) -> None:
        """Something in the vault changed; pages that show it read again."""
        del changes
        self.refresh()

    def show_with(self, wanted: object) -> None:
        """The page is being opened with something to show; None for as it was."""
        del wanted
        self.refresh()

    def focus_search(self) -> bool:
        """Give the page's search field the focus; False where there is none."""
        return False

    def _fill(self, *, scrolls: bool) -> None:
        outer = row(self, gap=0)
        if not scrolls:
            outer.addStretch(1)
            outer.addWidget(self.content, 1_000)
            outer.addStretch(1)
            return
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        area.setWidget(self.content)
        outer.addWidget(area)
