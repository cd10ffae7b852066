"""The Transactions page's presenter over the demo's real vault."""

from collections.abc import Iterator

import pytest

from app.domain.transaction import TransactionSearch
from app.ledger.book import Book
from app.presenters.transactions import TransactionsPresenter
from tests.helpers.demo_book import CLOCK, demo_book


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    with demo_book(tmp_path_factory.mktemp("transactions")) as opened:
        yield opened


@pytest.fixture
def presenter(book: Book) -> TransactionsPresenter:
    return TransactionsPresenter(book, clock=CLOCK)


GROCERIES = TransactionSearch(categories=("Groceries",))


def test_a_page_holds_the_newest_first(presenter: TransactionsPresenter, book: Book) -> None:
    lines = presenter.page(TransactionSearch(), 0)
    days = [item.counted_on for item in book.transactions()]
    assert days == sorted(days, reverse=True)
    assert [line.id for line in lines] == [item.id for item in book.transactions(limit=len(lines))]


def test_a_summary_counts_and_adds_up_what_is_searched(presenter: TransactionsPresenter, book: Book) -> None:
    summary = presenter.summary(GROCERIES)
    assert summary.count == book.count(GROCERIES)
    minor = sum(item.amount.minor for item in book.transactions(GROCERIES, limit=1_000))
    assert summary.totals.replace(",", "") == f"−${-minor // 100}.{-minor % 100:02d}"


def test_nothing_found_has_no_total(presenter: TransactionsPresenter) -> None:
    summary = presenter.summary(TransactionSearch(text="no such payee anywhere"))
    assert (summary.count, summary.totals) == (0, "")


def test_rows_are_named_by_place_both_ends_included(presenter: TransactionsPresenter, book: Book) -> None:
    ids = [item.id for item in book.transactions(GROCERIES, limit=10)]
    assert presenter.ids(GROCERIES, [(0, 1), (4, 4)]) == (ids[0], ids[1], ids[4])


def test_a_correction_reaches_exactly_the_rows_marked(presenter: TransactionsPresenter, book: Book) -> None:
    search = TransactionSearch(categories=("Fuel",))
    before = book.count(search)
    (first,) = presenter.ids(search, [(0, 0)])
    presenter.set_category(search, [(0, 0)], category="Cash")
    assert book.transaction(first).category == "Cash"
    assert book.count(search) == before - 1
    presenter.set_payee(TransactionSearch(ids=(first,)), [(0, 0)], payee="The corner pump")
    assert presenter.details(first).payee == "The corner pump"


def test_details_name_the_file_it_came_from(presenter: TransactionsPresenter, book: Book) -> None:
    newest = book.transactions(limit=1)[0]
    files = {batch.id: batch.file for batch in book.batches()}
    assert files[newest.batch] in {value for _name, value in presenter.details(newest.id).fields}
