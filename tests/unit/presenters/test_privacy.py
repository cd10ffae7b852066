"""The Privacy page's view-models, without Qt."""

from dataclasses import replace

import pytest

from app.base.tasks import CancelToken, no_progress
from app.lockdown import AttemptKind, LockState
from app.presenters.privacy import PrivacyPresenter, network_panel
from app.presenters.shell import LightState, light_of
from app.presenters.text import Network, Privacy
from tests.ui.helpers.protection import Protection, attempt, network


@pytest.mark.parametrize(
    ("state", "light", "words"),
    [
        (LockState.KERNEL_LOCKED, LightState.LOCKED, Network.LOCKED),
        (LockState.WATCH_ONLY, LightState.WATCHING, Network.WATCHING),
        (LockState.UNPROTECTED, LightState.UNLOCKED, Network.UNLOCKED),
    ],
)
def test_the_light_says_what_was_proved(state: LockState, light: LightState, words: str) -> None:
    view = light_of(network(state=state))
    assert (view.state, view.words) == (light, words)


def test_every_lock_state_has_its_light() -> None:
    assert {state.value for state in LockState} <= {light.value for light in LightState}


def test_an_unseen_attempt_comes_first_and_a_lost_lock_even_before_it() -> None:
    attempts = (attempt(1, process="curl", address="1.2.3.4:443"),)
    assert light_of(network(attempts=attempts, unseen=1)).words.endswith("curl to 1.2.3.4:443")
    assert light_of(network(attempts=attempts)).words == Network.LOCKED
    lost = network(attempts=attempts, unseen=1, state=LockState.UNPROTECTED)
    assert light_of(lost).state is LightState.UNLOCKED


def test_attempts_name_host_and_address_and_leave_local_calls_out() -> None:
    named = replace(attempt(1), host="example.org")
    local = replace(attempt(2), kind=AttemptKind.LOCAL)
    nameless = replace(attempt(3), address="", host="")
    panel = network_panel(network(attempts=(nameless, local, named), unseen=3))
    assert [line.address for line in panel.attempts] == [Privacy.UNKNOWN_ADDRESS, "example.org (1.2.3.4:443)"]


def test_the_receipt_in_lines() -> None:
    receipt = PrivacyPresenter(Protection()).wipe(no_progress, CancelToken())
    assert receipt.wiped[0] == "caches: 1.2 MB, key destroyed"
    assert receipt.kept == ("vault: your books, encrypted",)
    assert "no trace was found" in receipt.scan
    assert Privacy.scan(2, "0.1").startswith("The places were scanned afterwards: 2 traces were found")


def test_the_audit_trail_newest_first_and_its_verdict() -> None:
    presenter = PrivacyPresenter(Protection())
    cells = presenter.audit()
    assert [row[0] for row in cells] == ["6", "5", "4", "3", "2", "1"]
    assert cells[3][2:] == ("Statement imported", "owner", "batch b-000001, rows 312")
    assert presenter.verify().sound
    broken = PrivacyPresenter(Protection(bad_entry=4)).verify()
    assert not broken.sound
    assert "Entry 4" in broken.words


def test_checks_and_map() -> None:
    presenter = PrivacyPresenter(Protection())
    assert [check.word for check in presenter.checks()].count(Privacy.PASS) == 4
    assert presenter.data_map()[0].cells[2:4] == ("1.2 MB", "key destroyed")
