"""V4: after a lock neither passphrase, key nor any text of a transaction is left in a process of the program."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store.secret_slots import key_by_passphrase
from app.store.slot_file import load_slots
from tests.helpers.vault import PASSPHRASE, account, commit, new_vault, places_in, statement_rows
from tests.hostile.vault.scan import in_memory, process_tree

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc/PID/mem")
CANARY = "CANARYLOCK"
WITHIN_SECONDS = 2.0
ROOT = Path(__file__).parents[3]


def secrets(key: bytes) -> dict[str, bytes]:
    words = {"passphrase": PASSPHRASE, "payee": CANARY.title(), "printed payee": CANARY}
    forms = {f"{name} {code}": text.encode(code) for name, text in words.items() for code in ("utf-8", "utf-16-le")}
    return {**forms, "key": key, "key in hexadecimal": key.hex().encode(), "KEY": key.hex().upper().encode()}


@pytest.fixture
def vault(tmp_path: Path) -> tuple[Path, bytes]:
    session, _code = new_vault(tmp_path)
    commit(session, account(session).id, statement_rows(2_000, text=CANARY))
    session.close()
    places = places_in(tmp_path)
    return places.vault, key_by_passphrase(load_slots(places.key_slots), PASSPHRASE)


@pytest.fixture
def window(vault: tuple[Path, bytes]) -> Iterator[subprocess.Popen[str]]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen:"}
    command = [sys.executable, "-m", "tests.hostile.vault.lock_driver", "--vault", str(vault[0])]
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    yield process
    for pid in process_tree(process.pid):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    process.communicate()


def left(tree: list[int], wanted: dict[str, bytes]) -> set[str]:
    """What is found in the processes that can be read; the guard lets nobody but root read it, and knows nothing."""
    found: set[str] = set()
    for pid in tree:
        try:
            found |= in_memory(pid, wanted)
        except (PermissionError, FileNotFoundError, ProcessLookupError):
            continue
    return found


def is_locked(tree: list[int]) -> bool:
    """Whether the program has taken the driver's place."""
    lines = [Path(f"/proc/{pid}/cmdline").read_bytes() for pid in tree if Path(f"/proc/{pid}").exists()]
    return any(b"__main__.py" in line for line in lines)


def test_nothing_is_left_two_seconds_after_the_lock(vault: tuple[Path, bytes], window: subprocess.Popen[str]) -> None:
    assert window.stdin is not None
    assert window.stdout is not None
    wanted = secrets(vault[1])
    assert window.stdout.readline() == "open\n"
    before = left(process_tree(window.pid), wanted)
    assert {"payee utf-8", "key"} <= before, f"the scan sees only {before}"
    window.stdin.write("lock\n")
    window.stdin.flush()
    began = time.monotonic()
    while not is_locked(process_tree(window.pid)) and time.monotonic() - began < 10 * WITHIN_SECONDS:
        time.sleep(0.02)
    took = time.monotonic() - began
    tree = process_tree(window.pid)
    assert left(tree, wanted) == set()
    assert took < WITHIN_SECONDS, f"the lock took {took:.2f} s"
    for pid in tree:
        limits = Path(f"/proc/{pid}/limits").read_text().splitlines()
        core = next(line for line in limits if line.startswith("Max core file size"))
        assert core.split()[4:6] == ["0", "0"], (pid, core)
