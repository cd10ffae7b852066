"""Tells when the owner has been away for a while."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal

_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)
_MINUTE_MS = 60_000


class IdleWatch(QObject):
    """Install on the application as an event filter; `idled` after the minutes set, 0 for never."""

    idled = Signal()

    def __init__(self, minutes: int, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)  # a coarse one may be late by a twentieth
        self._timer.timeout.connect(self.idled)
        self.set_minutes(minutes)

    def set_minutes(self, minutes: int) -> None:
        """Change how long it waits."""
        self._timer.stop()
        if minutes > 0:
            self._timer.setInterval(minutes * _MINUTE_MS)
            self._timer.start()

    @property
    def waiting_ms(self) -> int:
        """What it waits for in milliseconds; 0 for never."""
        return self._timer.interval() if self._timer.isActive() else 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE and self._timer.isActive():
            self._timer.start()
        return super().eventFilter(watched, event)
