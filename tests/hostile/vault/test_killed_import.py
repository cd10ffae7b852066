"""V8: a program killed in the middle of a large import leaves all of its rows or none, and the batch accordingly."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.domain.transaction import TransactionSearch
from app.store.connection import damaged_pages
from app.store.staging import staged_names
from app.store.transactions import count
from tests.helpers.vault import account, new_vault, reopened
from tests.hostile.vault.import_child import ROWS
from tests.hostile.vault.scan import readable_traces

ROOT = Path(__file__).resolve().parents[3]


def test_killed_in_the_middle_of_large_imports_all_or_nothing_is_there(tmp_path: Path) -> None:
    kill_at_random_points(tmp_path, 4)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_killed_in_the_middle_of_many_large_imports_all_or_nothing_is_there(tmp_path: Path) -> None:
    kill_at_random_points(tmp_path, 60)


def kill_at_random_points(folder: Path, times: int) -> None:
    session, _ = new_vault(folder)
    account(session)
    session.close()
    chance = random.Random(88)
    there = waiting = 0
    longest = 2.0
    for number in range(times):
        lines, took = run_and_kill(folder, number, after=longest * chance.random())
        committed = any(line.startswith("committed") for line in lines)
        longest = took if committed else longest
        assert readable_traces(folder, (b"CANARY", b"canary")) == []
        session = reopened(folder)
        assert session.read(damaged_pages) == ()
        assert session.read(lambda c: c.execute("PRAGMA integrity_check").fetchall()) == [("ok",)]
        assert session.read(lambda c: c.execute("PRAGMA foreign_key_check").fetchall()) == []
        assert session.verify_audit().intact
        now = session.read(lambda c: count(c, TransactionSearch()))
        searchable = session.read(lambda c: count(c, TransactionSearch(text="canarymemo")))
        batches = len(session.read(staged_names))
        session.close()
        assert now == searchable
        # What was not acknowledged may be on disk or not, but never in part.
        assert (now, batches) in {(there + ROWS, waiting)} | (set() if committed else {(there, waiting + 1)})
        there, waiting = now, batches


def run_and_kill(folder: Path, number: int, *, after: float) -> tuple[list[str], float]:
    """Start the child, kill it so many seconds after it has staged its file; returns its whole lines."""
    command = [sys.executable, "-m", "tests.hostile.vault.import_child", str(folder), str(number)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as child:
        assert child.stdout is not None
        first = child.stdout.readline()
        began = time.monotonic()
        time.sleep(after)
        child.send_signal(signal.SIGKILL)
        rest = child.stdout.read()
    whole, _, _ = (first + rest).rpartition("\n")
    return whole.splitlines(), time.monotonic() - began
