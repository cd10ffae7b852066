"""Unlock attempts: after three failures in a row each further one waits twice as long, over restarts too."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from app.base.files import write_whole

_FREE = 3
_LONGEST_SECONDS = 60
_MOST_DOUBLINGS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlockAttempts:
    """How many attempts failed in a row, and when the last one did (ISO, UTC)."""

    failures: int = 0
    last_at: str = ""

    def wait_seconds(self, now: datetime) -> int:
        """How many seconds the next attempt has to wait; a clock that was put back gains nothing."""
        if self.failures < _FREE or not self.last_at:
            return 0
        delay = min(_LONGEST_SECONDS, 1 << min(self.failures - _FREE, _MOST_DOUBLINGS))
        passed = (now - datetime.fromisoformat(self.last_at)) // timedelta(seconds=1)
        return delay if passed < 0 else max(0, delay - passed)

    def failed(self, now: datetime) -> "UnlockAttempts":
        """These attempts with one more failure."""
        return UnlockAttempts(failures=self.failures + 1, last_at=now.isoformat())


def load_attempts(path: Path) -> UnlockAttempts:
    """The attempts in the file; none where it is missing or unreadable."""
    try:
        stored = json.loads(path.read_bytes())
        datetime.fromisoformat(stored["last_at"])
        return UnlockAttempts(failures=max(0, int(stored["failures"])), last_at=stored["last_at"])
    except (OSError, ValueError, KeyError, TypeError):
        return UnlockAttempts()


def save_attempts(path: Path, attempts: UnlockAttempts) -> None:
    """Write the attempts; raises FolderNotWritableError."""
    write_whole(path, json.dumps(asdict(attempts)).encode("utf-8"))
