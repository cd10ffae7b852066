"""Collects Python's rings of objects on the GUI thread alone.

Python collects in whichever thread makes the next object. A ring that holds a widget would then be taken down by a
worker's thread, and Qt's objects must end on the thread they live on: the process dies with a segmentation fault.
"""

import gc

from PySide6.QtCore import QObject, Qt, QTimer

_EVERY_MS = 5_000
_OLDEST = 2


class GuiCollector(QObject):
    """Stops the automatic collector for this process and does its work by a timer, as often as its thresholds ask."""

    def __init__(self, parent: QObject) -> None:
        """`parent` lives on the GUI thread."""
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        timer.timeout.connect(self.collect)
        timer.start(_EVERY_MS)

    def collect(self) -> None:
        """Collect the oldest generation whose threshold is passed; nothing where few objects were made."""
        for generation in range(_OLDEST, -1, -1):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return
