"""A card: a surface with one hairline border, a heading and a place for its content."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.labels import Label, TextRole
from app.ui.widgets.layouts import column, row


class Card(QFrame):
    """Content goes into `body`; `header` is the line of the heading, for chips and links at its right."""

    def __init__(self, heading: str = "", *, margin: Space | int = Space.L, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._outer = column(self, gap=Space.M, margin=margin)
        self.header: QHBoxLayout = row(gap=Space.S)
        self.body: QVBoxLayout = column(gap=Space.S)
        if heading:
            self.heading = Label(heading, TextRole.HEADING)
            self.header.addWidget(self.heading)
            self.header.addStretch(1)
            self._outer.addLayout(self.header)
            self.setAccessibleName(heading)
        self._outer.addLayout(self.body, 1)


class Notice(QFrame):
    """A quiet coloured strip for one sentence that belongs to what stands beside it."""

    def __init__(self, tone: Tone, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self.setProperty("tone", tone.value)
        self.body: QVBoxLayout = column(self, gap=Space.XS, margin=Space.M)
