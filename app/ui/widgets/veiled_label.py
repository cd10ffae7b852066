"""Text out of a statement: cut short with an ellipsis where it is too long, its amounts veiled with the others."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from app.presenters.formatting import veiled_text
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.labels import Label, TextRole


class VeiledLabel(Label):
    """Wraps, or takes one line of whatever width there is (`elided`); the whole text is in its tool tip then."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        role: TextRole = TextRole.BODY,
        tone: Tone = Tone.TEXT,
        elided: bool = False,
    ) -> None:
        super().__init__("", role, tone=tone, wrap=not elided)
        self._theme = theme
        self._text = text
        self._elided = elided
        if elided:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.veil_changed.connect(self._show)
        self._show()

    def set_words(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(Space.XXL, hint.height()) if self._elided else hint

    def _show(self) -> None:
        whole = veiled_text(self._text) if self._theme.veiled else self._text
        shown = whole
        if self._elided:
            shown = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, max(self.width(), Space.XXL))
            self.setToolTip(whole if shown != whole else "")
        if shown != self.text():
            self.setText(shown)
        self.setAccessibleName(whole)
