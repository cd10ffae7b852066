"""Changing what opens an unlocked vault: passphrase, recovery code, keyring. The vault's own key stays."""

from app.base.clock import iso_instant
from app.domain.audit_entry import AuditEvent
from app.domain.changes import ChangeKind, Changes
from app.domain.errors import KeyringUnavailableError, UsageError
from app.store import secret_slots
from app.store.keyring_slot import KeyringSlot
from app.store.keys import KeyDerivation
from app.store.recovery_code import new_recovery_code
from app.store.session import VaultSession
from app.store.slot_file import SlotFile, SlotKind, load_slots, save_slots


def change_passphrase(session: VaultSession, old: str, *, new: str, derivation: KeyDerivation) -> None:
    """Let the new passphrase open the vault instead of the old one.

    Raises WrongPassphraseError where `old` is not the passphrase, UsageError where `new` is empty.
    """
    if not new:
        raise UsageError("A vault needs a passphrase.", "Choose one; several words are best.")
    slots = _slots(session)
    key = secret_slots.key_by_passphrase(slots, old)
    _save(
        session,
        secret_slots.with_passphrase(slots, key, passphrase=new, derivation=derivation, made_at=_now(session)),
        kind=SlotKind.PASSPHRASE,
    )


def set_forgotten_passphrase(session: VaultSession, new: str, *, derivation: KeyDerivation) -> None:
    """Set a passphrase in a vault that the recovery code opened; raises UsageError where it is empty."""
    if not new:
        raise UsageError("A vault needs a passphrase.", "Choose one; several words are best.")
    slots = secret_slots.with_passphrase(
        _slots(session), session.vault_key(), passphrase=new, derivation=derivation, made_at=_now(session)
    )
    _save(session, slots, kind=SlotKind.PASSPHRASE)


def renew_recovery_code(session: VaultSession) -> str:
    """Make a new recovery code; the old one opens nothing from now on."""
    code = new_recovery_code()
    slots = secret_slots.with_recovery_code(_slots(session), session.vault_key(), code=code, made_at=_now(session))
    _save(session, slots, kind=SlotKind.RECOVERY)
    return code


def add_keyring_slot(session: VaultSession, ring: KeyringSlot) -> None:
    """Let the system keyring open the vault too; raises KeyringUnavailableError, and changes nothing then."""
    slots = secret_slots.with_keyring(
        _slots(session), session.vault_key(), ring=ring, portable=session.places.portable, made_at=_now(session)
    )
    _save(session, slots, kind=SlotKind.KEYRING)


def remove_keyring_slot(session: VaultSession, ring: KeyringSlot) -> None:
    """Let the system keyring open the vault no more, whether the keyring answers or not."""
    _save(session, _slots(session).without(SlotKind.KEYRING), kind=SlotKind.KEYRING)
    if session.places.portable:
        return
    try:
        ring.remove(session.vault_id)
    except KeyringUnavailableError:
        return  # What is left in the keyring opens nothing: its slot is gone.


def _slots(session: VaultSession) -> SlotFile:
    return load_slots(session.places.key_slots)


def _save(session: VaultSession, slots: SlotFile, *, kind: SlotKind) -> None:
    save_slots(session.places.key_slots, slots)
    session.write(
        lambda _: (None, Changes.of(ChangeKind.KEY_SLOTS)),
        event=AuditEvent.KEY_SLOT_CHANGED,
        details=(("slot", kind.value),),
    )


def _now(session: VaultSession) -> str:
    return iso_instant(session.clock.now())
