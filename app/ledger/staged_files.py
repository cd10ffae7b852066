"""The bytes of files that wait for a decision, kept in the encrypted caches so that the review outlives a restart."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from app.base.clock import iso_instant
from app.domain.account import AccountKind
from app.domain.errors import StatementRefusedError
from app.ledger.stage_statement import ImportOptions
from app.statements import archive_members
from app.statements.reader import StatementSource
from app.store import caches
from app.store.connection import Connection
from app.store.session import VaultSession
from app.workers.statement_client import LARGEST_STATEMENT

_ROOM = "staged"
_LARGEST_KEPT = 16 * 1024**2
"""Bytes; a larger file is read again from where it lay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadJob:
    """A file with what the owner said of it."""

    source: StatementSource
    path: str
    """Where it was read, absolute."""
    digest: str
    """SHA-256 of the bytes, hex."""
    options: ImportOptions


def read_job(path: Path, options: ImportOptions) -> ReadJob:
    """The file's bytes; raises StatementRefusedError where there is no readable file of a statement's size."""
    data = _bytes(path)
    digest = hashlib.sha256(data).hexdigest()
    return ReadJob(source=StatementSource(_name(path), data), path=str(path.absolute()), digest=digest, options=options)


def members(path: Path) -> tuple[Path, ...]:
    """A file as itself; an archive as its files, each `archive.zip/member.csv`, a path `read_job` takes.

    Never raises: what can't be opened is left to `read_job`, which says why.
    """
    try:
        with path.open("rb") as stream:
            if stream.read(4) != b"PK\x03\x04":
                return (path,)
        names = archive_members.members_of(_bytes(path), path.name)
    except (OSError, StatementRefusedError):
        return (path,)
    shown = dict.fromkeys(archive_members.shown_name(name) for name in names)
    return tuple(path / name for name in shown) or (path,)


def _archive(path: Path) -> Path | None:
    """The archive a member's path begins with, None for a file of its own."""
    return None if path.exists() else next((folder for folder in path.parents if folder.is_file()), None)


def _name(path: Path) -> str:
    archive = _archive(path)
    return path.name if archive is None else path.relative_to(archive.parent).as_posix()


def keep(session: VaultSession, staged_id: str, *, job: ReadJob) -> None:
    """Keep a file for later decisions, until `forget`."""
    data = job.source.data if len(job.source.data) <= _LARGEST_KEPT else b""
    options = job.options
    head = {
        "name": job.source.name,
        "path": job.path,
        "digest": job.digest,
        "account": options.account,
        "kind": options.kind.value if options.kind else "",
        "currency": options.currency,
        "choices": dict(options.choices),
    }
    value = json.dumps(head).encode("ascii") + b"\n" + data
    at = iso_instant(session.clock.now())
    session.cache_write(lambda connection: caches.put(connection, _ROOM, key=staged_id, value=value, stored_at=at))


def kept(session: VaultSession, staged_id: str) -> ReadJob | None:
    """The file again, None where nothing of it was kept.

    Raises StatementRefusedError where it was too large to keep and is no longer the same in its place.
    """
    value = session.cache_read(lambda connection: caches.get(connection, _ROOM, key=staged_id))
    if value is None:
        return None
    first, _, data = value.partition(b"\n")
    head = json.loads(first)
    if hashlib.sha256(data).hexdigest() != head["digest"]:
        data = _same_bytes(Path(head["path"]), head["digest"])
    options = ImportOptions(
        account=head["account"],
        kind=AccountKind(head["kind"]) if head["kind"] else None,
        currency=head["currency"],
        choices=head["choices"],
    )
    source = StatementSource(head["name"], data)
    return ReadJob(source=source, path=head["path"], digest=head["digest"], options=options)


def forget(session: VaultSession, staged_id: str) -> None:
    """Let go of a kept file; nothing happens where none was kept."""
    if not session.places.cache_database.exists():
        return

    def work(connection: Connection) -> None:
        caches.remove(connection, _ROOM, key=staged_id)

    session.cache_write(work)


def _same_bytes(path: Path, digest: str) -> bytes:
    data = _bytes(path)
    if hashlib.sha256(data).hexdigest() != digest:
        message = f"The file {path.name} was changed since it was first read."
        raise StatementRefusedError(message, "Discard this import, then import the file again.", file=path.name)
    return data


def _bytes(path: Path) -> bytes:
    archive = _archive(path)
    if archive is not None:
        shown = path.relative_to(archive).as_posix()
        return archive_members.member_named(_bytes(archive), shown, file_name=_name(path))
    try:
        if path.stat().st_size > LARGEST_STATEMENT:
            message = f"The file is larger than {LARGEST_STATEMENT // 1024**2} MB, which no statement is."
            raise StatementRefusedError(message, "Download a shorter period.", file=path.name)
        return path.read_bytes()
    except OSError as error:
        remedy = "Check the path, and that it is a file you may read."
        raise StatementRefusedError(f"The file {path.name} can't be read.", remedy, file=path.name) from error
