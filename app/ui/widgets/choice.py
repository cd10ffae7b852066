"""A choice of one out of a few, as joined buttons; arrow keys move between them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget


class Choice(QWidget):
    """`chosen` carries the key when the owner picks another one."""

    chosen = Signal(str)

    def __init__(self, name: str, options: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        last = len(options) - 1
        for at, (key, words) in enumerate(options):
            button = QPushButton(words)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setAccessibleName(f"{name}: {words}")
            button.setProperty("kind", "choice")
            button.setProperty("end", "first" if at == 0 else "last" if at == last else "middle")
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self._group.addButton(button)
            self._buttons[key] = button
            layout.addWidget(button)

    def choose(self, key: str) -> None:
        """Mark a choice without telling."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)
