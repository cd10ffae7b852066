"""The state is what the test attempts showed, whatever was claimed."""

import pytest

from app.lockdown import state
from app.lockdown.attempts import AttemptStream
from app.lockdown.self_test import TestAttempt
from app.lockdown.state import LockState, prove, retest


def results(refused: int) -> tuple[TestAttempt, ...]:
    return tuple(TestAttempt(name=f"test {n}", refused=n < refused, detail="") for n in range(3))


@pytest.mark.parametrize(
    ("refused", "kernel", "expected", "words"),
    [
        (3, True, LockState.KERNEL_LOCKED, "kernel-locked (seccomp): 3 of 3 test attempts refused"),
        (3, False, LockState.OS_RULE, "closed by a rule of the operating system (seccomp): 3 of 3 test attempts refused"),
        (2, True, LockState.UNPROTECTED, "NOT LOCKED: 2 of 3 test attempts refused"),
        (0, True, LockState.UNPROTECTED, "NOT LOCKED: 0 of 3 test attempts refused"),
        (0, False, LockState.UNPROTECTED, "NOT LOCKED: 0 of 3 test attempts refused"),
    ],
)
def test_the_claim_counts_only_when_all_attempts_were_refused(
    monkeypatch: pytest.MonkeyPatch, refused: int, kernel: bool, expected: LockState, words: str
) -> None:
    monkeypatch.setattr(state, "run_self_test", lambda: results(refused))
    lock = prove(AttemptStream(), kernel=kernel, mechanism="seccomp")
    assert (lock.state, lock.evidence) == (expected, words)
    assert lock.refuses is (refused == 3)
    assert (lock.mechanism == "none") is (refused < 3)


def test_a_lock_that_opens_later_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "run_self_test", lambda: results(3))
    lock = prove(AttemptStream(), kernel=True, mechanism="seccomp")
    assert retest(lock).state is LockState.KERNEL_LOCKED
    monkeypatch.setattr(state, "run_self_test", lambda: results(1))
    assert retest(lock).state is LockState.UNPROTECTED
    assert lock.state is LockState.KERNEL_LOCKED
