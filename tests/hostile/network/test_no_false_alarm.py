"""N7: what Qt does by itself at start is no alarm. The short form of the ten minutes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.source_tree import ROOT

CODE = """
import json, os, sys, time
from app.lockdown import launch
lock = launch()
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMainWindow
application = QApplication(["coffer"])
window = QMainWindow()
window.setCentralWidget(QLabel("Coffer"))
window.show()
QFontDatabase.families()
application.clipboard().setText("x")
picture = window.grab()
QTimer.singleShot(int(sys.argv[1]), application.quit)
application.exec()
rows = [row for row in lock.attempts.read() if row.kind.value == "network"]
print(json.dumps({"state": lock.state.value, "network": [repr(row) for row in rows], "picture": picture.width() > 0}))
"""


def clean_run(milliseconds: int, home: Path) -> dict[str, object]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(home), "PYTHONPATH": str(ROOT)}
    run = subprocess.run(
        [sys.executable, "-c", CODE, str(milliseconds)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=milliseconds / 1000 + 60,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    found: dict[str, object] = json.loads(run.stdout.splitlines()[-1])
    return found


def test_a_window_under_the_lock_raises_no_alarm(tmp_path: Path) -> None:
    assert clean_run(500, tmp_path) == {"state": "kernel_locked", "network": [], "picture": True}


@pytest.mark.long
@pytest.mark.timeout(900)
def test_ten_minutes_under_the_lock_raise_no_alarm(tmp_path: Path) -> None:
    assert clean_run(600_000, tmp_path) == {"state": "kernel_locked", "network": [], "picture": True}
