"""U3: on every page each control has a name for the screen reader and can be reached by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QTableView, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from tests.ui.helpers.screens import SCREENS


def focusable(window: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisibleTo(window)
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]


@pytest.mark.parametrize("name", SCREENS)
def test_every_control_has_a_name(name: str, theme: Theme, qtbot: QtBot) -> None:
    window = SCREENS[name](theme)
    qtbot.addWidget(window)
    window.show()
    controls = focusable(window)
    assert controls
    nameless = [f"{type(widget).__name__} {widget.objectName()}" for widget in controls if not widget.accessibleName()]
    assert nameless == []


@pytest.mark.parametrize("name", SCREENS)
def test_every_control_is_reached_by_tab(name: str, theme: Theme, qtbot: QtBot) -> None:
    window = SCREENS[name](theme)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    wanted = {widget for widget in focusable(window) if not isinstance(widget, QScrollArea)}
    grouped = {widget for widget in wanted if isinstance(widget, QAbstractButton) and widget.group() is not None}
    reached: set[QWidget] = set()
    for _press in range(len(wanted) * 2 + 4):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is not None:
            reached.add(focus)
    missed = [f"{type(widget).__name__} {widget.accessibleName()}" for widget in wanted - reached - grouped]
    assert missed == []
    assert not grouped or grouped & reached


@pytest.mark.parametrize("name", SCREENS)
def test_focus_is_seen(name: str, theme: Theme, qtbot: QtBot) -> None:
    window = SCREENS[name](theme)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    unseen = []
    for widget in focusable(window):
        if isinstance(widget, QTableView | QScrollArea):
            continue
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        focused = widget.grab().toImage()
        widget.clearFocus()
        if widget.grab().toImage() == focused:
            unseen.append(f"{type(widget).__name__} {widget.accessibleName()}")
    assert unseen == []


@pytest.mark.parametrize("name", SCREENS)
def test_no_text_is_cut_off_at_the_least_size(name: str, theme: Theme, qtbot: QtBot) -> None:
    window = SCREENS[name](theme)
    qtbot.addWidget(window)
    window.resize(window.minimumSize())
    window.show()
    qtbot.wait(10)
    cut = [
        label.text()
        for label in window.findChildren(QLabel)
        if label.isVisible() and label.text() and not label.wordWrap() and label.width() + 1 < label.sizeHint().width()
    ]
    low = [
        label.text()
        for label in window.findChildren(QLabel)
        if label.isVisible() and label.wordWrap() and label.height() + 1 < label.heightForWidth(label.width())
    ]
    assert (cut, low) == ([], [])
