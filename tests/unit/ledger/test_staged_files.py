"""A decision can be taken after a restart: the file's bytes wait in the encrypted caches, and go with the wipe."""

import zipfile
from pathlib import Path

import pytest

from app.domain.account import AccountKind
from app.domain.errors import StaleBatchError, StatementRefusedError
from app.ledger import staged_files
from app.ledger.book import Book
from app.ledger.reading_thread import ReadingThread
from app.ledger.stage_statement import ImportOptions
from app.ledger.statement_files import StatementFiles
from app.ledger.vault_access import VaultAccess
from app.privacy.wipe import wipe
from app.store import caches
from tests.helpers.demo_book import CLOCK, empty_book
from tests.helpers.vault import CHEAP, PASSPHRASE, new_vault, places_in

TWO_ORDERS = (
    "Date,Description,Amount\n03/02/2026,GREEN GROCER,-51.60\n03/04/2026,CAFE LUNA,-4.75\n05/06/2026,OLD MILL,-9.00\n"
)


def reopened(folder: Path) -> Book:
    return VaultAccess(places_in(folder), CLOCK, derivation=CHEAP).unlock(PASSPHRASE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A vault in which a file waits for its date order, closed; the file itself is gone."""
    file = tmp_path / "march.csv"
    file.write_text(TWO_ORDERS)
    with empty_book(tmp_path) as book:
        staged = book.stage(file, ImportOptions(account="Purse", kind=AccountKind.CASH, currency="EUR"))
        assert [item.question for item in staged.decisions] == ["date_order"]
    file.unlink()
    return tmp_path


def test_a_decision_is_taken_after_a_restart_without_the_file(folder: Path) -> None:
    with reopened(folder) as book:
        (waiting,) = book.staged()
        decided = book.decide(waiting.id, "date_order", "dmy")
        assert decided.status.value == "staged"
        (account,) = decided.accounts
        assert (account.name, account.kind, account.statement.currency) == ("Purse", AccountKind.CASH, "EUR")
        assert [str(item.row.booked_on) for item in account.transactions] == ["2026-02-03", "2026-04-03", "2026-06-05"]
        book.commit(decided.id)
        assert book.session.cache_read(caches.cached_rooms) == ()
        assert book.count() == 3


def test_a_second_decision_remembers_the_first(folder: Path) -> None:
    with reopened(folder) as book:
        book.decide(book.staged()[0].id, "date_order", "mdy")
    with reopened(folder) as book:
        job = staged_files.kept(book.session, book.staged()[0].id, files=book.importing.files)
        assert job is not None
        assert dict(job.options.choices) == {"date_order": "mdy"}


def test_discarding_and_wiping_leave_nothing_of_it(folder: Path) -> None:
    with reopened(folder) as book:
        (waiting,) = book.staged()
        book.discard(waiting.id)
        assert book.session.cache_read(caches.cached_rooms) == ()
    with reopened(folder) as book:
        file = folder / "again.csv"
        file.write_text(TWO_ORDERS)
        again = book.stage(file)
        wipe(book.session)
        assert book.session.cache_read(caches.cached_rooms) == ()
        with pytest.raises(StaleBatchError):
            book.decide(again.id, "date_order", "dmy")


def test_a_file_too_large_to_keep_is_read_again_where_it_lay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staged_files, "_LARGEST_KEPT", 10)
    file = tmp_path / "march.csv"
    file.write_text(TWO_ORDERS)
    session, _ = new_vault(tmp_path)
    reading = ReadingThread()
    files = StatementFiles(reading)
    job = staged_files.read_job(file, ImportOptions(), files=files)
    staged_files.keep(session, "s-000001", job=job)
    assert staged_files.kept(session, "s-000001", files=files) == job
    assert staged_files.kept(session, "s-000002", files=files) is None
    file.write_text(TWO_ORDERS.replace("9", "8"))
    with pytest.raises(StatementRefusedError, match="changed since"):
        staged_files.kept(session, "s-000001", files=files)
    file.unlink()
    with pytest.raises(StatementRefusedError, match="can't be read"):
        staged_files.kept(session, "s-000001", files=files)
    reading.rest()
    session.close()


def test_a_member_of_an_archive_waits_for_its_own_decision(tmp_path: Path) -> None:
    archive = tmp_path / "all.zip"
    with zipfile.ZipFile(archive, "w") as container:
        container.writestr("march.csv", TWO_ORDERS)
        container.writestr("april.csv", TWO_ORDERS.replace("-4.75", "-5.75"))
    with empty_book(tmp_path) as book:
        march, april = [book.stage(path) for path in book.members(archive)]
        assert (march.file, april.file) == ("all.zip/march.csv", "all.zip/april.csv")
        decided = book.decide(march.id, "date_order", "mdy")
        assert str(decided.accounts[0].transactions[0].row.booked_on) == "2026-03-02"
        assert book.staged_batch(april.id).decisions
