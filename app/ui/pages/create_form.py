"""Making a vault: passphrase twice, how hard it is to guess, and the owner's currency."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.presenters.failure import Failure
from app.presenters.text import Create
from app.presenters.unlock import UnlockPresenter
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.buttons import Button, ButtonKind
from app.ui.widgets.check_box import CheckBox
from app.ui.widgets.combo import Combo
from app.ui.widgets.fields import PassphraseField
from app.ui.widgets.inline_error import InlineError
from app.ui.widgets.labels import Label, TextRole
from app.ui.widgets.layouts import column, row
from app.ui.widgets.strength_meter import StrengthMeter

OpenBook = TypeVar("OpenBook")


class CreateForm(QWidget):
    """Calls `created` with the open book and the recovery code."""

    def __init__(
        self,
        theme: Theme,
        tasks: Tasks,
        *,
        presenter: UnlockPresenter[OpenBook],
        created: Callable[[OpenBook, str], object],
    ) -> None:
        super().__init__()
        self._tasks = tasks
        self.passphrase = PassphraseField(theme, Create.PASSPHRASE)
        self.again = PassphraseField(theme, Create.AGAIN)
        self.meter = StrengthMeter(theme)
        self.currency = Combo(theme, Create.CURRENCY)
        for code, words in presenter.currencies():
            self.currency.addItem(words, code)
        self.keyring = CheckBox(theme, Create.KEYRING)
        self.keyring.setVisible(presenter.offers_keyring)
        self.button = Button(Create.CREATE, ButtonKind.PRIMARY)
        self.error = InlineError(theme)
        self._create: Callable[[], object] = lambda: self._run(presenter, created)
        self.passphrase.textChanged.connect(lambda text: self.meter.show_strength(presenter.strength(text)))
        self.button.clicked.connect(self._create)
        self.again.returnPressed.connect(self._create)
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.passphrase.setFocus()

    def _lay_out(self) -> None:
        layout = column(self, gap=Space.M)
        layout.addWidget(Label(Create.TITLE, TextRole.TITLE))
        layout.addWidget(Label(Create.SENTENCE, tone=Tone.SECOND, wrap=True))
        layout.addSpacing(Space.XS)
        layout.addWidget(self.passphrase)
        layout.addWidget(self.meter)
        layout.addWidget(self.again)
        line = row(gap=Space.M)
        words = Label(Create.CURRENCY)
        words.setBuddy(self.currency)
        line.addWidget(words)
        line.addStretch(1)
        line.addWidget(self.currency)
        layout.addLayout(line)
        layout.addWidget(self.keyring)
        layout.addWidget(self.error)
        layout.addWidget(self.button)

    def _run(self, presenter: UnlockPresenter[OpenBook], created: Callable[[OpenBook, str], object]) -> None:
        if not self.button.isEnabled():
            return
        first, second = self.passphrase.text(), self.again.text()
        code, keyring = self.currency.currentData(), self.keyring.isChecked()
        self.error.clear()
        self.button.setEnabled(False)
        self.button.setText(Create.CREATING)

        def done(result: tuple[OpenBook, str]) -> None:
            self.passphrase.clear()
            self.again.clear()
            created(*result)

        self._tasks.run(
            lambda: presenter.create(first, second, code=code, keyring=keyring), done, failed=self._fail, owner=self
        )

    def _fail(self, failure: Failure) -> None:
        self.button.setEnabled(True)
        self.button.setText(Create.CREATE)
        self.error.show_failure(failure)
