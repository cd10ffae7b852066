"""Recurring payments: payees paid at a steady interval, what they cost now, and when that changed."""

import itertools
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import median_low

from app.analysis.flows import divided
from app.domain.counted import CountedRow
from app.domain.transaction import TransactionKind


class Interval(StrEnum):
    """How often a payment comes back."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"


_DAYS = {
    Interval.WEEKLY: (7, 1),
    Interval.FORTNIGHTLY: (14, 2),
    Interval.MONTHLY: (30, 5),
    Interval.QUARTERLY: (91, 9),
    Interval.YEARLY: (365, 15),
}
_A_YEAR = {
    Interval.WEEKLY: 52,
    Interval.FORTNIGHTLY: 26,
    Interval.MONTHLY: 12,
    Interval.QUARTERLY: 4,
    Interval.YEARLY: 1,
}
_NOT_SUBSCRIBED = frozenset(
    {
        "Cash", "Coffee", "Eating out", "Electricity and gas", "Fees", "Fuel", "Groceries", "Housing", "Insurance",
        "Loans", "Savings and investments", "Taxes", "Transport", "Utilities", "Water",
    }
)  # fmt: skip
_NO_PAYMENT = frozenset({"Cash"})
_LEAST = 3
_LEAST_YEARLY = 2
_STEADY = 2  # at most one interval in two may be off
_WIDEST_STEP = 2  # a new figure over twice the old one is another purchase


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountStep:
    """A recurring payment that changed, in minor units as positive sizes."""

    on: date
    before: int
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurring:
    """One recurring payment; amounts in minor units as positive sizes."""

    payee: str
    category: str
    currency: str
    interval: Interval
    amount: int
    """What it costs now."""
    first: date
    last: date
    steps: tuple[AmountStep, ...]
    evidence: tuple[int, ...]

    @property
    def per_year(self) -> int:
        """Cost a year at today's amount."""
        return self.amount * _A_YEAR[self.interval]

    @property
    def per_month(self) -> int:
        """Cost a month at today's amount, rounded."""
        return divided(self.per_year, 12)

    @property
    def subscribed(self) -> bool:
        """Whether one can cancel it at will: no rent, energy, insurance, loan, tax, food or cash."""
        return self.category not in _NOT_SUBSCRIBED

    def active(self, today: date) -> bool:
        """Whether the next payment is not overdue by more than half an interval."""
        days, tolerance = _DAYS[self.interval]
        return (today - self.last).days <= days + max(tolerance, days // 2)


def recurring_payments(
    rows: Iterable[CountedRow], *, kind: TransactionKind = TransactionKind.EXPENSE
) -> tuple[Recurring, ...]:
    """Expenses that come back at a steady interval, most costly a year first; of income, what is received so."""
    by_payee: dict[tuple[str, str], list[CountedRow]] = defaultdict(list)
    for row in rows:
        if row.kind is kind and row.payee:
            by_payee[row.payee, row.currency].append(row)
    found = (_recurring(inside) for inside in by_payee.values())
    return tuple(sorted((each for each in found if each), key=lambda each: (-each.per_year, each.payee)))


def regular_payments(rows: Iterable[CountedRow]) -> tuple[Recurring, ...]:
    """Recurring payments without cash: what is drawn at a steady interval is paid to nobody yet."""
    return recurring_payments(row for row in rows if row.category not in _NO_PAYMENT)


def subscriptions(rows: Iterable[CountedRow]) -> tuple[Recurring, ...]:
    """Recurring payments one can cancel at will."""
    return tuple(each for each in recurring_payments(rows) if each.subscribed)


def _recurring(rows: list[CountedRow]) -> Recurring | None:
    ordered = _without_doubles(sorted(rows, key=lambda row: (row.on, row.id)))
    interval = _interval([row.on for row in ordered])
    if interval is None:
        return None
    amounts = [abs(row.minor) for row in ordered]
    steps = _steps(ordered)
    if len(steps) > max(1, len(amounts) // 4):
        return None
    newest = ordered[-1]
    return Recurring(
        payee=newest.payee,
        category=newest.category,
        currency=newest.currency,
        interval=interval,
        amount=amounts[-1],
        first=ordered[0].on,
        last=newest.on,
        steps=steps,
        evidence=tuple(row.id for row in ordered),
    )


def _without_doubles(ordered: list[CountedRow]) -> list[CountedRow]:
    kept: list[CountedRow] = []
    for row in ordered:
        if kept and kept[-1].minor == row.minor and (row.on - kept[-1].on).days <= 2:
            continue
        kept.append(row)
    return kept


def _interval(days: list[date]) -> Interval | None:
    gaps = [(after - before).days for before, after in itertools.pairwise(days)]
    if not gaps:
        return None
    middle = median_low(gaps)
    for interval, (length, tolerance) in _DAYS.items():
        least = _LEAST_YEARLY if interval is Interval.YEARLY else _LEAST
        if abs(middle - length) <= tolerance and len(days) >= least:
            off = sum(abs(gap - length) > tolerance for gap in gaps)
            return interval if off * (_STEADY + 1) <= len(gaps) else None
    return None


def _steps(ordered: list[CountedRow]) -> tuple[AmountStep, ...]:
    return tuple(
        AmountStep(on=after.on, before=abs(before.minor), after=abs(after.minor))
        for before, after in itertools.pairwise(ordered)
        if before.minor != after.minor
    )
