"""The Import page's presenter over a real vault: what waits, what is refused, what is past."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.base.tasks import CancelToken, no_progress
from app.ledger.book import Book
from app.presenters.importing import ImportingPresenter, StagedFiles
from tests.helpers.demo_book import empty_book

NOW = datetime(2026, 11, 2, 12, tzinfo=UTC)
PLAIN = "Date,Description,Amount,Balance\n2026-10-29,GREEN GROCER,-62.40,937.60\n2026-10-30,NOODLE BAR,-4.55,933.05\n"
BOTH_WAYS = "Date,Description,Amount\n03/04/2026,GREEN GROCER,-84.10\n05/06/2026,NOODLE BAR,-31.75\n"


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    with empty_book(tmp_path) as opened:
        yield opened


@pytest.fixture
def presenter(book: Book) -> ImportingPresenter:
    return ImportingPresenter(book, now=lambda: NOW)


def staged(presenter: ImportingPresenter, folder: Path, **texts: str) -> StagedFiles:
    paths = []
    for name, text in texts.items():
        path = folder / f"{name}.csv"
        path.write_text(text, "utf-8")
        paths.append(path)
    return presenter.stage(paths, progress=no_progress, cancel=CancelToken())


def test_nothing_waits_at_first(presenter: ImportingPresenter) -> None:
    view = presenter.load()
    assert (view.staged, view.refused, view.past) == ((), (), ())


def test_a_file_waits_with_its_counts_and_proof(presenter: ImportingPresenter, tmp_path: Path) -> None:
    staged(presenter, tmp_path, late=PLAIN)
    (line,) = presenter.load().staged
    assert (line.file, line.counts, line.total) == ("late.csv", "2 rows · 2 new", "−$66.95")
    assert line.reading.startswith("CSV · year first")


def test_what_running_balances_do_not_prove_is_said_beside_the_proof(
    presenter: ImportingPresenter, tmp_path: Path
) -> None:
    (number,) = staged(presenter, tmp_path, late=PLAIN).staged
    proof = presenter.review(number).accounts[0].proof
    assert (proof.state, proof.word) == ("proved", "Proved")
    assert "states no opening or closing balance" in proof.sentence
    assert "before or after them" in proof.sentence


def test_a_review_says_what_adding_would_do_and_adds_it(
    presenter: ImportingPresenter, book: Book, tmp_path: Path
) -> None:
    (number,) = staged(presenter, tmp_path, late=PLAIN).staged
    view = presenter.review(number)
    assert (view.commit_words, view.can_commit) == ("Add 2 transactions", True)
    fewer = presenter.include(number, 0, positions=[view.accounts[0].rows[0].position], included=False)
    assert fewer.commit_words == "Add 1 transaction"
    assert presenter.commit(fewer) == "1 transaction was added from late.csv."
    assert book.count() == 1


def test_an_open_question_keeps_rows_from_being_added(presenter: ImportingPresenter, tmp_path: Path) -> None:
    (number,) = staged(presenter, tmp_path, spring=BOTH_WAYS).staged
    view = presenter.review(number)
    (decision,) = view.decisions
    assert not view.can_commit
    assert [choice.words for choice in decision.choices] == ["Month first", "Day first"]
    assert all(choice.examples for choice in decision.choices)
    decided = presenter.decide(number, decision.question, choice=decision.choices[1].key)
    assert decided.can_commit
    assert decided.accounts[0].rows[0].day in {"3 Apr 2026", "5 Jun 2026"}


def test_an_import_taken_back_stays_in_the_list_as_such(
    presenter: ImportingPresenter, book: Book, tmp_path: Path
) -> None:
    first, second = staged(presenter, tmp_path, late=PLAIN, later=PLAIN.replace("2026-10", "2026-09")).staged
    presenter.commit(presenter.review(second))
    presenter.commit(presenter.review(first))
    assert presenter.undo(presenter.load().past[0].id)
    past = presenter.load().past
    assert [line.undone for line in past] == [True, False]
    assert book.count() == 2
