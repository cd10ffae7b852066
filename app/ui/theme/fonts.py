"""The window's one font, Inter, with tabular figures everywhere."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from app.ui.theme.tokens import TextSize

FAMILY = "Inter"
_FILES = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf")
_TABULAR = "tnum"


def load_fonts(folder: Path) -> None:
    """Make the bundled weights 400, 500 and 600 known to Qt.

    Raises:
        FileNotFoundError: a font file is missing or can't be read as a font.
    """
    for name in _FILES:
        if QFontDatabase.addApplicationFont(str(folder / name)) < 0:
            raise FileNotFoundError(folder / name)


def text_font(size: TextSize = TextSize.BASE, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Inter at a size of the scale, figures tabular so that columns line up."""
    font = QFont(FAMILY)
    font.setPixelSize(int(size))
    font.setWeight(weight)
    font.setFeature(QFont.Tag(_TABULAR), 1)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
