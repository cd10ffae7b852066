"""All the checks of the project, each once, ending with pytest's own summary line."""

import os
import subprocess
from collections.abc import Sequence

from setup.command import clean_environment
from setup.places import ROOT, venv_program
from setup.report import Watch, say

STATIC = (
    ("ruff", ("ruff", "check", "--quiet", ".")),
    ("mypy", ("mypy",)),
    ("import contracts", ("lint-imports",)),
)


def run_all(pytest_arguments: Sequence[str]) -> int:
    """Run every check, the later ones also after an earlier one failed; return 0 only if all passed.

    With arguments of their own for pytest, the other checks are skipped: somebody is looking at one test.
    """
    platform = os.environ.get("QT_QPA_PLATFORM", "offscreen")
    environment = clean_environment({"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": platform})
    failed = (
        []
        if pytest_arguments
        else [name for name, command in STATIC if not _passes(name, command, environment=environment)]
    )
    if failed:
        say(f"FAILED before the tests: {', '.join(failed)} (their findings stand above)")
    python = str(venv_program("python"))
    tests = subprocess.run([python, "-m", "pytest", *pytest_arguments], cwd=ROOT, env=environment, check=False)
    return 1 if failed else tests.returncode


def _passes(name: str, command: Sequence[str], *, environment: dict[str, str]) -> bool:
    watch = Watch()
    program, *arguments = command
    done = subprocess.run(
        [str(venv_program(program)), *arguments], cwd=ROOT, env=environment, check=False, capture_output=True, text=True
    )
    passed = done.returncode == 0
    if not passed:
        print(done.stdout + done.stderr, flush=True)
    say(f"{name}: {'passed' if passed else 'FAILED'} in {watch}")
    return passed
