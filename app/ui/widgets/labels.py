"""Labels by role: text in the theme's tones, and amounts that can be veiled."""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QWidget

from app.presenters.text import Words
from app.ui.theme.fonts import text_font
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import TextSize, Tone


class TextRole(Enum):
    """What a piece of text is; size and weight follow."""

    DISPLAY = (TextSize.DISPLAY, QFont.Weight.DemiBold)
    FIGURE = (TextSize.FIGURE, QFont.Weight.DemiBold)
    TITLE = (TextSize.TITLE, QFont.Weight.DemiBold)
    CODE = (TextSize.LARGE, QFont.Weight.DemiBold)
    LEAD = (TextSize.LARGE, QFont.Weight.Normal)
    HEADING = (TextSize.BASE, QFont.Weight.DemiBold)
    STRONG = (TextSize.BASE, QFont.Weight.Medium)
    BODY = (TextSize.BASE, QFont.Weight.Normal)
    SMALL = (TextSize.SMALL, QFont.Weight.Normal)
    SMALL_STRONG = (TextSize.SMALL, QFont.Weight.Medium)

    def font(self) -> QFont:
        """The font of this role."""
        size, weight = self.value
        return text_font(size, weight)


class Label(QLabel):
    """Text in a role and a tone; always plain text, so that nothing in a statement is ever markup."""

    def __init__(
        self,
        text: str = "",
        role: TextRole = TextRole.BODY,
        *,
        tone: Tone = Tone.TEXT,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(role.font())
        self.setWordWrap(wrap)
        self.setProperty("tone", tone.value)
        self.setText(text)

    def set_tone(self, tone: Tone) -> None:
        """Change the tone in place."""
        if self.property("tone") != tone.value:
            self.setProperty("tone", tone.value)
            self.style().unpolish(self)
            self.style().polish(self)


class MoneyLabel(Label):
    """An amount, already in words of the owner's currency; shows dots while amounts are veiled."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        role: TextRole = TextRole.STRONG,
        tone: Tone = Tone.TEXT,
        name: str = "",
    ) -> None:
        super().__init__("", role, tone=tone)
        self._theme = theme
        self._amount = text
        self._name = name
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        theme.veil_changed.connect(self._show)
        self._show()

    def set_amount(self, text: str) -> None:
        """Show another amount."""
        self._amount = text
        self._show()

    def _show(self) -> None:
        shown = Words.VEILED if self._theme.veiled and self._amount else self._amount
        self.setText(shown)
        self.setAccessibleName(f"{self._name} {shown}".strip())
