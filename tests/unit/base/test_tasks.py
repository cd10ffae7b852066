"""Cancelling: seen between steps, interrupts what waits, and never what comes after."""

import tomllib
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.base.clock import FixedClock, SystemClock, iso_instant
from app.base.tasks import CancelToken
from app.base.version import VERSION
from app.domain.errors import CancelledError


def test_a_cancel_interrupts_inside_and_only_there() -> None:
    token, interrupted = CancelToken(), []
    with token.interrupting(lambda: interrupted.append("early")):
        token.raise_if_cancelled()
    with token.interrupting(lambda: interrupted.append("inside")):
        token.cancel()
    token.cancel()
    assert interrupted == ["inside"]
    with pytest.raises(CancelledError):
        token.raise_if_cancelled()
    with pytest.raises(CancelledError), token.interrupting(lambda: interrupted.append("late")):
        pytest.fail("work began after the cancel")


def test_clocks() -> None:
    assert FixedClock(date(2025, 11, 30)).today() == date(2025, 11, 30)
    assert iso_instant(FixedClock(date(2025, 11, 30)).now()) == "2025-11-30T12:00:00.000Z"
    assert abs((SystemClock().now() - datetime.now(UTC)).total_seconds()) < 5


def test_the_version_is_the_projects() -> None:
    text = (Path(__file__).resolve().parents[3] / "pyproject.toml").read_text("utf-8")
    assert tomllib.loads(text)["project"]["version"] == VERSION
