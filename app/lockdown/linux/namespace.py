"""An empty network namespace as the second wall, where the system lets an ordinary user have one."""

import os
from pathlib import Path

from app.lockdown.linux.seccomp import CLONE_NEWNET, CLONE_NEWUSER, drop_capabilities, unshare
from app.lockdown.linux.tables import Calls

# What root keeps: the right to its files and users. No network, no tracing, no mounting, no raw memory, no modules.
FILE_CAPABILITIES = sum(1 << number for number in (0, 1, 2, 3, 4, 5, 6, 7))
TRIAL_FAILED = 9


def enter_empty_network(calls: Calls) -> bool:
    """Leave the machine's network for an empty one and give up network rights; False where that is forbidden."""
    flags = CLONE_NEWNET if os.geteuid() == 0 else CLONE_NEWUSER | CLONE_NEWNET
    entered = _trial(flags)  # half a user namespace (unmapped ids) is worse than none: try it on a child first
    if entered:
        _enter(flags)
    if entered or os.geteuid() == 0:
        drop_capabilities(calls, FILE_CAPABILITIES if os.geteuid() == 0 else 0)
    return entered


def _trial(flags: int) -> bool:
    child = os.fork()
    if child == 0:
        code = TRIAL_FAILED
        try:
            _enter(flags)
            code = 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def _enter(flags: int) -> None:
    user, group = os.geteuid(), os.getegid()
    unshare(flags)
    if flags & CLONE_NEWUSER:
        Path("/proc/self/setgroups").write_text("deny", encoding="ascii")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1", encoding="ascii")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1", encoding="ascii")
