"""Making and opening key slots: each binds the vault's name and the slot's kind to the wrapped key."""

from app.domain.errors import KeyringUnavailableError, WrongPassphraseError
from app.store.keyring_slot import KeyringSlot
from app.store.keys import SALT_BYTES, KeyDerivation, derived_key, new_key, passphrase_key, unwrap, wrap
from app.store.recovery_code import recovery_secret
from app.store.slot_file import KeySlot, SlotFile, SlotKind

_RECOVERY = "recovery slot"
_KEYRING = "keyring slot"


def with_passphrase(
    slots: SlotFile, key: bytes, *, passphrase: str, derivation: KeyDerivation, made_at: str
) -> SlotFile:
    """The slots with the passphrase's replaced; `key` is the vault's."""
    salt = _new_salt()
    under = passphrase_key(passphrase, salt, derivation=derivation)
    wrapped = wrap(key, under, context=_context(slots, SlotKind.PASSPHRASE))
    return slots.having(
        KeySlot(kind=SlotKind.PASSPHRASE, salt=salt, wrapped=wrapped, created_at=made_at, derivation=derivation)
    )


def with_recovery_code(slots: SlotFile, key: bytes, *, code: str, made_at: str) -> SlotFile:
    """The slots with the recovery code's replaced."""
    salt = _new_salt()
    under = derived_key(recovery_secret(code), _RECOVERY, salt=salt)
    wrapped = wrap(key, under, context=_context(slots, SlotKind.RECOVERY))
    return slots.having(KeySlot(kind=SlotKind.RECOVERY, salt=salt, wrapped=wrapped, created_at=made_at))


def with_keyring(slots: SlotFile, key: bytes, *, ring: KeyringSlot, portable: bool, made_at: str) -> SlotFile:
    """The slots with the keyring's replaced, its random key now in the keyring; raises KeyringUnavailableError."""
    _refuse_portable(portable=portable)
    salt, kept = _new_salt(), new_key()
    ring.put(slots.vault_id, kept)
    under = derived_key(kept, _KEYRING, salt=salt)
    wrapped = wrap(key, under, context=_context(slots, SlotKind.KEYRING))
    return slots.having(KeySlot(kind=SlotKind.KEYRING, salt=salt, wrapped=wrapped, created_at=made_at))


def key_by_passphrase(slots: SlotFile, passphrase: str) -> bytes:
    """The vault's key; raises WrongPassphraseError."""
    slot = slots.slot(SlotKind.PASSPHRASE)
    if slot is None or slot.derivation is None:
        raise WrongPassphraseError
    return _open(slots, slot, under=passphrase_key(passphrase, slot.salt, derivation=slot.derivation))


def key_by_recovery_code(slots: SlotFile, code: str) -> bytes:
    """The vault's key; raises WrongPassphraseError."""
    slot = slots.slot(SlotKind.RECOVERY)
    if slot is None:
        raise WrongPassphraseError
    return _open(slots, slot, under=derived_key(recovery_secret(code), _RECOVERY, salt=slot.salt))


def key_by_keyring(slots: SlotFile, ring: KeyringSlot, *, portable: bool) -> bytes:
    """The vault's key; raises KeyringUnavailableError, or WrongPassphraseError where another key is kept there."""
    _refuse_portable(portable=portable)
    slot = slots.slot(SlotKind.KEYRING)
    if slot is None:
        raise KeyringUnavailableError(
            "This vault has no slot in the system keyring.", "Open the vault with its passphrase."
        )
    return _open(slots, slot, under=derived_key(ring.get(slots.vault_id), _KEYRING, salt=slot.salt))


def _open(slots: SlotFile, slot: KeySlot, *, under: bytes) -> bytes:
    return unwrap(slot.wrapped, under, context=_context(slots, slot.kind))


def _context(slots: SlotFile, kind: SlotKind) -> bytes:
    return f"coffer/{slots.vault_id}/{kind.value}".encode()


def _new_salt() -> bytes:
    return new_key()[:SALT_BYTES]


def _refuse_portable(*, portable: bool) -> None:
    if portable:
        raise KeyringUnavailableError(
            "The portable Coffer never uses a system keyring.", "Open the vault with its passphrase."
        )
