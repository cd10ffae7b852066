"""The vault: made once, opened by a secret. Key slots hold its random key; the database knows only that key."""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from app.base.clock import Clock, iso_instant
from app.base.files import make_private_folder
from app.base.paths import Places
from app.domain.audit_entry import AuditEvent
from app.domain.currency import currency as known_currency
from app.domain.errors import KeyringUnavailableError, UsageError, VaultExistsError, WrongPassphraseError
from app.store import secret_slots, settings_table
from app.store.connection import Connection, damaged, damaged_pages, open_plan_connection, open_vault_database
from app.store.keyring_slot import KeyringSlot
from app.store.keys import KeyDerivation, new_key
from app.store.migrate import migrate, schema_version
from app.store.recovery_code import new_recovery_code
from app.store.session import OpenedVault, VaultSession
from app.store.slot_file import SlotFile, SlotKind, load_slots, missing, save_slots
from app.store.unlock_attempts import UnlockAttempts, load_attempts, save_attempts
from app.store.vault_lock import VaultLock


@dataclass(frozen=True, slots=True)
class PassphraseSecret:
    """What the owner knows."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class RecoverySecret:
    """What the owner wrote down."""

    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeyringSecret:
    """What the system keyring keeps."""

    ring: KeyringSlot = field(default_factory=KeyringSlot)


Secret = PassphraseSecret | RecoverySecret | KeyringSecret


def vault_exists(places: Places) -> bool:
    """Whether there is a vault in its place."""
    return places.database.exists()


def create_vault(
    places: Places, passphrase: str, *, currency: str, derivation: KeyDerivation, clock: Clock
) -> tuple[VaultSession, str]:
    """Make a vault in the owner's currency, and return it unlocked with its recovery code, shown this once.

    Raises VaultExistsError, UsageError (empty passphrase), UnknownCurrencyError, FolderNotWritableError,
    VaultBusyError.
    """
    if not passphrase:
        raise UsageError("A vault needs a passphrase.", "Choose one; several words are best.")
    code = known_currency(currency).code
    make_private_folder(places.vault)
    lock = VaultLock(places.lock_file)
    try:
        _refuse_existing(places)
        key, recovery_code = new_key(), new_recovery_code()
        slots = SlotFile(vault_id=secrets.token_hex(16), slots=())
        made_at = iso_instant(clock.now())
        slots = secret_slots.with_passphrase(slots, key, passphrase=passphrase, derivation=derivation, made_at=made_at)
        slots = secret_slots.with_recovery_code(slots, key, code=recovery_code, made_at=made_at)
        _make_database(places, key, currency=code)
        save_slots(places.key_slots, slots)
        # Only now is there a vault: a crash before this line leaves a folder in which one can still be made.
        places.database.with_suffix(".new").replace(places.database)
        session = _session(places, slots.vault_id, key=key, lock=lock, clock=clock)
    except BaseException:
        lock.release()
        raise
    session.note(AuditEvent.VAULT_CREATED, (("currency", code),), actor="owner")
    return session, recovery_code


def open_vault(
    places: Places, secret: Secret, *, clock: Clock, wait: Callable[[int], None] = time.sleep
) -> VaultSession:
    """Unlock the vault; after failures in a row it waits first, up to a minute.

    Raises WrongPassphraseError (always the same words), VaultMissingError, VaultDamagedError, VaultNewerError,
    VaultBusyError, KeyringUnavailableError, FolderNotWritableError.
    """
    slots = load_slots(places.key_slots)
    if not vault_exists(places):
        raise missing(places.database)
    lock = VaultLock(places.lock_file)
    try:
        attempts = load_attempts(places.unlock_attempts)
        wait(attempts.wait_seconds(clock.now()))
        key = _key(places, slots, secret=secret, attempts=attempts, clock=clock)
        session = _session(places, slots.vault_id, key=key, lock=lock, clock=clock)
    except BaseException:
        lock.release()
        raise
    if attempts.failures:
        session.note(AuditEvent.UNLOCK_FAILED, (("attempts", str(attempts.failures)),))
        places.unlock_attempts.unlink(missing_ok=True)
    session.note(AuditEvent.UNLOCKED, (("slot", _kind(secret).value),), actor="owner")
    return session


def unlock_wait_seconds(places: Places, clock: Clock) -> int:
    """How long the next attempt will wait, so that the window can say so."""
    return load_attempts(places.unlock_attempts).wait_seconds(clock.now())


def slot_kinds(places: Places) -> tuple[SlotKind, ...]:
    """What can open the vault; raises VaultMissingError, VaultDamagedError, VaultNewerError."""
    return tuple(slot.kind for slot in load_slots(places.key_slots).slots)


def _key(places: Places, slots: SlotFile, *, secret: Secret, attempts: UnlockAttempts, clock: Clock) -> bytes:
    try:
        match secret:
            case PassphraseSecret(text):
                return secret_slots.key_by_passphrase(slots, text)
            case RecoverySecret(code):
                return secret_slots.key_by_recovery_code(slots, code)
            case KeyringSecret(ring):
                return secret_slots.key_by_keyring(slots, ring, portable=places.portable)
    except WrongPassphraseError:
        if isinstance(secret, KeyringSecret):
            raise KeyringUnavailableError(
                "The system keyring holds another key than this vault's.", "Open the vault with its passphrase."
            ) from None
        save_attempts(places.unlock_attempts, attempts.failed(clock.now()))
        raise


def _kind(secret: Secret) -> SlotKind:
    match secret:
        case PassphraseSecret():
            return SlotKind.PASSPHRASE
        case RecoverySecret():
            return SlotKind.RECOVERY
        case KeyringSecret():
            return SlotKind.KEYRING


def _make_database(places: Places, key: bytes, *, currency: str) -> None:
    fresh = places.database.with_suffix(".new")
    for leftover in (fresh, fresh.with_name(f"{fresh.name}-wal"), fresh.with_name(f"{fresh.name}-shm")):
        leftover.unlink(missing_ok=True)
    connection = open_vault_database(fresh, key)
    try:
        fresh.chmod(0o600)
        migrate(connection, fresh)
        settings_table.set_setting(connection, "currency", value=currency)
    finally:
        connection.close()


def _session(places: Places, vault_id: str, *, key: bytes, lock: VaultLock, clock: Clock) -> VaultSession:
    connection = open_vault_database(places.database, key)
    try:
        _check(connection, places)
        migrate(connection, places.database)
        plan_connection = open_plan_connection(places.database, key)
    except BaseException:
        connection.close()
        raise
    opened = OpenedVault(
        places=places,
        vault_id=vault_id,
        key=key,
        lock=lock,
        connection=connection,
        plan_connection=plan_connection,
    )
    return VaultSession(opened, clock=clock)


def _check(connection: Connection, places: Places) -> None:
    if schema_version(connection) == 0:
        # An emptied file opens as an empty database; only `create_vault` may begin one.
        raise damaged(places.database, f"{places.database.name} is empty")
    pages = damaged_pages(connection)
    if pages:
        raise damaged(places.database, f"{len(pages)} page(s) of {places.database.name} are not as they were written")


def _refuse_existing(places: Places) -> None:
    if vault_exists(places):
        raise VaultExistsError(
            f"There is a vault in {places.vault} already.", "Open it, or choose another folder.", file=str(places.vault)
        )
