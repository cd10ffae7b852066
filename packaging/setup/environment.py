"""A virtual environment of our own, filled only with files whose SHA-256 stands in a lock file."""

import importlib.util
import os
import sys
from pathlib import Path

from setup import system
from setup.command import run
from setup.places import VENV, venv_program
from setup.report import StepFailedError

REGISTRY_REMEDY = "Check that pip reaches its package index (pip download six), then run the same command again."


def create(venv: Path) -> None:
    """Make a virtual environment with pip in it, if it is not there yet.

    Raises:
        StepFailedError: this Python cannot make one.
    """
    if venv_program("python", venv=venv).exists():
        return
    if importlib.util.find_spec("ensurepip") is None:
        system.install_debian(["python3-venv"], what="Python's venv module")
    run(
        [sys.executable, "-m", "venv", str(venv)],
        "making the virtual environment",
        remedy=f"Delete {venv} and run the same command again.",
    )


def install(lock: Path, *, venv: Path = VENV) -> None:
    """Install exactly what a lock file names; any file with another SHA-256 stops the set-up.

    Raises:
        StepFailedError: pip refused, or could not fetch a package.
    """
    if not lock.is_file():
        raise StepFailedError(f"the lock file {lock.name} is missing", remedy="Take a whole checkout of Coffer.")
    run(
        [
            str(venv_program("python", venv=venv)), "-m", "pip", "install", "--require-hashes", "--no-deps",
            "--only-binary", ":all:", "--requirement", str(lock),
        ],
        f"installing {lock.stem}",
        remedy=REGISTRY_REMEDY,
    )  # fmt: skip


def activated(venv: Path) -> dict[str, str]:
    """The variables that put an environment's programs first on the path."""
    programs = venv_program("python", venv=venv).parent
    return {"PATH": f"{programs}{os.pathsep}{os.environ.get('PATH', '')}", "VIRTUAL_ENV": str(venv)}
