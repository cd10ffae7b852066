"""The main window: first the vault's door, then rail, pages, progress and status bar."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from app.domain.changes import Changes
from app.presenters.text import Commands, Words
from app.ui.command_bar import Command, CommandBar, KeyMap
from app.ui.rail import Rail
from app.ui.status_bar import StatusBar
from app.ui.tasks import Task, Tasks
from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme, ThemeMode
from app.ui.theme.tokens import Size, Space
from app.ui.widgets.layouts import column, row
from app.ui.widgets.page import Page, PageKey
from app.ui.widgets.progress_row import ProgressRow
from app.ui.widgets.toast import Toast


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page that exists: its key, its name in the rail, its icon, the page itself."""

    key: PageKey
    name: str
    icon: IconName
    page: Page
    at_foot: bool = False


class MainWindow(QMainWindow):
    """Shows `door` until `open_vault` brings the pages. `lock` ends this process and starts a locked one."""

    def __init__(self, theme: Theme, tasks: Tasks, *, door: QWidget, lock: Callable[[], object]) -> None:
        super().__init__()
        self._theme = theme
        self._tasks = tasks
        self._lock = lock
        self._entries: dict[str, PageEntry] = {}
        self._commands: tuple[Command, ...] = ()
        self.setWindowTitle(Words.APP)
        there_is = self.screen().availableSize()  # at 200 % a small screen has few points
        self.setMinimumSize(QSize(Size.WINDOW_LEAST_WIDTH, Size.WINDOW_LEAST_HEIGHT).boundedTo(there_is))
        self.resize(QSize(Size.WINDOW_WIDTH, Size.WINDOW_HEIGHT).boundedTo(there_is))
        self.status = StatusBar(theme)
        self.rail = Rail(theme)
        self.rail.hide()
        self._pages = QStackedWidget()
        self._pages.addWidget(door)
        self._progress = column(gap=Space.S)
        self._progress.setContentsMargins(Space.XL, 0, Space.XL, 0)
        self.setCentralWidget(self._frame())
        self.toast = Toast(theme, self)
        tasks.shown.connect(self._show_progress)
        self.rail.chosen.connect(self.show_page)
        self.status.light_opened.connect(lambda: self.show_page(PageKey.PRIVACY))
        self._set_commands()

    def open_vault(self, entries: Sequence[PageEntry]) -> None:
        """The vault is open: bring its pages and show the first."""
        for entry in entries:
            self._entries[entry.key] = entry
            self._pages.addWidget(entry.page)
            self.rail.add(entry.key, entry.icon, text=entry.name, at_foot=entry.at_foot)
            entry.page.navigated.connect(self.show_page)
            entry.page.said.connect(self.toast.say)
        self._set_commands()
        self.rail.show()
        self.show_page(entries[0].key)

    def show_page(self, key: str, wanted: object = None) -> None:
        """Show a page, with something to show there; unknown keys, before the vault is open, do nothing."""
        entry = self._entries.get(key)
        if entry is None:
            return
        self._pages.setCurrentWidget(entry.page)
        self.rail.mark(key)
        entry.page.show_with(wanted)
        entry.page.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def current_page(self) -> Page | None:
        """The page that is shown; None while the vault is closed."""
        page = self._pages.currentWidget()
        return page if isinstance(page, Page) else None

    @property
    def commands(self) -> tuple[Command, ...]:
        """All that can be done by name."""
        return self._commands

    def page(self, key: str) -> Page:
        """One page by its key."""
        return self._entries[key].page

    def on_changes(self, changes: Changes) -> None:
        """Something in the vault changed: the page that is shown reads again; others do when they are shown."""
        page = self.current_page
        if page is not None:
            page.on_changes(changes)

    def open_command_bar(self) -> CommandBar:
        """Open the command bar."""
        bar = CommandBar(self._theme, self._commands, parent=self)
        bar.open()
        return bar

    def open_key_map(self) -> KeyMap:
        """Show every key."""
        key_map = KeyMap(self._theme, self._commands, parent=self)
        key_map.open()
        return key_map

    def closeEvent(self, event: QCloseEvent) -> None:
        self._tasks.close()
        super().closeEvent(event)

    def _frame(self) -> QWidget:
        frame = QWidget()
        frame.setObjectName("content")
        outer = column(frame, gap=0)
        middle = row(gap=0)
        middle.addWidget(self.rail)
        middle.addWidget(self._pages, 1)
        outer.addLayout(middle, 1)
        outer.addLayout(self._progress)
        outer.addWidget(self.status)
        return frame

    def _set_commands(self) -> None:
        for shortcut in self.findChildren(QShortcut):
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        pages = tuple(
            Command(Commands.go_to(entry.name), f"Ctrl+{at}", partial(self.show_page, key))
            for at, (key, entry) in enumerate(self._entries.items(), start=1)
        )
        self._commands = (*pages, *self._shell_commands())
        for command in self._commands:
            if command.key:
                shortcut = QShortcut(QKeySequence(command.key), self)
                shortcut.activated.connect(command.call)

    def _shell_commands(self) -> tuple[Command, ...]:
        always = (
            Command(Commands.OPEN, "Ctrl+K", self.open_command_bar),
            Command(Commands.KEY_MAP, "?", self.open_key_map),
            Command(Commands.VEIL, "F9", lambda: self._theme.set_veiled(not self._theme.veiled)),
            Command(Commands.THEME, "", self._change_theme),
        )
        if not self._entries:
            return always
        return (
            *always,
            Command(Commands.SEARCH, "/", self._search),
            Command(Commands.REFRESH, "F5", self._refresh),
            Command(Commands.LOCK, "Ctrl+L", self._lock),
        )

    def _change_theme(self) -> None:
        self._theme.set_mode(ThemeMode.LIGHT if self._theme.palette.dark else ThemeMode.DARK)

    def _search(self) -> None:
        page = self.current_page
        if page is None or not page.focus_search():
            self.open_command_bar()

    def _refresh(self) -> None:
        page = self.current_page
        if page is not None:
            page.refresh()

    def _show_progress(self, task: Task) -> None:
        progress = ProgressRow(task.title)
        task.progressed.connect(lambda done, total, phase: progress.advance(done, total, phase=phase))
        task.finished.connect(progress.hide)
        task.finished.connect(progress.deleteLater)
        progress.cancelled.connect(task.cancel)
        self._progress.addWidget(progress)
