"""Results: the computed figure, the table behind it, and the transactions that prove both."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from app.domain.money import Money
from app.domain.plan import Plan


class ValueKind(StrEnum):
    """The kinds of figure an answer can carry, as in the terminal face."""

    MONEY = "money"
    COUNT = "count"
    DATE = "date"
    PERCENT = "percent"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """The one figure asked for; the field of its kind is set."""

    kind: ValueKind
    money: Money | None = None
    number: int | None = None
    on: date | None = None
    percent: Decimal | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultRow:
    """One line of the table behind an answer."""

    label: str
    money: Money | None = None
    count: int | None = None
    on: date | None = None
    percent: Decimal | None = None
    evidence: tuple[int, ...] = ()
    """Ids of the transactions behind this line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What running a plan gave. `others` holds the figures of further currencies and the sides of a comparison."""

    plan: Plan
    value: Value | None
    rows: tuple[ResultRow, ...] = ()
    evidence: tuple[int, ...] = ()
    others: tuple[ResultRow, ...] = ()
    notes: tuple[str, ...] = ()
    """Codes of things worth saying: `mixed_currencies`, `nothing_found`, `partial_period`."""
    facts: tuple[tuple[str, str], ...] = field(default=())
    """Further computed figures a sentence may use, name and text."""
