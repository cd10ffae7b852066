"""The Settings page: look, locking, inbox, keys, questions, model. Every change is kept at once."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from app.presenters.failure import Failure
from app.presenters.settings import SettingsPresenter, SettingsView
from app.presenters.text import PageNames, Settings
from app.ui.pages.passphrase_dialog import PassphraseDialog, RecoveryDialog
from app.ui.pages.settings_cards import InboxCard, KeysCard, LockCard, LookCard, ModelCardView, QuestionsCard
from app.ui.pages.settings_learned import LearnedCard
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme, ThemeMode
from app.ui.theme.tokens import Size
from app.ui.widgets.dialogs import ConfirmDialog
from app.ui.widgets.inline_error import InlineError
from app.ui.widgets.page import Page


class SettingsPage(Page):
    """`applied` carries the settings after each change, for the window to follow."""

    applied = Signal(object)

    def __init__(self, theme: Theme, tasks: Tasks, presenter: SettingsPresenter) -> None:
        super().__init__(PageNames.SETTINGS)
        self._theme = theme
        self._tasks = tasks
        self._presenter = presenter
        self.content.setMaximumWidth(Size.CONTENT * 3 // 4)
        self.error = InlineError(theme)
        self.look = LookCard(theme)
        self.lock = LockCard(theme)
        self.inbox = InboxCard(theme)
        self.keys = KeysCard(theme)
        self.questions = QuestionsCard(theme)
        self.learned = LearnedCard()
        self.model = ModelCardView(theme)
        cards = (self.look, self.lock, self.inbox, self.keys, self.questions, self.learned, self.model)
        for card in (self.error, *cards):
            self.body.addWidget(card)
        self.body.addStretch(1)
        self._connect()

    def refresh(self) -> None:
        self._tasks.run(
            self._presenter.load, self.show_view, failed=self.error.show_failure, owner=self, key="settings"
        )

    def show_view(self, view: SettingsView) -> None:
        """Show the settings."""
        self.error.clear()
        self.look.show_look(view.theme, scale=view.text_scale, veil=view.veil)
        self.lock.show_lock(view.lock_after_minutes, with_screen=view.lock_with_screen)
        self.inbox.show_folder(view.inbox)
        self.keys.show_keyring(offered=view.keyring_offered, on=view.keyring_on)
        self.questions.show_save_nothing(view.save_nothing)
        self.learned.show_learned(view.learned)
        self.model.show_model(view.model.lines)

    def choose_inbox(self) -> None:
        """Ask for a folder."""
        folder = QFileDialog.getExistingDirectory(self, Settings.CHOOSE)
        if folder:
            self._apply(lambda: self._presenter.set_inbox(folder))

    def open_passphrase_dialog(self) -> PassphraseDialog:
        """Ask for the present and the new passphrase."""
        dialog = PassphraseDialog(self._theme, self._tasks, presenter=self._presenter, parent=self)
        dialog.accepted.connect(lambda: self.said.emit(Settings.CHANGED))
        dialog.open()
        return dialog

    def ask_new_code(self) -> ConfirmDialog:
        """Ask once, then make a new recovery code and show it."""
        dialog = ConfirmDialog(Settings.NEW_CODE, Settings.NEW_CODE_SENTENCE, action=Settings.NEW_CODE, parent=self)
        dialog.accepted.connect(self._new_code)
        dialog.open()
        return dialog

    def _new_code(self) -> None:
        def show(code: str) -> None:
            RecoveryDialog(self._theme, code, parent=self).open()

        self._tasks.run(self._presenter.new_recovery_code, show, failed=self.error.show_failure, owner=self)

    def _connect(self) -> None:
        presenter = self._presenter
        self.look.theme_chosen.connect(self._set_theme)
        self.look.scale_chosen.connect(lambda scale: self._apply(lambda: presenter.set_text_scale(scale)))
        self.look.veil_chosen.connect(lambda veil: self._apply(lambda: presenter.set_veil(veil)))
        self.lock.minutes_chosen.connect(lambda minutes: self._apply(lambda: presenter.set_lock_after(minutes)))
        self.lock.screen_chosen.connect(lambda lock: self._apply(lambda: presenter.set_lock_with_screen(lock)))
        self.inbox.asked.connect(self.choose_inbox)
        self.inbox.stopped.connect(lambda: self._apply(lambda: presenter.set_inbox("")))
        self.keys.change_asked.connect(self.open_passphrase_dialog)
        self.keys.code_asked.connect(self.ask_new_code)
        self.keys.keyring_chosen.connect(lambda on: self._apply(lambda: presenter.set_keyring(on)))
        self.questions.chosen.connect(lambda nothing: self._apply(lambda: presenter.set_save_nothing(nothing)))

        self.learned.forgotten.connect(lambda span: self._apply(lambda: presenter.forget_name(span)))

    def _set_theme(self, theme: str) -> None:
        self._theme.set_mode(ThemeMode(theme))
        self._apply(lambda: self._presenter.set_theme(theme))

    def _apply(self, change: Callable[[], SettingsView]) -> None:
        self._tasks.run(change, self._applied, failed=self._fail, owner=self, key="settings")

    def _applied(self, view: SettingsView) -> None:
        self.show_view(view)
        self.applied.emit(view)

    def _fail(self, failure: Failure) -> None:
        self.refresh()
        self.error.show_failure(failure)
