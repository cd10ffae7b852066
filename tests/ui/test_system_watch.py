"""The screen's lock is heard over a real session bus of its own."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_LISTEN = """
import subprocess, sys
from PySide6.QtCore import QCoreApplication, QTimer
from app.ui.system_watch import ScreenWatch
application = QCoreApplication([])
watch = ScreenWatch()
watch.start()
watch.locked.connect(lambda: (print("locked"), application.quit()))
SENT = ["dbus-send", "--session", "--type=signal", "/org/freedesktop/ScreenSaver",
        "org.freedesktop.ScreenSaver.ActiveChanged", "boolean:true"]
QTimer.singleShot(100, lambda: subprocess.run(SENT, check=True))
QTimer.singleShot(10_000, application.quit)
print(watch.tells)
application.exec()
"""


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="needs a session bus to start")
def test_a_locked_screen_is_heard() -> None:
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", _LISTEN],
        cwd=Path(__file__).parents[2], capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.stdout.split() == ["True", "locked"], done.stderr[-400:]
