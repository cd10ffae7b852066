"""An error beside the thing it concerns: what, where, and what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from app.presenters.failure import Failure
from app.presenters.text import Words
from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Size, Space, Tone
from app.ui.widgets.buttons import IconButton, LinkButton
from app.ui.widgets.card import Notice
from app.ui.widgets.labels import Label, TextRole
from app.ui.widgets.layouts import column, row


class InlineError(Notice):
    """Hidden until it has something to say; `retried` when the owner asks to try again."""

    retried = Signal()

    def __init__(self, theme: Theme, *, retry: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(Tone.BAD, parent=parent)
        self._theme = theme
        self._icon = QLabel()
        self._what = Label("", TextRole.STRONG, wrap=True)
        self._where = Label("", TextRole.SMALL, tone=Tone.SECOND, wrap=True)
        self._remedy = Label("", tone=Tone.SECOND, wrap=True)
        words = column(gap=Space.XS)
        for label in (self._what, self._where, self._remedy):
            words.addWidget(label)
        line = row(gap=Space.M)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        if retry:
            again = LinkButton(Words.TRY_AGAIN)
            again.clicked.connect(self.retried)
            line.addWidget(again, 0, Qt.AlignmentFlag.AlignTop)
        dismiss = IconButton(theme, IconName.CLOSE, Words.DISMISS)
        dismiss.clicked.connect(self.clear)
        line.addWidget(dismiss, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)
        theme.changed.connect(self._tint)
        self._tint()
        self.hide()

    def show_failure(self, failure: Failure) -> None:
        """Say what went wrong."""
        self._what.setText(failure.what)
        self._where.setText(failure.where)
        self._where.setVisible(bool(failure.where))
        self._remedy.setText(failure.remedy)
        self._remedy.setVisible(bool(failure.remedy))
        self.setAccessibleName(f"{failure.what} {failure.where} {failure.remedy}")
        self.show()

    def clear(self) -> None:
        """Say nothing more."""
        self.hide()

    @property
    def message(self) -> str:
        """What it says now."""
        return self._what.text() if not self.isHidden() else ""

    def _tint(self) -> None:
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(self._theme.pixmap(IconName.ALERT, Tone.BAD, size=Size.ICON, ratio=ratio))
