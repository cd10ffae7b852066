"""The command bar (Ctrl+K) and the key map (?): every action by name, and its key."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QListWidget, QListWidgetItem, QWidget

from app.presenters.text import Commands, Words
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Size, Space, Tone
from app.ui.widgets.chip import Chip
from app.ui.widgets.dialogs import Dialog
from app.ui.widgets.fields import SearchField
from app.ui.widgets.labels import Label


@dataclass(frozen=True, slots=True)
class Command:
    """One action: its words, its key (empty for none), and what it does."""

    words: str
    key: str
    call: Callable[[], object]


class CommandBar(Dialog):
    """Type some words, press Enter."""

    def __init__(self, theme: Theme, commands: Sequence[Command], *, parent: QWidget) -> None:
        super().__init__(Commands.TITLE, parent=parent)
        self._commands = tuple(commands)
        self.field = SearchField(theme, Commands.PROMPT, name=Commands.PROMPT)
        self.field.textChanged.connect(self._filter)
        self.field.returnPressed.connect(self._run)
        self.field.installEventFilter(self)
        self._list = QListWidget()
        self._list.setAccessibleName(Commands.TITLE)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setMinimumHeight(Size.ROW * 7)
        self._list.itemClicked.connect(self._run)
        self._nothing = Label(Commands.NOTHING, tone=Tone.SECOND)
        self.body.addWidget(self.field)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._list)
        self._filter("")
        self.field.setFocus()

    @property
    def shown(self) -> tuple[str, ...]:
        """The words of the commands on the list."""
        return tuple(command.words for command in self._found)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self._found:
                self._list.setCurrentRow((self._list.currentRow() + step) % len(self._found))
                return True
        return super().eventFilter(watched, event)

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        self._found = tuple(
            command for command in self._commands if all(word in command.words.casefold() for word in words)
        )
        self._list.clear()
        for command in self._found:
            shown = f"{command.words}    {command.key}" if command.key else command.words
            self._list.addItem(QListWidgetItem(shown))
        self._list.setCurrentRow(0)
        self._nothing.setVisible(not self._found)
        self._list.setVisible(bool(self._found))

    def _run(self) -> None:
        at = self._list.currentRow()
        if 0 <= at < len(self._found):
            self.accept()
            self._found[at].call()


class KeyMap(Dialog):
    """Every key of the window."""

    def __init__(self, theme: Theme, commands: Sequence[Command], *, parent: QWidget) -> None:
        super().__init__(Commands.KEYS, parent=parent)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.XL)
        grid.setVerticalSpacing(Space.S)
        for at, command in enumerate(command for command in commands if command.key):
            grid.addWidget(Label(command.words), at, 0)
            key = QKeySequence(command.key).toString(QKeySequence.SequenceFormat.NativeText)
            grid.addWidget(Chip(theme, key, tappable=False), at, 1, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(0, 1)
        self.body.addLayout(grid)
        self.add_cancel(Words.CLOSE).setFocus()
