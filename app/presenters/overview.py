"""The Overview page's view-model: this month against last, twelve months, categories, accounts."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from app.domain.account import AccountSummary
from app.domain.money import Money
from app.domain.overview import CategoryTotal, MonthFlow
from app.domain.overview import Overview as Figures
from app.domain.period import Period
from app.domain.transaction import TransactionSearch
from app.presenters.accounts import AccountLine, account_line
from app.presenters.digest import DigestSource, DigestView, load_digest
from app.presenters.formatting import (
    money_text,
    month_and_year,
    month_before,
    month_name,
    month_short,
    percent_text,
)
from app.presenters.overview_ahead import AheadSource, AheadView, load_ahead
from app.presenters.text import Overview

_CATEGORIES_SHOWN = 9


class OverviewSource(AheadSource, DigestSource, Protocol):
    """What the page needs of the book."""

    def overview(self, month: str | None = None, /) -> Figures: ...
    def accounts(self) -> tuple[AccountSummary, ...]: ...


class Mood(StrEnum):
    """How a note is meant; never said by colour alone."""

    QUIET = "quiet"
    GOOD = "good"


@dataclass(frozen=True, slots=True)
class Point:
    """A month of a small line: its key, size in minor units, and both in words."""

    month: str
    amount: int
    label: str
    amount_text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One of the four cards at the top."""

    title: str
    amount: str
    note: str
    mood: Mood
    line: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class FlowMonth:
    """A month of the cash flow, sizes in minor units."""

    month: str
    label: str
    income: int
    spending: int
    reading: str


@dataclass(frozen=True, slots=True)
class CategoryLine:
    """A category of the month; `size` in minor units."""

    category: str
    label: str
    size: int
    amount: str
    reading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewView:
    """All the page shows. `empty` where there is no account yet."""

    month: str
    month_label: str
    currency: str
    months: tuple[tuple[str, str], ...]
    figures: tuple[Figure, ...]
    flow: tuple[FlowMonth, ...]
    categories: tuple[CategoryLine, ...]
    accounts: tuple[AccountLine, ...]
    proved: str
    proved_why: str
    all_proved: bool
    other_currencies: str
    empty: bool = False


class OverviewPresenter:
    """Reads the book; every call may take a moment and belongs off the GUI thread."""

    def __init__(self, book: OverviewSource) -> None:
        self._book = book

    def load(self, month: str | None = None) -> OverviewView:
        """The page for a month `YYYY-MM`; None for the newest with transactions."""
        figures = self._book.overview(month)
        accounts = self._book.accounts()
        return OverviewView(
            month=figures.month,
            month_label=month_and_year(figures.month),
            currency=figures.net_worth.currency.code,
            months=tuple((flow.month, month_and_year(flow.month)) for flow in reversed(figures.months)),
            figures=_figures(figures),
            flow=tuple(_flow_month(flow) for flow in figures.months),
            categories=tuple(_category_line(total) for total in figures.categories[:_CATEGORIES_SHOWN]),
            accounts=tuple(account_line(summary) for summary in accounts),
            proved=Overview.proved(figures.months_proved, figures.months_covered),
            proved_why=Overview.proved_why(figures.months_proved, figures.months_covered),
            all_proved=0 < figures.months_covered == figures.months_proved,
            other_currencies=_others(figures.other_currencies),
            empty=not accounts,
        )

    def load_ahead(self) -> AheadView:
        """What comes up and what is worth a look; slower than the figures."""
        return load_ahead(self._book)

    def load_digest(self, month: str | None = None) -> DigestView:
        """What changed in the month and why, or in the last before it that is over; slower than the figures."""
        return load_digest(self._book, month)


def month_search(month: str, *, category: str | None = None) -> TransactionSearch:
    """The transactions of a month, of one category where one is given."""
    period = Period.month(int(month[:4]), int(month[5:7]))
    categories = () if category is None else (category,)
    return TransactionSearch(first=period.first, last=period.last, categories=categories)


def account_search(account_id: int) -> TransactionSearch:
    """All transactions of an account."""
    return TransactionSearch(account_ids=(account_id,))


def _figures(figures: Figures) -> tuple[Figure, ...]:
    months = figures.months
    now = _flow_of(months, figures.month)
    before = _flow_of(months, month_before(figures.month))
    name = month_name(figures.month)
    zero = Money(0, figures.net_worth.currency)
    income, spending = (now.income, now.spending) if now else (zero, zero)
    left = income - spending
    return (
        Figure(
            Overview.NET_WORTH,
            money_text(figures.net_worth),
            *_worth_note(figures.net_worth, before),
            _line(months, [flow.net_worth for flow in months]),
        ),
        Figure(
            Overview.spent_in(name),
            money_text(-spending),
            *_change_note(spending, before, then=before.spending if before else None, less_is_good=True),
            _line(months, [flow.spending for flow in months]),
        ),
        Figure(
            Overview.earned_in(name),
            money_text(income, plus=True),
            *_change_note(income, before, then=before.income if before else None, less_is_good=False),
            _line(months, [flow.income for flow in months]),
        ),
        Figure(
            Overview.LEFT_OVER,
            money_text(left),
            Overview.of_income(percent_text(left.minor, income.minor, decimals=1)) if income.minor > 0 else "",
            Mood.QUIET,
            _line(months, [flow.income - flow.spending for flow in months]),
        ),
    )


def _flow_of(months: Sequence[MonthFlow], month: str) -> MonthFlow | None:
    return next((flow for flow in months if flow.month == month), None)


def _worth_note(worth: Money, before: MonthFlow | None) -> tuple[str, Mood]:
    if before is None:
        return Overview.NO_MONTH_BEFORE, Mood.QUIET
    change = worth - before.net_worth
    return Overview.this_month(money_text(change, plus=True)), Mood.GOOD if change.minor > 0 else Mood.QUIET


def _change_note(now: Money, before: MonthFlow | None, *, then: Money | None, less_is_good: bool) -> tuple[str, Mood]:
    if then is None or before is None or then.minor == 0:
        return Overview.NO_MONTH_BEFORE, Mood.QUIET
    name = month_name(before.month)
    change = now.minor - then.minor
    share = percent_text(abs(change), then.minor)
    if share.startswith("0"):
        return Overview.same_as(name), Mood.QUIET
    if change < 0:
        return Overview.less_than(share, name), Mood.GOOD if less_is_good else Mood.QUIET
    return Overview.more_than(share, name), Mood.QUIET if less_is_good else Mood.GOOD


def _line(months: Sequence[MonthFlow], amounts: Sequence[Money]) -> tuple[Point, ...]:
    return tuple(
        Point(flow.month, amount.minor, month_and_year(flow.month), money_text(amount))
        for flow, amount in zip(months, amounts, strict=True)
    )


def _flow_month(flow: MonthFlow) -> FlowMonth:
    reading = Overview.month_reading(
        month_and_year(flow.month), income=money_text(flow.income), spending=money_text(flow.spending)
    )
    return FlowMonth(flow.month, month_short(flow.month), flow.income.minor, flow.spending.minor, reading)


def _category_line(total: CategoryTotal) -> CategoryLine:
    label = total.category or Overview.UNCATEGORISED
    reading = Overview.category_reading(label, money_text(total.spending), count=total.transactions)
    amount = money_text(-total.spending, symbol=False)
    return CategoryLine(total.category, label, max(0, total.spending.minor), amount, reading)


def _others(amounts: Sequence[Money]) -> str:
    return Overview.OTHER + ", ".join(money_text(amount) for amount in amounts) if amounts else ""
