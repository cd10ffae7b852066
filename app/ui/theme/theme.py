"""The theme in force: palette, icons, and whether amounts are veiled."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QStyle

from app.ui.theme.fonts import load_fonts, text_font
from app.ui.theme.icons import IconName, IconSet
from app.ui.theme.stylesheet import build_stylesheet
from app.ui.theme.tokens import DARK, LIGHT, Palette, Size, Tone


class ThemeMode(StrEnum):
    """Which theme the owner chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Holds the palette in force and tells when it, or the veil, changed."""

    changed = Signal()
    veil_changed = Signal(bool)

    def __init__(self, application: QApplication, resources: Path, *, mode: ThemeMode = ThemeMode.SYSTEM) -> None:
        """Dress the application.

        Raises:
            FileNotFoundError: a bundled font is missing.
        """
        super().__init__(application)
        self._application = application
        self._icons = IconSet(resources / "icons")
        self._mode = mode
        self._palette = LIGHT
        self._veiled = False
        self._motion = True
        load_fonts(resources / "fonts")
        application.setStyle("Fusion")
        application.setFont(text_font())
        application.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        self._apply()

    @property
    def palette(self) -> Palette:
        """The colours in force."""
        return self._palette

    @property
    def mode(self) -> ThemeMode:
        """What the owner chose; SYSTEM follows the desktop."""
        return self._mode

    @property
    def veiled(self) -> bool:
        """Whether amounts are hidden on screen."""
        return self._veiled

    @property
    def moves(self) -> bool:
        """Whether things may move: not where the system, or a picture being taken, asks for none."""
        duration = QStyle.StyleHint.SH_Widget_Animation_Duration
        return self._motion and self._application.style().styleHint(duration) > 0

    def set_motion(self, motion: bool) -> None:  # noqa: FBT001 -- one flag, named by the method
        """Allow or forbid motion."""
        self._motion = motion

    def set_mode(self, mode: ThemeMode) -> None:
        """Change the theme of the whole window."""
        self._mode = mode
        self._apply()

    def set_veiled(self, veiled: bool) -> None:  # noqa: FBT001 -- one flag, named by the method
        """Hide or show amounts everywhere."""
        if veiled != self._veiled:
            self._veiled = veiled
            self.veil_changed.emit(veiled)

    def colour(self, tone: Tone) -> QColor:
        """The colour of a tone in the theme in force."""
        return QColor(self._palette.tone(tone))

    def icon(self, name: IconName, tone: Tone = Tone.SECOND, *, size: int = Size.ICON, gap: int = 0) -> QIcon:
        """An icon tinted by a tone; `gap` is kept free at its right."""
        return self._icons.icon(name, self._palette.tone(tone), size=int(size), gap=int(gap))

    def pixmap(self, name: IconName, tone: Tone, *, size: int = Size.ICON, ratio: float = 1.0) -> QPixmap:
        """An icon as pixels, for painting."""
        return self._icons.pixmap(name, self._palette.tone(tone), size=int(size), ratio=ratio)

    def _on_system_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self._mode is ThemeMode.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        dark = self._mode is ThemeMode.DARK or (
            self._mode is ThemeMode.SYSTEM
            and self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        )
        self._palette = DARK if dark else LIGHT
        self._application.setPalette(_qt_palette(self._palette))
        self._application.setStyleSheet(build_stylesheet(self._palette))
        self.changed.emit()


def _qt_palette(palette: Palette) -> QPalette:
    role = QPalette.ColorRole
    result = QPalette()
    for which, colour in (
        (role.Window, palette.ground),
        (role.Base, palette.surface),
        (role.AlternateBase, palette.hover),
        (role.Text, palette.text),
        (role.WindowText, palette.text),
        (role.ButtonText, palette.text),
        (role.Button, palette.surface),
        (role.PlaceholderText, palette.third),
        (role.Highlight, palette.accent),
        (role.HighlightedText, palette.on_accent),
        (role.ToolTipBase, palette.text),
        (role.ToolTipText, palette.surface),
        (role.Link, palette.accent),
    ):
        result.setColor(which, QColor(colour))
    result.setColor(QPalette.ColorGroup.Disabled, role.Text, QColor(palette.third))
    result.setColor(QPalette.ColorGroup.Disabled, role.ButtonText, QColor(palette.third))
    return result
