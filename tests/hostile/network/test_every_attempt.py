"""N4: every attempt is shown: a thousand from app, child and grandchild are a thousand rows."""

import json
from typing import Any

import pytest

from tests.hostile.network.ordinary import USERS, Stage

SCENARIOS = "tests.hostile.network.scenarios"


def outcome(staged: Stage, user: str, name: str) -> dict[str, Any]:
    run = staged.run(user, "-m", SCENARIOS, name)
    assert run.returncode == 0, run.stderr
    found: dict[str, Any] = json.loads(run.stdout)
    return found


@pytest.mark.parametrize("user", USERS)
def test_a_thousand_attempts_are_a_thousand_rows(staged: Stage, user: str) -> None:
    found = outcome(staged, user, "thousand")
    assert found == {"rows": 1000, "by_process": [300, 300, 400], "complete": True, "in_order": True, "dropped": 0}


def test_threads_at_once_lose_no_row(staged: Stage) -> None:
    assert outcome(staged, "ordinary", "threads") == {"rows": 400}


def test_a_flood_is_counted_and_blocks_nobody(staged: Stage) -> None:
    found = outcome(staged, "ordinary", "flood")
    assert found["rows"] + found["dropped"] == found["made"]
    assert found["dropped"] > 0


def test_python_tells_the_host_of_its_own_attempts_only(staged: Stage) -> None:
    found = outcome(staged, "ordinary", "annotated")
    assert found["hosts"][0] == "bank.example:443"
    assert found["stacks"][0] is True
