"""Every page, light and dark, as it was last looked at; the larger size with --long."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme, ThemeMode
from tests.ui.helpers.compare import difference
from tests.ui.helpers.screens import SCREENS, SIZES, STORED, file_name, picture

_FORGIVEN = 0.12
_MODES = (ThemeMode.LIGHT, ThemeMode.DARK)
_SIZES = (
    pytest.param(SIZES[0], id=f"{SIZES[0].width()}"),
    pytest.param(SIZES[1], id=f"{SIZES[1].width()}", marks=pytest.mark.long),
)


@pytest.mark.parametrize("size", _SIZES)
@pytest.mark.parametrize("mode", _MODES)
@pytest.mark.parametrize("name", SCREENS)
def test_page_looks_as_stored(name: str, mode: ThemeMode, size: QSize, theme: Theme, qtbot: QtBot) -> None:
    theme.set_mode(mode)
    stored = QImage(str(STORED / file_name(name, mode, size=size)))
    assert not stored.isNull(), "no stored picture: python -m tests.ui.helpers.screens --snapshot-update"
    shown = picture(SCREENS[name], theme, size=size).toImage()
    apart = difference(shown, stored)
    assert apart <= _FORGIVEN, f"{name} differs from its stored picture in a place ({apart:.0%} of a cell)"


def test_every_stored_picture_belongs_to_a_page() -> None:
    wanted = {file_name(name, mode, size=size) for name in SCREENS for mode in _MODES for size in SIZES}
    assert {path.name for path in STORED.glob("*.png")} == wanted


def test_a_moved_word_is_noticed() -> None:
    def draw(left: int) -> QImage:
        image = QImage(400, 200, QImage.Format.Format_RGB32)
        image.fill(QColor("#FFFFFF"))
        painter = QPainter(image)
        painter.fillRect(left, 60, 30, 12, QColor("#14171C"))
        painter.end()
        return image

    assert difference(draw(50), draw(50)) == 0
    assert difference(draw(50), draw(60)) > _FORGIVEN / 3
    assert difference(draw(50), draw(90)) > _FORGIVEN
    assert difference(draw(50), QImage(10, 10, QImage.Format.Format_RGB32)) == 1.0
