"""What the last answer showed: the names and days that a follow-up may point at."""

from dataclasses import dataclass
from datetime import date

from app.assistant.spans_of_time import unit_of
from app.domain.period import Period
from app.domain.plan import Filter, GroupBy, Intent, Measure, Plan
from app.domain.result import Result, ResultRow

_NAMED = frozenset({GroupBy.PAYEE, GroupBy.CATEGORY, GroupBy.ACCOUNT})
_OF_PURCHASES = frozenset({Intent.LARGEST, Intent.SMALLEST, Intent.FIRST, Intent.LAST, Intent.UNUSUAL, Intent.LIST})
_OF_NAMES = frozenset({Intent.SUBSCRIPTIONS, Intent.PRICE_CHANGES})
_GROUPED = frozenset({Intent.RANKING, Intent.BREAKDOWN})
_LED = frozenset({Intent.RANKING, Intent.LARGEST, Intent.SMALLEST, Intent.FIRST, Intent.LAST})
"""Answers whose sentence tells of their first row."""


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A line of an answer: whom or what it is about, and which days."""

    name: str = ""
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """What a conversation has shown: the lines that can be counted off, and the one spoken of last."""

    rows: tuple[ShownRow, ...] = ()
    one: ShownRow | None = None
    period: Period | None = None
    """The days the last question asked about."""
    more: ShownRow | None = None
    """The side of a comparison that was more, where the last answer was one."""
    less: ShownRow | None = None


NOTHING = Shown()


def shown(result: Result, before: Shown, *, only: ResultRow | None = None) -> Shown:
    """What stands to be pointed at after this result; `only` is the one transaction behind a figure that has no rows.

    A figure without rows leaves the lines of the answer before, and what it was about where its days are still among
    those asked of.
    """
    plan = result.plan
    if plan.intent is Intent.COMPARE and (sides := _sides(result)):
        return Shown(before.rows, None, plan.period, more=sides[0], less=sides[1])
    rows = tuple(_row(each, plan) for each in result.rows) if _tells(plan) else ()
    listed = before.rows if not rows else rows if len(rows) > 1 and plan.intent is not Intent.LIST else ()
    if only is not None:
        return Shown(listed, ShownRow(only.label, _day(only.on)), plan.period)
    if rows and (plan.intent in _LED or len(rows) == 1):
        return Shown(listed, rows[0], plan.period)
    one = before.one if _among(before.one, plan.period) else None
    return Shown(listed, one, plan.period)


def _sides(result: Result) -> tuple[ShownRow, ShownRow] | None:
    """Both sides of a comparison, the one that was more first; nothing where neither names nor days part them."""
    plan = result.plan
    sizes = [_size(row, plan) for row in result.rows]
    if len(sizes) != 2 or sizes[0] is None or sizes[1] is None or sizes[0] == sizes[1]:
        return None
    one = ShownRow(_only_name(plan.where), plan.period)
    other = ShownRow(_only_name(plan.other_where or plan.where), plan.other_period or plan.period)
    apart = (one.name and other.name and one.name != other.name) or one.period != other.period
    if not apart:
        return None
    return (one, other) if sizes[0] > sizes[1] else (other, one)


def _size(row: ResultRow, plan: Plan) -> int | None:
    """What a side is measured by: how many transactions, or minor units."""
    if plan.measure is Measure.COUNT:
        return row.count
    return row.money.minor if row.money is not None else None


def _only_name(where: Filter) -> str:
    names = (*where.payees, *where.categories)
    return names[0] if len(names) == 1 else ""


def _tells(plan: Plan) -> bool:
    grouped = plan.intent in _GROUPED and plan.group_by not in {None, GroupBy.WEEKDAY}
    return grouped or plan.intent in _OF_PURCHASES | _OF_NAMES


def _row(row: ResultRow, plan: Plan) -> ShownRow:
    if plan.intent not in _GROUPED:
        return ShownRow(row.label, _day(row.on) if plan.intent in _OF_PURCHASES else None)
    if plan.group_by in _NAMED:
        return ShownRow(row.label)
    if row.on is None or plan.group_by is None:
        return ShownRow()
    return ShownRow(period=unit_of(row.on, plan.group_by.value))


def _day(day: date | None) -> Period | None:
    return Period(day, day) if day is not None else None


def _among(one: ShownRow | None, period: Period | None) -> bool:
    if one is None or one.period is None or period is None:
        return one is not None
    return one.period.first <= period.last and period.first <= one.period.last
