"""The model as the app asks it: started when first needed, ended when idle, killed to cancel."""

import os
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Lock, Thread

import psutil

from app.base.tasks import CancelToken
from app.domain.errors import CancelledError, ModelRefusedError, WorkerFailedError
from app.workers.client import WorkerGoneError, WorkerProcess
from app.workers.model_files import ModelFiles, WrongFileError, verify

IDLE_SECONDS = 60.0
LOAD_SECONDS = 60.0
COMPLETE_SECONDS = 30.0
MOST_TOKENS = 96
MOST_THREADS = 4
_AGAIN = "Ask again; if it happens again, import the model anew with the set-up."


@dataclass(frozen=True, slots=True)
class ChosenToken:
    """One token the model wrote, with the natural logarithm of its probability."""

    text: str
    log_chance: float


@dataclass(frozen=True, slots=True)
class Completion:
    """What the model wrote."""

    text: str
    tokens: tuple[ChosenToken, ...]
    milliseconds: int
    """Inside the worker, without starting it."""


@dataclass(frozen=True, slots=True)
class _Request:
    prompt: str
    grammar: str
    token: CancelToken
    answer: "Future[Completion]"


class ModelClient:
    """Asks the model worker, one request after another. `worker` starts one (tests put another in its place)."""

    def __init__(
        self,
        files: ModelFiles,
        *,
        idle_seconds: float = IDLE_SECONDS,
        worker: Callable[[str], WorkerProcess] = WorkerProcess,
    ) -> None:
        self.files = files
        self._idle_seconds = idle_seconds
        self._start = worker
        self._lock = Lock()
        self._queue: SimpleQueue[_Request | None] | None = None
        self._thread: Thread | None = None
        self._worker: WorkerProcess | None = None

    def complete(self, prompt: str, grammar: str, *, cancel: CancelToken | None = None) -> Completion:
        """What the model writes under the grammar.

        Raises:
            ModelRefusedError: a file of the model is not the one it must be.
            WorkerFailedError: the worker died or ran out of time twice.
            CancelledError: `cancel` was called meanwhile.
        """
        token = cancel or CancelToken()
        request = _Request(prompt, grammar, token, Future())
        with token.interrupting(self.stop):
            self._hand_over(request)
            try:
                return request.answer.result()
            except WorkerFailedError:
                token.raise_if_cancelled()
                raise

    @property
    def running(self) -> int | None:
        """The worker's process id, None while none runs."""
        worker = self._worker
        return worker.identifier if worker is not None and worker.alive else None

    def stop(self) -> None:
        """End the worker at once; the next request starts another."""
        worker = self._worker
        if worker is not None:
            worker.kill()

    def close(self) -> None:
        """End the worker and the thread that keeps it."""
        with self._lock:
            thread, queue = self._thread, self._queue
            if queue is not None:
                queue.put(None)
        self.stop()
        if thread is not None:
            thread.join(timeout=10)

    def _hand_over(self, request: _Request) -> None:
        with self._lock:
            if self._queue is None:
                self._queue = SimpleQueue()
                self._thread = Thread(target=self._serve, args=(self._queue,), name="model", daemon=True)
                self._thread.start()
            self._queue.put(request)

    def _serve(self, queue: "SimpleQueue[_Request | None]") -> None:
        """The one thread that starts workers: a worker ends with the thread that started it."""
        try:
            while (request := self._next(queue)) is not None:
                try:
                    request.answer.set_result(self._completed(request))
                except Exception as error:  # noqa: BLE001 - it belongs to the one who asked
                    request.answer.set_exception(error)
        finally:
            self._drop()

    def _next(self, queue: "SimpleQueue[_Request | None]") -> _Request | None:
        try:
            return queue.get(timeout=self._idle_seconds)
        except Empty:
            with self._lock:
                if not queue.empty():
                    return queue.get()
                self._queue = self._thread = None
                return None

    def _completed(self, request: _Request) -> Completion:
        request.token.raise_if_cancelled()
        worker = self._ready()
        request.token.raise_if_cancelled()  # whoever stopped it before there was a worker to kill
        message = {
            "prompt": request.prompt,
            "grammar": request.grammar,
            "most_tokens": MOST_TOKENS,
            "threads": threads(),
        }
        try:
            answer = worker.ask({"complete": message}, timeout=COMPLETE_SECONDS)
        except WorkerGoneError as error:
            self._drop()
            raise WorkerFailedError(f"The model stopped: {error}.", _AGAIN) from error
        if "completion" not in answer:
            raise WorkerFailedError(f"The model could not answer: {answer.get('failed', 'no reason given')}.", _AGAIN)
        found = answer["completion"]
        tokens = tuple(ChosenToken(text, chance) for text, chance in found["tokens"])
        return Completion(found["text"], tokens, found["milliseconds"])

    def _ready(self) -> WorkerProcess:
        if self._worker is not None and self._worker.alive:
            return self._worker
        self._drop()
        for file in self.files.all:
            try:
                verify(file)
            except WrongFileError as error:
                raise _refused(str(error)) from error
        self._worker = worker = self._start("model")
        adapter = self.files.adapter
        message = {
            "model": [str(self.files.model.path), self.files.model.sha256],
            "adapter": [str(adapter.path), adapter.sha256] if adapter else None,
        }
        try:
            answer = worker.ask({"load": message}, timeout=LOAD_SECONDS)
        except WorkerGoneError as error:
            self._drop()
            raise WorkerFailedError(f"The model could not be started: {error}.", _AGAIN) from error
        if "ready" not in answer:
            self._drop()
            raise _refused(str(answer.get("refused", "no reason given")))
        return worker

    def _drop(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.close()


def threads() -> int:
    """Threads for the engine: physical cores less one and less what others use; one at least, four at most."""
    cores = psutil.cpu_count(logical=False) or 1
    try:
        busy = os.getloadavg()[0]
    except (OSError, AttributeError):
        busy = 0.0
    return max(1, min(cores - 1, int(cores - busy), MOST_THREADS))


def _refused(reason: str) -> ModelRefusedError:
    return ModelRefusedError(f"The model was refused: {reason}.", "Run the set-up again to fetch the shipped model.")


__all__ = ["CancelledError", "ChosenToken", "Completion", "ModelClient", "threads"]
