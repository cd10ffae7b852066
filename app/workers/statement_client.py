"""Statements read and archives opened in the statement worker: bytes over a pipe, limits on size and time, cancel."""

from collections.abc import Callable, Iterator
from typing import Any, Self, TypeVar

from app.base.tasks import CancelToken, Progress, no_progress
from app.domain.errors import StatementRefusedError, WorkerFailedError
from app.domain.statement import StatementFile
from app.statements.reader import ReadOptions, StatementSource
from app.statements.size_limits import LARGEST_STATEMENT, too_large
from app.workers.archive_wire import names_in, unpacked_in
from app.workers.client import WorkerGoneError, WorkerProcess
from app.workers.processor_limit import ProcessorLimit
from app.workers.protocol import ProtocolError
from app.workers.statement_wire import Message, from_messages

Answer = TypeVar("Answer")
_FRAME = 4 * 1024**2
_BASE_SECONDS = 30.0
_SECONDS_A_MEGABYTE = 1.5
_PDF_SECONDS_A_MEGABYTE, _MOST_PDF_SECONDS = 120.0, 600.0
"""A PDF is packed: 20,000 rows on 500 pages are 0.8 MB and take 7 s of a free core."""


class StatementWorker:
    """One worker process that several files may share; a crash ends it and names the file, the next gets a new one.

    Use it from one thread that outlives it: the worker ends with the thread that started it.
    """

    def __init__(self, *, seconds: float = _BASE_SECONDS) -> None:
        self._seconds = seconds
        self._process: WorkerProcess | None = None

    def read(
        self,
        source: StatementSource,
        options: ReadOptions,
        *,
        progress: Progress = no_progress,
        cancel: CancelToken | None = None,
    ) -> StatementFile:
        """Read one file.

        Raises StatementRefusedError for a file above the limit, CancelledError, and WorkerFailedError where the
        worker crashed, ran out of memory or took too long.
        """
        return self._during(
            source, lambda process: _exchange(process, source, options=options, progress=progress), cancel=cancel
        )

    def members(self, archive: StatementSource) -> tuple[str, ...]:
        """The names of an archive's files as `member` takes them; none for a file that is no archive.

        Raises StatementRefusedError for an archive that can't be opened, and as `read` does.
        """

        def ask(process: WorkerProcess) -> tuple[str, ...]:
            _send(process, "list", source=archive)
            return names_in(_answer(process, archive))

        return self._during(archive, ask)

    def member(self, archive: StatementSource, shown: str) -> bytes:
        """One file of an archive; raises StatementRefusedError where it can't be unpacked, and as `read` does."""

        def ask(process: WorkerProcess) -> bytes:
            _send(process, "unpack", source=archive, details={"member": shown})
            data = unpacked_in(process.channel, most=LARGEST_STATEMENT)
            if _answer(process, archive).get("unpacked") != len(data):
                raise ProtocolError("not as many bytes as were told")
            return data

        return self._during(archive, ask)

    def _during(
        self, source: StatementSource, work: Callable[[WorkerProcess], Answer], *, cancel: CancelToken | None = None
    ) -> Answer:
        """Have the worker do something with a file within its limits; a worker that broke off in it is ended."""
        if len(source.data) > LARGEST_STATEMENT:
            raise too_large("The file", file_name=source.name)
        token = cancel or CancelToken()
        token.raise_if_cancelled()
        process = self._ready(source)
        try:
            with ProcessorLimit(process, self._limit(source)) as limit, token.interrupting(process.kill):
                return work(process)
        except StatementRefusedError:  # a whole answer: the worker waits for the next file
            raise
        except (ProtocolError, OSError) as error:
            self.close()
            token.raise_if_cancelled()
            raise _failed(source, timed_out=limit.exceeded) from error
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """End the worker."""
        if self._process is not None:
            self._process.close()
            self._process = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _ready(self, source: StatementSource) -> WorkerProcess:
        """The running worker, a new one where there is none or it died since."""
        if self._process is not None and not self._process.alive:
            self.close()
        if self._process is None:
            try:
                self._process = WorkerProcess("statement")
            except WorkerGoneError as error:
                raise _failed(source) from error
        return self._process

    def _limit(self, source: StatementSource) -> float:
        """Seconds of a processor that a file of so many bytes may take."""
        size = len(source.data) / 1e6
        if b"%PDF-" in source.data[:1024]:
            return self._seconds + min(_PDF_SECONDS_A_MEGABYTE * size, _MOST_PDF_SECONDS)
        return self._seconds + _SECONDS_A_MEGABYTE * size


def read_in_worker(
    source: StatementSource,
    options: ReadOptions,
    *,
    progress: Progress = no_progress,
    cancel: CancelToken | None = None,
) -> StatementFile:
    """Read one file in a worker of its own, which is ended afterwards; raises as StatementWorker.read does."""
    with StatementWorker() as worker:
        return worker.read(source, options, progress=progress, cancel=cancel)


def _exchange(
    process: WorkerProcess, source: StatementSource, *, options: ReadOptions, progress: Progress
) -> StatementFile:
    _send(process, "read", source=source, details=_options(options), progress=progress)
    return from_messages(_answers(process, source))


def _send(
    process: WorkerProcess,
    kind: str,
    *,
    source: StatementSource,
    details: Message | None = None,
    progress: Progress = no_progress,
) -> None:
    size = len(source.data)
    channel = process.channel
    channel.send({kind: {"name": source.name, "bytes": size, **(details or {})}})
    view = memoryview(source.data)
    for start in range(0, size, _FRAME):
        channel.send_bytes(view[start : start + _FRAME].tobytes())
        progress(min(start + _FRAME, size), size, "reading")


def _answers(process: WorkerProcess, source: StatementSource) -> Iterator[Message]:
    while True:
        yield _answer(process, source)


def _answer(process: WorkerProcess, source: StatementSource) -> Message:
    message = process.channel.receive()
    if "failed" in message:
        raise _failed(source, kind=str(message["failed"]))
    if "refused" in message:
        raise _refused(source, message["refused"])
    return message


def _refused(source: StatementSource, told: Any) -> StatementRefusedError:
    if not isinstance(told, dict) or not all(isinstance(told.get(part), str) for part in ("message", "remedy")):
        raise ProtocolError("a refusal without words")
    return StatementRefusedError(told["message"], told["remedy"], file=source.name)


def _options(options: ReadOptions) -> Message:
    return {
        "today": options.today.isoformat(),
        "default_currency": options.default_currency,
        "choices": dict(options.choices),
        "presets": {layout: dict(choices) for layout, choices in options.presets.items()},
    }


def _failed(source: StatementSource, *, kind: str = "", timed_out: bool = False) -> WorkerFailedError:
    if timed_out:
        message = "Reading the file took too long and was stopped."
    elif kind == "MemoryError":
        message = "Reading the file needs more memory than a statement may take."
    else:
        message = "The file could not be read: the statement worker ended before it was done."
    return WorkerFailedError(message, "Nothing was changed. Download the statement again.", file=source.name)
