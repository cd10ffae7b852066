"""The network card: the light large, what it rests on, and the attempts as they come."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QPlainTextEdit

from app.presenters.privacy import AttemptLine, NetworkPanel
from app.presenters.shell import LightState
from app.presenters.text import Privacy
from app.ui.models.rows import Column, TextRows
from app.ui.status_bar import LIGHT_TONES
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.card import Card
from app.ui.widgets.dot import Dot
from app.ui.widgets.labels import Label, TextRole
from app.ui.widgets.layouts import column, row
from app.ui.widgets.table import Table

_DOT = 22
_TIME = 90
_PROCESS = 240
_CALL = 160
_STACK_LINES = 12


class NetworkCard(Card):
    """`seen` when the owner has looked at the attempts."""

    seen = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._attempts: tuple[AttemptLine, ...] = ()
        self._dot = Dot(theme, Tone.CARE, width=_DOT)
        self.words = Label("", TextRole.TITLE, wrap=True)
        self._sentence = Label("", tone=Tone.SECOND, wrap=True)
        self._detail = Label("", TextRole.SMALL, tone=Tone.CARE, wrap=True)
        self._evidence = Label("", TextRole.SMALL, tone=Tone.THIRD, wrap=True)
        self._mark = LinkButton(Privacy.MARK_SEEN)
        self._mark.clicked.connect(self.seen)
        self._none = Label(Privacy.NO_ATTEMPTS, tone=Tone.SECOND, wrap=True)
        columns = (
            Column(Privacy.TIME),
            Column(Privacy.PROCESS),
            Column(Privacy.CALL, tone=Tone.SECOND),
            Column(Privacy.ADDRESS),
        )
        self._model = TextRows(theme, columns)
        self.table = Table(Privacy.ATTEMPTS, self._model, compact=True, bare=True)
        self.table.set_widths(_TIME, _PROCESS, _CALL, 0)
        self.table.selectionModel().currentRowChanged.connect(self._show_stack)
        self.stack = QPlainTextEdit()
        self.stack.setReadOnly(True)
        self.stack.setAccessibleName(Privacy.STACK)
        self.stack.hide()
        self._lay_out()

    def show_panel(self, panel: NetworkPanel) -> None:
        """Show the present state."""
        tone = LIGHT_TONES[panel.light.state]
        fresh = panel.light.state is LightState.ATTEMPT
        self._dot.set_tone(tone)
        if fresh and panel.attempts != self._attempts:
            self._dot.flash()
        self.words.setText(panel.light.words)
        self._sentence.setText(panel.sentence)
        self._detail.setText(panel.detail)
        self._detail.setVisible(bool(panel.detail))
        self._evidence.setText(f"{Privacy.EVIDENCE}: {panel.evidence}")
        self._mark.setVisible(fresh)
        self._count.setText(panel.light.attempts)
        if panel.attempts != self._attempts:
            self._attempts = panel.attempts
            self._model.set_rows([attempt.cells for attempt in panel.attempts])
            self.table.fit_height(most=8)
            self.stack.hide()
        self._none.setVisible(not self._attempts)
        self.table.setVisible(bool(self._attempts))

    def _lay_out(self) -> None:
        words = column(gap=Space.XS)
        for label in (self.words, self._sentence, self._detail, self._evidence):
            words.addWidget(label)
        top = row(gap=Space.L)
        top.addWidget(self._dot)
        top.addLayout(words, 1)
        heading = row(gap=Space.M)
        heading.addWidget(Label(Privacy.ATTEMPTS, TextRole.HEADING))
        self._count = Label("", TextRole.SMALL, tone=Tone.THIRD)
        heading.addWidget(self._count)
        heading.addStretch(1)
        heading.addWidget(self._mark)
        self.body.setSpacing(Space.M)
        self.body.addLayout(top)
        self.body.addSpacing(Space.XS)
        self.body.addLayout(heading)
        self.body.addWidget(self._none)
        self.body.addWidget(self.table)
        self.body.addWidget(self.stack)

    def _show_stack(self, current: QModelIndex) -> None:
        if not current.isValid():
            return
        attempt = self._attempts[current.row()]
        lines = "\n".join(attempt.stack) if attempt.stack else Privacy.NO_STACK
        self.stack.setPlainText(f"{attempt.spoken}\n{lines}")
        shown = min(_STACK_LINES, lines.count("\n") + 2)
        self.stack.setFixedHeight(shown * self.stack.fontMetrics().lineSpacing() + 2 * Space.L)
        self.stack.show()
