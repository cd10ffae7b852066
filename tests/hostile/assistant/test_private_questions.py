"""W6: with "save nothing" a question leaves no word behind, in no file and in no table of the vault."""

from pathlib import Path

from app.base.paths import places_for
from app.bootstrap.assistant import RunningPlanner
from app.domain.audit_entry import AuditEvent
from app.ledger.book import Book
from app.ledger.vault_access import VaultAccess
from app.presenters.ask import AskPresenter
from app.presenters.asking import Asking
from app.store.connection import Connection
from tests.helpers.demo_book import CLOCK, demo_book
from tests.helpers.vault import CHEAP, PASSPHRASE

CANARIES = ("zanzibarpelican", "quokkaturnip")
QUESTIONS = (
    "how much did I spend at zanzibarpelican last month",
    "what did quokkaturnip cost me by month this year",
)


def test_a_private_question_leaves_no_byte_of_it(tmp_path: Path) -> None:
    planner = RunningPlanner()
    try:
        with demo_book(tmp_path) as book:
            _tables(book)  # the first look gives the caches their key
            before = _tables(book)
            presenter = AskPresenter(Asking(book, planner, clock=CLOCK), book)
            for question in QUESTIONS:
                view = presenter.compute(presenter.understand(question, keep=False))
                assert view.question == question
            newest = book.audit_entries()[: len(QUESTIONS)]
            assert {entry.event for entry in newest} == {AuditEvent.QUESTION_ASKED}
            assert {tuple(name for name, _value in entry.details) for entry in newest} == {("status",)}
            after = _tables(book)
    finally:
        planner.close()
    assert {name for name in after if after[name] != before[name]} == {"audit"}
    assert _readable(tmp_path) == []
    with VaultAccess(places_for(tmp_path / "vault", portable=True), CLOCK, derivation=CHEAP).unlock(PASSPHRASE) as book:
        assert not [name for name, rows in _tables(book).items() if any(canary in rows for canary in CANARIES)]


def test_the_search_finds_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "left").write_bytes(CANARIES[0].encode("utf-16-le"))
    assert _readable(tmp_path) == [tmp_path / "left"]
    with demo_book(tmp_path) as book:
        newest = book.transactions(limit=1)[0]
        book.set_payee([newest.id], CANARIES[0].title())
        assert [name for name, rows in _tables(book).items() if CANARIES[0] in rows] != []


def _tables(book: Book) -> dict[str, str]:
    """Everything that stands in each table of the vault and of its caches, decrypted, in small letters."""
    return book.session.read(_dump) | {f"caches.{name}": rows for name, rows in book.session.cache_read(_dump).items()}


def _dump(connection: Connection) -> dict[str, str]:
    names = [str(row[0]) for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: repr(connection.execute(f'SELECT * FROM "{name}"').fetchall()).casefold() for name in names}


def _readable(folder: Path) -> list[Path]:
    """The files that hold a canary, as UTF-8 or UTF-16, in their bytes or their name."""
    sought = [canary.encode(encoding) for canary in CANARIES for encoding in ("utf-8", "utf-16-le")]
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if any(text in path.read_bytes() + str(path).encode() for text in sought)]
