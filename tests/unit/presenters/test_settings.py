"""The Settings page's view-model and its changes, without Qt."""

import pytest

from app.domain.vocabulary import LearnedName
from app.presenters.settings import SettingsPresenter
from app.presenters.unlock import PassphraseRefusedError
from tests.ui.helpers.protection import Preferences


def test_defaults_are_those_of_the_table() -> None:
    view = SettingsPresenter(Preferences()).load()
    assert (view.theme, view.veil, view.lock_after_minutes, view.inbox, view.save_nothing) == (
        "system",
        False,
        10,
        "",
        True,
    )
    assert not view.keyring_on


def test_each_change_is_kept_and_gives_the_new_view() -> None:
    source = Preferences()
    presenter = SettingsPresenter(source)
    assert presenter.set_theme("dark").theme == "dark"
    assert presenter.set_veil(True).veil
    assert presenter.set_lock_after(3).lock_after_minutes == 3
    assert not presenter.set_lock_with_screen(False).lock_with_screen
    assert presenter.set_inbox("/home/someone/Inbox").inbox == "/home/someone/Inbox"
    assert presenter.set_inbox("").inbox == ""
    assert not presenter.set_save_nothing(False).save_nothing
    assert presenter.set_keyring(True).keyring_on
    assert not presenter.set_keyring(False).keyring_on


def test_a_keyring_that_is_gone_is_not_on() -> None:
    assert not SettingsPresenter(Preferences(slot=True, offered=False)).load().keyring_on


def test_learned_names_are_listed_newest_first_and_forgotten() -> None:
    names = [LearnedName(span="the grocer", payee="Green Grocer"), LearnedName(span="fun", category="Entertainment")]
    presenter = SettingsPresenter(Preferences(learned=names))
    assert presenter.load().learned == (
        ("fun", "“fun” means Entertainment"),
        ("the grocer", "“the grocer” means Green Grocer"),
    )
    assert [span for span, _ in presenter.forget_name("fun").learned] == ["the grocer"]


def test_passphrase_and_code() -> None:
    source = Preferences()
    presenter = SettingsPresenter(source)
    with pytest.raises(PassphraseRefusedError):
        presenter.change_passphrase("old", "new", again="other")
    assert source.calls == []
    presenter.change_passphrase("old", "new", again="new")
    assert source.calls == [("change", "old", "new")]
    assert presenter.new_recovery_code()
