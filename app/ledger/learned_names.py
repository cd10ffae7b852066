"""Learned names: what words of a question always mean, as the owner said; kept among the vault's private settings."""

import json
from collections.abc import Callable, Iterable

from app.domain.audit_entry import AuditEvent
from app.domain.changes import ChangeKind, Changes
from app.domain.vocabulary import LearnedName
from app.store import settings_table
from app.store.connection import Connection
from app.store.session import VaultSession

_KEY = "learned_names"
_Names = tuple[LearnedName, ...]


def learned_names(connection: Connection) -> _Names:
    """All of them, the newest last; what can't be read is left out."""
    try:
        stored = json.loads(str(settings_table.setting(connection, _KEY)) or "[]")
    except ValueError:
        return ()
    lines = [line for line in stored if isinstance(line, list) and len(line) == 3] if isinstance(stored, list) else []
    return tuple(LearnedName(span=str(line[0]), payee=str(line[1]), category=str(line[2])) for line in lines)


def learn(session: VaultSession, name: LearnedName) -> None:
    """Keep one, in place of what the same words meant before; the audit trail says only that it was done."""
    _change(session, lambda names: (*_without(names, name.span), name))


def forget(session: VaultSession, span: str) -> None:
    """Let one go."""
    _change(session, lambda names: _without(names, span))


def _without(names: Iterable[LearnedName], span: str) -> _Names:
    return tuple(name for name in names if name.span.casefold() != span.casefold())


def _change(session: VaultSession, change: Callable[[_Names], _Names]) -> None:
    def work(connection: Connection) -> tuple[None, Changes]:
        kept = [(name.span, name.payee, name.category) for name in change(learned_names(connection))]
        settings_table.set_setting(connection, _KEY, value=json.dumps(kept, ensure_ascii=False) if kept else "")
        return None, Changes.of(ChangeKind.SETTINGS)

    session.write(work, event=AuditEvent.SETTING_CHANGED, details=(("setting", _KEY),))
