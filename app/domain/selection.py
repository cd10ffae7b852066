"""Selections: which transactions one figure is computed from."""

from dataclasses import dataclass, field

from app.domain.period import Period
from app.domain.plan import Filter, Flow


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """One set of transactions; amounts in minor units, compared with the transaction's size."""

    flow: Flow
    where: Filter = field(default_factory=Filter)
    without: Filter = field(default_factory=Filter)
    period: Period | None = None
    weekdays: tuple[int, ...] = ()
    """Only these days of the week, Monday 0; empty means all."""
    at_least: int | None = None
    at_most: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceAnchor:
    """A balance the bank stated for an account, from which balances on other days follow; minor units."""

    account_id: int
    currency: str
    on: str
    """ISO date; the balance holds at the end of that day."""
    amount: int
