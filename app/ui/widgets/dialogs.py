"""Dialogs in the window's own look: a title, words, and one clear action."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.presenters.text import Words
from app.ui.theme.tokens import Size, Space, Tone
from app.ui.widgets.buttons import Button, ButtonKind
from app.ui.widgets.labels import Label, TextRole
from app.ui.widgets.layouts import column, row


class Dialog(QDialog):
    """Content goes into `body`; Escape closes."""

    def __init__(self, title: str, *, parent: QWidget | None = None, width: int = Size.DIALOG) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.setMinimumWidth(width)
        outer = column(self, gap=Space.L, margin=Space.XL)
        outer.addWidget(Label(title, TextRole.TITLE))
        self.body: QVBoxLayout = column(gap=Space.M)
        outer.addLayout(self.body)
        self._buttons = row(gap=Space.S)
        self._buttons.addStretch(1)
        outer.addLayout(self._buttons)

    def add_action(self, text: str, kind: ButtonKind = ButtonKind.PLAIN) -> Button:
        """Add a button at the foot; the caller connects it."""
        button = Button(text, kind)
        self._buttons.addWidget(button)
        return button

    def add_cancel(self, text: str = Words.CANCEL) -> Button:
        """Add the button that closes without doing anything."""
        button = self.add_action(text)
        button.clicked.connect(self.reject)
        return button


class ConfirmDialog(Dialog):
    """Asks once before something that can't be taken back; the quiet choice has the focus."""

    def __init__(self, title: str, sentence: str, *, action: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self.body.addWidget(Label(sentence, tone=Tone.SECOND, wrap=True))
        cancel = self.add_cancel()
        self.confirm = self.add_action(action, ButtonKind.PRIMARY)
        self.confirm.clicked.connect(self.accept)
        cancel.setFocus(Qt.FocusReason.OtherFocusReason)
