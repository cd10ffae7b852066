"""One copy of the lock, and one round of all attacks for each user, shared by the tests of this folder."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.hostile.network.attacks import ATTACKS
from tests.hostile.network.ordinary import USERS, Stage, stage

Outcome = dict[str, Any]


@pytest.fixture(scope="session")
def staged() -> Iterator[Stage]:
    with stage() as ready:
        yield ready


@pytest.fixture(scope="session")
def outcomes(staged: Stage) -> dict[tuple[str, str], Outcome]:
    """What came of each attack, by user and attack."""
    found: dict[tuple[str, str], Outcome] = {}
    for user in USERS:
        run = staged.run(user, "-m", "tests.hostile.network.arena", *ATTACKS, timeout=120)
        assert run.returncode == 0, run.stderr
        found |= {(user, line["attack"]): line for line in map(json.loads, run.stdout.splitlines())}
    return found
