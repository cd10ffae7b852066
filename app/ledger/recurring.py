"""Recurring payments of the vault: what comes back, when next, and what that costs a year."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from app.analysis.recurring import AmountStep, Interval, Recurring, regular_payments
from app.domain.counted import CountedRow
from app.domain.money import Money
from app.domain.period import Period
from app.domain.plan import Flow
from app.domain.selection import Selection
from app.domain.transaction import TransactionKind
from app.store.plan_sql import counted_span, fetch_counted_rows

_LOOKED_BACK = timedelta(days=800)
"""Two years and a bit: a yearly payment is known by its second."""
_DAYS = {Interval.WEEKLY: 7, Interval.FORTNIGHTLY: 14}
_MONTHS = {Interval.MONTHLY: 1, Interval.QUARTERLY: 3, Interval.YEARLY: 12}


@dataclass(frozen=True, slots=True, kw_only=True)
class RecurringPayment:
    """One recurring payment; amounts as positive sizes."""

    payee: str
    category: str
    interval: Interval
    amount: Money
    """What it costs now."""
    per_year: Money
    first: date
    last: date
    next_on: date
    """The day after the last one at which it comes back, in the past where no statement says so yet."""
    active: bool
    """Still paid when the newest statement ended."""
    steps: tuple[AmountStep, ...]
    evidence: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ExpenseRows:
    """Expenses of the last two years, and the day until which the vault knows anything."""

    rows: Sequence[CountedRow]
    known_until: date


def expense_rows(connection: Any, today: date) -> ExpenseRows:
    """Read what recurring payments and odd charges are found in, over a read-only connection."""
    span = counted_span(connection)
    if span is None:
        return ExpenseRows((), today)
    until = min(today, span.last)
    selection = Selection(flow=Flow.SPENDING, period=Period(until - _LOOKED_BACK, until))
    return ExpenseRows(fetch_counted_rows(connection, selection, kinds=(TransactionKind.EXPENSE,)), until)


def recurring_of(expenses: ExpenseRows) -> tuple[RecurringPayment, ...]:
    """All recurring payments, those still paid first, most costly a year first."""
    found = [_payment(each, expenses.known_until) for each in regular_payments(expenses.rows)]
    return tuple(sorted(found, key=lambda each: not each.active))


def next_day(last: date, interval: Interval) -> date:
    """The day an interval later; the last of the month where that month is shorter."""
    if interval in _DAYS:
        return last + timedelta(days=_DAYS[interval])
    months = last.year * 12 + last.month - 1 + _MONTHS[interval]
    year, month = divmod(months, 12)
    return date(year, month + 1, min(last.day, monthrange(year, month + 1)[1]))


def days_from(payment: RecurringPayment, first: date, *, until: date) -> Iterable[date]:
    """The days it is expected on, from the first to `until`, both included."""
    day = payment.next_on
    while day <= until:
        if day >= first:
            yield day
        day = next_day(day, payment.interval)


def _payment(found: Recurring, known_until: date) -> RecurringPayment:
    return RecurringPayment(
        payee=found.payee,
        category=found.category,
        interval=found.interval,
        amount=Money.of(found.amount, found.currency),
        per_year=Money.of(found.per_year, found.currency),
        first=found.first,
        last=found.last,
        next_on=next_day(found.last, found.interval),
        active=found.active(known_until),
        steps=found.steps,
        evidence=found.evidence,
    )
