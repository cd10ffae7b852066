"""What computing a plan needs besides the rows: fetching, the calendar, names and stated balances."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.category import Category
from app.domain.counted import CountedRow
from app.domain.money import Money
from app.domain.period import Period
from app.domain.plan import Plan
from app.domain.selection import BalanceAnchor, Selection


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanContext:
    """The vault as a plan sees it."""

    fetch: Callable[[Selection], Sequence[CountedRow]]
    """Rows of a selection, oldest first."""
    booked_sums: Callable[[date], Mapping[tuple[int, str], int]]
    """Sum of all amounts booked up to and on a day, by account and currency."""
    anchors: tuple[BalanceAnchor, ...]
    categories: tuple[Category, ...]
    accounts: Mapping[int, str]
    """Names of the accounts by id."""
    spent_from: frozenset[int]
    """Accounts that money is spent from: own transfers usually leave them, and arrive at all others."""
    currency: str
    """The owner's currency."""
    today: date
    span: Period | None
    """From the first to the last counted day in the vault."""

    def clipped(self, period: Period | None) -> Period | None:
        """The part of a period that the vault knows of, up to today; None where that is nothing."""
        if self.span is None:
            return None
        wanted = period or self.span
        last = min(wanted.last, max(self.today, self.span.last))
        first = max(wanted.first, self.span.first)
        return Period(first, last) if first <= last else None


def selection_of(plan: Plan) -> Selection:
    """The transactions that the plan's first side means."""
    return Selection(
        flow=plan.flow,
        where=plan.where,
        without=plan.without,
        period=plan.period,
        weekdays=plan.weekdays,
        at_least=plan.at_least,
        at_most=plan.at_most,
    )


@dataclass(frozen=True, slots=True)
class OneCurrency:
    """Rows of one currency, and those of all others."""

    code: str
    rows: list[CountedRow]
    others: list[CountedRow]

    def money(self, minor: int) -> Money:
        """An amount in the chosen currency."""
        return Money.of(minor, self.code)


def in_one_currency(rows: Sequence[CountedRow], plan: Plan, *, context: PlanContext) -> OneCurrency:
    """Choose the currency of the answer: the plan's, else the owner's, else the most frequent; never add two."""
    seen = Counter(row.currency for row in rows)
    code = plan.currency or context.currency
    if plan.currency is None and seen and code not in seen:
        code = seen.most_common(1)[0][0]
    return OneCurrency(
        code,
        [row for row in rows if row.currency == code],
        [row for row in rows if row.currency != code],
    )
