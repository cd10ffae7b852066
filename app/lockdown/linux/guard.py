"""The guard: the parent process that the kernel asks, that only refuses, reports, and passes on signals and exit."""

import contextlib
import errno
import fcntl
import os
import select
import signal
import struct
from dataclasses import dataclass
from typing import NoReturn

from app.lockdown.linux.addresses import read_address
from app.lockdown.linux.filters import guard_filter
from app.lockdown.linux.rows import RowWriter
from app.lockdown.linux.seccomp import (
    PR_SET_DUMPABLE,
    PR_SET_NO_NEW_PRIVS,
    install_filter,
    name_process,
    set_process_option,
)
from app.lockdown.linux.tables import Calls
from app.lockdown.linux.unix_paths import UnixPaths
from app.lockdown.linux.verdict import NOTIFICATION, Verdict, judge, parse_notification

RECEIVE, SEND, STILL_VALID = 0xC0502100, 0xC0182101, 0x40082102  # linux/seccomp.h, SECCOMP_IOCTL_NOTIF_*
ANSWER = struct.Struct("<QqiI")
GO_ON = 1
SIGNAL_INFO = struct.Struct("<Iii")  # the head of struct signalfd_siginfo: number, errno, code
SIGNAL_INFO_SIZE = 128
FORWARDED = frozenset({signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGUSR1, signal.SIGUSR2})


@dataclass(frozen=True, slots=True)
class Post:
    """All that the guard works with. app is the app's process id, app_end the descriptor that tells of its end."""

    listener: int
    app: int
    app_end: int
    signals: int
    rows: RowWriter
    calls: Calls
    paths: UnixPaths


def stand_guard(post: Post) -> NoReturn:
    """Answer until the app ends, then end as it ended."""
    _lock_self(post.calls)
    waiting = select.poll()
    for descriptor in (post.listener, post.app_end, post.signals):
        waiting.register(descriptor, select.POLLIN)
    while True:
        for descriptor, event in waiting.poll():
            if descriptor == post.app_end:
                end_like(post.app)
            elif descriptor == post.signals:
                forward_signals(post.signals, post.app_end)
            elif event & select.POLLIN:
                answer_one(post)
            else:
                waiting.unregister(post.listener)


def answer_one(post: Post) -> None:
    """One question; nothing that goes wrong with it may stop the guard, else every call fails with ENOSYS."""
    raw = bytearray(NOTIFICATION.size)
    try:
        fcntl.ioctl(post.listener, RECEIVE, raw, True)
    except OSError:
        return  # the caller is gone
    question = parse_notification(raw)
    goes_on = False
    try:
        verdict = judge(question, calls=post.calls, paths=post.paths, read_address=read_address)
        goes_on = verdict.goes_on and _still_valid(post.listener, question.identity)
        if not goes_on:
            post.rows.write(question.thread, verdict)
    except Exception:  # noqa: BLE001 - see above
        post.rows.write(question.thread, Verdict(call="unreadable call", family="", address="", local=False))
    answer = (0, 0, GO_ON) if goes_on else (0, -errno.EACCES, 0)
    with contextlib.suppress(OSError):
        fcntl.ioctl(post.listener, SEND, bytearray(ANSWER.pack(question.identity, *answer)), True)


def forward_signals(signals: int, process: int) -> None:
    """Pass on what was sent to us alone; a key such as Ctrl+C reached the app by itself."""
    with contextlib.suppress(BlockingIOError):
        while True:
            number, _, code = SIGNAL_INFO.unpack_from(os.read(signals, SIGNAL_INFO_SIZE))
            if code <= 0:  # SI_USER and its like; the terminal's signals come from the kernel (0x80)
                with contextlib.suppress(OSError):
                    signal.pidfd_send_signal(process, number)


def end_like(child: int) -> NoReturn:
    """Leave with the child's exit code, or by the signal that ended it."""
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code < 0:
        with contextlib.suppress(OSError, ValueError):
            signal.signal(-code, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, set())
        os.kill(os.getpid(), -code)
    os._exit(code if code >= 0 else 128 - code)


def _still_valid(listener: int, identity: int) -> bool:
    try:
        fcntl.ioctl(listener, STILL_VALID, struct.pack("<Q", identity))
    except OSError:
        return False
    return True


def _lock_self(calls: Calls) -> None:
    name_process("coffer-guard")
    os.chdir("/")  # a stick we were started from can be taken out
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    set_process_option(PR_SET_NO_NEW_PRIVS, 1)
    # The app runs as the same user: without this it could write into our memory. (Never set in the app: the
    # addresses of its attempts would become unreadable.)
    set_process_option(PR_SET_DUMPABLE, 0)
    install_filter(calls, guard_filter(calls))
