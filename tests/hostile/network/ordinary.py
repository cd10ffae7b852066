"""Runs programs of the lock as an ordinary user (nobody, when the tests run as root) from a copy all can read."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.helpers.source_tree import ROOT

NOBODY = 65534
COPIED = ("app/__init__.py", "app/__main__.py", "app/lockdown", "app/workers", "tests/hostile/network")
AS_ROOT = os.geteuid() == 0
USERS = ("ordinary", "root") if AS_ROOT else ("ordinary",)


@dataclass(frozen=True)
class Stage:
    """A copy of the lock and the attacks in a folder that every user may read."""

    root: Path

    def command(self, user: str, *arguments: str) -> list[str]:
        """The command line that runs Python with these arguments as that user."""
        return [*become(user), *self.python(*arguments)]

    def python(self, *arguments: str) -> list[str]:
        """The command line that runs Python with these arguments as the present user."""
        return [interpreter(), "-B", *arguments]

    def run(
        self, user: str, *arguments: str, environment: dict[str, str] | None = None, timeout: float = 60
    ) -> subprocess.CompletedProcess[str]:
        """Run it to its end and return output and exit code."""
        return subprocess.run(
            self.command(user, *arguments),
            cwd=self.root,
            env={**self.environment(), **(environment or {})},
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
        )

    def environment(self) -> dict[str, str]:
        """A small environment: nothing of the tests' own, the copy to import from."""
        return {"PATH": os.environ["PATH"], "PYTHONPATH": str(self.root), "HOME": str(self.root)}


@contextmanager
def stage() -> Iterator[Stage]:
    """The copy, for as long as it is needed."""
    with tempfile.TemporaryDirectory(prefix="coffer-lock-", dir="/tmp") as folder:
        root = Path(folder)
        for name in COPIED:
            source, goal = ROOT / name, root / name
            goal.parent.mkdir(parents=True, exist_ok=True)
            if source.is_dir():
                shutil.copytree(source, goal, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, goal)
        for path in (root, *root.rglob("*")):
            path.chmod(0o755)
        yield Stage(root=root)


@cache
def interpreter() -> str:
    """A Python 3.11 or newer that the ordinary user may run; the standard library is all it needs."""
    # It must be able to start itself again: setpriv's own rights reach further than those of what it starts.
    check = (
        "import ctypes, os, subprocess, sys; sys.exit(sys.version_info < (3, 11) "
        "or subprocess.run([sys.executable, '-c', 'import ctypes']).returncode)"
    )
    for candidate in (sys.executable, "/usr/bin/python3", "/usr/local/bin/python3"):
        command = [*become("ordinary"), candidate, "-c", check]
        if subprocess.run(command, cwd="/", capture_output=True, check=False).returncode == 0:
            return candidate
    raise RuntimeError("no Python 3.11 that an ordinary user may run")


def become(user: str) -> list[str]:
    """What to put in front of a command line to be that user."""
    if AS_ROOT and user == "ordinary":
        return ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    return []
