"""The shell: rail, keys, command bar, status bar, veil, tasks, progress, changes."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.changes import ChangeKind, Changes
from app.domain.errors import CancelledError, NotFoundError
from app.presenters.failure import Failure
from app.presenters.text import Commands, Network, Words
from app.ui.application import log_qt_messages
from app.ui.idle import IdleWatch
from app.ui.main_window import MainWindow
from app.ui.tasks import Task, Tasks
from app.ui.theme.theme import Theme
from app.ui.widgets.labels import MoneyLabel
from app.ui.widgets.page import PageKey
from app.ui.widgets.progress_row import ProgressRow
from tests.ui.helpers.protection import Watch, attempt
from tests.ui.helpers.shown_window import make_feed, make_window


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, tasks: Tasks) -> Iterator[MainWindow]:
    main = make_window(theme, tasks)
    qtbot.addWidget(main)
    main.show()
    qtbot.waitUntil(lambda: tasks.running == 0)
    yield main
    qtbot.waitUntil(lambda: tasks.running == 0)


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    window.activateWindow()
    QTest.keyClick(window, key, modifier)


def test_keys_open_pages(window: MainWindow) -> None:
    press(window, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    assert window.current_page is window.page(PageKey.PRIVACY)
    press(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.current_page is window.page(PageKey.OVERVIEW)


def test_rail_opens_and_marks_the_page(window: MainWindow) -> None:
    button = window.rail._buttons[PageKey.SETTINGS]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.current_page is window.page(PageKey.SETTINGS)
    assert button.isChecked()
    assert not window.rail._buttons[PageKey.OVERVIEW].isChecked()


def test_command_bar_filters_and_runs(window: MainWindow) -> None:
    bar = window.open_command_bar()
    QTest.keyClicks(bar.field, "priv")
    assert bar.shown == (Commands.go_to("Privacy"),)
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert window.current_page is window.page(PageKey.PRIVACY)


def test_command_bar_says_when_nothing_matches(window: MainWindow) -> None:
    bar = window.open_command_bar()
    bar.field.setText("nothing like this")
    assert bar.shown == ()
    assert bar._nothing.isVisible()
    bar.reject()


def test_every_command_with_a_key_is_in_the_key_map(window: MainWindow) -> None:
    keys = [command.key for command in window.commands if command.key]
    assert len(keys) == len(set(keys))
    assert {"Ctrl+K", "?", "/", "F9", "Ctrl+L", "Ctrl+1"} <= set(keys)
    window.open_key_map().reject()


def test_slash_without_a_search_field_opens_the_command_bar(window: MainWindow) -> None:
    press(window, Qt.Key.Key_Slash)
    assert window.focusWidget() is not None
    bars = [bar for bar in window.findChildren(type(window.open_command_bar())) if bar.isVisible()]
    assert len(bars) == 2
    for bar in bars:
        bar.reject()


def test_one_key_veils_every_amount(window: MainWindow, theme: Theme) -> None:
    labels = [label for label in window.findChildren(MoneyLabel) if label.text()]
    assert any("$" in label.text() for label in labels)
    press(window, Qt.Key.Key_F9)
    assert theme.veiled
    assert {label.text() for label in labels} == {Words.VEILED}
    assert all(Words.VEILED in label.accessibleName() for label in labels)
    press(window, Qt.Key.Key_F9)
    assert any("$" in label.text() for label in labels)


def test_the_light_says_an_attempt_and_stays_until_seen(qtbot: QtBot, theme: Theme) -> None:
    watch = Watch()
    feed = make_feed(watch)
    main = make_window(theme, Tasks(print))
    qtbot.addWidget(main)
    feed.changed.connect(lambda _fresh: main.status.show_light(feed.presenter.light()))
    assert main.status.light.words == Network.LOCKED
    watch.waiting.append(attempt(1, process="curl", address="1.2.3.4:443"))
    with qtbot.waitSignal(feed.changed, timeout=1_000):
        pass
    assert "Attempt refused" in main.status.light.words
    assert "curl to 1.2.3.4:443" in main.status.light.words
    feed.poll()
    assert "Attempt refused" in main.status.light.words
    feed.mark_seen()
    assert main.status.light.words == Network.LOCKED
    assert main.status.light._count.text() == Network.attempts(1)


def test_a_task_delivers_on_the_gui_thread(qtbot: QtBot, tasks: Tasks) -> None:
    threads: list[object] = []
    results: list[int] = []

    def work() -> int:
        threads.append(threading.get_ident())
        return 42

    def done(result: int) -> None:
        threads.append(threading.get_ident())
        results.append(result)

    tasks.run(work, done)
    qtbot.waitUntil(lambda: results == [42])
    assert threads[0] != threads[1] == threading.get_ident()


def test_a_task_says_a_known_error_in_words_and_an_unknown_one_without_its_content(qtbot: QtBot) -> None:
    reported: list[Exception] = []
    tasks = Tasks(reported.append)
    failures: list[Failure] = []

    def known() -> None:
        raise NotFoundError("account", "Blue Card")

    def unknown() -> None:
        raise ValueError("secret payee")

    for work in (known, unknown):
        tasks.run(work, lambda _none: None, failed=failures.append)
    qtbot.waitUntil(lambda: len(failures) == 2)
    by_code = {failure.code: failure for failure in failures}
    assert "Blue Card" in by_code["not_found"].what
    assert "secret payee" not in str(by_code["internal_error"])
    assert len(reported) == 2


def test_a_later_call_with_the_same_key_drops_the_earlier_result(qtbot: QtBot, tasks: Tasks) -> None:
    gate = threading.Event()
    results: list[str] = []

    def slow() -> str:
        gate.wait(5)
        return "slow"

    tasks.run(slow, results.append, key="search")
    tasks.run(lambda: "quick", results.append, key="search")
    qtbot.waitUntil(lambda: results == ["quick"])
    gate.set()
    qtbot.waitUntil(lambda: tasks.running == 0)
    assert results == ["quick"]


def test_long_work_gets_a_row_with_cancel(qtbot: QtBot, window: MainWindow, tasks: Tasks) -> None:
    failures: list[Failure] = []
    started = threading.Event()

    def work(progress: object, token: object) -> None:
        progress(3, 10, "")  # type: ignore[operator]
        started.set()
        while not token.cancelled:  # type: ignore[attr-defined]
            threading.Event().wait(0.01)
        raise CancelledError

    tasks.run_long(work, lambda _none: None, title="Counting", failed=failures.append)
    assert window.findChildren(ProgressRow) == []
    qtbot.waitUntil(lambda: len(window.findChildren(ProgressRow)) == 1, timeout=2_000)
    row = window.findChildren(ProgressRow)[0]
    assert row.accessibleName() == "Counting"
    QTest.mouseClick(row._cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: [failure.code for failure in failures] == ["cancelled"])
    qtbot.waitUntil(lambda: window.findChildren(ProgressRow) == [])


def test_short_work_gets_no_row(qtbot: QtBot, tasks: Tasks) -> None:
    shown: list[Task] = []
    results: list[int] = []
    tasks.shown.connect(shown.append)
    tasks.run_long(lambda _progress, _token: 1, results.append, title="Quick")
    qtbot.waitUntil(lambda: results == [1])
    qtbot.wait(600)
    assert shown == []


def test_a_result_for_a_closed_page_is_dropped(qtbot: QtBot, theme: Theme, tasks: Tasks) -> None:
    owner = MoneyLabel(theme, "1")
    gate = threading.Event()
    results: list[int] = []

    def work() -> int:
        gate.wait(5)
        return 1

    task = tasks.run(work, results.append, owner=owner)
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    with qtbot.waitSignal(task.finished):
        gate.set()
    assert results == []


def test_changes_refresh_the_page_that_is_shown(window: MainWindow, tasks: Tasks, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: tasks.running == 0)
    window.on_changes(Changes.of(ChangeKind.TRANSACTIONS))
    assert tasks.running == 1


def test_work_that_never_began_is_no_longer_under_way_after_closing(qtbot: QtBot) -> None:
    tasks, gate = Tasks(lambda _error: None), threading.Event()
    for _ in range(9):
        tasks.run(lambda: gate.wait(5), lambda _done: None)
    tasks.close(0)
    assert tasks.running == 4
    gate.set()
    qtbot.waitUntil(lambda: tasks.running == 0)


def test_idle_watch_locks_and_starts_again_with_a_key(qtbot: QtBot, window: MainWindow) -> None:
    idle = IdleWatch(0)
    assert idle.waiting_ms == 0
    idle.set_minutes(5)
    assert idle.waiting_ms == 300_000
    idle._timer.setInterval(60)
    window.installEventFilter(idle)
    with qtbot.waitSignal(idle.idled, timeout=2_000):
        pass
    idle._timer.start(400)
    qtbot.wait(150)
    before = idle._timer.remainingTime()
    press(window, Qt.Key.Key_Shift)
    assert idle._timer.remainingTime() > before
    window.removeEventFilter(idle)
    idle.set_minutes(0)


def test_qt_messages_reach_the_log(logged: list[object], caplog: pytest.LogCaptureFixture) -> None:
    from PySide6.QtCore import qWarning

    undo = log_qt_messages()
    qWarning("something odd")
    undo()
    assert len(logged) == 1
    assert caplog is not None


def test_closing_the_window_cancels_what_runs(qtbot: QtBot, theme: Theme) -> None:
    tasks = Tasks(lambda _error: None)
    main = make_window(theme, tasks)
    qtbot.addWidget(main)
    started, ended = threading.Event(), threading.Event()

    def work(_progress: object, token: object) -> None:
        started.set()
        while not token.cancelled:  # type: ignore[attr-defined]
            threading.Event().wait(0.01)
        ended.set()

    tasks.run_long(work, lambda _none: None, title="Endless")
    assert started.wait(2)
    main.close()
    assert ended.wait(2)
