"""Hostile archives through the real worker and the real import: opened there alone, answered soon, never followed."""

import contextlib
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.errors import StatementRefusedError
from app.ledger.reading_thread import ReadingThread
from app.ledger.statement_files import StatementFiles
from app.statements.member_names import is_shown_name
from app.statements.reader import StatementSource
from app.statements.size_limits import LARGEST_STATEMENT
from app.workers.statement_client import StatementWorker
from tests.helpers.archives import CSV, HOSTILE, packed


@pytest.fixture
def files() -> Iterator[StatementFiles]:
    reading = ReadingThread()
    yield StatementFiles(reading)
    reading.rest()


@pytest.mark.parametrize("name", HOSTILE)
def test_each_is_answered_soon_and_the_worker_goes_on(name: str) -> None:
    archive = StatementSource("a.zip", HOSTILE[name]())
    began = time.process_time()
    with StatementWorker(seconds=20) as worker:
        shown: tuple[str, ...] = ()
        with contextlib.suppress(StatementRefusedError):
            shown = worker.members(archive)
        assert all(map(is_shown_name, shown))
        for member in shown:
            with contextlib.suppress(StatementRefusedError):
                assert len(worker.member(archive, member)) <= LARGEST_STATEMENT
        good = StatementSource("b.zip", packed([("jan.csv", CSV)]))
        assert worker.member(good, "jan.csv") == CSV
    assert time.process_time() - began < 10


def test_a_member_that_climbs_reads_nothing_outside(files: StatementFiles, tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("not in the archive")
    archive = tmp_path / "inner" / "a.zip"
    archive.parent.mkdir()
    archive.write_bytes(packed([("../secret.csv", CSV), (str(tmp_path / "secret.csv"), CSV)]))
    members = files.members(archive)
    assert [files.source(member).data for member in members] == [CSV, CSV]
    assert all(member.is_relative_to(archive) for member in members)


def test_an_endless_name_is_a_file_like_any(files: StatementFiles, tmp_path: Path) -> None:
    archive = tmp_path / "a.zip"
    archive.write_bytes(HOSTILE["a name of 60,000 characters"]())
    (member,) = files.members(archive)
    source = files.source(member)
    assert source.data == CSV
    assert source.name.endswith(".csv")


def test_damaged_archives_are_refused_or_read_but_never_end_anything(tmp_path: Path) -> None:
    chance, whole = random.Random(5), packed([("jan.csv", CSV * 50), ("feb/feb.csv", CSV * 50)])
    with StatementWorker() as worker:
        for _ in range(300):
            data = bytearray(whole)
            for _ in range(chance.randint(1, 6)):
                data[chance.randrange(4, len(data))] = chance.randrange(256)
            archive = StatementSource("a.zip", bytes(data))
            with contextlib.suppress(StatementRefusedError):
                for member in worker.members(archive):
                    worker.member(archive, member)
        process = worker._process
        assert process is not None
        assert process.alive


_WATCHED = """
import sys
from pathlib import Path
from app.ledger.reading_thread import ReadingThread
from app.ledger.statement_files import StatementFiles
reading = ReadingThread()
files = StatementFiles(reading)
data = [files.source(member).data for member in files.members(Path(sys.argv[1]))]
reading.rest()
print(len(data), *sorted(name for name in sys.modules if name.startswith("app.statements.")))
"""


def test_the_apps_process_has_no_code_to_open_an_archive(tmp_path: Path) -> None:
    archive = tmp_path / "a.zip"
    archive.write_bytes(packed([("jan.csv", CSV), ("feb.csv", CSV)]))
    root = str(Path(__file__).resolve().parents[3])
    ran = subprocess.run(
        [sys.executable, "-c", _WATCHED, str(archive)], capture_output=True, text=True, check=True, timeout=60,
        env={**os.environ, "PYTHONPATH": root},
    )  # fmt: skip
    count, *modules = ran.stdout.split()
    assert count == "2"
    assert not {"app.statements.zip_limits", "app.statements.archive_members", "app.statements.registry"} & set(modules)
    assert "app.statements.reader" in modules
