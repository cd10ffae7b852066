"""Dialogs of the Settings page: change the passphrase, see a new recovery code."""

from PySide6.QtWidgets import QWidget

from app.presenters.failure import Failure
from app.presenters.passphrase import passphrase_strength
from app.presenters.settings import SettingsPresenter
from app.presenters.text import Recovery, Settings
from app.ui.pages.recovery_form import RecoveryForm
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import ButtonKind
from app.ui.widgets.dialogs import Dialog
from app.ui.widgets.fields import PassphraseField
from app.ui.widgets.inline_error import InlineError
from app.ui.widgets.strength_meter import StrengthMeter


class PassphraseDialog(Dialog):
    """Accepted once the passphrase was changed."""

    def __init__(self, theme: Theme, tasks: Tasks, *, presenter: SettingsPresenter, parent: QWidget) -> None:
        super().__init__(Settings.CHANGE, parent=parent)
        self._tasks = tasks
        self._presenter = presenter
        self.old = PassphraseField(theme, Settings.OLD)
        self.new = PassphraseField(theme, Settings.NEW)
        self.again = PassphraseField(theme, Settings.NEW_AGAIN)
        self.meter = StrengthMeter(theme)
        self.error = InlineError(theme)
        for widget in (self.old, self.new, self.meter, self.again, self.error):
            self.body.addWidget(widget)
        self.add_cancel()
        self.button = self.add_action(Settings.CHANGE, ButtonKind.PRIMARY)
        self.new.textChanged.connect(lambda text: self.meter.show_strength(passphrase_strength(text)))
        self.button.clicked.connect(self._change)
        self.again.returnPressed.connect(self._change)
        self.old.setFocus()

    def _change(self) -> None:
        if not self.button.isEnabled():
            return
        old, new, again = self.old.text(), self.new.text(), self.again.text()
        self.button.setEnabled(False)
        self._tasks.run(
            lambda: self._presenter.change_passphrase(old, new, again=again),
            lambda _none: self._finish(),
            failed=self._fail,
            owner=self,
        )

    def _finish(self) -> None:
        for field in (self.old, self.new, self.again):
            field.clear()
        self.accept()

    def _fail(self, failure: Failure) -> None:
        self.button.setEnabled(True)
        self.error.show_failure(failure)
        self.adjustSize()


class RecoveryDialog(Dialog):
    """Shows a new recovery code once."""

    def __init__(self, theme: Theme, code: str, *, parent: QWidget) -> None:
        super().__init__(Recovery.TITLE, parent=parent)
        self.form = RecoveryForm(theme, titled=False)
        self.form.show_code(code, done=self.accept)
        self.body.addWidget(self.form)
