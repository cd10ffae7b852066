"""The wipe: the map is complete, an old copy of a cache opens no more, the receipt holds no content, a crash is finished."""

import json
import os
import random
import shutil
import signal
import subprocess
import time
from functools import partial
from pathlib import Path

import pytest

from app.domain.errors import VaultDamagedError
from app.privacy.data_map import MAPPED_TABLES, mapped_paths, unmapped, wipe_marker
from app.privacy.receipt import receipt_json
from app.privacy.wipe import finish_broken_wipe, wipe
from app.store.caches import put
from app.store.connection import Connection, open_vault_database
from app.store.session import VaultSession
from tests.helpers.terminal import Terminal, new_terminal, ofx
from tests.helpers.vault import account, commit, new_vault, places_in, reopened, statement_rows

CANARY = "CANARYPAYEEQUITELONG"


def _put_block(connection: Connection, *, name: str, block: bytes) -> None:
    put(connection, "room", key=name, value=block, stored_at="2026-01-01")


def fill_caches(session: VaultSession, *, megabytes: int = 1) -> None:
    block = random.Random(7).randbytes(1024 * 1024)
    for number in range(megabytes):
        session.cache_write(partial(_put_block, name=f"{CANARY} {number}", block=block))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    session, _ = new_vault(tmp_path)
    commit(session, account(session).id, statement_rows(30, text=CANARY))
    fill_caches(session)
    session.close()
    return tmp_path


def test_written_minus_mapped_is_nothing_after_a_full_session(tmp_path: Path) -> None:
    """W1, short: everything that a session of the real program left in its folders is on the map."""
    terminal = new_terminal(tmp_path)
    (tmp_path / "march.ofx").write_text(ofx([("2026-03-02", "-51.60", CANARY)], closing="10.00"))
    outside = {path for path in tmp_path.rglob("*") if not path.is_relative_to(terminal.vault)}
    terminal.run("import", tmp_path / "march.ofx", "--yes")
    terminal.run("ask", "how much did I spend in march 2026")
    terminal.run("check")
    terminal.run("wipe")
    places = places_in(tmp_path)
    written = {path for path in terminal.vault.rglob("*") if path.is_file()}
    assert written
    assert unmapped(places, written) == ()
    left = {path for path in tmp_path.rglob("*") if not path.is_relative_to(terminal.vault)} - outside
    assert left == {tmp_path / "passphrase"} - outside


def test_a_file_that_nobody_mapped_is_noticed(tmp_path: Path) -> None:
    places = places_in(tmp_path)
    strange = places.vault / "notes.txt"
    assert unmapped(places, [strange, places.database]) == (strange,)


def test_every_table_of_the_vault_is_mapped(folder: Path) -> None:
    session = reopened(folder)
    tables = session.read(
        lambda c: {row[0] for row in c.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    )
    session.close()
    assert {name for name in tables if not name.startswith("sqlite_")} == {item.table for item in MAPPED_TABLES}


def test_an_old_copy_of_a_cache_can_not_be_opened_after_the_wipe(folder: Path) -> None:
    """W2: with the copied file in its place again, and with every key that the vault still knows."""
    places = places_in(folder)
    copy = folder / "old_cache.db"
    session = reopened(folder)
    session.cache_read(lambda c: c.execute("SELECT count(*) FROM cached").fetchall())
    shutil.copy(places.cache_database, copy)
    wipe(session)
    assert not places.cache_database.exists()
    shutil.copy(copy, places.cache_database)
    with pytest.raises(VaultDamagedError):
        open_vault_database(places.cache_database, session.vault_key())
    rows = session.cache_read(lambda c: c.execute("SELECT count(*) FROM cached").fetchall())
    assert rows == [(0,)], "the copy was taken for a cache"
    session.close()


def test_the_receipt_counts_bytes_and_holds_no_content(folder: Path) -> None:
    """W3."""
    session = reopened(folder)
    before = sum(path.stat().st_size for path in places_in(folder).caches.iterdir())
    dry = wipe(session, dry_run=True)
    assert places_in(folder).cache_database.exists()
    receipt = wipe(session)
    session.close()
    text = json.dumps(receipt_json(receipt))
    assert before > 1_000_000
    assert {line.what: line.bytes for line in receipt.wiped}["caches"] == before
    assert {line.what: line.bytes for line in dry.wiped}["caches"] == before
    assert CANARY not in text.upper()
    assert receipt.canaries == 0
    assert len(receipt.not_promised) >= 3
    assert set(receipt_json(receipt)) == {"wiped", "kept", "not_promised", "scan", "seconds"}


def test_a_readable_text_that_is_left_is_counted(folder: Path) -> None:
    places = places_in(folder)
    places.settings.write_text(json.dumps({"note": f"{CANARY} 3"}))
    session = reopened(folder)
    assert wipe(session).canaries >= 1
    session.close()


def test_the_books_stay_whole(folder: Path) -> None:
    session = reopened(folder)
    rows = "SELECT count(*), sum(amount) FROM entry"
    before = session.read(lambda c: c.execute(rows).fetchall())
    wipe(session)
    assert session.read(lambda c: c.execute(rows).fetchall()) == before
    assert session.verify_audit().intact
    session.close()


@pytest.mark.long
def test_half_a_gigabyte_is_wiped_in_two_seconds(folder: Path) -> None:
    session = reopened(folder)
    fill_caches(session, megabytes=500)
    receipt = wipe(session)
    session.close()
    assert receipt.bytes > 500 * 1024 * 1024
    assert receipt.seconds <= 2.0


def test_a_wipe_that_was_cut_off_is_finished_by_the_next_start(folder: Path) -> None:
    places = places_in(folder)
    wipe_marker(places).touch()
    session = reopened(folder)
    assert finish_broken_wipe(session)
    assert not finish_broken_wipe(session)
    session.close()
    assert_wiped(folder)


def assert_wiped(folder: Path) -> None:
    places = places_in(folder)
    assert not wipe_marker(places).exists()
    left = [path for item in mapped_paths(places) if item.step.value == "key destroyed" for path in item.existing()]
    assert left == []


@pytest.mark.parametrize("points", [4, pytest.param(100, marks=pytest.mark.long)])
def test_killed_in_mid_wipe_the_next_start_completes_it(tmp_path: Path, points: int) -> None:
    """W4: kill -9 at points spread over the whole command, guard and app together."""
    terminal = new_terminal(tmp_path)
    seconds = _seconds_of_a_wipe(terminal)
    begun = 0
    for point in range(points):
        session = reopened(tmp_path)
        fill_caches(session)
        session.close()
        process = terminal.start("wipe")
        time.sleep(seconds * (point + 0.5) / points)
        _kill(process)
        process.communicate()
        broken = wipe_marker(places_in(tmp_path)).exists()
        begun += broken
        assert terminal.run("accounts").code == 0
        if broken:
            assert_wiped(tmp_path)
        assert terminal.run("audit", "--verify").lines[-1]["verified"] is True


def _seconds_of_a_wipe(terminal: Terminal) -> float:
    started = time.monotonic()
    assert terminal.run("wipe").code == 0
    return time.monotonic() - started


def _kill(process: "subprocess.Popen[str]") -> None:
    os.killpg(process.pid, signal.SIGKILL)
