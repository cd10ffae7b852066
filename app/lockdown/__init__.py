"""The lock comes before everything: launch() closes the network for this process and all its children.

Standard library only. On Linux the launching process becomes the guard and a forked child the app; launch()
returns in the app. What is claimed is what real attempts proved (see state.prove).
"""

import os
import stat
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from app.lockdown.attempts import Answer, Attempt, AttemptKind, AttemptStream
from app.lockdown.engaged import Engaged
from app.lockdown.process import close_inherited, forbid_core_files
from app.lockdown.python_calls import PythonCalls
from app.lockdown.self_test import inherited_lock_holds, seccomp_mode
from app.lockdown.state import Lock, LockState, prove, retest

__all__ = [
    "ACCEPT_UNLOCKED",
    "EXIT_NOT_LOCKED",
    "Answer",
    "Attempt",
    "AttemptKind",
    "AttemptStream",
    "Lock",
    "LockState",
    "NotLockedError",
    "inherited_lock_holds",
    "launch",
    "relaunch",
    "retest",
    "self_command",
]

ACCEPT_UNLOCKED = "--accept-unlocked"
EXIT_NOT_LOCKED = 6
ROWS_VARIABLE = "COFFER_ATTEMPTS_DESCRIPTOR"  # a hint where to look, proved by a real attempt, never believed


class NotLockedError(Exception):
    """The network could not be closed and the owner has not accepted that; exit code 6."""

    code = "not_locked"

    def __init__(self, reason: str) -> None:
        self.message = f"Coffer could not close the network for itself: {reason}. The vault stays shut."
        self.remedy = f"Update the system, or start with {ACCEPT_UNLOCKED} to work without the lock (shown in red)."
        super().__init__(f"{self.message} {self.remedy}")


def launch(*, accept_unlocked: bool = False) -> Lock:
    """Close the network and return the proved lock, in the app process.

    Call it while there is one thread and nothing but the standard library is imported. Under a guard already
    (after relaunch) no second one is made. Raises NotLockedError when the test attempts were not all refused
    and accept_unlocked is false.
    """
    forbid_core_files()
    close_inherited()
    calls = PythonCalls()
    lock = _under_guard_already(calls) or _proved(_engage(), calls)
    if not lock.refuses and not accept_unlocked:
        raise NotLockedError(lock.reason or lock.evidence)
    return lock


def relaunch(lock: Lock, arguments: Sequence[str]) -> NoReturn:
    """Replace this process by a fresh Coffer with these arguments (without the program's name).

    Keys and rows leave memory with the old image; the lock, the guard and its pipe stay. Raises OSError.
    """
    descriptor = lock.attempts.fileno()
    environment = {name: value for name, value in os.environ.items() if name != ROWS_VARIABLE}
    if descriptor >= 0:
        os.set_inheritable(descriptor, True)
        environment[ROWS_VARIABLE] = str(descriptor)
    command = [*self_command(), *arguments]
    os.execve(command[0], command, environment)  # noqa: S606 - our own program


def self_command() -> tuple[str, ...]:
    """The command that starts Coffer again: the packaged program itself, or this Python with app/__main__.py."""
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    return (sys.executable, str(Path(__file__).resolve().parent.parent / "__main__.py"))


def _engage() -> Engaged:
    system: str = sys.platform
    if system == "linux":
        from app.lockdown import linux

        return linux.engage()
    if system == "darwin":
        from app.lockdown import macos

        return macos.engage()
    if system == "win32":
        from app.lockdown import windows

        return windows.engage()
    return Engaged(kernel=False, mechanism="none", reason=f"no lock is known for {system}")


def _under_guard_already(calls: PythonCalls) -> Lock | None:
    """The lock of the process image before us, when status, attempts and the guard's own rows all say so."""
    descriptor = _pipe_named(os.environ.pop(ROWS_VARIABLE, ""))
    if descriptor < 0 or seccomp_mode() != 2:
        return None
    os.set_inheritable(descriptor, False)
    stream = AttemptStream(descriptor, calls=calls)
    calls.install()
    lock = prove(stream, kernel=True, mechanism="seccomp")
    return lock if lock.state is LockState.KERNEL_LOCKED and stream.saw_self_test else None


def _proved(engaged: Engaged, calls: PythonCalls) -> Lock:
    calls.install()
    return prove(
        AttemptStream(engaged.descriptor, calls=calls),
        kernel=engaged.kernel,
        mechanism=engaged.mechanism,
        empty_namespace=engaged.empty_namespace,
        reason=engaged.reason,
    )


def _pipe_named(number: str) -> int:
    if not number.isdecimal():
        return -1
    try:
        mode = os.fstat(int(number)).st_mode
    except (OSError, OverflowError):
        return -1
    return int(number) if int(number) > 2 and stat.S_ISFIFO(mode) else -1
