"""Phrases: periods and filters in words, for sentences, readings and chips."""

import calendar
from datetime import date

from app.domain.money import Money
from app.domain.money_text import money_text
from app.domain.period import Period
from app.domain.plan import Filter, Flow, GroupBy, Plan
from app.domain.vocabulary import Vocabulary

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_MOST_NAMES = 4
ORDINALS = {
    2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth", 10: "tenth",
}  # fmt: skip
"""Places of an order in words."""


def day_words(day: date) -> str:
    """A day as `3 March 2025`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_day(day: date, *, year: bool = True) -> str:
    """A day as `3 Mar 2025`, or `3 Mar`."""
    text = f"{day.day} {_MONTHS[day.month - 1][:3]}"
    return f"{text} {day.year}" if year else text


def month_words(day: date) -> str:
    """A month as `March 2025`."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def label_words(label: str, group_by: GroupBy | None) -> str:
    """A group's label as people say it: `2025-11` as `November 2025`."""
    if group_by is GroupBy.MONTH:
        return month_words(date.fromisoformat(f"{label}-01"))
    return day_words(date.fromisoformat(label)) if group_by is GroupBy.DAY else label


def period_phrase(period: Period | None) -> str:
    """A period with its preposition, as the end of a sentence: `in November 2025`; empty for all time."""
    if period is None:
        return ""
    if period.first == period.last:
        return f"on {day_words(period.first)}"
    name = named_period(period)
    return f"in {name}" if name else f"from {short_day(period.first)} to {short_day(period.last)}"


def when_phrase(plan: Plan) -> str:
    """When a plan counts, as the end of a sentence: `on Saturdays and Sundays in October 2025`."""
    days = " and ".join(f"{calendar.day_name[day]}s" for day in plan.weekdays)
    return " ".join(part for part in (f"on {days}" if days else "", period_phrase(plan.period)) if part)


def named_period(period: Period) -> str:
    """The name of a whole month, quarter or year; empty for other spans."""
    first = period.first
    if period == Period.month(first.year, first.month):
        return month_words(first)
    if period == Period.year(first.year):
        return str(first.year)
    quarter = (first.month + 2) // 3
    return f"Q{quarter} {first.year}" if period == Period.quarter(first.year, quarter) else ""


def period_reading(period: Period | None, *, dash: str = "-") -> str:
    """A period as days: `1-30 Nov 2025`, `1 Jan-31 Mar 2025`, `2025`, `all time`."""
    if period is None:
        return "all time"
    first, last = period.first, period.last
    if first == last:
        return short_day(first)
    if period == Period.year(first.year):
        return str(first.year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}{dash}{short_day(last)}"
    return f"{short_day(first, year=first.year != last.year)}{dash}{short_day(last)}"


def filter_phrase(where: Filter, flow: Flow, *, vocabulary: Vocabulary, out_of: bool = False) -> str:
    """A filter inside a sentence: `on groceries`, `at Green Grocer`, `from Acme`, `with Everyday Checking`.

    `out_of`: transfers counted are those that left the accounts.
    """
    parts = []
    if where.categories:
        parts.append(f"{'on' if flow is not Flow.INCOME else 'from'} {joined(lowered(where.categories))}")
    if where.payees:
        parts.append(f"{'from' if flow in {Flow.INCOME, Flow.REFUNDS} else 'at'} {joined(where.payees)}")
    if where.either and len(parts) == 2:
        parts = [" and ".join(parts)]
    if where.text:
        parts.append(f"matching “{where.text}”")
    names = account_names(where, vocabulary)
    if names:
        moved = "out of" if out_of else "to"
        parts.append(f"{moved if flow is Flow.TRANSFERS else 'with'} {joined(names)}")
    return " ".join(parts)


def without_phrase(without: Filter, vocabulary: Vocabulary) -> str:
    """What was left out: `without housing and rent`."""
    names = [*lowered(without.categories), *without.payees, *account_names(without, vocabulary)]
    if without.text:
        names.append(f"“{without.text}”")
    return f"without {joined(names)}" if names else ""


def account_names(where: Filter, vocabulary: Vocabulary) -> list[str]:
    """The names of the accounts in a filter."""
    return [account.name for account in vocabulary.accounts if account.id in where.account_ids]


def amount_phrase(plan: Plan, vocabulary: Vocabulary) -> str:
    """The plan's amount limits: `of $50.00 or more`, `between $10.00 and $20.00`, `of exactly $13.99`."""
    low, high = (None if each is None else money_text(Money.of(each, vocabulary.currency)) for each in _limits(plan))
    if low and low == high:
        return f"of exactly {low}"
    if low and high:
        return f"between {low} and {high}"
    if low:
        return f"of {low} or more"
    return f"of {high} or less" if high else ""


def joined(names: list[str] | tuple[str, ...]) -> str:
    """Names in a sentence: `A`, `A and B`, `A, B and C`, with `and 3 more` where they are many."""
    shown = list(names[:_MOST_NAMES])
    more = len(names) - len(shown)
    if more:
        return f"{', '.join(shown)} and {more} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def lowered(names: tuple[str, ...]) -> list[str]:
    """Category names as they stand inside a sentence."""
    return [name[:1].lower() + name[1:] if name[1:] == name[1:].lower() else name for name in names]


def _limits(plan: Plan) -> tuple[int | None, int | None]:
    return plan.at_least, plan.at_most
