"""Draws every page into PNGs for the eye: python -m tests.ui.helpers.screens FOLDER [WIDTHxHEIGHT]."""

import sys
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.base.paths import resources
from app.presenters.overview import OverviewPresenter
from app.presenters.shell import LightState, StatusView, light_view
from app.presenters.text import PageNames
from app.ui.application import make_application
from app.ui.main_window import MainWindow, PageEntry
from app.ui.pages.overview import OverviewPage
from app.ui.tasks import Tasks
from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme, ThemeMode
from app.ui.widgets.page import PageKey
from tests.ui.helpers.household import Household

SIZES = (QSize(1280, 800), QSize(1920, 1080))


class Inline(Tasks):
    """Runs calls at once, so that a picture is complete."""

    def run(self, call, done, *, failed=None, owner=None, key=""):  # type: ignore[no-untyped-def, override]
        done(call())


def entries(theme: Theme, tasks: Tasks) -> list[PageEntry]:
    overview = OverviewPage(theme, tasks, OverviewPresenter(Household()))
    return [PageEntry(PageKey.OVERVIEW, PageNames.OVERVIEW, IconName.OVERVIEW, overview)]


def window(theme: Theme, tasks: Tasks) -> MainWindow:
    main = MainWindow(theme, tasks, door=QWidget(), lock=lambda: None)
    main.open_vault(entries(theme, tasks))
    main.status.show_light(light_view(LightState.LOCKED, 0))
    main.status.show_status(StatusView("Vault unlocked · locks after 10 min · last import today 09:41"))
    return main


def settle(widget: QWidget) -> QPixmap:
    QTest.qWait(30)
    return widget.grab()


def main() -> None:
    folder = Path(sys.argv[1])
    application = make_application([sys.argv[0]])
    theme = Theme(application, resources(), mode=ThemeMode.LIGHT)
    for mode in (ThemeMode.LIGHT, ThemeMode.DARK):
        theme.set_mode(mode)
        for size in SIZES:
            shown = window(theme, Inline(print))
            shown.resize(size)
            shown.show()
            for entry in list(shown._entries.values()):
                shown.show_page(entry.key)
                settle(shown).save(str(folder / f"{entry.key}_{mode}_{size.width()}.png"))
            shown.close()


if __name__ == "__main__":
    main()
