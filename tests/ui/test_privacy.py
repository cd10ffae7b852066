"""The Privacy page: attempts as they come, with their stack; check, wipe with receipt, audit trail."""

from collections.abc import Iterator
from time import monotonic

import pytest
from pytestqt.qtbot import QtBot

from app.lockdown import LockState
from app.presenters.privacy import PrivacyPresenter
from app.presenters.text import Network, Privacy
from app.ui.network_feed import NetworkFeed
from app.ui.pages.privacy import PrivacyPage
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme
from app.ui.widgets.labels import Label
from tests.ui.helpers.protection import Protection, Watch, attempt, network
from tests.ui.helpers.screens import STACK
from tests.ui.helpers.shown_window import make_feed


class Shown:
    def __init__(self, qtbot: QtBot, theme: Theme, tasks: Tasks, *, protection: Protection | None = None) -> None:
        self.watch = Watch()
        self.feed: NetworkFeed = make_feed(self.watch)
        self.protection = protection or Protection()
        self.page = PrivacyPage(theme, tasks, presenter=PrivacyPresenter(self.protection), feed=self.feed)
        qtbot.addWidget(self.page)
        self.page.resize(1072, 900)
        self.page.show()
        self.page.refresh()
        qtbot.waitUntil(lambda: tasks.running == 0)

    @property
    def rows(self) -> int:
        return self.page.network.table.model().rowCount()


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme, tasks: Tasks) -> Iterator[Shown]:
    page = Shown(qtbot, theme, tasks)
    yield page
    qtbot.waitUntil(lambda: tasks.running == 0)


def test_calm_says_that_nothing_was_tried(shown: Shown) -> None:
    assert shown.page.network.words.text() == Network.LOCKED
    assert shown.page.network._none.isVisible()
    assert "3 of 3" in shown.page.network._evidence.text()


def test_an_attempt_is_a_row_within_a_quarter_second(shown: Shown, qtbot: QtBot) -> None:
    started = monotonic()
    shown.watch.waiting.append(attempt(7, stack=STACK))
    qtbot.waitUntil(lambda: shown.rows == 1)
    assert monotonic() - started < 0.25 + 0.2  # the poll without a guard's pipe; other jobs run beside
    cells = [shown.page.network.table.model().index(0, column).data() for column in range(4)]
    assert cells[1:] == ["python3 (4207)", "connect inet", "1.2.3.4:443"]
    assert "Attempt refused" in shown.page.network.words.text()


def test_a_thousand_attempts_are_a_thousand_rows(shown: Shown, qtbot: QtBot) -> None:
    shown.watch.waiting.extend(attempt(number) for number in range(1_000))
    qtbot.waitUntil(lambda: shown.rows == 1_000)
    assert shown.page.network._count.text() == Network.attempts(1_000)


def test_the_stack_behind_an_attempt_is_shown(shown: Shown, qtbot: QtBot) -> None:
    shown.watch.waiting.extend([attempt(1), attempt(2, stack=STACK)])
    qtbot.waitUntil(lambda: shown.rows == 2)
    shown.page.network.table.selectRow(0)
    assert STACK[1] in shown.page.network.stack.toPlainText()
    shown.page.network.table.selectRow(1)
    assert Privacy.NO_STACK in shown.page.network.stack.toPlainText()


def test_seen_calms_the_light_and_keeps_the_rows(shown: Shown, qtbot: QtBot) -> None:
    shown.watch.waiting.append(attempt(1))
    qtbot.waitUntil(lambda: shown.rows == 1)
    shown.page.network._mark.click()
    assert shown.page.network.words.text() == Network.LOCKED
    assert shown.rows == 1


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (LockState.KERNEL_LOCKED, Network.LOCKED),
        (LockState.WATCH_ONLY, Network.WATCHING),
        (LockState.UNPROTECTED, Network.UNLOCKED),
    ],
)
def test_the_light_says_the_state_that_was_proved(shown: Shown, state: LockState, words: str) -> None:
    shown.watch.view = network(state=state)
    shown.feed.mark_seen()
    shown.watch.view = network(state=state)
    shown.page.refresh()
    assert shown.page.network.words.text() == words


def test_checks_say_their_state_in_words_and_what_to_do(shown: Shown) -> None:
    texts = [label.text() for label in shown.page.check.findChildren(Label)]
    assert Privacy.PASS in texts
    assert Privacy.UNKNOWN in texts
    assert "Encrypt the swap space, or switch it off." in texts


def test_one_click_wipes_after_one_question_and_shows_the_receipt(shown: Shown, qtbot: QtBot, tasks: Tasks) -> None:
    assert not shown.page.receipt.isVisible()
    shown.page.data_map.wipe.click()
    assert shown.protection.wiped == 0
    dialog = shown.page.ask_wipe()
    dialog.confirm.click()
    qtbot.waitUntil(lambda: shown.protection.wiped == 1 and tasks.running == 0)
    assert shown.page.receipt.isVisible()
    texts = " ".join(label.text() for label in shown.page.receipt.findChildren(Label))
    assert "key destroyed" in texts
    assert "no trace was found" in texts
    assert "solid-state" in texts
    assert shown.page.data_map.wipe.isEnabled()


def test_the_audit_trail_is_verified(shown: Shown, qtbot: QtBot) -> None:
    assert shown.page.audit.table.model().rowCount() == 6
    shown.page.audit._verify.click()
    qtbot.waitUntil(lambda: shown.page.audit.verdict.text() == Privacy.chain_sound(6))


def test_a_broken_chain_names_its_first_bad_entry(qtbot: QtBot, theme: Theme, tasks: Tasks) -> None:
    shown = Shown(qtbot, theme, tasks, protection=Protection(bad_entry=3))
    shown.page.audit._verify.click()
    qtbot.waitUntil(lambda: shown.page.audit.verdict.text() == Privacy.chain_broken(3))
