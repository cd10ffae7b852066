"""Settings: those that say something of the owner lie in the vault, the others in the plain file."""

from app.base.settings import SettingValue, load_settings, save_settings, setting_spec
from app.domain.audit_entry import AuditEvent
from app.domain.changes import ChangeKind, Changes
from app.store import settings_table
from app.store.connection import Connection
from app.store.session import VaultSession


def read_setting(session: VaultSession, key: str) -> SettingValue:
    """The value of a setting; raises UnknownSettingError."""
    if setting_spec(key).private:
        return session.read(lambda connection: settings_table.setting(connection, key))
    return load_settings(session.places.settings).value(key)


def change_setting(session: VaultSession, key: str, *, value: SettingValue) -> None:
    """Change a setting; the audit trail names it, never its value. Raises UnknownSettingError, NotFoundError."""
    private = setting_spec(key).private
    if not private:
        settings = load_settings(session.places.settings).having(key, value)
        save_settings(session.places.settings, settings)

    def work(connection: Connection) -> tuple[None, Changes]:
        if private:
            settings_table.set_setting(connection, key, value=value)
        return None, Changes.of(ChangeKind.SETTINGS)

    session.write(work, event=AuditEvent.SETTING_CHANGED, details=(("setting", key),))
