"""One real vault with the demo's statements for all pictures, and another whose import is under review."""

import functools
import tempfile
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from app.domain.period import Period
from app.domain.plan import Filter, GroupBy, Intent, OutOfScope, Plan, PlanDraft
from app.ledger.book import Book
from app.presenters.ask import AskPresenter
from app.presenters.asking import Answered, Asking, Understood
from app.presenters.importing import ImportingPresenter
from app.presenters.transactions import TransactionsPresenter
from tests.helpers.demo_book import CLOCK, KnownPlan, KnownPlans, demo_book

NOW = datetime(2026, 11, 2, 12, tzinfo=UTC)
OCTOBER = Period.month(2026, 10)
YEAR = Period.year(2026)
OVERLAP = """Date,Description,Amount,Balance
2026-10-29,GREENLEAF MARKET 0117,-62.40,937.60
2026-10-30,HARBOR CITY WATER,-44.55,893.05
2026-10-30,REFUND OUTDOOR SUPPLY,31.20,924.25
2026-10-31,CORNER BAKERY,-8.15,916.10
2026-10-31,LUMEN FIBRE,-49.00,867.10
"""
BOTH_WAYS = """Date,Description,Amount
03/04/2026,GREEN GROCER,-84.10
05/06/2026,NOODLE BAR,-31.75
07/08/2026,CORNER SHOP,-12.00
"""
LETTER = "Dear customer, your statement is attached.\n"
QUESTIONS = {
    "what did i spend on eating out last month": KnownPlan(
        "answered",
        Plan(intent=Intent.TOTAL, where=Filter(categories=("Eating out",)), period=OCTOBER),
        milliseconds=214,
        draft=PlanDraft(intent=Intent.TOTAL, names=("eating out",)),
    ),
    "spending by month this year": KnownPlan(
        "answered", Plan(intent=Intent.BREAKDOWN, group_by=GroupBy.MONTH, period=YEAR), milliseconds=198
    ),
    "where does my money go": KnownPlan(
        "answered", Plan(intent=Intent.RANKING, group_by=GroupBy.CATEGORY, period=YEAR), milliseconds=231
    ),
    "should i sell my shares": KnownPlan(
        "unsupported", Plan(intent=Intent.UNSUPPORTED, out_of_scope=OutOfScope.ADVICE)
    ),
}


class SteadyAsking(Asking):
    """Asking whose answers always take as long as in the last picture."""

    def compute(self, understood: Understood) -> Answered:
        answered = super().compute(understood)
        return replace(answered, run_milliseconds=3, total_milliseconds=answered.plan_milliseconds + 3)


@functools.cache
def _stack() -> ExitStack:
    return ExitStack()


def close_books() -> None:
    """Close what was opened; to be called once, before the interpreter ends its threads."""
    _stack().close()
    for opened in (shown_book, reviewed_book, _stack):
        opened.cache_clear()


@functools.cache
def shown_book() -> Book:
    """The demo, imported."""
    folder = _stack().enter_context(tempfile.TemporaryDirectory())
    return _stack().enter_context(demo_book(Path(folder)))


@functools.cache
def reviewed_book() -> Book:
    """The demo, with three files more: one to review, one to decide on, one refused."""
    folder = Path(_stack().enter_context(tempfile.TemporaryDirectory()))
    book = _stack().enter_context(demo_book(folder))
    for name, text in (("harbor-late-october.csv", OVERLAP), ("spring.csv", BOTH_WAYS), ("letter.txt", LETTER)):
        path = folder / name
        path.write_text(text, "utf-8")
        book.stage(path)
    return book


def transactions() -> TransactionsPresenter:
    return TransactionsPresenter(shown_book(), clock=CLOCK)


def importing(book: Book | None = None) -> ImportingPresenter:
    return ImportingPresenter(book or shown_book(), now=lambda: NOW, inbox=Path("Coffer inbox"))


def ask() -> AskPresenter:
    return AskPresenter(SteadyAsking(shown_book(), KnownPlans(dict(QUESTIONS)), clock=CLOCK), shown_book())
