"""Landlock (landlock(7)): which files a process may still open. Holds for the calling thread and its children."""

import contextlib
import ctypes
import os
import stat
import struct
from collections.abc import Iterable
from pathlib import Path

from app.lockdown.linux.tables import Calls

VERSION_FLAG, PATH_BENEATH = 1, 1
WRITE_FILE, READ_FILE, READ_DIR, TRUNCATE = 1 << 1, 1 << 2, 1 << 3, 1 << 14
# The rights of files that each version of Landlock knows, as a count of bits (linux/landlock.h).
KNOWN_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
SCOPE_ABSTRACT_SOCKETS_AND_SIGNALS = 3


def landlock_version(calls: Calls) -> int:
    """The version this kernel offers; raises OSError where there is none."""
    return _call(calls.landlock_create_ruleset, None, 0, VERSION_FLAG)


def restrict_files(calls: Calls, *, readable: Iterable[Path], writable: Iterable[Path]) -> None:
    """Leave reading of the readable paths and reading and writing of the writable ones; nothing else, no exec.

    Paths that do not exist are skipped. Needs no_new_privs. Raises OSError where the kernel lacks Landlock.
    """
    version = landlock_version(calls)
    rights = (1 << KNOWN_RIGHTS.get(version, 16)) - 1
    attributes = struct.pack("<Q", rights)
    if version >= 6:
        attributes = struct.pack("<QQQ", rights, 0, SCOPE_ABSTRACT_SOCKETS_AND_SIGNALS)
    ruleset = _call(calls.landlock_create_ruleset, attributes, len(attributes), 0)
    try:
        for paths, wanted in ((readable, READ_FILE | READ_DIR), (writable, READ_FILE | WRITE_FILE | TRUNCATE)):
            for path in paths:
                _grant(calls, ruleset, path=path, rights=wanted & rights)
        _call(calls.landlock_restrict_self, ruleset, 0)
    finally:
        os.close(ruleset)


def _grant(calls: Calls, ruleset: int, *, path: Path, rights: int) -> None:
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        if not stat.S_ISDIR(os.fstat(descriptor).st_mode):
            rights &= ~READ_DIR
        rule = struct.pack("<Qi", rights, descriptor)
        _call(calls.landlock_add_rule, ruleset, PATH_BENEATH, rule, 0)
    finally:
        with contextlib.suppress(OSError):
            os.close(descriptor)


def _call(number: int, *arguments: int | bytes | None) -> int:
    libc = ctypes.CDLL(None, use_errno=True)
    values = [ctypes.c_long(value) if isinstance(value, int) else ctypes.c_char_p(value) for value in arguments]
    result = int(libc.syscall(ctypes.c_long(number), *values))
    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result
