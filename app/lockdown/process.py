"""What every process of Coffer does to itself before anything else: no core files, no sockets from outside."""

import contextlib
import os
import socket
import stat
import sys
from pathlib import Path

HARMLESS = (stat.S_ISREG, stat.S_ISFIFO, stat.S_ISCHR, stat.S_ISDIR)


def forbid_core_files() -> None:
    """RLIMIT_CORE 0, for this process and its children; nothing to do on Windows."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def close_inherited() -> tuple[int, ...]:
    """Close every descriptor from outside that could carry traffic: sockets, rings, listeners of any kind.

    Files, pipes and terminals stay (a shell may hand a passphrase file as /dev/fd/63). A network socket as
    standard input, output or error is replaced by /dev/null. Returns what was closed.
    """
    closed = []
    for descriptor in _open_descriptors():
        if descriptor > 2 and not _harmless(descriptor):
            with contextlib.suppress(OSError):
                os.close(descriptor)
                closed.append(descriptor)
        elif descriptor <= 2 and _is_network(descriptor):
            nothing = os.open(os.devnull, os.O_RDWR)
            os.dup2(nothing, descriptor)
            os.close(nothing)
            closed.append(descriptor)
    return tuple(closed)


def _open_descriptors() -> list[int]:
    for listing in ("/proc/self/fd", "/dev/fd"):
        with contextlib.suppress(OSError):
            return sorted(int(entry.name) for entry in Path(listing).iterdir() if entry.name.isdigit())
    return []


def _harmless(descriptor: int) -> bool:
    try:
        mode = os.fstat(descriptor).st_mode
    except OSError:
        return True
    return any(kind(mode) for kind in HARMLESS)


def _is_network(descriptor: int) -> bool:
    try:
        if not stat.S_ISSOCK(os.fstat(descriptor).st_mode):
            return False
        with socket.socket(fileno=os.dup(descriptor)) as copy:
            return copy.family != socket.AF_UNIX
    except OSError:
        return False
