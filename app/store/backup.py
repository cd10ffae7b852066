"""Encrypted backups: one file with the key slots, the seal of the trail, and the database as it lies."""

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from app.base.files import make_private_folder, not_writable
from app.base.paths import Places
from app.domain.errors import BackupRefusedError, ExportRefusedError, VaultExistsError
from app.store.connection import Connection
from app.store.session import VaultSession

_MAGIC = b"COFFER BACKUP 1\n"
_LARGEST_HEADER = 65_536
_CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    name: str
    size: int
    sha256: str


def write_backup(session: VaultSession, target: Path) -> int:
    """Write a backup that opens with the vault's own passphrase or recovery code; returns its bytes.

    Raises ExportRefusedError; a backup that could not be finished leaves nothing behind.
    """
    fresh = target.with_name(f".{target.name}.new")
    try:
        size = session.read(lambda connection: _write(connection, session.places, target=fresh))
        fresh.replace(target)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise ExportRefusedError(
            f"The backup {target.name} can't be written.",
            "Choose another folder, or free some space.",
            file=target.name,
        ) from error
    return size


def restore_backup(source: Path, places: Places) -> None:
    """Make the vault in `places` out of a backup; it opens with the secrets of the time of the backup.

    Raises BackupRefusedError (no backup, damaged, cut off), VaultExistsError, FolderNotWritableError.
    """
    if places.database.exists():
        raise VaultExistsError(
            f"There is a vault in {places.vault} already.", "Restore into another folder.", file=str(places.vault)
        )
    targets = _files(places)
    make_private_folder(places.vault)
    written: list[Path] = []
    try:
        with source.open("rb") as file:
            for part in _header(file, source):
                fresh = targets[part.name].with_suffix(".restored")
                written.append(fresh)
                _copy_part(file, part, target=fresh, source=source)
        # The database comes last: until it is in its place there is no vault.
        for name in targets:
            targets[name].with_suffix(".restored").replace(targets[name])
    except FileNotFoundError as error:
        raise _refused(source, "is not there") from error
    except OSError as error:
        raise not_writable(places.vault) from error
    finally:
        for fresh in written:
            fresh.unlink(missing_ok=True)


def _files(places: Places) -> dict[str, Path]:
    return {"slots": places.key_slots, "seal": places.audit_seal, "database": places.database}


def _write(connection: Connection, places: Places, *, target: Path) -> int:
    # On the vault thread nobody writes meanwhile; with the write-ahead log emptied the file is the whole database.
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    files = _files(places)
    parts = [{"name": name, "size": path.stat().st_size, "sha256": _digest(path)} for name, path in files.items()]
    with target.open("wb") as out:
        out.write(_MAGIC + json.dumps(parts).encode("utf-8") + b"\n")
        for path in files.values():
            with path.open("rb") as file:
                for chunk in _chunks(file, path.stat().st_size):
                    out.write(chunk)
        out.flush()
        os.fsync(out.fileno())
        return out.tell()


def _header(file: BinaryIO, source: Path) -> tuple[_Part, ...]:
    if file.read(len(_MAGIC)) != _MAGIC:
        raise _refused(source, "is not a backup of Coffer")
    try:
        parts = tuple(_Part(**part) for part in json.loads(file.readline(_LARGEST_HEADER)))
    except (ValueError, TypeError) as error:
        raise _refused(source, "is damaged") from error
    if [part.name for part in parts] != ["slots", "seal", "database"]:
        raise _refused(source, "is damaged")
    return parts


def _copy_part(file: BinaryIO, part: _Part, *, target: Path, source: Path) -> None:
    found = hashlib.sha256()
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as out:
        for chunk in _chunks(file, part.size):
            found.update(chunk)
            out.write(chunk)
        out.flush()
        os.fsync(out.fileno())
    if found.hexdigest() != part.sha256:
        raise _refused(source, "is damaged or was cut off")


def _chunks(file: BinaryIO, size: int) -> Iterator[bytes]:
    while size > 0:
        chunk = file.read(min(size, _CHUNK))
        if not chunk:
            return
        size -= len(chunk)
        yield chunk


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _refused(source: Path, what: str) -> BackupRefusedError:
    return BackupRefusedError(
        f"The file {source.name} {what}; nothing was changed.", "Choose another backup.", file=source.name
    )
