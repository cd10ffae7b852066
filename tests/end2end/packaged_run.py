"""Runs the packaged program as a person without rights would: a copy elsewhere, a fresh home, no source, under strace."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.end2end import written
from tests.hostile.network.ordinary import NOBODY, become
from tests.hostile.network.strace_check import TRACED, joined, violations

NETWORK_CALL = re.compile(rf"^\d+\s+({TRACED.replace(',', '|')})\(")


@dataclass(frozen=True)
class Run:
    """One finished command of the packaged program: what it said and what the kernel saw it do."""

    code: int
    output: str
    errors: str
    calls: tuple[str, ...]

    @property
    def answers(self) -> list[dict[str, Any]]:
        """The JSON objects on standard output, one a line."""
        return [json.loads(line) for line in self.output.splitlines()]

    @property
    def network(self) -> tuple[str, ...]:
        """Calls that reached the network."""
        return violations([call for call in self.calls if NETWORK_CALL.match(call)])


@dataclass(frozen=True)
class Person:
    """An ordinary user with a home folder of their own and a copy of the packaged program."""

    folder: Path

    @property
    def home(self) -> Path:
        """The user's home folder: the only place the program may write to."""
        return self.folder / "home"

    @property
    def program(self) -> Path:
        """The user's copy of the packaged program."""
        return self.folder / "Coffer program" / "coffer"

    def run(self, *arguments: str, text: str = "") -> Run:
        """Run the program with these arguments, `text` on its standard input, and trace its whole tree."""
        trace = self.home / "trace"
        trace.unlink(missing_ok=True)
        selected = f"trace={TRACED},{written.CALLS}"
        done = subprocess.run(
            [*become("ordinary"), "strace", "-f", "-qq", "-y", "-s", "300", "-e", selected, "-o", str(trace),
             str(self.program), *arguments],
            input=text, cwd=self.home, env=self.environment(), capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        lines = joined(trace.read_text(encoding="utf-8", errors="replace").splitlines())
        return Run(done.returncode, done.stdout, done.stderr, tuple(lines))

    def environment(self) -> dict[str, str]:
        """What a fresh login has, without a display."""
        return {"HOME": str(self.home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "USER": "nobody"}

    def writes(self, runs: Sequence[Run]) -> list[Path]:
        """What these runs wrote outside the home folder."""
        paths = {path for run in runs for path in written.written(run.calls, cwd=self.home)}
        return sorted(path for path in paths if not path.is_relative_to(self.home))


def settle(folder: Path, program: Path) -> Person:
    """Give an ordinary user a copy of the packaged program and a home in this folder."""
    folder.chmod(0o755)
    person = Person(folder)
    shutil.copytree(program.parent, person.program.parent, symlinks=True)
    person.home.mkdir()
    if os.geteuid() == 0:
        os.chown(person.home, NOBODY, NOBODY)
    return person
