"""Stands where app.bootstrap stands, in the copy the tests run: what Coffer does after the lock, made small."""

import json
import os
import subprocess
import sys

from app.lockdown import Lock, relaunch, self_command
from tests.hostile.network.scenarios import SCENARIOS, state


def run(argv: list[str], lock: Lock) -> int:
    if argv[0] == "first":
        lock.attempts.read()
        relaunch(lock, ["second", str(os.getpid()), str(os.getppid())])
    if argv[0] == "second":
        same = [os.getpid() == int(argv[1]), os.getppid() == int(argv[2])]
        print(json.dumps({**state(lock), "same_process": same[0], "same_guard": same[1]}))
        return 0
    if argv[0] == "worker":
        worker = subprocess.run([*self_command(), "--worker", "statement"], check=False)
        rows = [row.kind.value for row in lock.attempts.read() if row.pid != os.getpid()]
        print(json.dumps({"code": worker.returncode, "rows": rows}))
        return 0
    print(json.dumps(SCENARIOS[argv[0]](lock)), flush=True)
    return int(argv[1]) if len(argv) > 1 else 0


def main() -> int:
    """Stands where app.workers.parser_child stands."""
    sys.stdout.flush()
    return 33
