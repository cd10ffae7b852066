"""What the person at the terminal sees: a line a step, a sign of life in long ones, a remedy in a failed one."""

import sys
import time


class StepFailedError(Exception):
    """A step of the set-up could not be done; `remedy` says what the person can do about it."""

    def __init__(self, message: str, *, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


def say(text: str) -> None:
    """Print one progress line at once, also through a pipe."""
    print(f"coffer: {text}", flush=True)


def fail(error: StepFailedError) -> int:
    """Print a failed step with its remedy; return the exit code for it."""
    print(f"coffer: FAILED: {error.message}\n        What to do: {error.remedy}", file=sys.stderr, flush=True)
    return 1


class Watch:
    """Seconds since it was made, in words for a progress line."""

    def __init__(self) -> None:
        self._start = time.monotonic()

    @property
    def seconds(self) -> float:
        """Seconds since the watch was made."""
        return time.monotonic() - self._start

    def __str__(self) -> str:
        minutes, seconds = divmod(int(self.seconds), 60)
        return f"{minutes} min {seconds:02d} s" if minutes else f"{seconds} s"
