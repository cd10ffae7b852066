"""Puts the window together: theme, tasks, door, pages, network light, auto-lock."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.domain.changes import Changes
from app.presenters.privacy import NetworkPresenter
from app.presenters.settings import SettingsView
from app.presenters.shell import StatusView
from app.presenters.unlock import UnlockPresenter
from app.ui.idle import IdleWatch
from app.ui.main_window import MainWindow
from app.ui.network_feed import NetworkFeed
from app.ui.page_list import PagePresenters, make_pages
from app.ui.pages.settings import SettingsPage
from app.ui.pages.unlock import UnlockPage
from app.ui.system_watch import ScreenWatch, SleepWatch
from app.ui.tasks import LOCK_WAIT_MS, Tasks
from app.ui.theme.theme import Theme, ThemeMode

OpenBook = TypeVar("OpenBook")
_STATUS_EVERY_MS = 60_000


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedVault:
    """What bootstrap makes of an open book, for the window."""

    presenters: PagePresenters
    status: Callable[[], StatusView]
    subscribe: Callable[[Callable[[Changes], object]], object]
    """Registers a callback for changes; it may be called from any thread."""
    lock_after_minutes: int
    lock_with_screen: bool
    veiled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowParts(Generic[OpenBook]):
    """All the window needs from bootstrap. `lock` ends this process and starts a locked one."""

    resources: Path
    theme: str
    network: NetworkPresenter
    unlock: UnlockPresenter[OpenBook]
    open_vault: Callable[[OpenBook], OpenedVault]
    lock: Callable[[], object]
    report: Callable[[Exception], object]
    locked_status: StatusView


class _ChangeRelay(QObject):
    """Carries changes from whatever thread wrote to the GUI thread."""

    changed = Signal(object)


class Window(QObject, Generic[OpenBook]):
    """The whole window; `open_book` skips the door where the vault is open already, as in the demo."""

    def __init__(self, application: QApplication, parts: WindowParts[OpenBook]) -> None:
        super().__init__(application)
        self._application = application
        self._parts = parts
        self._opened: OpenedVault | None = None
        self._relay = _ChangeRelay(self)
        self.theme = Theme(application, parts.resources, mode=ThemeMode(parts.theme))
        self.tasks = Tasks(parts.report, parent=self)
        self.feed = NetworkFeed(parts.network, parent=self)
        self.door = UnlockPage(self.theme, self.tasks, presenter=parts.unlock, opened=self.open_book)
        self.main = MainWindow(self.theme, self.tasks, door=self.door, lock=self.lock)
        self.main.status.show_status(parts.locked_status)
        self.idle = IdleWatch(0, parent=self)
        self.idle.idled.connect(self.lock)
        application.installEventFilter(self.idle)
        self._locks_with_screen = False
        self.sleep = SleepWatch(parent=self)
        self.sleep.woke.connect(self._lock_with_screen)
        self.screen = ScreenWatch(parent=self)
        self.screen.locked.connect(self._lock_with_screen)
        self.feed.changed.connect(lambda _fresh: self._show_light())
        self._show_light()
        self._minute = QTimer(self)
        self._minute.timeout.connect(self._show_status)

    def show(self) -> None:
        """Show the window."""
        self.main.show()

    def lock(self) -> None:
        """End what runs, then let the process be replaced by a locked one."""
        self.tasks.close(LOCK_WAIT_MS)
        self._parts.lock()

    def _lock_with_screen(self) -> None:
        if self._locks_with_screen and self._opened is not None:
            self.lock()

    def open_book(self, book: OpenBook) -> None:
        """The vault is open: bring the pages."""
        opened = self._parts.open_vault(book)
        self._opened = opened
        entries = make_pages(self.theme, self.tasks, presenters=opened.presenters, feed=self.feed)
        for entry in entries:
            if isinstance(entry.page, SettingsPage):
                entry.page.applied.connect(self._follow_settings)
        self._relay.changed.connect(self._on_changes)
        opened.subscribe(self._relay.changed.emit)
        self.theme.set_veiled(opened.veiled)
        self.idle.set_minutes(opened.lock_after_minutes)
        self._locks_with_screen = opened.lock_with_screen
        self.main.open_vault(entries)
        self._show_status()
        self._minute.start(_STATUS_EVERY_MS)
        QTimer.singleShot(0, self, self._watch_system)

    def _watch_system(self) -> None:
        self.sleep.start()
        self.screen.start()

    def _on_changes(self, changes: Changes) -> None:
        self.main.on_changes(changes)
        self._show_status()

    def _follow_settings(self, view: SettingsView) -> None:
        self.idle.set_minutes(view.lock_after_minutes)
        self._locks_with_screen = view.lock_with_screen
        self._show_status()

    def _show_light(self) -> None:
        self.main.status.show_light(self._parts.network.light())

    def _show_status(self) -> None:
        opened = self._opened
        if opened is not None:
            self.tasks.run(opened.status, self.main.status.show_status, owner=self.main, key="status")
