"""Learned names in a real vault: kept, replaced, forgotten, erased with it, and never told by the audit trail."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.base.paths import places_for
from app.domain.audit_entry import AuditEvent
from app.domain.vocabulary import LearnedName
from app.ledger.book import Book
from app.ledger.vault_access import VaultAccess
from tests.helpers.demo_book import CLOCK, empty_book
from tests.helpers.vault import CHEAP, PASSPHRASE

GROCER = LearnedName(span="the grocer", payee="Green Grocer")
FUN = LearnedName(span="fün “money” 日本", category="Entertainment")


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    with empty_book(tmp_path) as opened:
        yield opened


def test_the_newest_meaning_counts_and_one_is_forgotten(book: Book) -> None:
    assert book.learned_names() == ()
    book.learn_name(GROCER)
    book.learn_name(FUN)
    book.learn_name(LearnedName(span="The Grocer", category="Groceries"))
    assert book.learned_names() == (FUN, LearnedName(span="The Grocer", category="Groceries"))
    assert book.vocabulary().learned == book.learned_names()
    book.forget_name("the grocer")
    assert book.learned_names() == (FUN,)
    book.forget_name(FUN.span)
    assert book.setting("learned_names") == ""


def test_they_lie_in_the_vault_alone(tmp_path: Path) -> None:
    with empty_book(tmp_path) as book:
        book.learn_name(GROCER)
        entry = book.audit_entries()[0]
        assert (entry.event, entry.details) == (AuditEvent.SETTING_CHANGED, (("setting", "learned_names"),))
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert written
    texts = [text.encode(code) for text in ("grocer", "Grocer") for code in ("utf-8", "utf-16-le")]
    assert [path for path in written if any(text in path.read_bytes() for text in texts)] == []
    access = VaultAccess(places_for(tmp_path / "vault", portable=True), CLOCK, derivation=CHEAP)
    with access.unlock(PASSPHRASE) as again:
        assert again.learned_names() == (GROCER,)


@pytest.mark.parametrize("stored", ["{", "7", '{"a": 1}', '[["one", "two"], 5, "three"]'])
def test_what_can_not_be_read_is_left_out(book: Book, stored: str) -> None:
    book.set_setting("learned_names", stored)
    assert book.learned_names() == ()
