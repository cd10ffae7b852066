"""What the lock is worth, as proved by real attempts at start."""

from dataclasses import dataclass
from enum import Enum

from app.lockdown.attempts import AttemptStream
from app.lockdown.self_test import TestAttempt, run_self_test


class LockState(Enum):
    """How far the network is closed; never better than what a real attempt showed."""

    KERNEL_LOCKED = "kernel_locked"
    OS_RULE = "os_rule"
    WATCH_ONLY = "watch_only"
    UNPROTECTED = "unprotected"


@dataclass(frozen=True, slots=True)
class Lock:
    """The proved state, its evidence in words, and the stream of attempts.

    mechanism names what refuses ("seccomp", "seccomp, attempts not listed", "macOS profile", "none"); reason says
    why it is less than it could be, empty when it is not.
    """

    state: LockState
    evidence: str
    attempts: AttemptStream
    mechanism: str = "none"
    empty_namespace: bool = False
    reason: str = ""

    @property
    def refuses(self) -> bool:
        """True when the operating system was seen to refuse every test attempt."""
        return self.state in {LockState.KERNEL_LOCKED, LockState.OS_RULE}


def prove(
    attempts: AttemptStream, *, kernel: bool, mechanism: str, empty_namespace: bool = False, reason: str = ""
) -> Lock:
    """Make the test attempts now and return the state that they, and nothing else, prove.

    kernel says that a kernel filter is claimed; the claim counts only when every test attempt was refused.
    """
    with attempts.self_test() as seen:
        results = run_self_test()
    refused = sum(test.refused for test in results)
    if refused == len(results):
        state = LockState.KERNEL_LOCKED if kernel else LockState.OS_RULE
    else:
        state = LockState.WATCH_ONLY if seen.count >= len(results) - 1 else LockState.UNPROTECTED
    return Lock(
        state=state,
        evidence=_evidence(state, results, mechanism=mechanism),
        attempts=attempts,
        mechanism=mechanism if refused == len(results) else "none",
        empty_namespace=empty_namespace,
        reason=reason,
    )


def retest(lock: Lock) -> Lock:
    """Repeat the test attempts (for a protection check) and return the lock as it is proved now."""
    return prove(
        lock.attempts,
        kernel=lock.mechanism.startswith("seccomp"),
        mechanism=lock.mechanism,
        empty_namespace=lock.empty_namespace,
        reason=lock.reason,
    )


def _evidence(state: LockState, results: tuple[TestAttempt, ...], *, mechanism: str) -> str:
    refused = sum(test.refused for test in results)
    words = {
        LockState.KERNEL_LOCKED: f"kernel-locked ({mechanism})",
        LockState.OS_RULE: f"closed by a rule of the operating system ({mechanism})",
        LockState.WATCH_ONLY: "NOT LOCKED, watched only",
        LockState.UNPROTECTED: "NOT LOCKED",
    }[state]
    return f"{words}: {refused} of {len(results)} test attempts refused"
