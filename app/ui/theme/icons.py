"""Lucide icons from resources/icons, tinted by a token as they are loaded."""

from enum import StrEnum
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer


class IconName(StrEnum):
    """The icons the window uses; each is one file of resources/icons."""

    OVERVIEW = "layout-dashboard"
    TRANSACTIONS = "list"
    IMPORT = "file-down"
    ASK = "message-circle-question-mark"
    RECURRING = "repeat"
    BRAND = "badge-check"
    SETTINGS = "settings"
    SHIELD = "shield"
    PRIVACY = "shield-check"
    PROVED = "shield-check"
    UNPROVED = "shield-question-mark"
    BROKEN = "shield-x"
    WATCHING = "shield-alert"
    LOCK = "lock"
    UNLOCKED = "lock-open"
    CARE = "triangle-alert"
    BAD = "circle-x"
    ALERT = "circle-alert"
    NOTE = "info"
    CHECK = "check"
    CLOSE = "x"
    SEARCH = "search"
    DOWN = "chevron-down"
    RIGHT = "chevron-right"
    UP = "chevron-up"
    EYE = "eye"
    EYE_OFF = "eye-off"
    KEYBOARD = "keyboard"
    ENTER = "corner-down-left"
    ARROW_UP = "arrow-up"
    ARROW_DOWN = "arrow-down"
    ARROW_RIGHT = "arrow-right"
    BACK = "arrow-left"
    DELETE = "trash-2"
    COPY = "copy"
    SAVE = "save"
    UNDO = "undo-2"
    OFFLINE = "wifi-off"
    CLOCK = "clock"
    CALENDAR = "calendar"
    FOLDER = "folder-open"
    FILE = "file-text"
    KEY = "key-round"
    DATABASE = "database"
    ADD_FILE = "upload"  # foreign word
    EDIT = "pencil"
    ADD = "plus"
    BANK = "landmark"
    CARD = "credit-card"
    WALLET = "wallet"
    CASH = "banknote"
    DARK = "moon"
    LIGHT = "sun"
    SYSTEM = "monitor"
    HISTORY = "history"
    MODEL = "cpu"


_RATIOS = (1.0, 2.0, 3.0)


class IconSet:
    """Draws icons from a folder; keeps what it drew."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawn: dict[tuple[str, str, int, float], QPixmap] = {}

    @cached_property
    def _sources(self) -> dict[str, str]:
        return {path.stem: path.read_text("utf-8") for path in sorted(self._folder.glob("*.svg"))}

    def pixmap(self, name: IconName, colour: str, *, size: int, ratio: float = 1.0) -> QPixmap:
        """The icon in this colour, `size` device-independent pixels square, crisp at this pixel ratio."""
        key = (name.value, colour, size, ratio)
        if key not in self._drawn:
            self._drawn[key] = self._draw(name, colour, size=size, ratio=ratio)
        return self._drawn[key]

    def icon(self, name: IconName, colour: str, *, size: int, gap: int = 0) -> QIcon:
        """The icon at every usual pixel ratio, `gap` device-independent pixels kept free at its right."""
        icon = QIcon()
        for ratio in _RATIOS:
            icon.addPixmap(_widened(self.pixmap(name, colour, size=size, ratio=ratio), gap))
        return icon

    def _draw(self, name: IconName, colour: str, *, size: int, ratio: float) -> QPixmap:
        source = self._sources[name.value].replace("currentColor", colour)
        renderer = QSvgRenderer(QByteArray(source.encode()))
        pixels = round(size * ratio)
        pixmap = QPixmap(QSize(pixels, pixels))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, pixels, pixels))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap


def _widened(pixmap: QPixmap, gap: int) -> QPixmap:
    if gap == 0:
        return pixmap
    ratio = pixmap.devicePixelRatio()
    wide = QPixmap(QSize(pixmap.width() + round(gap * ratio), pixmap.height()))
    wide.fill(Qt.GlobalColor.transparent)
    wide.setDevicePixelRatio(ratio)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return wide
