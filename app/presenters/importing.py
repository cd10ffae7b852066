"""The Import page's view-model: files waiting for review, files that were refused, and past imports."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from app.base.tasks import CancelToken, Progress, no_progress
from app.domain.account import AccountKind, AccountSummary
from app.domain.changes import Changes
from app.domain.errors import CancelledError, CofferError
from app.domain.staged import ImportBatch, StagedBatch, StagedStatus
from app.presenters.failure import Failure, failure_of
from app.presenters.formatting import day_and_time
from app.presenters.importing_reading import (
    ProofView,
    counts_of,
    format_word,
    reading_words,
    sums_text,
    worst_proof,
)
from app.presenters.importing_review import ReviewView, finding_views, review_view
from app.presenters.text import Importing

Now = Callable[[], datetime]
_STATUS = {
    StagedStatus.STAGED: Importing.READY,
    StagedStatus.NEEDS_DECISION: Importing.DECIDE,
    StagedStatus.NOTHING_NEW: Importing.NOTHING_NEW,
    StagedStatus.REFUSED: Importing.REFUSED,
    StagedStatus.COMMITTED: Importing.READY,
}


class ImportSource(Protocol):
    """What the page needs of the book."""

    def members(self, path: Path, /) -> tuple[Path, ...]: ...
    def stage(self, path: Path, /, *, progress: Progress, cancel: CancelToken | None) -> StagedBatch: ...
    def staged(self) -> tuple[StagedBatch, ...]: ...
    def staged_batch(self, staged_id: str, /) -> StagedBatch: ...
    def decide(self, staged_id: str, question: str, choice: str, /) -> StagedBatch: ...
    def include(
        self, staged_id: str, account_position: int, /, *, positions: Sequence[int], included: bool
    ) -> StagedBatch: ...
    def others(self, staged_id: str, account_position: int, /, *, positions: Sequence[int]) -> StagedBatch: ...
    def retarget(
        self, staged_id: str, account_position: int, account: str | int, /, *, kind: AccountKind | None = None
    ) -> StagedBatch: ...
    def commit(self, staged_id: str, /, *, progress: Progress, cancel: CancelToken | None) -> tuple[str, Changes]: ...
    def discard(self, staged_id: str, /) -> None: ...
    def undo(self, batch: str, /) -> int: ...
    def batches(self) -> tuple[ImportBatch, ...]: ...
    def accounts(self) -> tuple[AccountSummary, ...]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class StagedLine:
    """One file waiting for review."""

    id: str
    file: str
    reading: str
    accounts: str
    counts: str
    total: str
    status: str
    status_word: str
    proof: ProofView | None


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """One file that was refused: what, where, what to do; `id` empty where nothing is kept of it."""

    id: str
    file: str
    failure: Failure


@dataclass(frozen=True, slots=True)
class PastLine:
    """One import that can be taken back."""

    id: str
    file: str
    details: str
    accounts: str
    transactions: int
    undone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportingView:
    """All the list shows."""

    inbox: str
    staged: tuple[StagedLine, ...]
    refused: tuple[RefusedLine, ...]
    past: tuple[PastLine, ...]


@dataclass(frozen=True, slots=True)
class StagedFiles:
    """What came of reading several files: batches by id, refusals, and whether it was stopped."""

    staged: tuple[str, ...]
    refused: tuple[RefusedLine, ...]
    stopped: bool = False


class ImportingPresenter:
    """Reads and changes the book's staged files; every call may take a moment and belongs off the GUI thread."""

    def __init__(self, book: ImportSource, *, now: Now, inbox: Path | None = None) -> None:
        """`now`: the moment in the local zone."""
        self._book = book
        self._now = now
        self._inbox = inbox

    def load(self) -> ImportingView:
        """The list."""
        staged = self._book.staged()
        newest = sorted(self._book.batches(), key=lambda item: item.committed_at, reverse=True)
        return ImportingView(
            inbox=Importing.inbox(str(self._inbox)) if self._inbox else "",
            staged=tuple(_staged_line(batch) for batch in staged if batch.status is not StagedStatus.REFUSED),
            refused=tuple(_refused_line(batch) for batch in staged if batch.status is StagedStatus.REFUSED),
            past=tuple(self._past_line(batch) for batch in newest),
        )

    def stage(self, paths: Sequence[Path], *, progress: Progress, cancel: CancelToken) -> StagedFiles:
        """Read files one after the other; one that is refused or fails never stops the rest."""
        staged: list[str] = []
        refused: list[RefusedLine] = []
        paths = [one for path in paths for one in self._book.members(path)]
        for at, path in enumerate(paths):
            progress(at, len(paths), path.name)
            try:
                cancel.raise_if_cancelled()
                batch = self._book.stage(path, progress=_quiet, cancel=cancel)
            except CancelledError:
                return StagedFiles(tuple(staged), tuple(refused), stopped=True)
            except CofferError as error:
                refused.append(RefusedLine("", path.name, failure_of(error)))
            else:
                staged.append(batch.id)
        progress(len(paths), len(paths), "")
        return StagedFiles(tuple(staged), tuple(refused))

    def review(self, staged_id: str) -> ReviewView:
        """One file; raises StaleBatchError."""
        return self._view(self._book.staged_batch(staged_id))

    def decide(self, staged_id: str, question: str, *, choice: str) -> ReviewView:
        """Take a decision; the file is read again with it."""
        return self._view(self._book.decide(staged_id, question, choice))

    def include(self, staged_id: str, account: int, *, positions: Sequence[int], included: bool) -> ReviewView:
        """Take rows in or leave them out."""
        return self._view(self._book.include(staged_id, account, positions=positions, included=included))

    def others(self, staged_id: str, account: int, *, positions: Sequence[int]) -> ReviewView:
        """Say that rows are no duplicates and settle nothing: they will be added."""
        return self._view(self._book.others(staged_id, account, positions=positions))

    def retarget(
        self, staged_id: str, position: int, *, account: str | int, kind: AccountKind | None = None
    ) -> ReviewView:
        """Put a statement on another account, by id, or by name for a new one."""
        if kind is None:
            return self._view(self._book.retarget(staged_id, position, account))
        return self._view(self._book.retarget(staged_id, position, account, kind=kind))

    def commit(self, view: ReviewView, *, progress: Progress = no_progress, cancel: CancelToken | None = None) -> str:
        """Add what is marked; returns what to say. Raises CancelledError, with nothing added."""
        self._book.commit(view.id, progress=progress, cancel=cancel)
        return Importing.added(view.included, view.file)

    def discard(self, staged_id: str, file: str) -> str:
        """Let a staged file go; returns what to say."""
        self._book.discard(staged_id)
        return Importing.discarded(file)

    def undo(self, batch: str) -> str:
        """Take an import back; returns what to say."""
        return Importing.undone(self._book.undo(batch))

    def _view(self, batch: StagedBatch) -> ReviewView:
        return review_view(batch, self._book.accounts())

    def _past_line(self, batch: ImportBatch) -> PastLine:
        now = self._now()
        when = day_and_time(datetime.fromisoformat(batch.committed_at).astimezone(now.tzinfo), now)
        details = Importing.past_line(batch.transactions, when)
        return PastLine(
            batch.id,
            batch.file,
            f"{details} · {Importing.UNDONE}" if batch.undone_at else details,
            ", ".join(batch.accounts),
            batch.transactions,
            batch.undone_at is not None,
        )


def _staged_line(batch: StagedBatch) -> StagedLine:
    counts = counts_of(batch.accounts)
    return StagedLine(
        id=batch.id,
        file=batch.file,
        reading=" · ".join((format_word(batch), *reading_words(batch.reading))),
        accounts=", ".join(dict.fromkeys(account.name for account in batch.accounts)),
        counts=Importing.counts(counts.rows, new=counts.new, duplicates=counts.duplicates),
        total=sums_text(batch.accounts),
        status=batch.status.value,
        status_word=_STATUS[batch.status],
        proof=worst_proof(batch),
    )


def _refused_line(batch: StagedBatch) -> RefusedLine:
    first = finding_views(batch.findings)[0] if batch.findings else None
    failure = Failure(
        "statement_refused",
        first.message if first else Importing.REFUSED,
        "" if first and ". " in first.message else Importing.REFUSED_REMEDY,
        " · ".join(part for part in (batch.file, first.where if first else "") if part),
    )
    return RefusedLine(batch.id, batch.file, failure)


def _quiet(_done: int, _total: int, _phase: str) -> None:
    """A single file is quick: how many files are read says enough."""
