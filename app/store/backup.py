"""Encrypted backups: a copy of the vault under a key of its own, which the passphrase opens; one file (`.coffer`)."""

import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

from app.base.clock import iso_instant
from app.base.files import make_private_folder, not_writable
from app.base.paths import Places
from app.domain.errors import BackupRefusedError, VaultExistsError
from app.store import secret_slots
from app.store.audit_log import last_head
from app.store.audit_seal import AuditSeal
from app.store.connection import Connection, open_vault_database
from app.store.keys import KeyDerivation, new_key
from app.store.session import VaultSession
from app.store.slot_file import SlotFile, load_slots, save_slots
from app.store.vault import vault_exists

_MARK = "COFFER-BACKUP-1"
_PARTS = ("vault.db", "slots.json", "audit.seal")
_CHUNK = 1 << 20


def write_backup(session: VaultSession, target: Path, passphrase: str, *, derivation: KeyDerivation) -> int:
    """Write the whole vault to `target` and return its bytes; the vault's passphrase opens it.

    Raises WrongPassphraseError where the passphrase is not the vault's, FolderNotWritableError.
    """
    places = session.places
    secret_slots.key_by_passphrase(load_slots(places.key_slots), passphrase)
    make_private_folder(places.temporary)
    copy = _places_of_copy(places)
    _clear(copy)
    try:
        session.read(lambda connection: _copy_database(connection, copy))
        key = new_key()
        _rekey(copy, session.vault_key(), key=key)
        made_at = iso_instant(session.clock.now())
        slots = SlotFile(vault_id=session.vault_id, slots=())
        slots = secret_slots.with_passphrase(slots, key, passphrase, derivation=derivation, made_at=made_at)
        save_slots(copy.key_slots, slots)
        return _pack(copy, target)
    finally:
        _clear(copy)


def unpack_backup(file: Path, places: Places) -> None:
    """Lay the vault of a backup in its place, the database last; raises BackupRefusedError, VaultExistsError."""
    if vault_exists(places):
        raise VaultExistsError("There is a vault here already.", "Choose another folder.", file=str(places.vault))
    make_private_folder(places.vault)
    try:
        with zipfile.ZipFile(file) as packed:
            if packed.comment.decode("ascii", "replace") != _MARK or sorted(packed.namelist()) != sorted(_PARTS):
                raise _refused(file)
            for name, target in _targets(places).items():
                with packed.open(name) as source, target.open("wb") as sink:
                    shutil.copyfileobj(source, sink, _CHUNK)
                target.chmod(0o600)
    except (zipfile.BadZipFile, EOFError) as error:
        raise _refused(file) from error
    except OSError as error:
        raise not_writable(places.vault) from error
    load_slots(places.key_slots)
    fresh = places.database.with_suffix(".new")
    fresh.replace(places.database)


def remove_unpacked(places: Places) -> None:
    """Take back what `unpack_backup` laid down, where it did not open."""
    for path in (*_targets(places).values(), places.database):
        path.unlink(missing_ok=True)


def _targets(places: Places) -> dict[str, Path]:
    targets = (places.database.with_suffix(".new"), places.key_slots, places.audit_seal)
    return dict(zip(_PARTS, targets, strict=True))


def _places_of_copy(places: Places) -> Places:
    return replace(places, vault=places.temporary / "backup")


def _copy_database(connection: Connection, copy: Places) -> None:
    make_private_folder(copy.vault)
    # VACUUM INTO writes another file only, which query_only would refuse too.
    connection.execute("PRAGMA query_only = OFF")
    connection.execute("VACUUM INTO ?", (str(copy.database),))


def _rekey(copy: Places, old: bytes, *, key: bytes) -> None:
    connection = open_vault_database(copy.database, old)
    try:
        connection.execute(f"PRAGMA rekey = \"x'{key.hex()}'\"")
        connection.execute("DELETE FROM cache_key")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        AuditSeal(copy.audit_seal, key).renew(last_head(connection))
    finally:
        connection.close()


def _pack(copy: Places, target: Path) -> int:
    partial = target.with_name(f".{target.name}.partial")
    try:
        with zipfile.ZipFile(partial, "w", zipfile.ZIP_STORED) as packed:
            packed.comment = _MARK.encode("ascii")
            for name, path in zip(_PARTS, (copy.database, copy.key_slots, copy.audit_seal), strict=True):
                packed.write(path, name)
        partial.chmod(0o600)
        partial.replace(target)
        return target.stat().st_size
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise not_writable(target.parent) from error


def _clear(copy: Places) -> None:
    shutil.rmtree(copy.vault, ignore_errors=True)


def _refused(file: Path) -> BackupRefusedError:
    return BackupRefusedError(
        f"{file.name} is no whole backup of Coffer.",
        "Choose a .coffer file that was copied completely.",
        file=file.name,
    )
