"""The bytes of files that wait for a decision, kept in the encrypted caches so that the review outlives a restart."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from app.base.clock import iso_instant
from app.domain.account import AccountKind
from app.domain.errors import StatementRefusedError
from app.ledger.stage_statement import ImportOptions
from app.ledger.statement_files import StatementFiles
from app.statements.reader import StatementSource
from app.store import caches
from app.store.connection import Connection
from app.store.session import VaultSession

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


def read_job(path: Path, options: ImportOptions, *, files: StatementFiles) -> ReadJob:
    """The file's bytes; raises StatementRefusedError where there is no readable file of a statement's size."""
    source = files.source(path)
    digest = hashlib.sha256(source.data).hexdigest()
    return ReadJob(source=source, path=str(path.absolute()), digest=digest, options=options)


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


def kept(session: VaultSession, staged_id: str, *, files: StatementFiles) -> ReadJob | None:
    """The file again, None where nothing of it was kept.

    Raises StatementRefusedError where it was too large to keep and is no longer the same in its place.
    """
    value = session.cache_read(lambda connection: caches.get(connection, _ROOM, key=staged_id))
    if value is None:
        return None
    first, _, data = value.partition(b"\n")
    head = json.loads(first)
    if hashlib.sha256(data).hexdigest() != head["digest"]:
        data = _same_bytes(files, Path(head["path"]), digest=head["digest"])
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


def _same_bytes(files: StatementFiles, path: Path, *, digest: str) -> bytes:
    data = files.source(path).data
    if hashlib.sha256(data).hexdigest() != digest:
        message = f"The file {path.name} was changed since it was first read."
        raise StatementRefusedError(message, "Discard this import, then import the file again.", file=path.name)
    return data
