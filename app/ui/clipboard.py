"""Copies a secret and takes it off the clipboard again."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

CLEARED_AFTER_MS = 10_000


def copy_for_a_while(text: str, *, milliseconds: int = CLEARED_AFTER_MS) -> None:
    """Put text on the clipboard; clear it after a while if it is still ours."""
    clipboard = QGuiApplication.clipboard()
    clipboard.setText(text)

    def clear() -> None:
        if clipboard.text() == text:
            clipboard.clear()

    QTimer.singleShot(milliseconds, clipboard, clear)
