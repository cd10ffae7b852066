"""The few system calls behind the lock, by ctypes: seccomp(2), prctl(2), unshare(2), capset(2), signalfd(2)."""

import ctypes
import os
import struct

from app.lockdown.linux.tables import Calls

PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_NAME, PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS = 1, 4, 15, 24, 38
CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000
_SET_MODE_FILTER = 1
_TSYNC, _NEW_LISTENER, _TSYNC_ESRCH, _WAIT_KILLABLE = 1, 8, 16, 32
_CAPABILITY_VERSION_3 = 0x20080522
_SFD_CLOEXEC_NONBLOCK = 0o2004000


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _checked(result: int) -> int:
    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result


def set_process_option(option: int, value: int) -> None:
    """prctl(option, value); raises OSError."""
    _checked(_libc().prctl(option, ctypes.c_ulong(value), 0, 0, 0))


def name_process(name: str) -> None:
    """The short name that ps and our own rows show, 15 bytes at most."""
    _checked(_libc().prctl(PR_SET_NAME, ctypes.c_char_p(name.encode()[:15]), 0, 0, 0))


def unshare(flags: int) -> None:
    """Leave the shared namespaces named by the CLONE_ flags; raises OSError."""
    _checked(_libc().unshare(flags))


def install_filter(calls: Calls, program: bytes) -> None:
    """Lay a filter without a listener on this process and all its threads; raises OSError."""
    try:
        _install(calls, program, flags=_TSYNC)
    except OSError:
        _install(calls, program, flags=0)


def install_listener(calls: Calls, program: bytes) -> int:
    """Lay the filter that asks and return the listener's descriptor; raises OSError."""
    ladder = (_TSYNC | _NEW_LISTENER | _TSYNC_ESRCH | _WAIT_KILLABLE, _TSYNC | _NEW_LISTENER | _TSYNC_ESRCH)
    for flags in ladder:  # Linux 6.0, then 5.7
        try:
            return _install(calls, program, flags=flags)
        except OSError:
            continue
    return _install(calls, program, flags=_NEW_LISTENER)  # Linux 5.0: right only while there is one thread


def drop_capabilities(calls: Calls, keep: int) -> None:
    """Give up every capability outside the bit mask keep, for good; raises OSError."""
    for number in range(64):
        if not keep >> number & 1 and _libc().prctl(PR_CAPBSET_DROP, ctypes.c_ulong(number), 0, 0, 0) < 0:
            break  # EINVAL: past the last capability; EPERM: the bounding set is not ours to cut
    header = struct.pack("<Ii", _CAPABILITY_VERSION_3, 0)
    effective, permitted = _own_capabilities()
    low, high = keep & 0xFFFFFFFF, keep >> 32
    words = []
    for mask, shift in ((low, 0), (high, 32)):
        words += [effective >> shift & mask, permitted >> shift & mask, 0]
    data = struct.pack("<6I", *words)
    _checked(_libc().syscall(calls.capset, ctypes.c_char_p(header), ctypes.c_char_p(data)))


def signal_descriptor(signals: set[int]) -> int:
    """A descriptor that becomes readable when one of the (blocked) signals comes; raises OSError."""
    bits = sum(1 << (number - 1) for number in signals)
    mask = ctypes.create_string_buffer(struct.pack("<Q", bits) + bytes(120), 128)
    return _checked(_libc().signalfd(-1, mask, _SFD_CLOEXEC_NONBLOCK))


def _install(calls: Calls, program: bytes, *, flags: int) -> int:
    code = ctypes.create_string_buffer(program, len(program))
    header = struct.pack("@HP", len(program) // 8, ctypes.addressof(code))
    return _checked(
        _libc().syscall(calls.seccomp, _SET_MODE_FILTER, ctypes.c_uint(flags), ctypes.c_char_p(header))
    )


def _own_capabilities() -> tuple[int, int]:
    with open("/proc/self/status", encoding="ascii", errors="replace") as lines:  # noqa: PTH123 - before other imports
        fields = dict(line.split(":", 1) for line in lines if ":" in line)
    return int(fields["CapEff"], 16), int(fields["CapPrm"], 16)
