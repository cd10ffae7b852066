"""Real network attempts made on purpose, to see what happens to them."""

import contextlib
import ctypes
import errno
import os
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass

from app.lockdown.linux.tables import native_calls

# EMFILE, EAFNOSUPPORT and their like prove nothing about a lock. ENOSYS is the kernel's answer when the guard is gone.
REFUSALS = frozenset({errno.EACCES, errno.EPERM, errno.ENOSYS})
TEST_ADDRESS = ("192.0.2.1", 9)  # RFC 5737 TEST-NET-1; a UDP connect() sends no packet.


@dataclass(frozen=True, slots=True)
class TestAttempt:
    """One attempt of our own and whether the system refused it."""

    __test__ = False  # a name for people, not a test case

    name: str
    refused: bool
    detail: str


def run_self_test() -> tuple[TestAttempt, ...]:
    """Try a TCP socket, a raw system call and a UDP socket; nothing is ever sent."""
    return (
        _attempt("tcp socket", _tcp),
        _attempt("raw system call", _raw),
        _attempt("udp socket", _udp),
    )


def inherited_lock_holds() -> bool:
    """True when this process already stands under a filter that refuses sockets.

    The attempt is a netlink socket: refused by our lock like any other family, allowed by a container's usual
    filter, and listed as local, so that the start of a worker is no alarm.
    """
    if seccomp_mode() != 2:
        return False
    try:
        test = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)
    except OSError as refusal:
        return refusal.errno in REFUSALS
    test.close()
    return False


def seccomp_mode(status: str = "/proc/self/status") -> int:
    """The Seccomp field of /proc/self/status: 0 none, 2 filter; 0 too where there is no such file."""
    try:
        with open(status, encoding="ascii", errors="replace") as lines:  # noqa: PTH123 - before other imports
            fields = dict(line.split(":", 1) for line in lines if ":" in line)
    except OSError:
        return 0
    return int(fields.get("Seccomp", "0"))


def _attempt(name: str, action: Callable[[], None]) -> TestAttempt:
    try:
        action()
    except OSError as error:
        return TestAttempt(name=name, refused=error.errno in REFUSALS, detail=error.strerror or str(error))
    return TestAttempt(name=name, refused=False, detail="allowed")


def _tcp() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as test:
        if sys.platform != "linux":
            test.settimeout(0.2)
            # ECONNREFUSED is the ordinary answer of an open machine, and no refusal in our sense.
            with contextlib.suppress(ConnectionRefusedError, TimeoutError):
                test.connect(("127.0.0.1", TEST_ADDRESS[1]))


def _udp() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as test:
        if sys.platform != "linux":
            test.connect(TEST_ADDRESS)


def _raw() -> None:
    if sys.platform == "win32":
        _udp()
        return
    libc = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "linux":
        made = libc.syscall(native_calls().socket, int(socket.AF_INET), int(socket.SOCK_STREAM), 0)
    else:
        made = libc.socket(int(socket.AF_INET), int(socket.SOCK_STREAM), 0)
    if made < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    test = socket.socket(fileno=made)
    with test:
        if sys.platform != "linux":
            test.settimeout(0.2)
            with contextlib.suppress(ConnectionRefusedError, TimeoutError):
                test.connect(("127.0.0.1", TEST_ADDRESS[1]))
