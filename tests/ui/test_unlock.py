"""The door: unlock, wrong passphrase and wait, recovery code, keyring, create, recovery code shown once."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.errors import WrongPassphraseError
from app.presenters.text import Create, Recovery, Unlock
from app.presenters.unlock import UnlockPresenter
from app.ui.pages.unlock import UnlockPage
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme
from tests.ui.helpers.doors import CODE, RIGHT, Door


class Opened:
    def __init__(self, qtbot: QtBot, theme: Theme, tasks: Tasks, *, door: Door) -> None:
        self.books: list[str] = []
        self.keyrings: list[str] = []
        presenter: UnlockPresenter[str] = UnlockPresenter(door, add_keyring=self.keyrings.append)
        self.page = UnlockPage(theme, tasks, presenter=presenter, opened=self.books.append)
        qtbot.addWidget(self.page)
        self.page.show()


def test_the_right_passphrase_opens_and_leaves_the_field_empty(qtbot: QtBot, theme: Theme, tasks: Tasks) -> None:
    shown = Opened(qtbot, theme, tasks, door=Door())
    form = shown.page.unlock_form
    assert shown.page.form is form
    QTest.keyClicks(form.field, RIGHT)
    QTest.keyClick(form.field, Qt.Key.Key_Return)
    assert form.field.text() == ""
    qtbot.waitUntil(lambda: shown.books == ["book"])


def test_a_wrong_passphrase_says_one_constant_message(qtbot: QtBot, theme: Theme, tasks: Tasks) -> None:
    shown = Opened(qtbot, theme, tasks, door=Door())
    form = shown.page.unlock_form
    for wrong in ("x", RIGHT + " ", "🔑" * 40):
        form.field.setText(wrong)
        form._submit()
        qtbot.waitUntil(lambda: form.error.message != "" and tasks.running == 0)
        assert form.error.message == WrongPassphraseError().message
        form.error.clear()
        qtbot.waitUntil(form.button.isEnabled, timeout=4_000)
    assert shown.books == []


def test_after_three_failures_the_next_try_waits(qtbot: QtBot, theme: Theme, tasks: Tasks) -> None:
    shown = Opened(qtbot, theme, tasks, door=Door(failures=2))
    form = shown.page.unlock_form
    form.field.setText("wrong")
    form._submit()
    qtbot.waitUntil(lambda: form.button.text() == Unlock.wait(2))
    assert not form.button.isEnabled()
    assert not form.field.isEnabled()
    qtbot.waitUntil(form.button.isEnabled, timeout=4_000)
    assert form.button.text() == Unlock.UNLOCK


def test_an_empty_field_tries_nothing(qtbot: QtBot, theme: Theme, tasks: Tasks) -> None:
    door = Door()
    shown = Opened(qtbot, theme, tasks, door=door)
    QTest.mouseClick(shown.page.unlock_form.button, Qt.MouseButton.LeftButton)
    assert door.failures == 0
    assert tasks.running == 0


def test_the_recovery_code_opens(qtbot: QtBot, theme: Theme, tasks: Tasks) -> None:
    shown = Opened(qtbot, theme, tasks, door=Door())
    form = shown.page.unlock_form
    QTest.mouseClick(form.other, Qt.MouseButton.LeftButton)
    assert form.field.accessibleName() == Unlock.RECOVERY_CODE
    form.field.setText(CODE)
    form._submit()
    qtbot.waitUntil(lambda: shown.books == ["book by code"])


def test_the_keyring_is_offered_only_where_it_has_a_slot(qtbot: QtBot, theme: Theme, tasks: Tasks) -> None:
    assert not Opened(qtbot, theme, tasks, door=Door()).page.unlock_form.keyring.isVisible()
    shown = Opened(qtbot, theme, tasks, door=Door(keyring=True))
    assert shown.page.unlock_form.keyring.isVisible()
    shown.page.unlock_form.keyring.click()
    qtbot.waitUntil(lambda: shown.books == ["book by keyring"])


def test_two_different_passphrases_are_refused(qtbot: QtBot, theme: Theme, tasks: Tasks) -> None:
    shown = Opened(qtbot, theme, tasks, door=Door(vault=False))
    form = shown.page.create_form
    assert shown.page.form is form
    form.passphrase.setText("one two three four")
    form.again.setText("one two three for")
    form.button.click()
    qtbot.waitUntil(lambda: form.error.message == Create.DIFFERENT)
    assert form.button.isEnabled()


def test_a_vault_is_made_and_its_recovery_code_shown_once(qtbot: QtBot, theme: Theme, tasks: Tasks, tmp_path: Path) -> None:
    shown = Opened(qtbot, theme, tasks, door=Door(vault=False))
    form = shown.page.create_form
    form.passphrase.setText(RIGHT)
    assert form.meter.words != ""
    form.again.setText(RIGHT)
    form.currency.setCurrentIndex(form.currency.findData("EUR"))
    form.keyring.setChecked(True)
    form.button.click()
    qtbot.waitUntil(lambda: shown.page.form is shown.page.recovery_form)
    recovery = shown.page.recovery_form
    assert recovery.code == CODE
    assert form.passphrase.text() == form.again.text() == ""
    assert shown.keyrings == ["new book in EUR"]
    assert shown.books == []
    recovery.save_to(tmp_path / "code.txt")
    assert (tmp_path / "code.txt").read_text("utf-8").strip() == CODE
    assert (tmp_path / "code.txt").stat().st_mode & 0o077 == 0
    assert not recovery.button.isEnabled()
    recovery.written.click()
    recovery.button.click()
    assert shown.books == ["new book in EUR"]
    assert recovery.code == ""


def test_a_code_that_cannot_be_saved_is_said(qtbot: QtBot, theme: Theme, tasks: Tasks, tmp_path: Path) -> None:
    shown = Opened(qtbot, theme, tasks, door=Door(vault=False))
    recovery = shown.page.recovery_form
    shown.page._show_recovery("book", CODE)
    recovery.save_to(tmp_path / "missing" / "code.txt")
    assert recovery.error.message == Recovery.NOT_SAVED
