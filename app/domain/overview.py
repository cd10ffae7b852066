"""The overview: the figures of the first page, computed for one month and the year around it."""

from dataclasses import dataclass

from app.domain.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthFlow:
    """Income and spending of one month (`YYYY-MM`); both sizes, spending positive."""

    month: str
    income: Money
    spending: Money
    net_worth: Money
    """At the end of the month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryTotal:
    """What one category took in a month, as a positive size."""

    category: str
    spending: Money
    transactions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Figures of the month asked for, in the owner's currency, with the twelve months that end in it."""

    month: str
    net_worth: Money
    months: tuple[MonthFlow, ...]
    categories: tuple[CategoryTotal, ...]
    months_covered: int
    months_proved: int
    other_currencies: tuple[Money, ...] = ()
    """Net worth held in other currencies, left out of the figures above."""
