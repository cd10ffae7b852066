"""The one command, run as a person runs it."""

import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from setup import dependencies, places
from setup.command import run
from setup.report import StepFailedError

START = places.ROOT / "packaging" / "start.py"


def start(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, str(START), *arguments], capture_output=True, text=True, timeout=120, check=False
    )


def test_an_unknown_verb_is_wrong_usage() -> None:
    done = start("dance")
    assert done.returncode == 2
    assert "start.py test" in done.stderr


def test_a_second_set_up_takes_less_than_two_seconds_and_changes_nothing() -> None:
    start("setup")
    stamps = {path.name: path.read_text() for path in places.STAMPS.iterdir()}
    before = time.monotonic()
    done = start("setup")
    assert time.monotonic() - before < 2
    assert done.returncode == 0
    assert done.stdout.splitlines() == ["coffer: ready: .venv/bin/coffer"]
    assert {path.name: path.read_text() for path in places.STAMPS.iterdir()} == stamps


def test_a_failed_step_is_done_again_and_a_finished_one_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dependencies, "STAMPS", tmp_path / "stamps")
    lock = tmp_path / "some.txt"
    lock.write_text("one")
    with suppress(ZeroDivisionError), dependencies._once("some", lock) as due:
        raise ZeroDivisionError
    for expected in (True, False):
        with dependencies._once("some", lock) as due:
            assert due is expected
    lock.write_text("two")
    with dependencies._once("some", lock) as due:
        assert due


def test_a_failed_program_shows_its_last_words_and_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COFFER_SETUP_CACHE", str(tmp_path))
    with pytest.raises(StepFailedError, match="no such luck") as raised:
        run([sys.executable, "-c", "print('no such luck'); raise SystemExit(3)"], "trying", remedy="Try harder.")
    assert raised.value.remedy.startswith("Try harder.")
    assert str(tmp_path) in raised.value.remedy


def test_the_whole_set_up_imports_nothing_but_the_standard_library() -> None:
    done = subprocess.run(
        [sys.executable, "-E", "-s", "-S", str(START), "help"], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
