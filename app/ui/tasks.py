"""Runs presenter calls off the GUI thread; results, errors and progress come back on it."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from app.base.tasks import CancelToken, Progress
from app.domain.errors import CancelledError
from app.presenters.failure import Failure, failure_of
from app.ui.theme.tokens import Motion

_THREADS = 4
_END_WAIT_MS = 5_000
LOCK_WAIT_MS = 800
"""How long locking waits for what runs: what is cut off was never committed."""

Result = TypeVar("Result")
Finish = Callable[[], object]
"""What is left to do on the GUI thread once a call has given its result."""


class Task(QObject):
    """One call under way. All its signals arrive on the GUI thread."""

    progressed = Signal(int, int, str)
    finished = Signal()

    def __init__(self, title: str, owner: QObject | None) -> None:
        super().__init__()
        self.title = title
        self.token = CancelToken()
        self.superseded = False
        self._owner = owner
        self._failed: Callable[[Failure], object] | None = None

    def cancel(self) -> None:
        """Ask the call to stop; it ends as failed with code `cancelled`."""
        self.token.cancel()

    def on_failure(self, failed: Callable[[Failure], object] | None) -> None:
        """Say what to call where it fails."""
        self._failed = failed

    def end(self, finish: Finish | None, error: Exception | None) -> None:
        """Call what was waited for; on the GUI thread, once."""
        if not self.superseded and (self._owner is None or isValid(self._owner)):
            if finish is not None:
                finish()
            elif error is not None and self._failed is not None:
                self._failed(failure_of(error))
        self.finished.emit()


class Tasks(QObject):
    """The window's only way to slow work. `shown` names a titled task that lasts over half a second."""

    shown = Signal(Task)
    # Emitted by workers on this long-lived object: a task may be gone while the emission still returns.
    _ended = Signal(Task, object, object)

    def __init__(self, report: Callable[[Exception], object], *, parent: QObject | None = None) -> None:
        """`report` gets every error, on the worker's thread, to be logged."""
        super().__init__(parent)
        self._report = report
        # Not Qt's own pool: what it drops when it is cleared it does not tell, and such a task would stay for ever.
        self._pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="task")
        self._calls: dict[Task, Future[None]] = {}
        self._running: set[Task] = set()
        self._latest: dict[str, Task] = {}
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        call: Callable[[], Result],
        done: Callable[[Result], object],
        *,
        failed: Callable[[Failure], object] | None = None,
        owner: QObject | None = None,
        key: str = "",
    ) -> Task:
        """Run a short call. A later call with the same `key` makes this one's result be dropped."""
        task = self._new("", owner, key=key)
        return self._start(task, call, done=done, failed=failed)

    def run_long(
        self,
        call: Callable[[Progress, CancelToken], Result],
        done: Callable[[Result], object],
        *,
        title: str,
        failed: Callable[[Failure], object] | None = None,
        owner: QObject | None = None,
    ) -> Task:
        """Run work that reports progress and can be cancelled; over half a second it gets a row in the window."""
        task = self._new(title, owner, key="")
        QTimer.singleShot(Motion.PROGRESS_AFTER, task, lambda: self._show(task))
        return self._start(task, lambda: call(task.progressed.emit, task.token), done=done, failed=failed)

    def close(self, wait_ms: int = _END_WAIT_MS) -> None:
        """Cancel what runs and wait a little for it to end."""
        for task in tuple(self._running):
            task.superseded = True
            task.cancel()
        for task, call in tuple(self._calls.items()):
            if call.cancel():
                task.end(None, None)
        wait(tuple(self._calls.values()), timeout=wait_ms / 1000)

    @property
    def running(self) -> int:
        """How many calls are under way."""
        return len(self._running)

    def _new(self, title: str, owner: QObject | None, *, key: str) -> Task:
        task = Task(title, owner)
        if key:
            earlier = self._latest.get(key)
            if earlier is not None:
                earlier.superseded = True
                earlier.cancel()
            self._latest[key] = task
        self._running.add(task)
        task.finished.connect(lambda: self._forget(task, key))
        return task

    def _start(
        self,
        task: Task,
        call: Callable[[], Result],
        *,
        done: Callable[[Result], object],
        failed: Callable[[Failure], object] | None,
    ) -> Task:
        def work() -> None:
            try:
                result = call()
            except Exception as error:  # noqa: BLE001 -- whatever it was, the window must say it
                if not isinstance(error, CancelledError):
                    self._report(error)
                self._ended.emit(task, None, error)
            else:
                self._ended.emit(task, lambda: done(result), None)

        task.on_failure(failed)
        self._calls[task] = self._pool.submit(work)
        return task

    def _end(self, task: Task, finish: Finish | None, error: Exception | None) -> None:
        task.end(finish, error)

    def _show(self, task: Task) -> None:
        if task in self._running:
            self.shown.emit(task)

    def _forget(self, task: Task, key: str) -> None:
        self._running.discard(task)
        self._calls.pop(task, None)
        if key and self._latest.get(key) is task:
            del self._latest[key]
        task.deleteLater()
