"""Import: a file is read in the statement worker, placed, matched and staged; the owner decides on the rest."""

import time
from dataclasses import replace
from pathlib import Path

from app.base.collector import collector_paused
from app.base.tasks import CancelToken, Progress, no_progress
from app.domain.account import AccountKind
from app.domain.errors import StaleBatchError, UsageError
from app.domain.staged import StagedBatch, StagedStatus
from app.ledger import staged_files
from app.ledger.account_facts import load_facts
from app.ledger.commit import Committed
from app.ledger.doubts import WRONG_ACCOUNT_QUESTION
from app.ledger.reading_thread import ReadingThread
from app.ledger.review import accept_accounts, retarget_account, with_accounts_of, with_included, with_others
from app.ledger.stage_statement import ACCOUNT_QUESTION, UNREADABLE_QUESTION, ImportOptions, stage_file
from app.ledger.staged_batches import StagedBatches
from app.ledger.staged_files import ReadJob, read_job
from app.ledger.statement_files import StatementFiles
from app.statements.reader import ReadOptions
from app.store.session import VaultSession
from app.workers.statement_client import StatementWorker

__all__ = ["ImportOptions", "Importing"]


class Importing:
    """Stages files of one open vault. Calls block, and may come from several threads."""

    def __init__(self, session: VaultSession) -> None:
        self._session = session
        self.batches = StagedBatches(session)
        self._jobs: dict[str, ReadJob] = {}
        self._reading = ReadingThread()
        self.files = StatementFiles(self._reading)

    def preview(
        self,
        path: Path,
        options: ImportOptions,
        *,
        progress: Progress = no_progress,
        cancel: CancelToken | None = None,
    ) -> StagedBatch:
        """What would be staged; keeps nothing. Raises StatementRefusedError, WorkerFailedError, CancelledError."""
        return self._read(read_job(path, options, files=self.files), progress=progress, cancel=cancel)

    def stage(
        self,
        path: Path,
        options: ImportOptions,
        *,
        progress: Progress = no_progress,
        cancel: CancelToken | None = None,
    ) -> StagedBatch:
        """Stage a file for review; raises as `preview` does."""
        job = read_job(path, options, files=self.files)
        batch = self._read(job, progress=progress, cancel=cancel)
        kept = self.batches.add(batch, cancel=cancel)
        if kept.status is StagedStatus.NEEDS_DECISION:
            self._keep(kept.id, job)
        return kept

    def decide(self, staged_id: str, question: str, *, choice: str) -> StagedBatch:
        """Take a decision, read the file again with it, and remember it for the layout.

        Raises StaleBatchError where the batch or its file is no longer at hand, StatementRefusedError where the file
        was changed meanwhile, UsageError for a choice that was not offered.
        """
        before = self.batches.one(staged_id)
        offered = next((item for item in before.decisions if item.question == question), None)
        if offered is None or choice not in offered.choices:
            raise UsageError(f"“{choice}” is not one of the choices.", "Choose one of those that are offered.")
        if question == WRONG_ACCOUNT_QUESTION:
            return self.batches.revise(staged_id, lambda _, batch: accept_accounts(batch))
        job = self._jobs.get(staged_id) or staged_files.kept(self._session, staged_id, files=self.files)
        if job is None:
            raise StaleBatchError(staged_id)
        options = replace(job.options, choices={**job.options.choices, question: choice})
        decided = replace(job, options=options)
        batch = replace(self._read(decided), id=staged_id)
        if question != ACCOUNT_QUESTION:
            fresh = batch
            batch = self._session.read(lambda connection: with_accounts_of(connection, fresh, before=before))
        layout = before.layout or batch.layout
        remembered = layout and question not in {ACCOUNT_QUESTION, UNREADABLE_QUESTION}
        self.batches.replace(batch, decided=(layout, question, choice) if remembered else None)
        self._keep(staged_id, decided)
        return batch

    def include(
        self, staged_id: str, account_position: int, *, positions: tuple[int, ...], included: bool
    ) -> StagedBatch:
        """Take rows in or leave them out; raises StaleBatchError."""
        return self.batches.revise(
            staged_id,
            lambda _, batch: with_included(batch, account_position, positions=positions, included=included),
        )

    def others(self, staged_id: str, account_position: int, *, positions: tuple[int, ...]) -> StagedBatch:
        """Say that rows are other transactions than those they were taken for; raises StaleBatchError."""
        return self.batches.revise(
            staged_id, lambda _, batch: with_others(batch, account_position, positions=positions)
        )

    def retarget(
        self, staged_id: str, account_position: int, *, account: str, kind: AccountKind | None = None
    ) -> StagedBatch:
        """Put one statement on another account (name or id), a new one where none has the name; matches it anew."""
        return self.batches.revise(
            staged_id,
            lambda connection, batch: retarget_account(
                connection, batch, account_position=account_position, account=account, kind=kind
            ),
        )

    def commit(
        self, staged_id: str, *, progress: Progress = no_progress, cancel: CancelToken | None = None
    ) -> Committed:
        """Commit a staged batch and let go of its file.

        Raises StaleBatchError, DecisionNeededError, CancelledError.
        """
        done = self.batches.commit(staged_id, progress=progress, cancel=cancel)
        self.forget(staged_id)
        return done

    def discard(self, staged_id: str) -> None:
        """Let a staged batch go; raises StaleBatchError."""
        self.batches.remove(staged_id)
        self.forget(staged_id)

    def forget(self, staged_id: str) -> None:
        """Let go of a file's bytes."""
        self._jobs.pop(staged_id, None)
        staged_files.forget(self._session, staged_id)

    def rest(self) -> None:
        """End the statement worker and its thread; may be called twice, and nothing can be staged afterwards."""
        self._reading.rest()

    def _keep(self, staged_id: str, job: ReadJob) -> None:
        self._jobs[staged_id] = job
        staged_files.keep(self._session, staged_id, job=job)

    def _read(
        self, job: ReadJob, *, progress: Progress = no_progress, cancel: CancelToken | None = None
    ) -> StagedBatch:
        return self._reading.run(lambda worker: self._read_here(worker, job, progress=progress, cancel=cancel))

    def _read_here(
        self, worker: StatementWorker, job: ReadJob, *, progress: Progress, cancel: CancelToken | None
    ) -> StagedBatch:
        started = time.perf_counter()
        facts = self._session.read(load_facts)
        options = ReadOptions(
            today=self._session.clock.today(),
            default_currency=job.options.currency or facts.currency,
            choices=job.options.choices,
            presets=facts.presets,
        )
        with collector_paused():
            file = worker.read(job.source, options, progress=progress, cancel=cancel)
            progress(0, 0, "matching")
            batch = self._session.read(
                lambda connection: stage_file(
                    connection, file, name=job.source.name, options=job.options, cancel=cancel
                ),
                cancel=cancel,
            )
        return replace(batch, file_digest=job.digest, seconds=f"{time.perf_counter() - started:.2f}")
