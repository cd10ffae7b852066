"""V8 and V1: a program killed at any point loses nothing it acknowledged, and leaves nothing readable on disk."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.store.connection import damaged_pages
from app.store.session import VaultSession
from app.store.vault import RecoverySecret
from tests.helpers.vault import account, new_vault, reopened
from tests.hostile.vault.child import ROWS
from tests.hostile.vault.scan import readable_traces

ROOT = Path(__file__).resolve().parents[3]


def test_killed_at_40_random_points_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    kill_at_random_points(tmp_path, 40)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_killed_at_200_random_points_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    kill_at_random_points(tmp_path, 200)


def kill_at_random_points(folder: Path, times: int) -> None:
    session, code = new_vault(folder)
    account(session)
    session.close()
    chance = random.Random(8)
    expected: dict[str, str | None] = {}
    seen = 0
    for number in range(times):
        lines = run_and_kill(folder, number * 1000, chance)
        seen += len(lines)
        for line in lines:
            word, *rest = line.split()
            if word == "committed":
                expected[rest[0]] = "Groceries"
            elif word == "edited":
                expected[rest[0]] = rest[1]
            elif word == "undone":
                expected[rest[0]] = None
            elif word == "code":
                code = rest[0]
        assert readable_traces(folder, (b"CANARY", b"canary")) == []
        session = reopened(folder, secret=RecoverySecret(code) if number % 2 and word_is_last(lines, "code") else None)
        check(session, expected)
        session.close()
    assert seen > 5 * times, "the children were killed before they did anything"


def word_is_last(lines: list[str], word: str) -> bool:
    """Whether the last acknowledged line begins with the word, so that nothing newer can have replaced it."""
    return bool(lines) and lines[-1].startswith(word)


def run_and_kill(folder: Path, start: int, chance: random.Random) -> list[str]:
    """Start the child, kill it a random moment after its first acknowledgement; returns its whole lines."""
    command = [sys.executable, "-m", "tests.hostile.vault.child", str(folder), str(start)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as child:
        assert child.stdout is not None
        first = child.stdout.readline()
        time.sleep(chance.random() * 0.15)
        child.send_signal(signal.SIGKILL)
        rest = child.stdout.read()
    whole, _, _ = (first + rest).rpartition("\n")
    return whole.splitlines()


def check(session: VaultSession, expected: dict[str, str | None]) -> None:
    assert session.read(damaged_pages) == ()
    assert session.read(lambda c: c.execute("PRAGMA integrity_check").fetchall()) == [("ok",)]
    assert session.read(lambda c: c.execute("PRAGMA foreign_key_check").fetchall()) == []
    assert session.verify_audit().intact
    found = session.read(
        lambda c: {
            f"b-{number:06d}": (int(many), str(category))
            for number, many, category in c.execute(
                "SELECT batch_id, count(*), min(category) FROM entry GROUP BY batch_id"
            )
        }
    )
    assert all(many == ROWS for many, _ in found.values())
    last = max(expected)
    # What the killed program did after its last acknowledgement may be on disk or not; it may not have gone back.
    later = {"Groceries": 0}.get(str(expected[last]), 1 if expected[last] else 2)
    state = found.get(last)
    assert (2 if state is None else int(state[1] != "Groceries")) >= later
    expected[last] = None if state is None else state[1]
    for batch, category in expected.items():
        assert found.get(batch) == (None if category is None else (ROWS, category)), batch
