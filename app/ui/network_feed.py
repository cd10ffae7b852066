"""Brings the attempts to the window as they come, without a thread and without waiting."""

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from app.presenters.privacy import NetworkPresenter

_POLL_MS = 200


class NetworkFeed(QObject):
    """`changed(fresh)`: the light may be different; `fresh` where an attempt has just come."""

    changed = Signal(bool)

    def __init__(self, presenter: NetworkPresenter, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self._notifier: QSocketNotifier | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.poll)
        if presenter.fileno() >= 0:
            self._notifier = QSocketNotifier(presenter.fileno(), QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self.poll)
        else:
            self._timer.start(_POLL_MS)

    def poll(self) -> None:
        """Take in what waits."""
        fresh = self.presenter.poll()
        if self._notifier is not None and self.presenter.fileno() < 0:
            self._notifier.setEnabled(False)
            self._notifier = None
            self._timer.start(_POLL_MS * 10)
            self.changed.emit(fresh)
        elif fresh:
            self.changed.emit(True)

    def mark_seen(self) -> None:
        """The owner has looked at the attempts."""
        self.presenter.mark_seen()
        self.changed.emit(False)
