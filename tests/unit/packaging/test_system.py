"""Missing system parts: installed where that is allowed, else one command to run."""

import pytest

from setup import system
from setup.report import StepFailedError


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands the set-up would run, on a Debian where only libEGL is missing."""
    ran: list[list[str]] = []
    monkeypatch.setattr(system, "run", lambda arguments, *_, **__: ran.append(arguments))
    monkeypatch.setattr(system, "_loads", lambda library: library != "libEGL.so.1")
    monkeypatch.setattr("setup.system.shutil.which", lambda program: f"/usr/bin/{program}")
    return ran


def test_nothing_is_done_where_nothing_is_missing(commands: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "_loads", lambda _: True)
    system.qt_libraries()
    assert commands == []


def test_an_administrator_gets_the_missing_package_installed(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "_administrator", list)
    system.qt_libraries()
    assert [command[:2] for command in commands] == [["apt-get", "update"], ["apt-get", "install"]]
    assert "libegl1" in commands[1]
    assert "libgl1" not in commands[1]


def test_anyone_else_is_told_the_one_command(commands: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "_administrator", lambda: None)
    with pytest.raises(StepFailedError) as raised:
        system.qt_libraries()
    assert "sudo apt-get install --no-install-recommends libegl1" in raised.value.remedy
    assert commands == []


def test_another_linux_is_told_what_is_missing(commands: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("setup.system.shutil.which", lambda _: None)
    with pytest.raises(StepFailedError, match="libegl1"):
        system.qt_libraries()
    assert commands == []


def test_every_library_the_window_needs_is_here() -> None:
    assert [library for library in system.QT_LIBRARIES.values() if not system._loads(library)] == []
