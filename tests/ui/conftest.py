"""Fixtures of the window's tests: offscreen, themes, tasks; qtbot lives only under tests/ui."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.base.paths import resources
from app.ui.gui_collector import GuiCollector
from app.ui.lasting_constants import keep_constants
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme, ThemeMode
from tests.ui.helpers.books import close_books

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
keep_constants()
HERE = Path(__file__).parent
_OFFSCREEN_CANNOT = (
    "does not support propagateSizeHints",
    "does not support raise",
    "does not support grabbing the keyboard",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says what it can not do for dialogs and pop-ups; nothing else is let through."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.qt_log_ignore(*_OFFSCREEN_CANNOT))


@pytest.fixture(scope="session")
def _theme_once(qapp: QApplication) -> Theme:
    return Theme(qapp, resources(), mode=ThemeMode.LIGHT)


@pytest.fixture(scope="module", autouse=True)
def _collected_here(qapp: QApplication) -> Iterator[None]:
    """As in the window: rings are collected on this thread alone, until the last test of a file is done."""
    collector = GuiCollector(qapp)
    yield
    collector.deleteLater()
    gc.collect()
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def _close_books() -> Iterator[None]:
    yield
    close_books()


@pytest.fixture
def theme(_theme_once: Theme) -> Iterator[Theme]:
    """The one theme, light, amounts shown."""
    _theme_once.set_mode(ThemeMode.LIGHT)
    yield _theme_once
    _theme_once.set_veiled(False)


@pytest.fixture
def dark_theme(theme: Theme) -> Theme:
    """The one theme, dark."""
    theme.set_mode(ThemeMode.DARK)
    return theme


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    """Tasks whose errors must be expected: any that is no CofferError fails the test at its end."""
    errors: list[Exception] = []
    runner = Tasks(errors.append)
    yield runner
    runner.close()
    crashes = [error for error in errors if not hasattr(error, "remedy")]
    assert crashes == []
