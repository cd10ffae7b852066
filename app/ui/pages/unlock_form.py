"""Unlocking: passphrase, recovery code or keyring; one constant message and a wait after wrong tries."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.presenters.failure import Failure
from app.presenters.text import Unlock
from app.presenters.unlock import UnlockPresenter
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.buttons import Button, ButtonKind, LinkButton
from app.ui.widgets.fields import PassphraseField
from app.ui.widgets.inline_error import InlineError
from app.ui.widgets.labels import Label, TextRole
from app.ui.widgets.layouts import column, row

OpenBook = TypeVar("OpenBook")
_SECOND_MS = 1_000


class UnlockForm(QWidget):
    """The field's text is taken out of the window the moment it is used."""

    def __init__(
        self,
        theme: Theme,
        tasks: Tasks,
        *,
        presenter: UnlockPresenter[OpenBook],
        opened: Callable[[OpenBook], object],
    ) -> None:
        super().__init__()
        self._tasks = tasks
        self._by_recovery = False
        self._left = 0
        self._try: Callable[[str], object] = lambda secret: self._run(
            lambda: presenter.unlock_with_recovery(secret) if self._by_recovery else presenter.unlock(secret), opened
        )
        self._wait_seconds = presenter.wait_seconds
        self._title = Label(Unlock.TITLE, TextRole.TITLE)
        self._sentence = Label(Unlock.SENTENCE, tone=Tone.SECOND, wrap=True)
        self.field = PassphraseField(theme, Unlock.PASSPHRASE)
        self.button = Button(Unlock.UNLOCK, ButtonKind.PRIMARY)
        self.error = InlineError(theme)
        self.other = LinkButton(Unlock.USE_RECOVERY)
        self.keyring = LinkButton(Unlock.USE_KEYRING)
        self.keyring.setVisible(presenter.has_vault and presenter.has_keyring_slot)
        self.field.returnPressed.connect(self._submit)
        self.button.clicked.connect(self._submit)
        self.other.clicked.connect(self._switch)
        self.keyring.clicked.connect(lambda: self._run(presenter.unlock_with_keyring, opened))
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND_MS)
        self._timer.timeout.connect(self._count_down)
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.field.setFocus()

    def _lay_out(self) -> None:
        layout = column(self, gap=Space.M)
        layout.addWidget(self._title)
        layout.addWidget(self._sentence)
        layout.addSpacing(Space.XS)
        layout.addWidget(self.field)
        layout.addWidget(self.error)
        layout.addWidget(self.button)
        links = row()
        links.addWidget(self.other)
        links.addStretch(1)
        links.addWidget(self.keyring)
        layout.addLayout(links)

    def _switch(self) -> None:
        self._by_recovery = not self._by_recovery
        recovery = self._by_recovery
        name = Unlock.RECOVERY_CODE if recovery else Unlock.PASSPHRASE
        self._title.setText(Unlock.RECOVERY_TITLE if recovery else Unlock.TITLE)
        self._sentence.setText(Unlock.RECOVERY_SENTENCE if recovery else Unlock.SENTENCE)
        self.other.setText(Unlock.USE_PASSPHRASE if recovery else Unlock.USE_RECOVERY)
        self.other.setAccessibleName(self.other.text())
        self.field.clear()
        self.field.setPlaceholderText(name)
        self.field.setAccessibleName(name)
        self.field.setFocus()
        self.error.clear()

    def _submit(self) -> None:
        if self._left == 0 and self.field.text() and self.button.isEnabled():
            self._try(self.field.take())

    def _run(self, call: Callable[[], OpenBook], opened: Callable[[OpenBook], object]) -> None:
        self.error.clear()
        self._set_busy(Unlock.UNLOCKING)
        self._tasks.run(call, opened, failed=self._fail, owner=self)

    def _fail(self, failure: Failure) -> None:
        self.error.show_failure(failure)
        self._left = self._wait_seconds()
        if self._left:
            self._timer.start()
            self._set_busy(Unlock.wait(self._left))
        else:
            self._set_ready()

    def _count_down(self) -> None:
        self._left -= 1
        if self._left > 0:
            self._set_busy(Unlock.wait(self._left))
            return
        self._timer.stop()
        self._set_ready()

    def _set_busy(self, words: str) -> None:
        self.button.setText(words)
        for control in (self.button, self.field, self.keyring, self.other):
            control.setEnabled(False)

    def _set_ready(self) -> None:
        self.button.setText(Unlock.UNLOCK)
        for control in (self.button, self.field, self.keyring, self.other):
            control.setEnabled(True)
        self.field.setFocus()
