"""The constants outlive more calls into Qt than they have references."""

import subprocess
import sys

_SESSION = """
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel
from app.ui.application import make_application

class Source(QObject):
    told = Signal(int)

application = make_application(["coffer"])
source, label = Source(), QLabel()
for at in range(200_000):
    source.told.emit(at)
    label.update()
print("alive", None, True, False)
"""


def test_a_long_session_of_signals_and_calls_survives() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SESSION], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.strip() == "alive None True False", done.stderr[-400:]
