"""Fills the .venv, and skips what a stamp says is already there under the same locks and settings."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from setup import environment, hashes, llama, model, project, system
from setup.command import run
from setup.places import LOCKS, STAMPS, VENV, venv_program
from setup.report import StepFailedError, Watch, say

RUN_LOCK = LOCKS / "run.txt"
TEST_LOCK = LOCKS / "test.txt"
PACKAGE_LOCK = LOCKS / "package.txt"


def for_running(*, window: bool) -> None:
    """Everything that Coffer itself needs; with `window`, Qt's system libraries too.

    Raises:
        StepFailedError: a step could not be done.
    """
    if sys.version_info < (3, 11):  # noqa: UP036  (the person's Python, not the project's)
        raise StepFailedError("Coffer needs Python 3.11 or newer", remedy="Install it and start this file with it.")
    if window:
        system.qt_libraries()
    environment.create(VENV)
    with _once("run", RUN_LOCK) as wanted:
        if wanted:
            say("installing the libraries of Coffer (about 250 MB)")
            environment.install(RUN_LOCK)
    with _once("engine", llama.SOURCE_LOCK, llama.wheel_folder().name) as wanted:
        if wanted:
            _install_engine()
    model.ensure()
    project.link()


def for_testing() -> None:
    """What the checks need on top: their libraries and programs.

    Raises:
        StepFailedError: a step could not be done.
    """
    system.test_programs()
    _install_lock("test", TEST_LOCK)


def for_packaging() -> None:
    """What building the packaged program needs on top.

    Raises:
        StepFailedError: a step could not be done.
    """
    _install_lock("package", PACKAGE_LOCK)


def _install_lock(name: str, lock: Path) -> None:
    with _once(name, lock) as wanted:
        if wanted:
            say(f"installing {lock.name}")
            environment.install(lock)


def _install_engine() -> None:
    system.compiler()
    wheel = llama.built_wheel()
    run(
        [
            str(venv_program("python")), "-m", "pip", "install", "--no-index", "--no-deps", "--force-reinstall",
            "--no-cache-dir", str(wheel),
        ],
        "installing the model engine",
        remedy=f"Delete {wheel.parent} and run the same command again.",
    )  # fmt: skip


@contextmanager
def _once(name: str, lock: Path, *settings: str) -> Iterator[bool]:
    """Yield whether a step is due; when it ends well, stamp it with the hash of its lock, settings and Python."""
    watch = Watch()
    stamp = STAMPS / name
    wanted = hashes.of_texts(lock.read_text(encoding="utf-8"), sys.version, *settings)
    due = not stamp.is_file() or stamp.read_text(encoding="utf-8") != wanted
    yield due
    if due:
        STAMPS.mkdir(parents=True, exist_ok=True)
        stamp.write_text(wanted, encoding="utf-8")
        say(f"  done in {watch}")
