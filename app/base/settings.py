"""Settings: one table of all there are; the private ones lie in the vault, the others in a plain file."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from app.base.files import make_private_folder, write_whole
from app.domain.errors import NotFoundError

SettingValue = bool | int | str


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingSpec:
    """One setting: its key, default, what it may be, the code of its text, and whether it belongs in the vault."""

    key: str
    default: SettingValue
    text_code: str
    choices: tuple[str, ...] = ()
    smallest: int | None = None
    largest: int | None = None
    private: bool = False

    def accepts(self, value: object) -> bool:
        """Whether the value is of the setting's type and within its bounds."""
        if type(value) is not type(self.default):
            return False
        if isinstance(value, str):
            return not self.choices or value in self.choices
        if isinstance(value, int) and not isinstance(value, bool):
            return (self.smallest is None or value >= self.smallest) and (self.largest is None or value <= self.largest)
        return True


SETTINGS: tuple[SettingSpec, ...] = (
    SettingSpec(key="theme", default="system", text_code="setting_theme", choices=("system", "light", "dark")),
    SettingSpec(key="text_scale", default=100, text_code="setting_text_scale", smallest=75, largest=200),
    SettingSpec(key="veil_amounts", default=False, text_code="setting_veil_amounts"),
    SettingSpec(key="lock_after_minutes", default=10, text_code="setting_lock_after", smallest=1, largest=240),
    SettingSpec(key="lock_with_screen", default=True, text_code="setting_lock_with_screen"),
    SettingSpec(key="strict_network_lock", default=True, text_code="setting_strict_network_lock"),
    SettingSpec(key="currency", default="USD", text_code="setting_currency", private=True),
    SettingSpec(key="keep_questions", default=False, text_code="setting_keep_questions", private=True),
    SettingSpec(key="learned_names", default="", text_code="setting_learned_names", private=True),
    SettingSpec(key="watch_inbox", default=False, text_code="setting_watch_inbox", private=True),
    SettingSpec(key="inbox_folder", default="", text_code="setting_inbox_folder", private=True),
)


def setting_spec(key: str) -> SettingSpec:
    """The setting of that key; raises NotFoundError."""
    for spec in SETTINGS:
        if spec.key == key:
            return spec
    raise NotFoundError("setting", key)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of the plain file: those changed by the owner, over the defaults."""

    changed: Mapping[str, SettingValue] = field(default_factory=lambda: MappingProxyType({}))

    def value(self, key: str) -> SettingValue:
        """The value of a setting; raises NotFoundError."""
        return self.changed.get(key, _plain_spec(key).default)

    def having(self, key: str, value: SettingValue) -> "Settings":
        """These settings with one changed; raises NotFoundError where it can't take the value."""
        if not _plain_spec(key).accepts(value):
            raise NotFoundError("setting", key)
        return replace(self, changed=MappingProxyType({**self.changed, key: value}))


def load_settings(path: Path) -> Settings:
    """The settings in the file; what is missing or unreadable takes its default, a key nobody knows is left out."""
    try:
        stored = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(stored, dict):
        return Settings()
    plain = {spec.key: spec for spec in SETTINGS if not spec.private}
    kept = {key: value for key, value in stored.items() if key in plain and plain[key].accepts(value)}
    return Settings(MappingProxyType(kept))


def save_settings(path: Path, settings: Settings) -> None:
    """Write the changed settings; raises FolderNotWritableError."""
    make_private_folder(path.parent)
    write_whole(path, json.dumps(dict(settings.changed), indent=1, sort_keys=True).encode("utf-8"))


def _plain_spec(key: str) -> SettingSpec:
    spec = setting_spec(key)
    if spec.private:
        raise NotFoundError("setting", key)
    return spec
