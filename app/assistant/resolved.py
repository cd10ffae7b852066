"""What resolving a draft gave: a plan, how sure it is, what else was fair, and what must be asked."""

from dataclasses import dataclass, field

from app.domain.plan import Plan

PERIODS_OFFERED = ("this month", "last month", "this year", "all time")
"""Where a period can't be told."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A plan, with how sure the linking was, what else was fair, and what must be asked."""

    plan: Plan
    score: float = 1.0
    choices: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    """Non-empty: no fair default; these are the readings."""
    asked_span: str = ""
    days_to_come: bool = False


@dataclass(slots=True)
class Resolving:
    """What was met on the way to a plan."""

    scores: list[float] = field(default_factory=lambda: [1.0])
    choices: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    asked_span: str = ""
    days_to_come: bool = False
