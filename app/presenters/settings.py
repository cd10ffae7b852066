"""The Settings page's view-model, and the changes it can ask for."""

from dataclasses import dataclass
from typing import Protocol

from app.domain.vocabulary import LearnedName
from app.presenters.formatting import short_name
from app.presenters.text import Settings
from app.presenters.unlock import check_new_passphrase

SettingValue = bool | int | str


@dataclass(frozen=True, slots=True)
class ModelCard:
    """What is known of the installed model, each as (words, value)."""

    lines: tuple[tuple[str, str], ...]


class SettingsSource(Protocol):
    """What the page needs of the book, the settings file and the model folder. All calls may block."""

    def setting(self, key: str, /) -> SettingValue: ...
    def set_setting(self, key: str, value: SettingValue, /) -> object: ...
    def change_passphrase(self, old: str, new: str, /) -> object: ...
    def new_recovery_code(self) -> str: ...
    def keyring_offered(self) -> bool: ...
    def has_keyring_slot(self) -> bool: ...
    def add_keyring_slot(self) -> object: ...
    def remove_keyring_slot(self) -> object: ...
    def model_lines(self) -> tuple[tuple[str, str], ...]: ...
    def learned_names(self) -> tuple[LearnedName, ...]: ...
    def forget_name(self, span: str, /) -> object: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsView:
    """All the page shows."""

    theme: str
    text_scale: int
    """Percent of the system's size."""
    veil: bool
    lock_after_minutes: int
    lock_with_screen: bool
    inbox: str
    save_nothing: bool
    keyring_offered: bool
    keyring_on: bool
    model: ModelCard
    learned: tuple[tuple[str, str], ...] = ()
    """What words always mean, the newest first, each as (the words, a sentence)."""


class SettingsPresenter:
    """Each call may take a moment and belongs off the GUI thread."""

    def __init__(self, source: SettingsSource) -> None:
        self._source = source

    def load(self) -> SettingsView:
        """The page as it is now."""
        source = self._source
        offered = source.keyring_offered()
        watched = bool(source.setting("watch_inbox"))
        return SettingsView(
            theme=str(source.setting("theme")),
            text_scale=int(source.setting("text_scale")),
            veil=bool(source.setting("veil_amounts")),
            lock_after_minutes=int(source.setting("lock_after_minutes")),
            lock_with_screen=bool(source.setting("lock_with_screen")),
            inbox=str(source.setting("inbox_folder")) if watched else "",
            save_nothing=not source.setting("keep_questions"),
            keyring_offered=offered,
            keyring_on=offered and source.has_keyring_slot(),
            model=ModelCard(source.model_lines()),
            learned=tuple((name.span, _meaning(name)) for name in reversed(source.learned_names())),
        )

    def set_theme(self, theme: str) -> SettingsView:
        """`system`, `light` or `dark`."""
        return self._set("theme", theme)

    def set_text_scale(self, percent: int) -> SettingsView:
        """Percent of the system's size, 75 to 200; the next start draws in it."""
        return self._set("text_scale", percent)

    def set_veil(self, veil: bool) -> SettingsView:  # noqa: FBT001 -- one flag, named by the method
        """Whether amounts are veiled when the vault opens."""
        return self._set("veil_amounts", veil)

    def set_lock_after(self, minutes: int) -> SettingsView:
        """Minutes without a key or a click, 1 to 240."""
        return self._set("lock_after_minutes", minutes)

    def set_lock_with_screen(self, lock: bool) -> SettingsView:  # noqa: FBT001 -- as above
        """Whether the vault locks with the screen."""
        return self._set("lock_with_screen", lock)

    def set_inbox(self, folder: str) -> SettingsView:
        """Watch a folder for statements; empty to stop."""
        if folder:
            self._source.set_setting("inbox_folder", folder)
        return self._set("watch_inbox", bool(folder))

    def set_save_nothing(self, save_nothing: bool) -> SettingsView:  # noqa: FBT001 -- as above
        """Whether questions and answers are forgotten."""
        return self._set("keep_questions", not save_nothing)

    def forget_name(self, span: str) -> SettingsView:
        """Let go of what these words were said to mean."""
        self._source.forget_name(span)
        return self.load()

    def set_keyring(self, on: bool) -> SettingsView:  # noqa: FBT001 -- as above
        """Give the vault a keyring slot or take it away; raises KeyringUnavailableError."""
        if on:
            self._source.add_keyring_slot()
        else:
            self._source.remove_keyring_slot()
        return self.load()

    def change_passphrase(self, old: str, new: str, *, again: str) -> None:
        """Raises PassphraseRefusedError, WrongPassphraseError."""
        check_new_passphrase(new, again)
        self._source.change_passphrase(old, new)

    def new_recovery_code(self) -> str:
        """A new code; the old one stops working."""
        return self._source.new_recovery_code()

    def _set(self, key: str, value: SettingValue) -> SettingsView:
        self._source.set_setting(key, value)
        return self.load()


def _meaning(name: LearnedName) -> str:
    return Settings.meaning(short_name(name.span), short_name(name.payee or name.category))
