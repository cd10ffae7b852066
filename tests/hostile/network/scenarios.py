"""Programs under the lock that the tests run and judge: each prints one JSON object. Usage: scenarios.py NAME."""

import contextlib
import ctypes
import errno
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path

from app.lockdown import AttemptKind, Lock, launch, retest
from tests.hostile.network.kernel_attacks import allow_all_filter, libc, own_listener, raw_syscall
from tests.hostile.network.target import SOCKET_CALL, Target

NOWHERE = Target(port=9, giver="", inherited=-1, pair=-1)
CHILD = """
import ctypes, os, sys
libc = ctypes.CDLL(None)
for _ in range(int(sys.argv[1])):
    assert libc.syscall(int(sys.argv[2]), 2, 1, 0) < 0
if len(sys.argv) > 3:
    import subprocess
    subprocess.run([sys.executable, "-c", sys.argv[4], sys.argv[3], sys.argv[2]], check=True)
"""


def thousand(lock: Lock) -> dict[str, object]:
    """400 attempts from the app, 300 from a child, 300 from a grandchild; nobody reads meanwhile."""
    lock.attempts.read()
    for _ in range(400):
        raw_syscall(NOWHERE)
    subprocess.run([sys.executable, "-c", CHILD, "300", str(SOCKET_CALL), "300", CHILD], check=True)
    rows = lock.attempts.read()
    return {
        "rows": len(rows),
        "by_process": sorted(Counter(row.pid for row in rows).values()),
        "complete": all(row.process and row.command and row.wall and row.call == "socket" for row in rows),
        "in_order": [row.sequence for row in rows] == sorted(row.sequence for row in rows),
        "dropped": lock.attempts.dropped,
    }


def threads(lock: Lock) -> dict[str, object]:
    """Four threads at once, read while they run."""
    lock.attempts.read()
    workers = [threading.Thread(target=lambda: [raw_syscall(NOWHERE) for _ in range(100)]) for _ in range(4)]
    for worker in workers:
        worker.start()
    seen = 0
    while any(worker.is_alive() for worker in workers):
        seen += len(lock.attempts.read())
        time.sleep(0.001)
    return {"rows": seen + len(lock.attempts.read())}


def flood(lock: Lock) -> dict[str, object]:
    """More attempts than the pipe holds: rows are lost, the count of them is not, and nobody waits."""
    lock.attempts.read()
    made = 6000
    for _ in range(made):
        raw_syscall(NOWHERE)
    rows = len(lock.attempts.read())
    raw_syscall(NOWHERE)
    last = lock.attempts.read()
    return {"made": made + 1, "rows": rows + len(last), "dropped": lock.attempts.dropped}


def annotated(lock: Lock) -> dict[str, object]:
    lock.attempts.read()
    for action in (lambda: socket.getaddrinfo("bank.example", 443), lambda: raw_syscall(NOWHERE)):
        with contextlib.suppress(OSError):
            action()
    rows = [row for row in lock.attempts.read() if row.kind is AttemptKind.NETWORK]
    return {"hosts": [row.host for row in rows], "stacks": [bool(row.stack) for row in rows]}


def guard_killed(lock: Lock) -> dict[str, object]:
    os.kill(os.getppid(), signal.SIGKILL)
    guard = os.getppid()
    deadline = time.monotonic() + 5
    while os.getppid() == guard and time.monotonic() < deadline:
        time.sleep(0.005)
    made = libc().syscall(SOCKET_CALL, 2, 1, 0)
    number = ctypes.get_errno()
    lock.attempts.read()
    return {
        "socket": made,
        "errno": errno.errorcode.get(number, ""),
        "own_listener": own_listener(NOWHERE),
        "after_allow_all": allow_all_filter(NOWHERE),
        "guard_lives": lock.attempts.guard_lives,
        "retest": retest(lock).state.value,
    }


def state(lock: Lock) -> dict[str, object]:
    return {
        "state": lock.state.value,
        "evidence": lock.evidence,
        "mechanism": lock.mechanism,
        "reason": lock.reason,
        "empty_namespace": lock.empty_namespace,
        "listing": lock.attempts.fileno() >= 0,
        "network_rows": sum(row.kind is AttemptKind.NETWORK for row in lock.attempts.read()),
        "core": _core_limit(),
    }


def core(lock: Lock) -> dict[str, object]:
    return {"own": _core_limit(), "guard": _core_limit_of(os.getppid())}


def _core_limit() -> str:
    return _core_limit_of("self")


def _core_limit_of(process: object) -> str:
    limits = Path(f"/proc/{process}/limits").read_text().splitlines()
    return next(line for line in limits if "core" in line).split()[4]


def exit_seven(lock: Lock) -> dict[str, object]:
    sys.exit(7)


def wait_for_signal(lock: Lock) -> dict[str, object]:
    """Says that it waits, then that the signal came."""

    def caught(number: int, _: object) -> None:
        # The signal may come in the midst of a print: past its buffer, straight to the descriptor.
        os.write(1, json.dumps({"caught": number}).encode() + b"\n")
        sys.exit(40 + number)

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, caught)
    print(json.dumps({"app": os.getpid()}), flush=True)
    time.sleep(20)
    return {}


def die_by_signal(lock: Lock) -> dict[str, object]:
    os.kill(os.getpid(), signal.SIGKILL)
    return {}


SCENARIOS = {
    f.__name__: f
    for f in (thousand, threads, flood, annotated, guard_killed, state, core, exit_seven, wait_for_signal, die_by_signal)
}


def main() -> None:
    lock = launch(accept_unlocked="--accept-unlocked" in sys.argv)
    print(json.dumps(SCENARIOS[sys.argv[1]](lock)), flush=True)


if __name__ == "__main__":
    main()
