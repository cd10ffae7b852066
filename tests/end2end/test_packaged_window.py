"""The packaged program opens its window for an ordinary user on a bare X server, and says nothing on the terminal."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from setup import bundle
from tests.end2end.packaged_run import Person, settle
from tests.hostile.network.ordinary import become

pytestmark = [
    pytest.mark.packaged,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the packaged program is built on Linux only"),
]

LONGEST = 60
GRAB = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
picture = application.primaryScreen().grabWindow(0).toImage()
points = ((x, y) for x in range(0, picture.width(), 4) for y in range(0, picture.height(), 4))
print(len({picture.pixel(x, y) for x, y in points}))
"""


@pytest.fixture
def display() -> Iterator[str]:
    """An X server of our own, with nothing on it."""
    read, write = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=(write,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as server:  # fmt: skip
        os.close(write)
        with os.fdopen(read) as number:
            yield f":{number.readline().strip()}"
        server.terminate()


@pytest.fixture
def person() -> Iterator[Person]:
    """An ordinary user with a copy of the packaged program."""
    with tempfile.TemporaryDirectory(prefix="coffer window ", dir="/tmp") as folder:
        yield settle(Path(folder), bundle.built())


def test_the_demo_window_is_drawn_and_closes_cleanly(display: str, person: Person) -> None:
    before = left_over()
    assert colours(display) == 1
    with subprocess.Popen(
        [*become("ordinary"), str(person.program), "demo"],
        cwd=person.home, env=person.environment() | {"DISPLAY": display},
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as program:  # fmt: skip
        drawn = wait_for_drawing(display, program)
        program.terminate()
        _, errors = program.communicate(timeout=30)
    assert drawn > 50, errors
    assert errors == ""
    assert left_over() == before, "the throw-away vault of the demo was not thrown away"


def left_over() -> set[Path]:
    """The folders of demos under the system's temporary folder."""
    return set(Path("/tmp").glob("coffer-demo-*"))


def wait_for_drawing(display: str, program: "subprocess.Popen[str]") -> int:
    """How many colours the screen shows once the window is up (or the program has ended)."""
    end = time.monotonic() + LONGEST
    while (seen := colours(display)) <= 50 and time.monotonic() < end and program.poll() is None:
        time.sleep(0.5)
    return seen


def colours(display: str) -> int:
    """How many different colours are on the screen, looked at every fourth pixel, by a program of its own."""
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    done = subprocess.run([sys.executable, "-c", GRAB], env=environment, capture_output=True, text=True, check=True)
    return int(done.stdout)
