"""The private settings, which lie in the vault."""

import json

from app.base.settings import SettingValue, setting_spec
from app.domain.errors import NotFoundError
from app.store.connection import Connection


def setting(connection: Connection, key: str) -> SettingValue:
    """The value of a private setting, or its default; raises NotFoundError."""
    spec = setting_spec(key)
    row = connection.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
    value = spec.default if row is None else json.loads(row[0])
    return value if isinstance(value, bool | int | str) and spec.accepts(value) else spec.default


def set_setting(connection: Connection, key: str, *, value: SettingValue) -> None:
    """Change a private setting; raises NotFoundError where it is none, or can't take the value."""
    spec = setting_spec(key)
    if not spec.private or not spec.accepts(value):
        raise NotFoundError("setting", key)
    connection.execute("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", (key, json.dumps(value)))
