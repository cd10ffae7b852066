"""The answer card: question, figure, the reading as chips, one sentence, a plot, rows, and how it was computed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.presenters.ask_card import FEW, CardView, ChipView
from app.presenters.failure import Failure
from app.presenters.text import Ask
from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Size, Space, Tone
from app.ui.widgets.answer_plot import answer_plot
from app.ui.widgets.answer_rows import AnswerRows
from app.ui.widgets.buttons import Button, IconButton, LinkButton
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.inline_error import InlineError
from app.ui.widgets.labels import Label, MoneyLabel, TextRole
from app.ui.widgets.layouts import FlowLayout, clear, column, row


class AnswerCard(Card):
    """First pending, then answered, or a question back, or an honest no; wishes leave as signals."""

    part_tapped = Signal(str, QWidget)
    choice_tapped = Signal(str)
    asked = Signal(str)
    opened = Signal(object)
    copied = Signal()
    removed = Signal()
    stopped = Signal()
    learnt = Signal(object)

    def __init__(self, theme: Theme, question: str) -> None:
        super().__init__(margin=Space.XL - 4)
        self._theme = theme
        self.view: CardView | None = None
        self.setAccessibleName(question)
        self._question = Label(question, tone=Tone.SECOND, wrap=True)
        self._figure = MoneyLabel(theme, role=TextRole.DISPLAY)
        self._sentence = MoneyLabel(theme, role=TextRole.LEAD)
        self._state = Label("", tone=Tone.THIRD)
        self.stop = Button(Ask.STOP)
        self.stop.clicked.connect(self.stopped)
        self._meant = Label(Ask.DID_YOU_MEAN, TextRole.SMALL, tone=Tone.SECOND)
        self._chips = FlowLayout(gap=Space.S)
        self._learn = LinkButton("")
        self._learn.clicked.connect(self._take_offer)
        self._choices = FlowLayout(gap=Space.S)
        self._plot = column(gap=0)
        self.rows = AnswerRows(theme)
        self.rows.opened.connect(self.opened)
        self.error = InlineError(theme)
        self._fold = LinkButton(Ask.SHOW_ROWS)
        self._fold.clicked.connect(self._toggle_rows)
        self.show_all = LinkButton("")
        self.show_all.clicked.connect(self._open_all)
        self._foot = Label("", TextRole.SMALL, tone=Tone.THIRD)
        self.copy = IconButton(theme, IconName.COPY, Ask.COPY)
        self.copy.clicked.connect(self.copied)
        self.remove = IconButton(theme, IconName.CLOSE, Ask.REMOVE)
        self.remove.clicked.connect(self.removed)
        self._lay_out()
        self._clear()

    def show_pending(self, chips: Sequence[ChipView] = ()) -> None:
        """The question is being understood; with chips, being computed."""
        self._clear()
        self._state.setText(Ask.COMPUTING if chips else Ask.PLANNING)
        self._state.show()
        self.stop.show()
        self._show_chips(chips, live=False)

    def show_stopped(self) -> None:
        """The owner stopped it; it can be asked again."""
        self._clear()
        self._state.setText(Ask.CANCELLED)
        self._state.show()
        self._add_choice(Ask.ASK_AGAIN, lambda _words: self.asked.emit(self.accessibleName()))

    def show_card(self, view: CardView) -> None:
        """Show an answer."""
        self._clear()
        self.view = view
        self._figure.set_amount(view.figure)
        self._figure.setVisible(bool(view.figure))
        self._sentence.set_amount(view.text)
        self._sentence.show()
        self._show_chips(view.chips, live=True)
        if view.offer is not None:
            self._learn.setText(view.offer.words.replace("&", "&&"))  # else a key to press
            self._learn.setAccessibleName(view.offer.words)
            self._learn.show()
        self._meant.setVisible(bool(view.choices and view.figure))
        for words in view.choices:
            self._add_choice(words, self.choice_tapped.emit)
        for words in view.suggestions:
            self._add_choice(words, self.asked.emit)
        self._show_plot(view)
        self._show_rows(view, folded=view.plot is not None)
        self.show_all.setText(view.show_all)
        self.show_all.setAccessibleName(view.show_all or Ask.WHICH)
        self.show_all.setVisible(bool(view.show_all))
        self._foot.setText(view.foot)
        self._foot.setVisible(bool(view.foot))
        self.copy.setVisible(bool(view.figure))

    def show_failure(self, failure: Failure) -> None:
        """Say on the card what went wrong; an answer that was there stays."""
        self._state.hide()
        self.stop.hide()
        self.error.show_failure(failure)

    def _lay_out(self) -> None:
        for label in (self._figure, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._sentence.setWordWrap(True)
        top = row(gap=Space.S)
        top.addWidget(self._question, 1)
        for button in (self.copy, self.remove):
            button.setIconSize(QSize(Size.ICON_SMALL, Size.ICON_SMALL))
            button.setFixedSize(Size.CHIP + 2, Size.CHIP)
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.setSpacing(Space.S + 2)
        self.body.addLayout(top)
        self.body.addWidget(self._figure)
        self.body.addLayout(self._chips)
        self.body.addWidget(self._learn, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(self._waiting())
        self.body.addWidget(self._sentence)
        self.body.addWidget(self._meant)
        self.body.addLayout(self._choices)
        self.body.addLayout(self._plot)
        self.body.addWidget(self.rows)
        self.body.addWidget(self.error)
        self.body.addLayout(self._bottom())

    def _waiting(self) -> QHBoxLayout:
        line = row(gap=Space.L)
        line.addWidget(self._state, 1)
        line.addWidget(self.stop)
        return line

    def _bottom(self) -> QHBoxLayout:
        line = row(gap=Space.L)
        line.addWidget(self.show_all)
        line.addWidget(self._fold)
        line.addStretch(1)
        line.addWidget(self._foot)
        return line

    def _clear(self) -> None:
        clear(self._chips)
        clear(self._choices)
        clear(self._plot)
        self.error.clear()
        words = (self._figure, self._sentence, self._state, self._meant, self._foot)
        for widget in (*words, self._learn, self.stop, self.rows, self._fold, self.show_all, self.copy):
            widget.hide()

    def _show_chips(self, chips: Sequence[ChipView], *, live: bool) -> None:
        for view in chips:
            chip = Chip(self._theme, view.words, tone=Tone.ACCENT, tappable=live and view.changeable)
            if live and view.changeable:
                chip.setAccessibleName(Ask.change(view.words))
                chip.clicked.connect(lambda _on=False, part=view.part, chip=chip: self.part_tapped.emit(part, chip))
            self._chips.addWidget(chip)

    def _add_choice(self, words: str, emit: Callable[[str], object]) -> None:
        chip = Chip(self._theme, words)
        chip.clicked.connect(lambda: emit(words))
        self._choices.addWidget(chip)

    def _show_plot(self, view: CardView) -> None:
        if view.plot is None:
            return
        chart = answer_plot(self._theme, view.question, plot=view.plot)
        chart.activated.connect(lambda key: self.opened.emit(view.answered.rows[int(key)].evidence))
        self._plot.addWidget(chart)

    def _show_rows(self, view: CardView, *, folded: bool) -> None:
        self.rows.setVisible(bool(view.rows) and not folded)
        self.rows.show_rows(view.rows, few=not folded and len(view.rows) > FEW)
        self._fold.setText(Ask.SHOW_ROWS if folded else Ask.MORE_ROWS)
        self._fold.setVisible(bool(view.rows) and (folded or len(view.rows) > FEW))

    def _toggle_rows(self) -> None:
        view = self.view
        if view is None:
            return
        folded = view.plot is not None
        if self._fold.text() in {Ask.SHOW_ROWS, Ask.MORE_ROWS}:
            self.rows.show_rows(view.rows, few=False)
            self.rows.show()
            self._fold.setText(Ask.HIDE_ROWS if folded else Ask.FEWER_ROWS)
        else:
            self._show_rows(view, folded=folded)

    def _take_offer(self) -> None:
        self._learn.hide()
        if self.view is not None and self.view.offer is not None:
            self.learnt.emit(self.view.offer)

    def _open_all(self) -> None:
        if self.view is not None:
            self.opened.emit(self.view.answered.evidence)
