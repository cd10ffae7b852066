"""Tells when the screen was locked or the machine has slept, as far as this system says so.

Screen locks come over the session bus (org.freedesktop.ScreenSaver, and GNOME's own name for it); the system bus of
logind stays out of reach under the kernel lock. Sleep is seen where the clock that counts it leaves the one that does
not.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import SLOT, QObject, QTimer, Signal, Slot

_LOOK_EVERY_MS = 1_000
_ASLEEP_SECONDS = 2.0
_SCREEN_SAVERS = (
    ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
)


def slept_seconds() -> float:
    """How long this machine has slept since it started; on systems without such a clock, wall less running time."""
    counts_sleep = getattr(time, "CLOCK_BOOTTIME", None)
    if counts_sleep is not None:
        return time.clock_gettime(counts_sleep) - time.monotonic()
    return time.time() - time.monotonic()


class SleepWatch(QObject):
    """`woke` once after each sleep, within a second of waking."""

    woke = Signal()

    def __init__(self, slept: Callable[[], float] = slept_seconds, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._slept = slept
        self._known = slept()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin to watch from now on."""
        self._known = self._slept()
        self._timer.start(_LOOK_EVERY_MS)

    def _look(self) -> None:
        now = self._slept()
        asleep, self._known = now - self._known, now
        if asleep > _ASLEEP_SECONDS:
            self.woke.emit()


class ScreenWatch(QObject):
    """`locked` when the desktop says its screen was locked; `tells` whether there is a desktop that could say it."""

    locked = Signal()

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._connected = False

    @property
    def tells(self) -> bool:
        """Whether the session bus is there to listen to."""
        return self._connected

    def start(self) -> None:
        """Begin to listen; does nothing where there is no session bus."""
        from PySide6.QtDBus import QDBusConnection  # slow to load, and only wanted once a vault is open

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        for path, interface in _SCREEN_SAVERS:
            slot = SLOT("_on_active(bool)")  # PySide's stubs ask for bytes, and its code refuses them
            heard = bus.connect("", path, interface, "ActiveChanged", self, slot)  # type: ignore[call-overload]
            self._connected = self._connected or heard

    @Slot(bool)
    def _on_active(self, active: bool) -> None:  # noqa: FBT001 -- a slot's signature
        if active:
            QTimer.singleShot(0, self, self.locked.emit)  # after the bus has been answered
