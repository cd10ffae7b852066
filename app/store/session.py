"""The open vault: one thread that owns it, and one write = one SQL transaction with its audit entry = one Changes."""

import secrets
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import current_thread
from typing import TypeVar

from app.base.clock import Clock, iso_instant
from app.base.paths import Places
from app.base.tasks import CancelToken
from app.base.version import VERSION
from app.domain.audit_entry import AuditEvent
from app.domain.changes import ChangeKind, Changes
from app.store.audit_log import AuditFact, AuditVerdict, Details, append
from app.store.audit_seal import AuditSeal
from app.store.caches import Caches, DestroyedCaches
from app.store.connection import Connection, named_errors
from app.store.vault_lock import VaultLock

T = TypeVar("T")
Read = Callable[[Connection], T]
Write = Callable[[Connection], tuple[T, Changes]]

_THREAD = "vault"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedVault:
    """What unlocking gives a session: where it lies, its name and key, its lock, and its two connections."""

    places: Places
    vault_id: str
    key: bytes
    lock: VaultLock
    connection: Connection
    plan_connection: Connection


class VaultSession:
    """An unlocked vault. Every method may be called from any thread but blocks: the window never calls it itself."""

    def __init__(self, opened: OpenedVault, *, clock: Clock, actor: str = "owner") -> None:
        self.places = opened.places
        self.vault_id = opened.vault_id
        self.clock = clock
        self.name = secrets.token_hex(4)
        self._opened: OpenedVault | None = opened
        self._actor = actor
        self._seal = AuditSeal(opened.places.audit_seal, opened.key)
        self._caches = Caches(opened.places.cache_database, opened.connection, vault_key=opened.key)
        self._subscribers: list[Callable[[Changes], None]] = []
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix=_THREAD)
        self._on_thread(lambda: self._seal.open(opened.connection))

    def read(self, work: Read[T], *, cancel: CancelToken | None = None) -> T:
        """Run `work` on the vault; a write in it is refused by the database. A cancel raises CancelledError."""
        return self._on_thread(lambda: self._reading(self._vault.connection, work, cancel=cancel))

    def read_plan(self, work: Read[T], *, cancel: CancelToken | None = None) -> T:
        """Run `work` on the read-only connection that sees the tables of plans alone."""
        return self._on_thread(lambda: self._guarded(self._vault.plan_connection, work, cancel=cancel))

    def write(
        self,
        work: Write[T],
        *,
        event: AuditEvent | None = None,
        details: Details | Callable[[T], Details] = (),
        actor: str = "",
        cancel: CancelToken | None = None,
    ) -> T:
        """Run `work` in one SQL transaction together with its audit entry; all of it is on disk on return, or none.

        `details` may be made from what `work` returns. Subscribers are told on the caller's thread.
        """
        value, changes = self._on_thread(
            lambda: self._writing(work, event, details=details, actor=actor, cancel=cancel)
        )
        self._tell(changes)
        return value

    def note(self, event: AuditEvent, details: Details = (), *, actor: str = "program") -> None:
        """Write an audit entry alone."""
        self.write(lambda _: (None, Changes()), event=event, details=details, actor=actor)

    def verify_audit(self) -> AuditVerdict:
        """Whether the whole audit trail is as it was written."""
        return self.read(self._seal.verify)

    def cache_read(self, work: Read[T]) -> T:
        """Run `work` on the caches."""
        return self._on_thread(lambda: self._guarded(self._caches.connection(), work, cancel=None))

    def cache_write(self, work: Read[T]) -> T:
        """Run `work` on the caches in one SQL transaction."""
        return self._on_thread(lambda: self._in_transaction(self._caches.connection(), work, cancel=None))

    def destroy_caches(self) -> DestroyedCaches:
        """Destroy the key of the caches, then their files. The caller writes the audit entry with its receipt."""
        destroyed = self._on_thread(self._caches.destroy)
        self._tell(Changes.of(ChangeKind.CACHES))
        return destroyed

    def vault_key(self) -> bytes:
        """The key of the vault, for `key_slots` alone."""
        return self._vault.key

    def on_changes(self, callback: Callable[[Changes], None]) -> Callable[[], None]:
        """Call back after each write that touched something; returns what ends that."""
        self._subscribers.append(callback)
        return lambda: self._subscribers.remove(callback)

    @property
    def closed(self) -> bool:
        """Whether the vault was locked."""
        return self._opened is None

    def close(self) -> None:
        """Lock the vault: write the entry, empty the write-ahead log, let go of key, files and thread."""
        if self._opened is None:
            return
        try:
            self.note(AuditEvent.LOCKED, actor=self._actor)
        finally:
            self._on_thread(self._let_go)
            self._thread.shutdown()

    @property
    def _vault(self) -> OpenedVault:
        if self._opened is None:
            raise RuntimeError("the vault is locked")
        return self._opened

    def _on_thread(self, work: Callable[[], T]) -> T:
        if current_thread().name.startswith(_THREAD):
            raise RuntimeError("a call into the session from within its own thread would wait for itself")
        return self._thread.submit(work).result()

    def _guarded(self, connection: Connection, work: Read[T], *, cancel: CancelToken | None) -> T:
        with named_errors(self.places.database):
            if cancel is None:
                return work(connection)
            with cancel.interrupting(connection.interrupt):
                return work(connection)

    def _reading(self, connection: Connection, work: Read[T], *, cancel: CancelToken | None) -> T:
        connection.execute("PRAGMA query_only = ON")
        try:
            return self._guarded(connection, work, cancel=cancel)
        finally:
            connection.execute("PRAGMA query_only = OFF")

    def _in_transaction(self, connection: Connection, work: Read[T], *, cancel: CancelToken | None) -> T:
        with named_errors(self.places.database):
            connection.execute("BEGIN IMMEDIATE")
            try:
                value = self._guarded(connection, work, cancel=cancel)
                connection.execute("COMMIT")
            except BaseException:
                # SQLite has rolled back by itself after some errors, such as a full disk.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
        return value

    def _writing(
        self,
        work: Write[T],
        event: AuditEvent | None,
        *,
        details: Details | Callable[[T], Details],
        actor: str,
        cancel: CancelToken | None,
    ) -> tuple[T, Changes]:
        head = self._seal.head

        def whole(connection: Connection) -> tuple[T, Changes]:
            nonlocal head
            value, changes = work(connection)
            if event is None:
                return value, changes
            said = details(value) if callable(details) else details
            head = append(connection, head, fact=self._fact(event, said, actor=actor or self._actor))
            return value, changes | Changes.of(ChangeKind.AUDIT)

        result = self._in_transaction(self._vault.connection, whole, cancel=cancel)
        if event is not None:
            self._seal.renew(head)
        return result

    def _fact(self, event: AuditEvent, details: Details, *, actor: str) -> AuditFact:
        moment = iso_instant(self.clock.now())
        return AuditFact(event=event, at=moment, session=self.name, version=VERSION, actor=actor, details=details)

    def _tell(self, changes: Changes) -> None:
        if changes.kinds:
            for callback in tuple(self._subscribers):
                callback(changes)

    def _let_go(self) -> None:
        vault = self._vault
        self._opened = None
        self._caches.close()
        vault.plan_connection.close()
        vault.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        vault.connection.close()
        vault.lock.release()
