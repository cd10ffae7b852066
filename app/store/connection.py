"""The only door to SQLCipher: opens an encrypted database with a raw 256-bit key."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol, cast

from sqlcipher3 import dbapi2 as _cipher

from app.domain.errors import CancelledError, CofferError, FolderNotWritableError, VaultBusyError, VaultDamagedError
from app.store.plan_authorizer import PLAN_ACTIONS, permits

DatabaseError = _cipher.DatabaseError
"""Whatever the database refuses; the session turns it into one of ours."""

_CACHE_KIB = 65_536
_DAMAGED = {"SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_FORMAT", "SQLITE_IOERR_SHORT_READ"}
_REFUSED_BY_DISK = {"SQLITE_FULL", "SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_IOERR", "SQLITE_PERM"}

Row = tuple[Any, ...]


class Cursor(Protocol):
    """What a statement gives."""

    lastrowid: int | None
    rowcount: int

    def fetchone(self) -> Row | None: ...
    def fetchall(self) -> list[Row]: ...
    def __iter__(self) -> Iterator[Row]: ...


class Connection(Protocol):
    """What the rest of the store needs of a connection."""

    def execute(self, sql: str, values: Sequence[Any] = ..., /) -> Cursor: ...
    def executemany(self, sql: str, rows: Iterable[Sequence[Any]], /) -> Cursor: ...
    def interrupt(self) -> None: ...
    def close(self) -> None: ...

    @property
    def in_transaction(self) -> bool: ...


def open_vault_database(path: Path, key: bytes, *, readonly: bool = False) -> Connection:
    """Open (or make) the encrypted database at `path` with the raw 32-byte key.

    Commits are on disk when they return (WAL, synchronous FULL); no temporary file is ever written in the clear.
    Raises VaultDamagedError where the first page does not belong to the key, FolderNotWritableError.
    """
    flags = _cipher.SQLITE_OPEN_READONLY if readonly else _cipher.SQLITE_OPEN_READWRITE | _cipher.SQLITE_OPEN_CREATE
    with named_errors(path):
        raw = _cipher.connect(str(path), flags=flags, isolation_level=None, check_same_thread=False, timeout=5.0)
        try:
            _prepare(raw, key, readonly=readonly)
        except BaseException:
            raw.close()
            raise
    return cast("Connection", raw)


def open_plan_connection(path: Path, key: bytes) -> Connection:
    """Open the connection questions run on: read-only, and refusing all but SELECT over the tables a plan may see."""
    connection = open_vault_database(path, key, readonly=True)
    connection.execute("PRAGMA query_only = ON")
    codes = {getattr(_cipher, f"SQLITE_{action}"): action for action in PLAN_ACTIONS}

    def authorize(action: int, first: str | None, second: str | None, _database: str | None, _view: str | None) -> int:
        allowed = permits(codes.get(action, ""), first or "", second=second or "")
        return cast("int", _cipher.SQLITE_OK if allowed else _cipher.SQLITE_DENY)

    cast("Any", connection).set_authorizer(authorize)
    return connection


def damaged_pages(connection: Connection) -> tuple[str, ...]:
    """The pages whose seal is broken, in SQLCipher's words; empty where all are whole."""
    return tuple(str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check"))


@contextmanager
def named_errors(path: Path) -> Iterator[None]:
    """Turn what the database refuses into VaultDamagedError, VaultBusyError, FolderNotWritableError, CancelledError."""
    try:
        yield
    except _cipher.DatabaseError as error:
        named = _named(error, path)
        if named is None:
            raise
        raise named from error


def damaged(path: Path, what: str) -> VaultDamagedError:
    """The error for a file of the vault that is not as it was written."""
    return VaultDamagedError(
        f"The vault is damaged: {what}.",
        "Restore the vault from your last backup; keep a copy of the damaged folder until that has worked.",
        file=path.name,
    )


def _named(error: Exception, path: Path) -> CofferError | None:
    name = str(getattr(error, "sqlite_errorname", ""))
    family = "_".join(name.split("_")[:2])
    if name in _DAMAGED or family in _DAMAGED:
        return damaged(path, f"{path.name} is not as it was written")
    if family == "SQLITE_INTERRUPT":
        return CancelledError()
    if family in {"SQLITE_BUSY", "SQLITE_LOCKED"}:
        return VaultBusyError("Another program is using this vault.", "Close the other Coffer and try again.")
    if family in _REFUSED_BY_DISK:
        return FolderNotWritableError(
            f"The folder {path.parent} can't be written.",
            "Free some space on the disk, or choose a folder you may write to.",
            file=str(path.parent),
        )
    return None


def _prepare(raw: Any, key: bytes, *, readonly: bool) -> None:
    # Log level first: with a wrong key SQLCipher prints to standard error before it raises.
    raw.execute("PRAGMA cipher_log_level = NONE")
    raw.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    raw.execute("PRAGMA temp_store = MEMORY")
    raw.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    raw.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    raw.execute("PRAGMA foreign_keys = ON")
    if not readonly:
        raw.execute("PRAGMA journal_mode = WAL").fetchone()
        raw.execute("PRAGMA synchronous = FULL")
