"""Plays a kernel that can do less: a filter from outside refuses what an older one lacks, then runs the program.

Usage: weak_kernel.py LACK PROGRAM...; LACK is "filters" (no seccomp at all), "listeners" (before Linux 5.0),
"processes" (before Linux 5.3: no pidfd) or "namespaces" (forbidden to ordinary users).
"""

import errno
import os
import sys

from app.lockdown.linux.bpf import ALLOW, Rule, Test, assemble, refuse
from app.lockdown.linux.seccomp import PR_SET_NO_NEW_PRIVS, install_filter, set_process_option
from app.lockdown.linux.tables import X86_64, native_calls

PR_SET_SECCOMP = 22

calls = native_calls()
prctl, unshare = (157, 272) if calls is X86_64 else (167, 97)
lacking = {
    "filters": (
        Rule(calls.seccomp, refuse(errno.ENOSYS)),
        Rule(prctl, refuse(errno.EINVAL), (Test(0, PR_SET_SECCOMP),)),
    ),
    "listeners": (Rule(calls.seccomp, refuse(errno.EINVAL), (Test(1, 8, mask=8),)),),
    "processes": (Rule(434, refuse(errno.ENOSYS)),),
    "namespaces": (Rule(unshare, refuse(errno.EPERM)),),
}
set_process_option(PR_SET_NO_NEW_PRIVS, 1)
install_filter(calls, assemble(calls, lacking[sys.argv[1]], foreign=ALLOW))
os.execv(sys.executable, [sys.executable, *sys.argv[2:]])
