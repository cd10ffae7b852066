"""The staged batches of an open vault; the one last worked on is at hand, and is not read from the vault again."""

from collections.abc import Callable
from threading import Lock

from app.base.clock import iso_instant
from app.base.tasks import CancelToken, Progress, no_progress
from app.domain.changes import ChangeKind, Changes
from app.domain.staged import StagedBatch
from app.ledger.commit import Committed, commit_batch
from app.ledger.rematch import rematched
from app.store import layout_memory, staging
from app.store.connection import Connection
from app.store.session import VaultSession

_STAGING = Changes.of(ChangeKind.STAGING)


class StagedBatches:
    """Keeps batches for review. Calls block, and may come from several threads; each is whole before the next."""

    def __init__(self, session: VaultSession) -> None:
        self._session = session
        self._lock = Lock()
        self._latest: StagedBatch | None = None
        """As the vault has it; a hundred thousand rows take a second to be read again."""

    def add(self, batch: StagedBatch, *, cancel: CancelToken | None = None) -> StagedBatch:
        """Keep a batch for review; returns it with the id it got. Raises CancelledError."""
        at = iso_instant(self._session.clock.now())
        with self._lock:
            self._latest = self._session.write(
                lambda connection: (staging.add_staged(connection, batch, at=at, cancel=cancel), _STAGING),
                cancel=cancel,
            )
            return self._latest

    def replace(self, batch: StagedBatch, *, decided: tuple[str, str, str] | None = None) -> None:
        """Keep what was read anew, and with it the decision to remember: layout, question, choice."""

        def write(connection: Connection) -> tuple[None, Changes]:
            if decided is not None:
                layout, question, choice = decided
                layout_memory.remember_choice(connection, layout, question=question, choice=choice)
            staging.replace_staged(connection, batch)
            return None, _STAGING

        with self._lock:
            self._session.write(write)
            self._latest = batch

    def revise(self, staged_id: str, change: Callable[[Connection, StagedBatch], StagedBatch]) -> StagedBatch:
        """Change verdicts or accounts; raises StaleBatchError."""

        def write(connection: Connection) -> tuple[StagedBatch, Changes]:
            batch = change(connection, self._read(connection, staged_id))
            staging.revise_staged(connection, batch)
            return batch, _STAGING

        with self._lock:
            self._latest = self._session.write(write)
            return self._latest

    def one(self, staged_id: str) -> StagedBatch:
        """One staged batch; raises StaleBatchError."""
        with self._lock:
            self._latest = self._session.read(lambda connection: self._read(connection, staged_id))
            return self._latest

    def every(self) -> tuple[StagedBatch, ...]:
        """All that wait for review, oldest first."""
        with self._lock:
            return self._session.read(
                lambda connection: tuple(self._read(connection, name) for name in staging.staged_names(connection))
            )

    def remove(self, staged_id: str) -> None:
        """Let a staged batch go; raises StaleBatchError."""

        def write(connection: Connection) -> tuple[None, Changes]:
            staging.remove_staged(connection, staged_id)
            return None, _STAGING

        with self._lock:
            self._latest = None
            self._session.write(write)

    def commit(
        self, staged_id: str, *, progress: Progress = no_progress, cancel: CancelToken | None = None
    ) -> Committed:
        """Commit a batch; raises StaleBatchError, DecisionNeededError, CancelledError."""
        with self._lock:
            known = self._latest if self._latest is not None and self._latest.id == staged_id else None
            done = commit_batch(self._session, staged_id, known=known, progress=progress, cancel=cancel)
            self._latest = None
            return done

    def _read(self, connection: Connection, staged_id: str) -> StagedBatch:
        staging.require_staged(connection, staged_id)
        if self._latest is not None and self._latest.id == staged_id:
            return rematched(connection, self._latest)
        return rematched(connection, staging.staged_batch(connection, staged_id))
