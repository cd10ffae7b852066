"""Buttons: one primary action a view, quiet others, links and icons."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QPushButton, QWidget

from app.ui.theme.fonts import text_font
from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Size, Space, TextSize, Tone


class ButtonKind(StrEnum):
    """How loud a button is."""

    PRIMARY = "primary"
    PLAIN = "plain"
    DANGER = "danger"
    LINK = "link"
    ICON = "icon"


_ICON_TONE = {ButtonKind.PRIMARY: Tone.ON_ACCENT, ButtonKind.DANGER: Tone.BAD, ButtonKind.LINK: Tone.ACCENT}


class Button(QPushButton):
    """A button with words; the words are its accessible name."""

    def __init__(self, text: str, kind: ButtonKind = ButtonKind.PLAIN, *, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", kind.value)
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        self.setFont(text_font(TextSize.BASE, QFont.Weight.Medium))
        self.setCursor(Qt.CursorShape.PointingHandCursor)


class LinkButton(Button):
    """A quiet action inside a card, in accent; `name` says more than the word where needed."""

    def __init__(self, text: str, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, ButtonKind.LINK, parent=parent)
        self.setFont(text_font(TextSize.SMALL, QFont.Weight.Medium))
        self.setAccessibleName(name or text)


class IconButton(Button):
    """An icon alone; the words go to the tool tip and the screen reader."""

    def __init__(self, theme: Theme, icon: IconName, name: str, *, tone: Tone = Tone.SECOND) -> None:
        super().__init__("", ButtonKind.ICON)
        self._theme = theme
        self._icon = icon
        self._tone = tone
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setIconSize(QSize(Size.ICON, Size.ICON))
        theme.changed.connect(self._tint)
        self._tint()

    def set_icon(self, icon: IconName, name: str) -> None:
        """Show another icon with its words."""
        self._icon = icon
        self.setAccessibleName(name)
        self.setToolTip(name)
        self._tint()

    def _tint(self) -> None:
        self.setIcon(self._theme.icon(self._icon, self._tone))


class IconTextButton(Button):
    """A button with an icon before its words."""

    def __init__(self, theme: Theme, icon: IconName, text: str, *, kind: ButtonKind = ButtonKind.PLAIN) -> None:
        super().__init__(text, kind)
        self._theme = theme
        self._icon = icon
        self._tone = _ICON_TONE.get(kind, Tone.SECOND)
        self.setIconSize(QSize(Size.ICON + Space.XS, Size.ICON))
        theme.changed.connect(self._tint)
        self._tint()

    def _tint(self) -> None:
        self.setIcon(self._theme.icon(self._icon, self._tone, gap=Space.XS))
