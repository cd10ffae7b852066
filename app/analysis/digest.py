"""The digest of a month: what changed against the months before and why, each line proved by its plan."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from app.analysis.digest_patterns import pattern_plans
from app.analysis.drivers import Driver, drivers
from app.analysis.flows import divided
from app.analysis.plan_context import PlanContext, in_one_currency
from app.analysis.run_plan import run_plan
from app.domain.counted import CountedRow
from app.domain.digest import Digest, DigestKind, DigestLine
from app.domain.period import Period
from app.domain.plan import Flow, GroupBy, Intent, Measure, Plan
from app.domain.selection import Selection

_COMPARED = 3
_LATE = timedelta(days=6)
"""A month is known whole where the vault begins, or ends, no more than so many days inside it."""
_MOST_DRIVERS = 4
_LEAST_DRIVER = 50
"""A fiftieth of the month's spending is the least change worth a line."""


def digest_of(context: PlanContext, wanted: Period | None = None) -> Digest | None:
    """The digest of a calendar month, or of the last before it that is over and known; None where there is none."""
    month = _told_month(context, wanted)
    if month is None:
        return None
    usual = _months_before(month, context)
    code = _currency(context, month, usual=usual)
    plans = (
        *_total_plans(month, usual, context=context),
        *_driver_plans(month, usual, context=context, code=code),
        *((kind, plan, "") for kind, plan in pattern_plans(context, month, code=code)),
    )
    lines = (
        DigestLine(kind=kind, result=run_plan(replace(plan, currency=code), context), label=label)
        for kind, plan, label in plans
    )
    return Digest(month=month, usual=usual, lines=tuple(line for line in lines if _says_something(line)))


_Planned = tuple[DigestKind, Plan, str]


def _total_plans(month: Period, usual: Period | None, *, context: PlanContext) -> Iterator[_Planned]:
    for kind, flow in ((DigestKind.SPENT, Flow.SPENDING), (DigestKind.EARNED, Flow.INCOME)):
        yield kind, _against(Plan(intent=Intent.TOTAL, flow=flow, period=month), usual), ""
    yield DigestKind.LEFT, Plan(intent=Intent.NET, period=month), ""
    earlier = Period.month(month.first.year - 1, month.first.month)
    if context.span is not None and earlier.first + _LATE >= context.span.first:
        yield DigestKind.YEAR, Plan(intent=Intent.COMPARE, period=month, other_period=earlier), ""


def _driver_plans(month: Period, usual: Period | None, *, context: PlanContext, code: str) -> Iterator[_Planned]:
    if usual is None:
        return
    found = month_drivers(context, month, usual=usual, code=code)
    before = divided(sum(each.before for each in found), len(usual.months()))
    least = max(sum(each.now for each in found), before) // _LEAST_DRIVER
    named = [each for each in found if each.label and abs(each.change) >= max(least, 1)]
    for each in named[:_MOST_DRIVERS]:
        plan = Plan(intent=Intent.TOTAL, where=each.where, without=each.without, period=month)
        yield DigestKind.DRIVER, _against(plan, usual), each.label


def month_drivers(context: PlanContext, month: Period, *, usual: Period, code: str) -> tuple[Driver, ...]:
    """All parts of a month's spending in one currency against the months before, largest change first."""
    now, before = ([row for row in _spent(context, period) if row.currency == code] for period in (month, usual))
    return drivers(now, before, months=len(usual.months()), categories=context.categories)


def _against(plan: Plan, usual: Period | None) -> Plan:
    """The plan's month against an average month of those before; the plan alone where there is none."""
    if usual is None:
        return plan
    return replace(plan, intent=Intent.COMPARE, other_period=usual, measure=Measure.AVERAGE, group_by=GroupBy.MONTH)


def _says_something(line: DigestLine) -> bool:
    """Leave out patterns that found nothing, incomes that there never were, and a year before that nobody knows."""
    if line.kind in {DigestKind.SPENT, DigestKind.LEFT, DigestKind.DRIVER}:
        return True
    if line.kind is DigestKind.YEAR:
        return bool(line.result.rows) and bool(line.result.rows[-1].count)
    if line.kind is DigestKind.EARNED:
        return bool(line.result.evidence)
    return bool(line.result.rows)


def _told_month(context: PlanContext, wanted: Period | None) -> Period | None:
    span = context.span
    if span is None:
        return None
    newest = min(span.last, context.today)
    month = wanted or Period.month(newest.year, newest.month)
    while context.today <= month.last or newest + _LATE < month.last:
        month = _month_before(month)
    return month if month.last >= span.first else None


def _months_before(month: Period, context: PlanContext) -> Period | None:
    """The three months before, without those that the vault does not know from their first days on."""
    known: Period | None = None
    before = month
    for _ in range(_COMPARED):
        before = _month_before(before)
        if context.span is None or before.first + _LATE < context.span.first:
            break
        known = Period(before.first, month.first - timedelta(days=1))
    return known


def _currency(context: PlanContext, month: Period, *, usual: Period | None) -> str:
    rows = _spent(context, Period(usual.first if usual else month.first, month.last))
    return in_one_currency(rows, Plan(intent=Intent.TOTAL), context=context).code


def _spent(context: PlanContext, period: Period) -> Sequence[CountedRow]:
    return context.fetch(Selection(flow=Flow.SPENDING, period=period))


def _month_before(month: Period) -> Period:
    day = month.first - timedelta(days=1)
    return Period.month(day.year, day.month)
