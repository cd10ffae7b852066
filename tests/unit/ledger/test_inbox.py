"""The inbox: a dropped complete file is staged once and never committed; the settings say whether and where."""

import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.ledger.book import Book
from app.ledger.inbox import Inbox
from app.store.batches import batch_seen
from tests.helpers.demo_book import demo_statements, empty_book

SAMPLE = demo_statements()[0]


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    (tmp_path / "inbox").mkdir()
    with empty_book(tmp_path) as made:
        made.inbox.close()
        made.inbox = Inbox(
            made.session,
            lambda path, cancel: made.stage(path, cancel=cancel),
            files=made.importing.files,
            settle_seconds=0.05,
        )
        yield made


def watch(book: Book, folder: Path) -> None:
    book.set_setting("inbox_folder", str(folder))
    book.set_setting("watch_inbox", True)


def wait_for(what: Callable[[], object]) -> bool:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if what():
            return True
        time.sleep(0.02)
    return False


def test_nothing_is_watched_until_the_owner_says_so(book: Book, tmp_path: Path) -> None:
    book.inbox.start()
    folders = [book.inbox.folder]
    watch(book, tmp_path / "inbox")
    folders.append(book.inbox.folder)
    book.set_setting("watch_inbox", False)
    folders.append(book.inbox.folder)
    assert folders == [None, tmp_path / "inbox", None]


def test_a_dropped_file_is_staged_and_not_committed(book: Book, tmp_path: Path) -> None:
    watch(book, tmp_path / "inbox")
    (tmp_path / "inbox" / SAMPLE.name).write_bytes(SAMPLE.read_bytes())
    assert wait_for(book.staged)
    (staged,) = book.staged()
    assert (staged.file, staged.status.value) == (SAMPLE.name, "staged")
    assert book.count() == 0
    assert book.batches() == ()


def test_what_waits_was_committed_or_discarded_does_not_come_again(book: Book, tmp_path: Path) -> None:
    """A new Inbox stands for the next start of the program, which finds the same files lying there."""
    committed, discarded = demo_statements()[:2]
    batch, _ = book.commit(book.stage(committed).id)
    for path in (committed, discarded):
        (tmp_path / "inbox" / path.name).write_bytes(path.read_bytes())
    watch(book, tmp_path / "inbox")
    assert wait_for(book.staged)
    (staged,) = book.staged()
    assert staged.file == discarded.name
    book.discard(staged.id)
    book.inbox.close()
    seen: list[Path] = []
    files = book.importing.files
    again = Inbox(book.session, lambda path, _: seen.append(path), files=files, settle_seconds=0.05)
    again.start()
    (tmp_path / "inbox" / "new.csv").write_text("new")
    assert wait_for(lambda: seen)
    again.close()
    assert [path.name for path in seen] == ["new.csv"]
    digest = book.session.read(lambda c: str(c.execute("SELECT file_digest FROM batch").fetchall()[0][0]))
    assert book.session.read(lambda c: batch_seen(c, digest)) == batch


def zipped(target: Path, *members: Path) -> None:
    with zipfile.ZipFile(target, "w") as container:
        for path in members:
            container.write(path, path.name)


def test_a_dropped_archive_is_staged_file_by_file(book: Book, tmp_path: Path) -> None:
    watch(book, tmp_path / "inbox")
    csv_file = tmp_path / "march.csv"
    csv_file.write_text("Date,Description,Amount\n2026-03-17,CAFE LUNA,-4.75\n2026-03-18,OLD MILL,-9.00\n")
    broken = tmp_path / "letter.csv"
    broken.write_text("Dear customer,\nthank you.\n")
    zipped(tmp_path / "inbox" / "all.zip", SAMPLE, broken, csv_file)
    assert wait_for(lambda: len(book.staged()) == 3)
    assert {(batch.file, batch.status.value) for batch in book.staged()} == {
        (f"all.zip/{SAMPLE.name}", "staged"),
        ("all.zip/letter.csv", "refused"),
        ("all.zip/march.csv", "staged"),
    }
    assert book.count() == 0


def test_a_file_of_an_archive_that_was_committed_or_waits_is_not_staged_again(book: Book, tmp_path: Path) -> None:
    committed, waiting, fresh = demo_statements()[:3]
    book.commit(book.stage(committed).id)
    book.stage(waiting)
    watch(book, tmp_path / "inbox")
    zipped(tmp_path / "inbox" / "all.zip", committed, waiting, fresh)
    assert wait_for(lambda: len(book.staged()) > 1)
    (tmp_path / "inbox" / "end.csv").write_bytes(b"")
    assert wait_for(lambda: any(batch.file == "end.csv" for batch in book.staged()))
    assert [batch.file for batch in book.staged()] == [waiting.name, f"all.zip/{fresh.name}", "end.csv"]


def test_a_file_that_fails_ends_nothing(book: Book, tmp_path: Path) -> None:
    watch(book, tmp_path / "inbox")
    (tmp_path / "inbox" / "empty.csv").write_bytes(b"")
    assert wait_for(book.staged)
    (tmp_path / "inbox" / SAMPLE.name).write_bytes(SAMPLE.read_bytes())
    assert wait_for(lambda: len(book.staged()) == 2)
    assert sorted(batch.status.value for batch in book.staged()) == ["refused", "staged"]


def test_a_folder_that_is_not_there_is_not_watched(book: Book, tmp_path: Path) -> None:
    watch(book, tmp_path / "nowhere")
    assert book.inbox.folder is None
