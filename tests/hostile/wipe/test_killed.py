"""V8: kill -9 at random points of import and wipe loses nothing that was acknowledged, and damages nothing."""

import json
import os
import random
import signal
import time
from functools import partial
from pathlib import Path

import pytest

from app.domain.transaction import TransactionSearch
from app.privacy.wipe import finish_broken_wipe
from app.store.connection import damaged_pages
from app.store.transactions import count
from tests.helpers.terminal import Terminal, new_terminal, ofx
from tests.helpers.vault import reopened

ROWS_A_FILE = 40


@pytest.mark.parametrize("points", [6, pytest.param(200, marks=pytest.mark.long)])
def test_nothing_acknowledged_is_lost(tmp_path: Path, points: int) -> None:
    """Each acknowledged import (its line was printed) is there whole; an unacknowledged one is there whole or not at all."""
    chance = random.Random(4471)
    terminal = new_terminal(tmp_path)
    seconds = _seconds_of_an_import(terminal)
    acknowledged = {0}
    for point in range(1, points + 1):
        file = _statement(terminal, point)
        process = terminal.start("import", file, "--yes") if point % 3 else terminal.start("wipe")
        time.sleep(chance.uniform(0.2, 1.1) * seconds)
        os.killpg(process.pid, signal.SIGKILL)
        printed, _ = process.communicate()
        if point % 3 and _committed(printed):
            acknowledged.add(point)
        _check(terminal, acknowledged, upto=point)


def _check(terminal: Terminal, acknowledged: set[int], *, upto: int) -> None:
    session = reopened(terminal.folder)
    try:
        finish_broken_wipe(session)
        assert session.read(damaged_pages) == ()
        assert session.verify_audit().intact
        for number in range(upto + 1):
            search = TransactionSearch(text=f"SHOP{number:04d}X")
            found = session.read(partial(count, search=search))
            assert found in ({ROWS_A_FILE} if number in acknowledged else {0, ROWS_A_FILE}), number
    finally:
        session.close()


def _committed(printed: str) -> bool:
    lines = [json.loads(line) for line in printed.splitlines() if line.endswith("}")]
    return any(line.get("status") == "committed" for line in lines)


def _statement(terminal: Terminal, number: int) -> Path:
    rows = [
        (f"2026-{1 + row % 9:02d}-{1 + row % 28:02d}", f"-{row + 1}.25", f"SHOP{number:04d}X")
        for row in range(ROWS_A_FILE)
    ]
    file = terminal.folder / f"file{number}.ofx"
    file.write_text(ofx(rows, closing="0.00", reference=f"F{number}-"))
    return file


def _seconds_of_an_import(terminal: Terminal) -> float:
    started = time.monotonic()
    assert terminal.run("import", _statement(terminal, 0), "--yes").code == 0
    return time.monotonic() - started
