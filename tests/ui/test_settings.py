"""The Settings page: each change is kept at once and followed by the window; keys and codes."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.domain.vocabulary import LearnedName
from app.presenters.settings import SettingsPresenter
from app.presenters.text import Create, Settings
from app.ui.pages.passphrase_dialog import RecoveryDialog
from app.ui.pages.settings import SettingsPage
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme, ThemeMode
from app.ui.widgets.buttons import LinkButton
from tests.ui.helpers.protection import Preferences


class Shown:
    def __init__(self, qtbot: QtBot, theme: Theme, tasks: Tasks, *, preferences: Preferences) -> None:
        self.preferences = preferences
        self.page = SettingsPage(theme, tasks, SettingsPresenter(preferences))
        qtbot.addWidget(self.page)
        self.page.show()
        self.page.refresh()
        qtbot.waitUntil(lambda: tasks.running == 0)


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme, tasks: Tasks) -> Iterator[Shown]:
    page = Shown(qtbot, theme, tasks, preferences=Preferences())
    yield page
    qtbot.waitUntil(lambda: tasks.running == 0)


def test_the_theme_changes_at_once_and_is_kept(shown: Shown, theme: Theme, qtbot: QtBot) -> None:
    shown.page.look.themes._buttons["dark"].click()
    assert theme.mode is ThemeMode.DARK
    qtbot.waitUntil(lambda: shown.preferences.values.get("theme") == "dark")


def test_every_switch_is_kept(shown: Shown, qtbot: QtBot) -> None:
    page, kept = shown.page, shown.preferences.values
    page.look.veil.click()
    qtbot.waitUntil(lambda: kept.get("veil_amounts") is True)
    page.lock.minutes.setValue(25)
    qtbot.waitUntil(lambda: kept.get("lock_after_minutes") == 25)
    page.lock.with_screen.click()
    qtbot.waitUntil(lambda: kept.get("lock_with_screen") is False)
    page.questions.save_nothing.click()
    qtbot.waitUntil(lambda: kept.get("keep_questions") is True)
    page.keys.keyring.click()
    qtbot.waitUntil(lambda: shown.preferences.slot)


def test_the_window_is_told_after_a_change(shown: Shown, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.page.applied) as applied:
        shown.page.lock.minutes.setValue(3)
    assert applied.args[0].lock_after_minutes == 3


def test_without_a_keyring_the_slot_is_not_offered(qtbot: QtBot, theme: Theme, tasks: Tasks) -> None:
    shown = Shown(qtbot, theme, tasks, preferences=Preferences(offered=False))
    assert not shown.page.keys.keyring.isEnabled()
    assert shown.page.keys._help.text() == Settings.KEYRING_NONE


def test_an_inbox_is_shown_and_stopped(qtbot: QtBot, theme: Theme, tasks: Tasks) -> None:
    preferences = Preferences(values={"watch_inbox": True, "inbox_folder": "/home/someone/Inbox"})
    shown = Shown(qtbot, theme, tasks, preferences=preferences)
    assert shown.page.inbox.folder.text() == "/home/someone/Inbox"
    shown.page.inbox.stop.click()
    qtbot.waitUntil(lambda: preferences.values["watch_inbox"] is False)
    qtbot.waitUntil(lambda: shown.page.inbox.folder.text() == Settings.INBOX_NONE)


def test_the_passphrase_is_changed_when_typed_twice(shown: Shown, qtbot: QtBot) -> None:
    dialog = shown.page.open_passphrase_dialog()
    dialog.old.setText("old words")
    dialog.new.setText("new words here")
    dialog.again.setText("new words her")
    dialog.button.click()
    qtbot.waitUntil(lambda: dialog.error.message == Create.DIFFERENT)
    dialog.again.setText("new words here")
    with qtbot.waitSignal(shown.page.said):
        dialog.button.click()
    assert shown.preferences.calls == [("change", "old words", "new words here")]
    assert dialog.new.text() == ""


def test_a_new_recovery_code_is_shown_once(shown: Shown, qtbot: QtBot) -> None:
    shown.page.ask_new_code().confirm.click()
    qtbot.waitUntil(lambda: len(shown.page.findChildren(RecoveryDialog)) == 1)
    dialog = shown.page.findChildren(RecoveryDialog)[0]
    assert dialog.form.code == "KQ7M-2XPA-9DTR-HW4C-8ZNB-5LVE-W07T"
    dialog.form.written.click()
    dialog.form.button.click()
    assert dialog.form.code == ""


def test_a_learned_name_is_forgotten_by_its_link(qtbot: QtBot, theme: Theme, tasks: Tasks) -> None:
    preferences = Preferences(learned=[LearnedName(span="the grocer", payee="Green Grocer")])
    shown = Shown(qtbot, theme, tasks, preferences=preferences)
    assert shown.page.learned._nothing.isHidden()
    (forget,) = shown.page.learned.findChildren(LinkButton)
    assert forget.accessibleName() == "Forget that “the grocer” means Green Grocer"
    forget.click()
    qtbot.waitUntil(shown.page.learned._nothing.isVisible)
    assert preferences.learned == []


def test_the_model_card_says_what_is_installed(shown: Shown, qtbot: QtBot, theme: Theme, tasks: Tasks) -> None:
    assert not shown.page.model._missing.isVisible()

    class Without(Preferences):
        def model_lines(self) -> tuple[tuple[str, str], ...]:
            return ()

    assert Shown(qtbot, theme, tasks, preferences=Without()).page.model._missing.isVisible()
