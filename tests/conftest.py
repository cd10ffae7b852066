"""What holds in every test: no network, nothing logged as a warning, a home folder of its own, one fixed clock."""

import logging
import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Self

import pytest
from hypothesis import settings

from app.base.clock import FixedClock
from setup import places

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("DBUS_SESSION_BUS_ADDRESS", "disabled:")

settings.register_profile("ordinary", deadline=None, print_blob=True)
settings.register_profile("long", deadline=None, print_blob=True, max_examples=5_000)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run the full form of the checks that take long")


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("long" if config.getoption("--long") else "ordinary")
    config.add_cleanup(_own_home())
    _refuse_network()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--long"):
        return
    for item in items:
        if item.get_closest_marker("long"):
            item.add_marker(pytest.mark.skip(reason="the full form: run with --long"))


@pytest.fixture(autouse=True)
def _no_warning_is_logged(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning or worse, unless it asks for `logged` to look at what was."""
    if "logged" in request.fixturenames:
        yield
        return
    with _Listener() as listener:
        yield
    if listener.records:
        pytest.fail("\n".join(f"logged {record.levelname}: {record.getMessage()}" for record in listener.records))


@pytest.fixture
def clock() -> FixedClock:
    """The clock of a test: noon of 1 December 2025, held still."""
    return FixedClock(date(2025, 12, 1))


@pytest.fixture
def logged() -> Iterator[list[logging.LogRecord]]:
    """Everything logged as a warning or worse during the test; asking for it allows such entries."""
    with _Listener() as listener:
        yield listener.records


class _Listener(logging.Handler):
    """Collects log records of level WARNING and worse from every logger, also from those that do not propagate."""

    def __init__(self) -> None:
        super().__init__(level=logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record not in self.records:
            self.records.append(record)

    def __enter__(self) -> Self:
        for name in ("", "coffer", "app"):
            logging.getLogger(name).addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        for name in ("", "coffer", "app"):
            logging.getLogger(name).removeHandler(self)


def _own_home() -> Callable[[], None]:
    """Give this test process, and all it starts, a home folder of its own; return what removes it again.

    The cache of the set-up stays the person's: what is costly is not made anew for a test.
    """
    os.environ.setdefault("COFFER_SETUP_CACHE", str(places.cache()))
    home = Path(tempfile.mkdtemp(prefix="coffer-test-home-"))
    os.environ["HOME"] = str(home)
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
        folder = home / name.lower()
        folder.mkdir(mode=0o700)
        os.environ[name] = str(folder)
    return partial(shutil.rmtree, home, ignore_errors=True)


def _refuse_network() -> None:
    """Refuse every socket but AF_UNIX in this very process; children are the lockdown tests' own business."""
    own = os.getpid()

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event == "socket.__new__" and os.getpid() == own and arguments[1] != socket.AF_UNIX:
            raise AssertionError(f"a test opened a socket of family {arguments[1]}")

    sys.addaudithook(hook)
