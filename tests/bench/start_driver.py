"""Starts Coffer's window as app.__main__ does, says `painted` once the unlock window was drawn, and ends."""

import sys
from typing import Any

from app.lockdown import launch


def main() -> int:
    """Run the window; it ends by itself."""
    lock = launch()
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from app.bootstrap import run
    from app.ui.window import Window

    shown = Window.show

    def show(window: Window[Any]) -> None:
        shown(window)
        window.main.grab()

        def painted() -> None:
            sys.stdout.write("painted\n")
            sys.stdout.flush()
            QApplication.quit()

        QTimer.singleShot(0, window, painted)

    Window.show = show  # type: ignore[method-assign,assignment]  # the bench's eyes
    return run(sys.argv[1:], lock)


if __name__ == "__main__":
    sys.exit(main())
