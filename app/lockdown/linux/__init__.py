"""The kernel lock of Linux: guard and app, one seccomp filter, an empty network namespace where allowed."""

import contextlib
import fcntl
import os
import signal

from app.lockdown.engaged import Engaged
from app.lockdown.handover import Handover
from app.lockdown.linux.filters import app_filter, plain_filter
from app.lockdown.linux.guard import FORWARDED, Post, stand_guard
from app.lockdown.linux.namespace import enter_empty_network
from app.lockdown.linux.rows import PIPE_SIZE, RowWriter
from app.lockdown.linux.seccomp import (
    PR_SET_NO_NEW_PRIVS,
    install_filter,
    install_listener,
    name_process,
    set_process_option,
    signal_descriptor,
)
from app.lockdown.linux.tables import Calls, native_calls
from app.lockdown.linux.unix_paths import unix_paths

F_SETPIPE_SZ = 1031
NO_BUS = "disabled:"


def engage() -> Engaged:
    """Split into guard and app and lock the app; returns in the app only (or, without a guard, in the launcher)."""
    os.environ.setdefault("DBUS_SESSION_BUS_ADDRESS", NO_BUS)  # else libdbus starts a daemon of its own
    try:
        calls = native_calls()
    except OSError as error:
        return _unlocked(str(error))
    handover = Handover()
    reader, writer = os.pipe()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)  # ignored by our parent, it would take our children's exit codes
    signal.pthread_sigmask(signal.SIG_BLOCK, FORWARDED)
    child = os.fork()
    if child == 0:
        os.close(writer)
        return _be_app(handover, calls, reader=reader)
    os.close(reader)
    return _be_launcher(handover, calls, child=child, writer=writer)


def _be_app(handover: Handover, calls: Calls, *, reader: int) -> Engaged:
    handover.be_child()
    signal.pthread_sigmask(signal.SIG_UNBLOCK, FORWARDED)
    try:
        set_process_option(PR_SET_NO_NEW_PRIVS, 1)
        alone = enter_empty_network(calls)
        listener = install_listener(calls, app_filter(calls))
    except OSError as error:
        handover.send_failure(error.strerror or str(error))
        os._exit(0)
    handover.send_listener(listener, empty_namespace=alone)
    if not handover.wait_ready():
        os._exit(1)
    name_process("coffer")
    return Engaged(kernel=True, mechanism="seccomp", descriptor=reader, empty_namespace=alone)


def _be_launcher(handover: Handover, calls: Calls, *, child: int, writer: int) -> Engaged:
    handover.be_guard()
    report = handover.receive()
    reason = report.reason
    if report.listener >= 0:
        try:
            post = _post(calls, listener=report.listener, child=child, writer=writer)
        except (OSError, AttributeError) as error:  # before Linux 5.3, or a Python built for one
            os.close(report.listener)
            reason = str(error)
        else:
            handover.say_ready()
            stand_guard(post)
    handover.give_up()
    os.waitpid(child, 0)
    os.close(writer)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, FORWARDED)
    return _lock_without_guard(calls, reason)


def _post(calls: Calls, *, listener: int, child: int, writer: int) -> Post:
    rows = RowWriter(writer)
    with contextlib.suppress(OSError):  # the user's pipe budget may be spent: then the pipe keeps 64 KiB
        fcntl.fcntl(writer, F_SETPIPE_SZ, PIPE_SIZE)
    return Post(
        listener=listener,
        app=child,
        app_end=os.pidfd_open(child),
        signals=signal_descriptor({int(number) for number in FORWARDED}),
        rows=rows,
        calls=calls,
        paths=unix_paths(os.environ),
    )


def _lock_without_guard(calls: Calls, reason: str) -> Engaged:
    try:
        set_process_option(PR_SET_NO_NEW_PRIVS, 1)
        install_filter(calls, plain_filter(calls))
    except OSError as error:
        return _unlocked(f"the kernel refused the filter: {error.strerror}")
    return Engaged(
        kernel=True,
        mechanism="seccomp, attempts not listed",
        reason=f"the kernel gives no listener: {reason}",
    )


def _unlocked(reason: str) -> Engaged:
    return Engaged(kernel=False, mechanism="none", reason=reason)
