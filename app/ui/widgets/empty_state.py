"""What an empty page says: what will be here, and the one next step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Size, Space, Tone
from app.ui.widgets.buttons import Button, ButtonKind
from app.ui.widgets.labels import Label, TextRole
from app.ui.widgets.layouts import column, row


class EmptyState(QWidget):
    """An icon, a title, a sentence and one button; `chosen` when it is pressed."""

    chosen = Signal()

    def __init__(self, theme: Theme, icon: IconName, title: str, *, sentence: str, action: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = Label(sentence, tone=Tone.SECOND, wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setFixedWidth(Size.FORM)
        words.setMinimumHeight(words.heightForWidth(Size.FORM))
        heading = Label(title, TextRole.TITLE)
        heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = column(self, gap=Space.M, margin=Space.XL)
        layout.addStretch(1)
        for widget in (self._picture, heading, words):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        if action:
            self.button = Button(action, ButtonKind.PRIMARY)
            self.button.clicked.connect(self.chosen)
            line = row()
            line.addStretch(1)
            line.addWidget(self.button)
            line.addStretch(1)
            layout.addSpacing(Space.XS)
            layout.addLayout(line)
        layout.addStretch(1)
        self.setAccessibleName(title)
        theme.changed.connect(self._tint)
        self._tint()

    def _tint(self) -> None:
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(self._theme.pixmap(self._icon, Tone.ACCENT, size=Size.ICON_LARGE, ratio=ratio))
