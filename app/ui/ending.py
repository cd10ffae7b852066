"""Ended from outside, as by the end of the desktop's session, the window closes in good order."""

import os
import signal
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

_SIGNALS = (signal.SIGTERM, signal.SIGINT)


def quit_on_signals(application: QApplication) -> Callable[[], None]:
    """Leave the event loop at SIGTERM and SIGINT; gives back what undoes it. Call it on the main thread.

    Python runs its handlers between two of its own instructions, and Qt's waiting loop has none: a byte in a pipe
    wakes it.
    """
    reader, writer = os.pipe()
    os.set_blocking(reader, False)
    os.set_blocking(writer, False)
    notifier = QSocketNotifier(reader, QSocketNotifier.Type.Read, application)

    def leave(_number: int, _frame: FrameType | None) -> None:
        # Also before the loop has begun, where a plain quit would be lost.
        QTimer.singleShot(0, application.quit)

    def woken() -> None:
        os.read(reader, 64)

    notifier.activated.connect(woken)
    earlier = {number: signal.signal(number, leave) for number in _SIGNALS}
    earlier_wakeup = signal.set_wakeup_fd(writer, warn_on_full_buffer=False)

    def undo() -> None:
        signal.set_wakeup_fd(earlier_wakeup)
        for number, handler in earlier.items():
            signal.signal(number, handler)
        notifier.setEnabled(False)
        os.close(reader)
        os.close(writer)

    return undo
