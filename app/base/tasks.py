"""Long work: how it tells its progress, and how it is cancelled."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

from app.domain.errors import CancelledError

Progress = Callable[[int, int, str], None]
"""Called with how much is done, how much there is (0 where unknown), and the code of the phase."""


def no_progress(*_told: object) -> None:
    """Tell nobody."""


class CancelToken:
    """A request to stop, asked for on one thread and seen on another."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._cancelled = False
        self._watchers: list[Callable[[], None]] = []

    @property
    def cancelled(self) -> bool:
        """Whether stopping was asked for."""
        return self._cancelled

    def cancel(self) -> None:
        """Ask for a stop, and interrupt what waits in `interrupting`."""
        with self._lock:
            self._cancelled = True
            for interrupt in self._watchers:
                interrupt()

    def raise_if_cancelled(self) -> None:
        """Raise CancelledError where a stop was asked for."""
        if self._cancelled:
            raise CancelledError

    @contextmanager
    def interrupting(self, interrupt: Callable[[], None]) -> Iterator[None]:
        """While inside, a cancel calls `interrupt` too; it never runs after leaving."""
        with self._lock:
            self._watchers.append(interrupt)
        try:
            self.raise_if_cancelled()
            yield
        finally:
            with self._lock:
                self._watchers.remove(interrupt)
