"""Long work as a row: what, how far, how long, and a cancel."""

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtWidgets import QFrame, QProgressBar

from app.presenters.text import PHASES, Progress, Words
from app.ui.theme.tokens import Size, Space, Tone
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import Label, TextRole
from app.ui.widgets.layouts import column, row

_TICK_MS = 500


class ProgressRow(QFrame):
    """Counts its own seconds while it is there; `cancelled` when the owner wants it to stop."""

    cancelled = Signal()

    def __init__(self, title: str, *, cancellable: bool = True) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName(title)
        self._title = Label(title, TextRole.STRONG)
        self._far = Label("", TextRole.SMALL, tone=Tone.SECOND)
        self._long = Label("", TextRole.SMALL, tone=Tone.THIRD)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setFixedHeight(Space.S - 2)
        self._bar.setAccessibleName(title)
        self._cancel = Button(Words.CANCEL)
        self._cancel.setVisible(cancellable)
        self._cancel.setAccessibleName(f"{Words.CANCEL}: {title}")
        self._cancel.clicked.connect(self._stop)
        words = row(gap=Space.M)
        words.addWidget(self._title)
        words.addWidget(self._far)
        words.addStretch(1)
        words.addWidget(self._long)
        left = column(gap=Space.S)
        left.addLayout(words)
        left.addWidget(self._bar)
        layout = row(self, gap=Space.L, margin=Space.M)
        layout.addLayout(left, 1)
        layout.addWidget(self._cancel)
        self._clock = QElapsedTimer()
        self._clock.start()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(_TICK_MS)
        self.setMaximumWidth(Size.CONTENT)

    def advance(self, done: int, total: int, *, phase: str = "") -> None:
        """Say how far it is; total 0 where nobody knows, `phase` the code of what is being done."""
        words = PHASES.get(phase, "")
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        counted = Progress.counted(done, total) if total else ""
        self._far.setText(" · ".join(part for part in (words, counted) if part))

    def _stop(self) -> None:
        self._cancel.setEnabled(False)
        self._far.setText(Progress.CANCELLING)
        self.cancelled.emit()

    def _tick(self) -> None:
        self._long.setText(Progress.elapsed(self._clock.elapsed() // 1000))
