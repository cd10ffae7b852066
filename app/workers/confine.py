"""What a worker takes from itself before it imports anything heavy: files, programs, memory, descriptors.

Call confine() first in a worker's main(), while there is one thread. Each step that the kernel lacks is named in
the answer; the network lock does not depend on any of them.
"""

import contextlib
import os
import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.lockdown.linux.filters import worker_filter
from app.lockdown.linux.landlock import restrict_files
from app.lockdown.linux.seccomp import PR_SET_NO_NEW_PRIVS, PR_SET_PDEATHSIG, install_filter, set_process_option
from app.lockdown.linux.tables import native_calls

OPEN_FILES = 64


@dataclass(frozen=True, slots=True)
class Limits:
    """What this worker may use. memory_bytes bounds the address space, so it must exceed what it maps.

    readable: files and folders to read besides Python and the app; keep: descriptors to leave open besides 0-2.
    """

    memory_bytes: int
    cpu_seconds: int | None = None
    readable: tuple[Path, ...] = ()
    keep: frozenset[int] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Confinement:
    """What was done, and "step: reason" for each step that could not be."""

    done: tuple[str, ...]
    missing: tuple[str, ...]


def confine(limits: Limits, *, parent: int | None = None) -> Confinement:
    """Confine this process for good. parent is the process that must outlive it (default: the present parent)."""
    close_others(limits.keep)
    done, missing = ["descriptors"], []
    steps = {
        "limits": lambda: _set_limits(limits),
        "end with parent": lambda: _end_with(os.getppid() if parent is None else parent),
        "files": lambda: _lock_files(limits.readable),
        "programs and local sockets": _lock_programs,
    }
    for name, step in steps.items():
        try:
            step()
        except (OSError, ValueError, ImportError, AttributeError) as error:
            missing.append(f"{name}: {error}")
        else:
            done.append(name)
    return Confinement(done=tuple(done), missing=tuple(missing))


def close_others(keep: frozenset[int]) -> None:
    """Close every descriptor above 2 that is not kept."""
    for listing in ("/proc/self/fd", "/dev/fd"):
        with contextlib.suppress(OSError):
            for number in [int(entry.name) for entry in Path(listing).iterdir() if entry.name.isdigit()]:
                if number > 2 and number not in keep:
                    with contextlib.suppress(OSError):
                        os.close(number)
            return


def python_paths() -> tuple[Path, ...]:
    """Where this interpreter, its libraries and the app lie, with the system's libraries."""
    app = Path(__file__).resolve().parent.parent
    found = [app, Path(sys.prefix), Path(sys.base_prefix), Path(sys.executable).resolve()]
    # Not sys.path as it stands: it may hold the folder we were started from, and with it the owner's files.
    found += [Path(entry) for entry in sys.path if entry.endswith(("-packages", ".zip", "lib-dynload"))]
    if getattr(sys, "frozen", False):
        found.append(Path(sys.executable).resolve().parent)
    return (*found, *_system_libraries())


def _system_libraries() -> tuple[Path, ...]:
    names = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/usr/share/zoneinfo", "/etc/ld.so.cache",
             "/etc/localtime", "/sys/devices/system/cpu", "/proc/cpuinfo", "/proc/meminfo", "/dev/urandom")
    return tuple(Path(name) for name in names)


def _set_limits(limits: Limits) -> None:
    import resource

    wanted = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_AS: limits.memory_bytes,
        resource.RLIMIT_NOFILE: OPEN_FILES,
        resource.RLIMIT_FSIZE: 0,
    }
    if limits.cpu_seconds is not None:
        wanted[resource.RLIMIT_CPU] = limits.cpu_seconds
    for kind, value in wanted.items():
        hard = resource.getrlimit(kind)[1]
        bound = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(kind, (bound, bound))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a write to a file is then an error, not the end


def _end_with(parent: int) -> None:
    # The signal comes when the *thread* that started us ends: start workers from a thread that stays.
    set_process_option(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)


def _lock_files(readable: Sequence[Path]) -> None:
    set_process_option(PR_SET_NO_NEW_PRIVS, 1)
    restrict_files(native_calls(), readable=(*python_paths(), *readable), writable=(Path("/dev/null"),))


def _lock_programs() -> None:
    calls = native_calls()
    set_process_option(PR_SET_NO_NEW_PRIVS, 1)
    install_filter(calls, worker_filter(calls))
