"""N1: runs a program under strace -f and finds every successful way to the network in what it did.

violations() judges a trace; traced() runs a command. Used by the tests here and by those of the packaged build.
"""

import re
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

TRACED = "socket,socketpair,listen,bind,accept,accept4,io_uring_setup"
CALL = re.compile(r"^(?:\[pid\s+)?(?P<pid>\d+)\]?\s+(?P<call>\w+)\((?P<arguments>.*)\)\s+= (?P<result>-?\d+)")
UNFINISHED = re.compile(r"^(?P<pid>\d+)\s+(?P<call>\w+)\((?P<arguments>.*) <unfinished \.\.\.>$")
RESUMED = re.compile(r"^(?P<pid>\d+)\s+<\.\.\. (?P<call>\w+) resumed>(?P<rest>.*)$")


@dataclass(frozen=True)
class Traced:
    """Exit code and output of the program, every traced call, and those calls that must not have succeeded."""

    code: int
    output: str
    errors: str
    calls: tuple[str, ...]
    violations: tuple[str, ...]


def traced(
    command: Sequence[str],
    *,
    before: Sequence[str] = (),
    cwd: Path | None = None,
    environment: Mapping[str, str] | None = None,
    timeout: float = 300,
) -> Traced:
    """Run a command under strace; before is put in front of strace (setpriv, to be an ordinary user)."""
    with tempfile.TemporaryDirectory(prefix="coffer-trace-", dir="/tmp") as folder:
        Path(folder).chmod(0o777)
        trace = Path(folder) / "trace"
        run = subprocess.run(
            [*before, "strace", "-f", "-qq", "-e", f"trace={TRACED}", "-o", str(trace), *command],
            cwd=cwd,
            env=None if environment is None else dict(environment),
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
        )
        lines = trace.read_text(encoding="utf-8", errors="replace").splitlines() if trace.exists() else []
    return Traced(run.returncode, run.stdout, run.stderr, tuple(lines), violations(lines))


def violations(lines: Sequence[str]) -> tuple[str, ...]:
    """The lines of a trace that show a network socket, a listener or an io_uring."""
    return tuple(line for line in joined(lines) if _bad(line))


def joined(lines: Sequence[str]) -> list[str]:
    """Calls that strace printed in two halves, put together again."""
    waiting: dict[tuple[str, str], str] = {}
    whole = []
    for line in lines:
        if start := UNFINISHED.match(line):
            waiting[start["pid"], start["call"]] = f"{start['pid']} {start['call']}({start['arguments']}"
        elif end := RESUMED.match(line):
            whole.append(waiting.pop((end["pid"], end["call"]), f"{end['pid']} {end['call']}(?") + end["rest"])
        else:
            whole.append(line)
    return whole


def _bad(line: str) -> bool:
    found = CALL.match(line)
    if not found or int(found["result"]) < 0:
        return False
    if found["call"] in {"socket", "socketpair"}:
        return not found["arguments"].startswith(("AF_UNIX", "AF_LOCAL"))
    return True  # a listener, an accepted connection, a bound name, a ring: none may succeed
