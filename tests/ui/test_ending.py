"""A signal from outside ends the event loop at once, though Qt sits in its waiting loop."""

import os
import signal
import threading
import time
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.ui.ending import quit_on_signals


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_leaves_the_waiting_loop(qapp: QApplication, number: signal.Signals) -> None:
    before = signal.getsignal(number)
    undo = quit_on_signals(qapp)
    too_late = QTimer(singleShot=True, interval=5_000)
    too_late.timeout.connect(qapp.quit)
    too_late.start()
    threading.Timer(0.1, os.kill, (os.getpid(), number)).start()
    started = time.monotonic()
    qapp.exec()
    undo()
    assert time.monotonic() - started < 3
    assert signal.getsignal(number) is before


def test_a_signal_before_the_loop_begins_is_not_lost(qapp: QApplication, qtbot: Any) -> None:
    undo = quit_on_signals(qapp)
    os.kill(os.getpid(), signal.SIGTERM)
    too_late = QTimer(singleShot=True, interval=5_000)
    too_late.timeout.connect(qapp.quit)
    too_late.start()
    started = time.monotonic()
    qapp.exec()
    undo()
    assert time.monotonic() - started < 3
