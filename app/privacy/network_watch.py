"""The network light: what was proved at start, and every attempt since; without Qt."""

import sys
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from types import MappingProxyType

from app.lockdown import Attempt, AttemptKind, Lock, LockState

KEPT = 10_000


class Light(Enum):
    """CALM: proved closed, nothing tried. ATTEMPT: proved closed, unseen attempts. NOT_LOCKED: nothing is refused."""

    CALM = "calm"
    ATTEMPT = "attempt"
    NOT_LOCKED = "not_locked"


@dataclass(frozen=True, slots=True)
class NetworkView:
    """All that a light and a page need. attempts holds network and local ones, newest first, self-tests left out.

    total and unseen count network attempts only; dropped counts attempts refused whose rows were lost.
    """

    state: LockState
    light: Light
    words: str
    detail: str
    evidence: str
    attempts: tuple[Attempt, ...]
    last: Attempt | None
    total: int
    unseen: int
    local: int
    dropped: int
    listing: bool


# N6: what each state says, per operating system; a state that an OS can't reach is absent.
TRUTH: Mapping[str, Mapping[LockState, str]] = MappingProxyType({
    "linux": MappingProxyType({
        LockState.KERNEL_LOCKED: "Offline. The kernel refuses every network connection of Coffer.",
        LockState.WATCH_ONLY: "NOT LOCKED. Connections by Python code are listed; none is refused.",
        LockState.UNPROTECTED: "NOT LOCKED. Connections are neither refused nor listed.",
    }),
    "darwin": MappingProxyType({
        LockState.OS_RULE: "Offline. A rule of macOS refuses every network connection of Coffer.",
        LockState.WATCH_ONLY: "NOT LOCKED. Connections by Python code are listed; none is refused.",
        LockState.UNPROTECTED: "NOT LOCKED. Connections are neither refused nor listed.",
    }),
    "win32": MappingProxyType({
        LockState.OS_RULE: "Offline. A rule of Windows refuses every network connection of Coffer.",
        LockState.WATCH_ONLY: "NOT LOCKED. Connections by Python code are listed; none is refused.",
        LockState.UNPROTECTED: "NOT LOCKED. Connections are neither refused nor listed.",
    }),
})
NOT_LISTED = "Attempts can't be listed: {reason}."
GUARD_GONE = "The guard process has ended: connections stay refused, attempts are no longer listed."


def words_for(state: LockState, platform: str) -> str:
    """The sentence for a proved state on a platform (sys.platform); raises KeyError for a state it can't reach."""
    return TRUTH[platform][state]


class NetworkWatch:
    """Collects the attempts of one run. Not for several threads at once."""

    def __init__(self, lock: Lock, *, platform: str = sys.platform) -> None:
        self._lock = lock
        self._platform = platform
        self._attempts: deque[Attempt] = deque(maxlen=KEPT)
        self._total = 0
        self._local = 0
        self._seen = 0

    def fileno(self) -> int:
        """The descriptor that turns readable when attempts wait, or -1: then poll by a timer."""
        return self._lock.attempts.fileno()

    def poll(self) -> tuple[Attempt, ...]:
        """Take in what waits and return the new network attempts, oldest first. Never blocks."""
        fresh = []
        for attempt in self._lock.attempts.read():
            if attempt.kind is AttemptKind.SELF_TEST:
                continue
            self._attempts.appendleft(attempt)
            if attempt.kind is AttemptKind.LOCAL:
                self._local += 1
            else:
                self._total += 1
                fresh.append(attempt)
        return tuple(fresh)

    def mark_seen(self) -> None:
        """The owner has looked: the light calms until the next attempt."""
        self._seen = self._total + self._lock.attempts.dropped

    def proved_again(self, lock: Lock) -> None:
        """Take the outcome of a repeated test (app.lockdown.retest) as the state from now on."""
        self._lock = lock

    def view(self) -> NetworkView:
        """The present view, frozen."""
        stream = self._lock.attempts
        unseen = self._total + stream.dropped - self._seen
        network = (attempt for attempt in self._attempts if attempt.kind is AttemptKind.NETWORK)
        return NetworkView(
            state=self._lock.state,
            light=self._light(unseen),
            words=words_for(self._lock.state, self._platform),
            detail=self._detail(),
            evidence=self._lock.evidence,
            attempts=tuple(self._attempts),
            last=next(network, None),
            total=self._total + stream.dropped,
            unseen=unseen,
            local=self._local,
            dropped=stream.dropped,
            listing=stream.fileno() >= 0 and stream.guard_lives,
        )

    def _light(self, unseen: int) -> Light:
        if not self._lock.refuses:
            return Light.NOT_LOCKED
        return Light.ATTEMPT if unseen else Light.CALM

    def _detail(self) -> str:
        stream = self._lock.attempts
        if self._lock.refuses and stream.fileno() >= 0 and not stream.guard_lives:
            return GUARD_GONE
        if self._lock.refuses and stream.fileno() < 0:
            return NOT_LISTED.format(reason=self._lock.reason or "this system does not report them")
        return self._lock.reason


def tried_at(attempt: Attempt) -> datetime:
    """When an attempt was made, UTC."""
    return datetime.fromtimestamp(attempt.wall, tz=UTC)
