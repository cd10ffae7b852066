"""A real window with hands inside: unlocks, looks at every page, and locks when it is told to.

    python -m tests.hostile.vault.lock_driver --vault FOLDER

Says `open` once every page was shown; a line on standard input locks. From then on the process is Coffer itself.
"""

import sys
from typing import Any

from app.lockdown import launch


def main() -> int:
    """Run the window under the real lock, as app.__main__ does."""
    lock = launch()
    from PySide6.QtCore import QSocketNotifier, QTimer

    from app.bootstrap import run
    from app.ui.window import Window
    from tests.helpers.vault import PASSPHRASE  # after the guard has gone its own way, as a typed one comes
    from tests.hostile.vault.scan import say

    shown = Window.show

    def show(window: Window[Any]) -> None:
        shown(window)
        window.door.unlock_form.field.setText(PASSPHRASE)
        window.door.unlock_form._submit()
        told = QSocketNotifier(0, QSocketNotifier.Type.Read, window)
        told.activated.connect(lambda *_: window.lock())
        look = QTimer(window)
        waiting: list[str] = []

        def step() -> None:
            main_window = window.main
            if main_window.current_page is None or window.tasks.running:
                return
            waiting.extend([] if waiting else [*main_window._entries, ""])
            key = waiting.pop(0)
            if key:
                main_window.show_page(key)
            else:
                look.stop()
                say("open")

        look.timeout.connect(step)
        look.start(20)

    Window.show = show  # type: ignore[method-assign,assignment]  # the test's hands
    return run(sys.argv[1:], lock)


if __name__ == "__main__":
    sys.exit(main())
