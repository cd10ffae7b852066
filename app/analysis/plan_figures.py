"""Plans with one side: totals, counts, averages, extremes, lists, rankings, breakdowns, first and last."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from app.analysis.flows import OUTWARD, divided, events, size, total
from app.analysis.grouping import IN_TIME, Group, grouped, spans_in
from app.analysis.plan_context import OneCurrency, PlanContext, in_one_currency, selection_of
from app.domain.counted import CountedRow
from app.domain.money import Money
from app.domain.plan import GroupBy, Intent, Measure, Plan
from app.domain.result import Result, ResultRow, Value, ValueKind

_Ordered = TypeVar("_Ordered")


def compute_total(plan: Plan, context: PlanContext) -> Result:
    """The flow's sum."""
    chosen = in_one_currency(context.fetch(selection_of(plan)), plan, context=context)
    value = Value(kind=ValueKind.MONEY, money=chosen.money(total(chosen.rows, plan.flow)))
    return _result(plan, value, chosen=chosen)


def compute_count(plan: Plan, context: PlanContext) -> Result:
    """How many events, in all currencies."""
    rows = context.fetch(selection_of(plan))
    counted = events(rows, plan.flow)
    value = Value(kind=ValueKind.COUNT, number=len(counted))
    return Result(plan=plan, value=value, evidence=_ids(counted), notes=_nothing(counted))


def compute_average(plan: Plan, context: PlanContext) -> Result:
    """The mean of an event, or of a calendar span where the plan groups by one."""
    chosen = in_one_currency(context.fetch(selection_of(plan)), plan, context=context)
    period = context.clipped(plan.period)
    if plan.group_by in IN_TIME and period is not None:
        parts = spans_in(period, plan.group_by)
    else:
        parts = len(events(chosen.rows, plan.flow))
    whole = total(chosen.rows, plan.flow)
    value = Value(kind=ValueKind.MONEY, money=chosen.money(divided(whole, parts) if parts else 0))
    facts = (("total", chosen.money(whole).decimal()), ("parts", str(parts)))
    return _result(plan, value, chosen=chosen, facts=facts)


def compute_extreme(plan: Plan, context: PlanContext) -> Result:
    """The largest or smallest events, the plan's limit of them, one where it has none."""
    chosen = in_one_currency(context.fetch(selection_of(plan)), plan, context=context)
    sign = 1 if plan.intent is Intent.SMALLEST else -1
    ordered = sorted(events(chosen.rows, plan.flow), key=lambda row: (sign * abs(row.minor), row.on, row.id))
    top = _from_rank(ordered, plan)[: plan.limit or 1]
    value = Value(kind=ValueKind.MONEY, money=chosen.money(size(top[0], plan.flow) if top else 0))
    whole = _result(plan, value, chosen=chosen, rows=_transaction_rows(top, plan))
    return replace(whole, evidence=_ids(top), notes=whole.notes if top else _nothing(top))


def compute_list(plan: Plan, context: PlanContext) -> Result:
    """The transactions themselves, newest first; the figure is how many, and of spending how many purchases.

    Refunds stand among purchases, since they lower what was spent, but where so many or so large ones are asked for.
    """
    rows = list(reversed(context.fetch(selection_of(plan))))
    bought = events(rows, plan.flow) if plan.flow in OUTWARD else rows
    rows = bought if plan.limit or plan.at_least is not None or plan.at_most is not None else rows
    shown = rows[: plan.limit] if plan.limit else rows
    value = Value(kind=ValueKind.COUNT, number=len(bought[: plan.limit] if plan.limit else bought))
    return Result(
        plan=plan, value=value, rows=_transaction_rows(shown, plan), evidence=_ids(shown), notes=_nothing(rows)
    )


def compute_edge(plan: Plan, context: PlanContext) -> Result:
    """The first or last time."""
    happened = events(context.fetch(selection_of(plan)), plan.flow)
    ordered = happened if plan.intent is Intent.FIRST else list(reversed(happened))
    shown = _from_rank(ordered, plan)[: plan.limit or 1]
    value = Value(kind=ValueKind.DATE, on=shown[0].on) if shown else None
    return Result(
        plan=plan, value=value, rows=_transaction_rows(shown, plan), evidence=_ids(shown), notes=_nothing(shown)
    )


def compute_ranking(plan: Plan, context: PlanContext) -> Result:
    """Groups by size; the first label, or that of the place asked for, is the figure."""
    chosen = in_one_currency(context.fetch(selection_of(plan)), plan, context=context)
    groups = _measured_groups(plan, context, chosen=chosen)
    key = _measure_key(plan.measure)
    groups.sort(key=lambda group: ((key(group) if plan.ascending else -key(group)), group.label))
    asked = _from_rank(groups, plan)[: plan.limit or None]
    rows = tuple(_group_row(group, chosen, measure=plan.measure) for group in asked)
    value = Value(kind=ValueKind.TEXT, text=rows[0].label) if rows else None
    whole = _result(plan, value, chosen=chosen, rows=rows)
    return whole if rows else replace(whole, notes=_nothing(()))


def compute_breakdown(plan: Plan, context: PlanContext) -> Result:
    """Every group; the figure is the whole."""
    chosen = in_one_currency(context.fetch(selection_of(plan)), plan, context=context)
    groups = _measured_groups(plan, context, chosen=chosen)
    rows = tuple(_group_row(group, chosen, measure=plan.measure) for group in groups)
    if plan.measure is Measure.COUNT:
        value = Value(kind=ValueKind.COUNT, number=len(events(chosen.rows, plan.flow)))
    else:
        value = Value(kind=ValueKind.MONEY, money=chosen.money(total(chosen.rows, plan.flow)))
    return _result(plan, value, chosen=chosen, rows=rows)


def _from_rank(ordered: Sequence[_Ordered], plan: Plan) -> Sequence[_Ordered]:
    """What is ordered from the place that is asked for on."""
    return ordered[(plan.rank or 1) - 1 :]


def _measured_groups(plan: Plan, context: PlanContext, *, chosen: OneCurrency) -> list[Group]:
    group_by = plan.group_by or GroupBy.CATEGORY
    filled = context.clipped(plan.period) if plan.intent is Intent.BREAKDOWN and chosen.rows else None
    return grouped(chosen.rows, plan.flow, group_by=group_by, accounts=context.accounts, period=filled)


def _measure_key(measure: Measure) -> Callable[[Group], int]:
    if measure is Measure.COUNT:
        return lambda group: group.count
    if measure is Measure.AVERAGE:
        return lambda group: divided(group.minor, group.count) if group.count else 0
    return lambda group: group.minor


def _group_row(group: Group, chosen: OneCurrency, *, measure: Measure) -> ResultRow:
    minor = _measure_key(measure)(group) if measure is Measure.AVERAGE else group.minor
    return ResultRow(
        label=group.label, money=chosen.money(minor), count=group.count, on=group.last, evidence=group.evidence
    )


def _transaction_rows(rows: Sequence[CountedRow], plan: Plan) -> tuple[ResultRow, ...]:
    return tuple(
        ResultRow(
            label=row.payee, money=Money.of(size(row, plan.flow), row.currency), count=1, on=row.on, evidence=(row.id,)
        )
        for row in rows
    )


def _result(
    plan: Plan,
    value: Value | None,
    *,
    chosen: OneCurrency,
    rows: tuple[ResultRow, ...] = (),
    facts: tuple[tuple[str, str], ...] = (),
) -> Result:
    return Result(
        plan=plan,
        value=value,
        rows=rows,
        evidence=_ids(chosen.rows),
        others=other_totals(chosen.others, plan),
        notes=(("mixed_currencies",) if chosen.others else ()) + _nothing(chosen.rows),
        facts=facts,
    )


def other_totals(rows: Sequence[CountedRow], plan: Plan) -> tuple[ResultRow, ...]:
    """The flow's total of each further currency."""
    by_code: dict[str, list[CountedRow]] = defaultdict(list)
    for row in rows:
        by_code[row.currency].append(row)
    return tuple(
        ResultRow(
            label=code,
            money=Money.of(total(inside, plan.flow), code),
            count=len(events(inside, plan.flow)),
            evidence=_ids(inside),
        )
        for code, inside in sorted(by_code.items())
    )


def _nothing(rows: Sequence[CountedRow]) -> tuple[str, ...]:
    return () if rows else ("nothing_found",)


def _ids(rows: Sequence[CountedRow]) -> tuple[int, ...]:
    return tuple(row.id for row in rows)
