"""Fuzz every reader, archives and unknown bytes in turn: `python -m tests.hostile.fuzz.run --seconds 300 [--kinds ofx,camt] [--keep FOLDER]`.

Needs packaging/locks/bench.txt (Linux). Prints executions, files read and faults; ends with 1 where there is a fault.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.hostile.fuzz.targets import targets

_KINDS = tuple(targets())


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one target: how often it ran, and its faults by their place."""

    executions: int
    faults: dict[str, str]


def main() -> int:
    """Run all; the exit code."""
    parser = argparse.ArgumentParser(description="Fuzz the statement readers.")
    parser.add_argument("--seconds", type=int, default=300, help="for each of them")
    parser.add_argument("--kinds", default=",".join(_KINDS))
    parser.add_argument("--keep", type=Path, help="a folder for what was found; it is begun again from there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="coffer-fuzz-") as temporary:
        base = options.keep or Path(temporary)
        outcomes = [fuzz(kind, base / kind, seconds=options.seconds) for kind in options.kinds.split(",")]
    total = sum(outcome.executions for outcome in outcomes)
    faults = sum(len(outcome.faults) for outcome in outcomes)
    print(f"{total:,} executions, {faults} kinds of fault")
    return 1 if faults else 0


def fuzz(kind: str, folder: Path, *, seconds: int) -> Outcome:
    """Fuzz one of them in a process of its own, and print what came of it."""
    folder.mkdir(parents=True, exist_ok=True)
    arguments = [sys.executable, "-m", "tests.hostile.fuzz.one", kind, str(folder), str(seconds)]
    ended = subprocess.run(arguments, capture_output=True, text=True, timeout=seconds + 120, check=False)
    lines = [line for line in ended.stdout.splitlines() if line.startswith('{"kind"')]
    if not lines:
        print(f"{kind:8} ended early with {ended.returncode}: {ended.stderr[-600:]}")
        return Outcome(0, {"ended early": ended.stderr[-600:]})
    told = json.loads(lines[-1])
    print(
        f"{kind:8} {told['executions']:>10,} executions, {told['read']:>10,} read, faults: {told['faults']}", flush=True
    )
    return Outcome(int(told["executions"]), told["faults"])


if __name__ == "__main__":
    sys.exit(main())
