"""The recovery code, shown once: write it down, save it to a file, or copy it for ten seconds."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.presenters.failure import Failure
from app.presenters.text import Recovery, Words
from app.ui.clipboard import copy_for_a_while
from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.buttons import Button, ButtonKind, IconTextButton
from app.ui.widgets.card import Notice
from app.ui.widgets.check_box import CheckBox
from app.ui.widgets.inline_error import InlineError
from app.ui.widgets.labels import Label, TextRole
from app.ui.widgets.layouts import column, row


class RecoveryForm(QWidget):
    """`show_code` shows a code and calls `done` once the owner has confirmed it."""

    def __init__(self, theme: Theme, *, titled: bool = True) -> None:
        super().__init__()
        self._titled = titled
        self._code = Label("", TextRole.CODE, wrap=True)
        self._code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._code.setAccessibleName(Recovery.CODE)
        self._said = Label("", TextRole.SMALL, tone=Tone.GOOD, wrap=True)
        self._said.hide()
        self.copy = IconTextButton(theme, IconName.COPY, Words.COPY)
        self.save = IconTextButton(theme, IconName.SAVE, Recovery.SAVE)
        self.written = CheckBox(theme, Recovery.WRITTEN)
        self.button = Button(Recovery.CONTINUE, ButtonKind.PRIMARY)
        self.button.setEnabled(False)
        self.error = InlineError(theme)
        self._done: Callable[[], object] | None = None
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._save)
        self.written.toggled.connect(self.button.setEnabled)
        self.button.clicked.connect(self._finish)
        self._lay_out()

    @property
    def code(self) -> str:
        """The code that is shown."""
        return self._code.text()

    def show_code(self, code: str, *, done: Callable[[], object]) -> None:
        """Show a code."""
        self._code.setText(code)
        self._done = done
        self.written.setChecked(False)

    def save_to(self, path: Path) -> None:
        """Write the code into a file of the owner's choice, readable by the owner alone."""
        try:
            path.touch(mode=0o600)
            path.write_text(f"{self._code.text()}\n", encoding="utf-8")
        except OSError:
            self.error.show_failure(Failure("not_saved", Recovery.NOT_SAVED, Recovery.NOT_SAVED_REMEDY, str(path)))
            return
        self._say(Recovery.SAVED)

    def _lay_out(self) -> None:
        layout = column(self, gap=Space.M)
        if self._titled:
            layout.addWidget(Label(Recovery.TITLE, TextRole.TITLE))
        layout.addWidget(Label(Recovery.SENTENCE, tone=Tone.SECOND, wrap=True))
        box = Notice(Tone.ACCENT)
        box.body.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        box.body.addWidget(self._code)
        layout.addWidget(box)
        line = row()
        line.addWidget(self.copy)
        line.addWidget(self.save)
        line.addStretch(1)
        layout.addLayout(line)
        layout.addWidget(self._said)
        layout.addWidget(self.error)
        layout.addWidget(self.written)
        layout.addWidget(self.button)

    def _copy(self) -> None:
        copy_for_a_while(self._code.text())
        self._say(Words.COPIED)

    def _save(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(self, Recovery.SAVE_TITLE, Recovery.FILE_NAME)
        if name:
            self.save_to(Path(name))

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.show()

    def _finish(self) -> None:
        self._code.clear()
        if self._done is not None:
            self._done()
