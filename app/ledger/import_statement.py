"""Import: a file is read in the statement worker, placed, matched and staged; the owner decides on the rest."""

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from app.base.clock import iso_instant
from app.base.tasks import CancelToken, Progress, no_progress
from app.domain.account import AccountKind
from app.domain.changes import ChangeKind, Changes
from app.domain.errors import StaleBatchError, StatementRefusedError, UsageError
from app.domain.staged import StagedBatch
from app.ledger.account_facts import load_facts
from app.ledger.review import retarget_account, with_included
from app.ledger.stage_statement import ACCOUNT_QUESTION, UNREADABLE_QUESTION, ImportOptions, stage_file
from app.statements.reader import ReadOptions, StatementSource
from app.store import layout_memory, staging
from app.store.connection import Connection
from app.store.session import VaultSession
from app.workers.statement_client import LARGEST_STATEMENT, StatementWorker

__all__ = ["ImportOptions", "Importing", "ReadJob"]

_Change = Callable[[Connection, StagedBatch], StagedBatch]
_STAGING = Changes.of(ChangeKind.STAGING)


@dataclass(frozen=True, slots=True)
class ReadJob:
    """The bytes of a file with what the owner said of it; kept while its batch waits for review."""

    source: StatementSource
    options: ImportOptions

    @property
    def digest(self) -> str:
        """SHA-256 of the bytes, hex."""
        return hashlib.sha256(self.source.data).hexdigest()


class Importing:
    """Stages files of one open vault. Calls block.

    One worker serves file after file on the same thread, until `rest` ends it.
    """

    def __init__(self, session: VaultSession) -> None:
        self._session = session
        self._jobs: dict[str, ReadJob] = {}
        self._worker: StatementWorker | None = None

    def preview(
        self,
        path: Path,
        options: ImportOptions,
        *,
        progress: Progress = no_progress,
        cancel: CancelToken | None = None,
    ) -> StagedBatch:
        """What would be staged; keeps nothing. Raises StatementRefusedError, WorkerFailedError, CancelledError."""
        return self._read(ReadJob(_source(path), options), progress=progress, cancel=cancel)

    def stage(
        self,
        path: Path,
        options: ImportOptions,
        *,
        progress: Progress = no_progress,
        cancel: CancelToken | None = None,
    ) -> StagedBatch:
        """Stage a file for review; raises as `preview` does."""
        job = ReadJob(_source(path), options)
        batch = self._read(job, progress=progress, cancel=cancel)
        at = iso_instant(self._session.clock.now())
        kept = self._session.write(lambda connection: (staging.add_staged(connection, batch, at=at), _STAGING))
        self._jobs[kept.id] = job
        return kept

    def decide(self, staged_id: str, question: str, *, choice: str) -> StagedBatch:
        """Take a decision, read the file again with it, and remember it for the layout.

        Raises StaleBatchError where the file is no longer at hand, UsageError for a choice that was not offered.
        """
        before = self.staged_batch(staged_id)
        offered = next((item for item in before.decisions if item.question == question), None)
        job = self._jobs.get(staged_id)
        if job is None:
            raise StaleBatchError(staged_id)
        if offered is None or choice not in offered.choices:
            raise UsageError(f"“{choice}” is not one of the choices.", "Choose one of those that are offered.")
        options = replace(job.options, choices={**job.options.choices, question: choice})
        decided = ReadJob(job.source, options)
        batch = replace(self._read(decided), id=staged_id)
        layout = before.layout or batch.layout

        def write(connection: Connection) -> tuple[StagedBatch, Changes]:
            if layout and question not in {ACCOUNT_QUESTION, UNREADABLE_QUESTION}:
                layout_memory.remember_choice(connection, layout, question=question, choice=choice)
            staging.replace_staged(connection, batch)
            return batch, _STAGING

        self._session.write(write)
        self._jobs[staged_id] = decided
        return batch

    def include(
        self, staged_id: str, account_position: int, *, positions: tuple[int, ...], included: bool
    ) -> StagedBatch:
        """Take rows in or leave them out; raises StaleBatchError."""
        return self._change(
            staged_id,
            lambda _, batch: with_included(batch, account_position, positions=positions, included=included),
        )

    def retarget(
        self, staged_id: str, account_position: int, *, account: str, kind: AccountKind | None = None
    ) -> StagedBatch:
        """Put one statement on another account (name or id), a new one where none has the name; matches it anew."""
        return self._change(
            staged_id,
            lambda connection, batch: retarget_account(
                connection, batch, account_position=account_position, account=account, kind=kind
            ),
        )

    def staged_batch(self, staged_id: str) -> StagedBatch:
        """One staged batch; raises StaleBatchError."""
        return self._session.read(lambda connection: staging.staged_batch(connection, staged_id))

    def staged(self) -> tuple[StagedBatch, ...]:
        """All that wait for review."""
        return self._session.read(staging.staged_batches)

    def discard(self, staged_id: str) -> None:
        """Let a staged batch go; raises StaleBatchError."""

        def write(connection: Connection) -> tuple[None, Changes]:
            staging.remove_staged(connection, staged_id)
            return None, _STAGING

        self._session.write(write)
        self._jobs.pop(staged_id, None)

    def digest_of(self, staged_id: str) -> str:
        """SHA-256 of the staged file's bytes; empty where they are no longer at hand."""
        job = self._jobs.get(staged_id)
        return job.digest if job else ""

    def forget(self, staged_id: str) -> None:
        """Let go of a file's bytes."""
        self._jobs.pop(staged_id, None)

    def rest(self) -> None:
        """End the statement worker; the next file starts a new one."""
        if self._worker is not None:
            self._worker.close()
            self._worker = None

    def _change(self, staged_id: str, change: _Change) -> StagedBatch:
        def write(connection: Connection) -> tuple[StagedBatch, Changes]:
            batch = change(connection, staging.staged_batch(connection, staged_id))
            staging.replace_staged(connection, batch)
            return batch, _STAGING

        return self._session.write(write)

    def _read(
        self, job: ReadJob, *, progress: Progress = no_progress, cancel: CancelToken | None = None
    ) -> StagedBatch:
        started = time.perf_counter()
        facts = self._session.read(load_facts)
        options = ReadOptions(
            today=self._session.clock.today(),
            default_currency=job.options.currency or facts.currency,
            choices=job.options.choices,
            presets=facts.presets,
        )
        self._worker = self._worker or StatementWorker()
        file = self._worker.read(job.source, options, progress=progress, cancel=cancel)
        progress(0, 0, "matching")
        batch = self._session.read(
            lambda connection: stage_file(connection, file, name=job.source.name, facts=facts, options=job.options),
            cancel=cancel,
        )
        return replace(batch, seconds=f"{time.perf_counter() - started:.2f}")


def _source(path: Path) -> StatementSource:
    """The file's bytes; raises StatementRefusedError where there is no readable file of a statement's size."""
    try:
        if path.stat().st_size > LARGEST_STATEMENT:
            message = f"The file is larger than {LARGEST_STATEMENT // 1024**2} MB, which no statement is."
            raise StatementRefusedError(message, "Download a shorter period.", file=path.name)
        return StatementSource(path.name, path.read_bytes())
    except OSError as error:
        remedy = "Check the path, and that it is a file you may read."
        raise StatementRefusedError(f"The file {path.name} can't be read.", remedy, file=path.name) from error
