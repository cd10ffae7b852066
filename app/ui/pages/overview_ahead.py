"""The Overview's two small cards: what comes up, and what is worth a look."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel

from app.presenters.overview_ahead import AheadView, LookLine, UpcomingLine
from app.presenters.text import Ahead
from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Size, Space, Tone
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Label, MoneyLabel, TextRole
from app.ui.widgets.layouts import clear

_ICONS = {"doubled": IconName.CARE, "raised": IconName.ARROW_UP, "unusual": IconName.ALERT}
_DAY = 44


class UpcomingCard(Card):
    """The next recurring payments; `opened` carries a TransactionSearch, `all_opened` asks for the list."""

    opened = Signal(object)
    all_opened = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(Ahead.COMING_UP)
        self._theme = theme
        self.total = MoneyLabel(theme, role=TextRole.SMALL_STRONG, tone=Tone.SECOND, name=Ahead.COMING_UP)
        self.header.addWidget(self.total)
        self._grid = _grid(1)
        self._nothing = Label(Ahead.NOTHING_UP, tone=Tone.SECOND, wrap=True)
        self._nothing.hide()
        self._more = LinkButton(Ahead.SEE_ALL, name=Ahead.SEE_ALL_NAME)
        self._more.clicked.connect(self.all_opened)
        self.header.addWidget(self._more)
        self.body.addWidget(self._nothing)
        self.body.addLayout(self._grid)
        self.body.addStretch(1)

    def show_upcoming(self, view: AheadView) -> None:
        """Show what comes up."""
        clear(self._grid)
        self._nothing.setVisible(not view.upcoming)
        self.total.set_amount(view.total)
        for at, line in enumerate(view.upcoming):
            self._add(line, at=at)

    def _add(self, line: UpcomingLine, *, at: int) -> None:
        day = Label(line.day, TextRole.SMALL_STRONG, tone=Tone.SECOND)
        day.setMinimumWidth(_DAY)
        payee = LinkButton(line.payee, name=f"{line.day} {line.payee}")
        payee.setProperty("kind", "light")
        payee.setFont(TextRole.STRONG.font())
        payee.clicked.connect(lambda: self.opened.emit(line.search))
        self._grid.addWidget(day, at, 0)
        self._grid.addWidget(payee, at, 1, Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(MoneyLabel(self._theme, line.amount, name=line.payee), at, 2)


class LooksCard(Card):
    """Charges that look doubled, raised or unusual; each Look opens the transactions it was seen in."""

    opened = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(Ahead.WORTH_A_LOOK)
        self._theme = theme
        self._looks: tuple[LookLine, ...] = ()
        self._grid = _grid(1)
        self._nothing = Label(Ahead.NOTHING_ODD, tone=Tone.SECOND, wrap=True)
        self._nothing.hide()
        self._more = Label("", TextRole.SMALL, tone=Tone.THIRD)
        self.header.addWidget(self._more)
        self.header.addStrut(Size.CHIP)
        self.body.addWidget(self._nothing)
        self.body.addLayout(self._grid)
        self.body.addStretch(1)
        theme.changed.connect(self._fill)
        theme.veil_changed.connect(self._fill)

    def show_looks(self, view: AheadView) -> None:
        """Show what is worth a look."""
        self._looks = view.looks
        self._more.setText(view.more_looks)
        self._nothing.setVisible(not view.looks)
        self._fill()

    def _fill(self) -> None:
        clear(self._grid)
        for at, line in enumerate(self._looks):
            picture = QLabel()
            ratio = self.devicePixelRatioF()
            picture.setPixmap(self._theme.pixmap(_ICONS[line.reason], Tone.CARE, size=Size.ICON_SMALL, ratio=ratio))
            words = Label(line.veiled if self._theme.veiled else line.sentence, TextRole.STRONG, wrap=True)
            look = LinkButton(Ahead.LOOK, name=Ahead.look_at(words.text()))
            look.clicked.connect(lambda _checked=False, search=line.search: self.opened.emit(search))
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(picture, at, 0, top)
            self._grid.addWidget(words, at, 1)
            self._grid.addWidget(look, at, 2, top)


def _grid(stretched: int) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(Space.S)
    grid.setVerticalSpacing(Space.XS)
    grid.setColumnStretch(stretched, 1)
    return grid
