"""Audit entries: what happened, when, by whom, without its content, chained by hash."""

from dataclasses import dataclass
from enum import StrEnum


class AuditEvent(StrEnum):
    """The closed set of events the trail knows (L1)."""

    VAULT_CREATED = "vault_created"
    UNLOCKED = "unlocked"
    UNLOCK_FAILED = "unlock_failed"
    LOCKED = "locked"
    IMPORTED = "imported"
    IMPORT_UNDONE = "import_undone"
    QUESTION_ASKED = "question_asked"
    EXPORTED = "exported"
    RESTORED = "restored"
    WIPED = "wiped"
    SETTING_CHANGED = "setting_changed"
    KEY_SLOT_CHANGED = "key_slot_changed"
    NETWORK_ATTEMPT = "network_attempt"
    MODEL_LOADED = "model_loaded"
    TRANSACTIONS_EDITED = "transactions_edited"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One entry; `digest` is SHA-256 over the previous digest and this entry's fields."""

    number: int
    at: str
    """ISO date and time, UTC."""
    event: AuditEvent
    actor: str
    """`owner`, `program` or `kernel`."""
    session: str
    version: str
    details: tuple[tuple[str, str], ...]
    """Counts, ids and hashes only; never a payee, amount, passphrase or question unless the owner chose so."""
    digest: str
