"""The window put together: door to pages, changes from another thread, the light, auto-lock."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.base.paths import resources
from app.domain.changes import ChangeKind, Changes
from app.presenters.overview import OverviewPresenter
from app.presenters.privacy import PrivacyPresenter
from app.presenters.recurring import RecurringPresenter
from app.presenters.settings import SettingsPresenter
from app.presenters.shell import StatusView
from app.presenters.unlock import UnlockPresenter
from app.ui.idle import IdleWatch
from app.ui.page_list import PagePresenters
from app.ui.widgets.page import PageKey
from app.ui.window import OpenedVault, Window, WindowParts
from tests.ui.helpers import books
from tests.ui.helpers.doors import RIGHT, Door
from tests.ui.helpers.household import Household
from tests.ui.helpers.protection import Preferences, Protection, Watch, attempt


class Opened:
    def __init__(self, qtbot: QtBot, qapp: QApplication) -> None:
        self.callbacks: list[Callable[[Changes], object]] = []
        self.locked: list[int] = []
        self.watch = Watch()
        parts: WindowParts[str] = WindowParts(
            resources=resources(),
            theme="light",
            network=self.watch,  # type: ignore[arg-type]  # the made-up watch has the presenter's shape
            unlock=UnlockPresenter(Door()),
            open_vault=self.open_vault,
            lock=lambda: self.locked.append(1),
            report=print,
            locked_status=StatusView("Vault locked"),
        )
        self.window = Window(qapp, parts)
        qtbot.addWidget(self.window.main)
        self.window.show()

    def open_vault(self, book: str) -> OpenedVault:
        assert book == "book"
        return OpenedVault(
            presenters=PagePresenters(
                overview=OverviewPresenter(Household()),
                transactions=books.transactions(),
                importing=books.importing(),
                ask=books.ask(),
                recurring=RecurringPresenter(Household()),
                privacy=PrivacyPresenter(Protection()),
                settings=SettingsPresenter(Preferences()),
            ),
            status=lambda: StatusView("Vault unlocked"),
            subscribe=self.callbacks.append,
            lock_after_minutes=7,
            lock_with_screen=True,
            veiled=True,
        )


def test_from_the_door_to_the_pages(qtbot: QtBot, qapp: QApplication) -> None:
    shown = Opened(qtbot, qapp)
    window = shown.window
    assert not window.main.rail.isVisible()
    window.door.unlock_form.field.setText(RIGHT)
    window.door.unlock_form._submit()
    qtbot.waitUntil(lambda: window.main.current_page is not None)
    assert window.main.current_page is window.main.page(PageKey.OVERVIEW)
    assert window.theme.veiled
    assert window.idle.waiting_ms == 7 * 60_000
    qtbot.waitUntil(lambda: window.main.status._words.text() == "Vault unlocked")
    window.idle.idled.emit()
    assert shown.locked == [1]
    qtbot.waitUntil(lambda: window.tasks.running == 0)
    window.idle.set_minutes(0)
    window.theme.set_veiled(False)


def test_a_change_from_another_thread_refreshes_and_an_attempt_turns_the_light(qtbot: QtBot, qapp: QApplication) -> None:
    shown = Opened(qtbot, qapp)
    window = shown.window
    window.open_book("book")
    qtbot.waitUntil(lambda: window.tasks.running == 0)
    seen: list[Changes] = []
    window._relay.changed.connect(seen.append)
    change = Changes.of(ChangeKind.TRANSACTIONS)
    thread = threading.Thread(target=lambda: [callback(change) for callback in shown.callbacks])
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: seen == [change])
    shown.watch.waiting.append(attempt(1, process="curl", address="1.2.3.4:443"))
    qtbot.waitUntil(lambda: "curl to 1.2.3.4:443" in window.main.status.light.words)
    qtbot.waitUntil(lambda: window.tasks.running == 0)
    window.idle.set_minutes(0)
    window.theme.set_veiled(False)


def test_waking_from_sleep_and_the_screen_lock_the_vault_unless_switched_off(qtbot: QtBot, qapp: QApplication) -> None:
    shown = Opened(qtbot, qapp)
    window = shown.window
    window.screen.locked.emit()
    assert shown.locked == []
    window.open_book("book")
    qtbot.waitUntil(lambda: window.tasks.running == 0)
    window.screen.locked.emit()
    assert shown.locked == [1]
    slept = [100.0]
    window.sleep._slept = lambda: slept[0]
    window.sleep.start()
    qtbot.wait(1_200)
    assert shown.locked == [1]
    slept[0] += 30.0
    qtbot.waitUntil(lambda: shown.locked == [1, 1], timeout=2_000)
    window._follow_settings(replace(SettingsPresenter(Preferences()).load(), lock_with_screen=False))
    slept[0] += 30.0
    window.screen.locked.emit()
    qtbot.wait(1_200)
    assert shown.locked == [1, 1]
    qtbot.waitUntil(lambda: window.tasks.running == 0)
    window.idle.set_minutes(0)
    window.theme.set_veiled(False)


def test_idle_locks_within_two_seconds_of_its_time(qtbot: QtBot) -> None:
    idle = IdleWatch(1)
    idle._timer.setInterval(1_000)
    began = time.monotonic()
    with qtbot.waitSignal(idle.idled, timeout=3_000):
        pass
    assert time.monotonic() - began < 3.0
    assert idle._timer.timerType() is Qt.TimerType.PreciseTimer
