"""Run one attack inside the lock and print what came of it as JSON. Usage: inside.py ATTACK TARGET-JSON."""

import json
import os
import sys

from app.lockdown import launch
from tests.hostile.network.attacks import ATTACKS
from tests.hostile.network.target import Target


def attempt(name: str, target: Target) -> tuple[bool, str]:
    try:
        return ATTACKS[name](target), ""
    except OSError as error:
        return False, f"{type(error).__name__}: {error}"


def main() -> None:
    target = Target(**json.loads(sys.argv[2]))
    user = os.getuid()
    lock = launch()
    got_through, detail = attempt(sys.argv[1], target)
    rows = [
        {"call": row.call, "family": row.family, "kind": row.kind.value, "own": row.pid == os.getpid()}
        for row in lock.attempts.read()
    ]
    result = {"attack": sys.argv[1], "got_through": got_through, "detail": detail, "rows": rows}
    print(json.dumps({**result, "state": lock.state.value, "user": user}), flush=True)


main()
