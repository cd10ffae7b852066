"""The caches: a database under a random key of its own that lies in the vault; to wipe is to destroy the key."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.base.files import make_private_folder
from app.domain.errors import VaultDamagedError, WrongPassphraseError
from app.store.connection import Connection, open_vault_database
from app.store.keys import derived_key, new_key, unwrap, wrap

_CONTEXT = b"coffer cache key"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS cached (
  room TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL, stored_at TEXT NOT NULL, PRIMARY KEY (room, key)
) STRICT, WITHOUT ROWID
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DestroyedCaches:
    """What a wipe took away."""

    files: tuple[Path, ...]
    bytes: int


class Caches:
    """The caches of one open vault; opened when first used. Only the vault thread calls it."""

    def __init__(self, path: Path, vault: Connection, *, vault_key: bytes) -> None:
        self._path = path
        self._vault = vault
        self._wrapping_key = derived_key(vault_key, "cache key")
        self._open: Connection | None = None

    def connection(self) -> Connection:
        """The open cache database; one that its key does not open is what a broken wipe left, and is cleared away."""
        if self._open is None:
            make_private_folder(self._path.parent)
            key = self._key() or self._renew_key()
            try:
                self._open = open_vault_database(self._path, key)
            except VaultDamagedError:
                self._delete_files()
                self._open = open_vault_database(self._path, key)
            self._open.execute(_SCHEMA)
        return self._open

    def destroy(self) -> DestroyedCaches:
        """Destroy the key first, then the files; a copy of them can't be opened from then on."""
        self.close()
        self._renew_key()
        return self._delete_files()

    def close(self) -> None:
        """Close the database."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def _key(self) -> bytes | None:
        row = self._vault.execute("SELECT wrapped FROM cache_key WHERE id = 1").fetchone()
        try:
            return None if row is None else unwrap(bytes(row[0]), self._wrapping_key, context=_CONTEXT)
        except WrongPassphraseError:
            return None

    def _renew_key(self) -> bytes:
        key = new_key()
        self._vault.execute("PRAGMA secure_delete = ON").fetchall()
        self._vault.execute(
            "INSERT OR REPLACE INTO cache_key (id, wrapped) VALUES (1, ?)",
            (wrap(key, self._wrapping_key, context=_CONTEXT),),
        )
        self._vault.execute("PRAGMA secure_delete = OFF").fetchall()
        # The old key must not live on in the write-ahead log.
        self._vault.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return key

    def _delete_files(self) -> DestroyedCaches:
        files = tuple(self._files())
        size = sum(file.stat().st_size for file in files)
        for file in files:
            file.unlink()
        return DestroyedCaches(files=files, bytes=size)

    def _files(self) -> Iterator[Path]:
        for ending in ("", "-wal", "-shm", "-journal"):
            file = self._path.with_name(self._path.name + ending)
            if file.exists():
                yield file


def put(connection: Connection, room: str, *, key: str, value: bytes, stored_at: str) -> None:
    """Keep a value under a room and a key."""
    connection.execute("INSERT OR REPLACE INTO cached VALUES (?, ?, ?, ?)", (room, key, value, stored_at))


def get(connection: Connection, room: str, *, key: str) -> bytes | None:
    """The value under a room and a key, if there is one."""
    row = connection.execute("SELECT value FROM cached WHERE room = ? AND key = ?", (room, key)).fetchone()
    return None if row is None else bytes(row[0])


def remove(connection: Connection, room: str, *, key: str) -> None:
    """Let go of the value under a room and a key, if there is one."""
    connection.execute("DELETE FROM cached WHERE room = ? AND key = ?", (room, key))


def cached_rooms(connection: Connection) -> tuple[tuple[str, int, int], ...]:
    """Each room with the number of its values and their bytes, for the data map."""
    rows = connection.execute("SELECT room, count(*), sum(length(value)) FROM cached GROUP BY room ORDER BY room")
    return tuple((str(room), int(count), int(size)) for room, count, size in rows)
