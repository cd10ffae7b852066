"""The digest's sentences: every figure in them is in the result of the plan each line opens."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import pytest

from app.assistant.figure_check import unknown_figures
from app.domain.digest import Digest, DigestKind, DigestLine
from app.domain.plan import Filter
from app.domain.vocabulary import Vocabulary
from app.ledger.book import Book
from app.presenters.digest import DigestView, checked, load_digest
from tests.helpers.demo_book import demo_book
from tests.ui.helpers.household import Household


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    with demo_book(tmp_path_factory.mktemp("digest")) as opened:
        yield opened


@dataclass(frozen=True)
class OneMonth:
    """A household whose digest is cut or changed."""

    told: Digest | None

    def vocabulary(self) -> Vocabulary:
        return Household().vocabulary()

    def digest(self, _month: str | None, _vocabulary: Vocabulary, /) -> Digest | None:
        return self.told


def november() -> Digest:
    household = Household()
    told = household.digest("2025-11", household.vocabulary())
    assert told is not None
    return told


def words(view: DigestView) -> list[str]:
    return [line.words for line in (*view.totals, *view.changes, *view.noticed)]


def test_a_month_in_sentences() -> None:
    view = load_digest(Household(), "2025-11")
    assert (view.title, view.against) == ("November 2025 in short", "usual: an average month, Aug 2025 to Oct 2025")
    assert words(view) == [
        "You spent $2,946.55, $375.26 more than usual",
        "You earned $4,980.00, as usual",
        "That left $2,033.45",
        "In Nov 2024 you spent $2,289.50, $657.05 less",
        "Skyward Airlines: $426.10, usually nothing",
        "Pine Lodge Hotel: nothing, usually $273.80",
        "Bloom Florist: $128.00, usually nothing",
        "Green Grocer: $92.96 more than usual",
        "Cinefile went from $7.99 to $9.99",
        "Bloom Florist charged $64.00 twice",
    ]
    assert [line.rising for line in view.changes] == [True, False, True, True]
    assert view.totals[0].opens.words == "Spending, November 2025"
    assert view.changes[0].opens.words == "Skyward Airlines, November 2025"


def test_every_line_of_the_demo_opens_the_plan_that_gives_its_figures(book: Book) -> None:
    vocabulary = book.vocabulary()
    told = 0
    for month in vocabulary.span.months() if vocabulary.span else ():
        view = load_digest(book, month)
        for line in (*view.totals, *view.changes, *view.noticed):
            result = book.run(line.opens.plan, vocabulary)
            assert unknown_figures(line.words, result, vocabulary=vocabulary) == (), line.words
            told += 1
    assert told > 40
    assert load_digest(book, "2026-07").noticed[0].words.startswith("2 charges are far above the usual: Pine Lodge")
    assert load_digest(book, "2026-06").noticed[0].words == "Streambox Streaming went from $15.49 to $17.99"


def test_a_figure_that_is_not_in_the_result_never_reaches_the_card() -> None:
    line = november().lines[0]
    vocabulary = Household().vocabulary()
    said = checked("You spent $2,946.56", line.result, vocabulary=vocabulary)
    assert said == (
        "You spent $2,946.55 in November 2025 against $2,571.29 a month from 1 Aug 2025 to 31 Oct 2025: $375.26 more."
    )
    assert checked("You spent $2,946.55", line.result, vocabulary=vocabulary) == "You spent $2,946.55"


def test_what_began_ended_and_stood_out_alone() -> None:
    def row_of(line: DigestLine, **changed: object) -> DigestLine:
        row = replace(line.result.rows[0], label="Gymnast", **changed)  # type: ignore[arg-type]  # fields of a row
        return replace(line, result=replace(line.result, rows=(row,)))

    told = november()
    doubled = next(line for line in told.lines if line.kind.value == "doubled")
    kinds = [replace(doubled, kind=kind) for kind in type(doubled.kind) if kind.value in {"new", "ended", "unusual"}]
    shown = load_digest(OneMonth(replace(told, lines=tuple(row_of(line, on=date(2025, 8, 2)) for line in kinds))), None)
    assert words(shown) == [
        "New subscription: Gymnast, $64.00",
        "Gymnast looks ended: last paid on 2 August 2025",
        "Gymnast: $64.00 is far above the usual",
    ]


def test_the_rest_of_a_category_is_said_to_be_elsewhere() -> None:
    told = november()
    driver = next(line for line in told.lines if line.kind is DigestKind.DRIVER)
    plan = replace(driver.result.plan, where=Filter(categories=("Travel",)), without=Filter(payees=("Rail",)))
    line = replace(driver, label="Travel", result=replace(driver.result, plan=plan))
    view = load_digest(OneMonth(replace(told, lines=(line,))), None)
    assert words(view) == ["Travel elsewhere: $426.10, usually nothing"]
    assert view.changes[0].opens.words == "Travel elsewhere, November 2025"


def test_the_first_month_stands_alone_and_no_month_is_no_card() -> None:
    view = load_digest(Household(), "2024-11")
    assert view.against == "no earlier month to compare with"
    assert words(view)[:3] == ["You spent $2,289.50", "You earned $4,980.00", "That left $2,690.50"]
    assert load_digest(OneMonth(None), None) == DigestView()
