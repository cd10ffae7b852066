"""The inbox: complete files are handed on once, unfinished ones and folders never."""

import queue
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.ledger.watch_folder import WatchFolder

SOON = 5.0


@pytest.fixture
def handed() -> queue.Queue[Path]:
    return queue.Queue()


@pytest.fixture
def inbox(tmp_path: Path, handed: queue.Queue[Path]) -> Iterator[Path]:
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "early.csv").write_text("Date,Amount\n")
    with WatchFolder(folder, handed.put, settle_seconds=0.1):
        assert handed.get(timeout=SOON).name == "early.csv"
        yield folder


def test_a_dropped_file_is_handed_on_once_it_is_complete(inbox: Path, handed: queue.Queue[Path]) -> None:
    with (inbox / "march.csv").open("w") as file:
        file.write("Date,Amount\n")
        file.flush()
        file.write("2026-03-14,-4.75\n")
    assert handed.get(timeout=SOON).read_text().endswith("-4.75\n")
    (inbox / "end.csv").write_text("x")
    assert handed.get(timeout=SOON).name == "end.csv"


def test_a_download_is_taken_under_its_final_name(inbox: Path, handed: queue.Queue[Path]) -> None:
    unfinished = inbox / "april.csv.part"
    unfinished.write_text("Date,Amount\n")
    (inbox / ".hidden").write_text("x")
    (inbox / "folder").mkdir()
    (inbox / "link.csv").symlink_to(inbox / "early.csv")
    unfinished.rename(inbox / "april.csv")
    assert handed.get(timeout=SOON).name == "april.csv"
    (inbox / "end.csv").write_text("x")
    assert handed.get(timeout=SOON).name == "end.csv"


def test_one_bad_file_does_not_end_the_watch(tmp_path: Path) -> None:
    handed: queue.Queue[Path] = queue.Queue()

    def fails_on_bad(path: Path) -> None:
        if path.name == "bad.csv":
            raise ValueError(path)
        handed.put(path)

    with WatchFolder(tmp_path, fails_on_bad, settle_seconds=0.05):
        (tmp_path / "bad.csv").write_text("x")
        (tmp_path / "good.csv").write_text("x")
        assert handed.get(timeout=SOON).name == "good.csv"
