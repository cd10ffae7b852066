"""Plans with two sides: comparisons, shares, net flow, savings rate, and what-if."""

from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from app.analysis.flows import divided, events, total
from app.analysis.grouping import IN_TIME, spans_in
from app.analysis.plan_context import OneCurrency, PlanContext, in_one_currency, selection_of
from app.analysis.recurring import recurring_payments
from app.domain.counted import CountedRow
from app.domain.plan import Filter, Flow, GroupBy, Measure, Plan
from app.domain.result import Result, ResultRow, Value, ValueKind

_TENTH = Decimal("0.1")
_MONTHS_A_YEAR = 12


def percent_of(part: int, whole: int) -> Decimal | None:
    """The part as a percentage of the whole, to one decimal, halves away from zero; None where the whole is zero."""
    if whole == 0:
        return None
    return (Decimal(part) * 100 / Decimal(whole)).quantize(_TENTH, ROUND_HALF_UP)


def compute_compare(plan: Plan, context: PlanContext) -> Result:
    """First side less second; in percent of the second where asked so; as counts where counts are compared.

    Averages are of a purchase, or of a calendar span where the plan groups by one.
    """
    first_rows = context.fetch(selection_of(plan))
    second_plan = replace(plan, where=plan.other_where or plan.where, period=plan.other_period or plan.period)
    second_rows = context.fetch(selection_of(second_plan))
    chosen = in_one_currency([*first_rows, *second_rows], plan, context=context)
    first = [row for row in first_rows if row.currency == chosen.code]
    second = [row for row in second_rows if row.currency == chosen.code]
    rows = (
        _side("first", first, chosen=chosen, flow=plan.flow),
        _side("second", second, chosen=chosen, flow=plan.flow),
    )
    one = _measured(first, plan, spans=_spans(plan, context))
    other = _measured(second, plan, spans=_spans(second_plan, context))
    if plan.measure is Measure.AVERAGE:
        rows = (replace(rows[0], money=chosen.money(one)), replace(rows[1], money=chosen.money(other)))
    percent = percent_of(one - other, abs(other))
    facts = (("percent_change", str(percent)),) if percent is not None else ()
    return Result(
        plan=plan,
        value=_compared(plan, chosen, difference=one - other, percent=percent),
        rows=rows,
        evidence=tuple(dict.fromkeys(row.id for row in [*first, *second])),
        notes=("mixed_currencies",) if chosen.others else (),
        facts=facts,
    )


def compute_share(plan: Plan, context: PlanContext) -> Result:
    """What the first side is of the whole, in percent; the whole is of the other period where there is one."""
    part_rows = context.fetch(selection_of(plan))
    whole_flow = plan.other_flow or plan.flow
    # What came in seldom went to the account that is asked about: income is that of all accounts.
    mine = plan.where.account_ids if whole_flow is plan.flow else ()
    whole_where = plan.other_where or Filter(account_ids=mine)
    of_whole = replace(plan, where=whole_where, flow=whole_flow, period=plan.other_period or plan.period)
    whole_rows = context.fetch(selection_of(of_whole))
    chosen = in_one_currency(whole_rows, plan, context=context)
    part = [row for row in part_rows if row.currency == chosen.code]
    percent = percent_of(total(part, plan.flow), total(chosen.rows, whole_flow))
    return Result(
        plan=plan,
        value=Value(kind=ValueKind.PERCENT, percent=percent or Decimal("0.0")),
        rows=(
            _side("part", part, chosen=chosen, flow=plan.flow),
            _side("whole", chosen.rows, chosen=chosen, flow=whole_flow),
        ),
        evidence=tuple(row.id for row in part),
        notes=(() if part else ("nothing_found",)) + (("mixed_currencies",) if chosen.others else ()),
    )


def compute_net(plan: Plan, context: PlanContext) -> Result:
    """Income less spending."""
    chosen, income, spending = _both_flows(plan, context)
    net = total(income, Flow.INCOME) - total(spending, Flow.SPENDING)
    return _two_flows(
        plan, Value(kind=ValueKind.MONEY, money=chosen.money(net)), chosen=chosen, income=income, spending=spending
    )


def compute_savings_rate(plan: Plan, context: PlanContext) -> Result:
    """Income less spending, as a percentage of income."""
    chosen, income, spending = _both_flows(plan, context)
    earned = total(income, Flow.INCOME)
    percent = percent_of(earned - total(spending, Flow.SPENDING), earned)
    value = Value(kind=ValueKind.PERCENT, percent=percent) if percent is not None else None
    return _two_flows(plan, value, chosen=chosen, income=income, spending=spending)


def compute_what_if(plan: Plan, context: PlanContext) -> Result:
    """What a change of spending saves in an average month; the facts carry the year.

    Recurring payments named by their payees, without a period, are taken at what they cost today.
    """
    chosen = in_one_currency(context.fetch(selection_of(plan)), plan, context=context)
    period = context.clipped(plan.period)
    months = spans_in(period, GroupBy.MONTH) if period else 1
    whole, percent = total(chosen.rows, plan.flow), -100 if plan.percent is None else plan.percent
    at_present = _yearly_at_present(plan, chosen, today=context.today)
    if at_present is not None:
        whole, months = at_present, _MONTHS_A_YEAR
    now = divided(whole, months)
    saved = divided(-percent * whole, 100 * months)
    yearly = divided(-percent * whole * _MONTHS_A_YEAR, 100 * months)
    rows = tuple(
        ResultRow(label=label, money=chosen.money(minor))
        for label, minor in (("now", now), ("then", now - saved), ("saved", saved), ("saved_in_a_year", yearly))
    )
    return Result(
        plan=plan,
        value=Value(kind=ValueKind.MONEY, money=chosen.money(saved)),
        rows=rows,
        evidence=tuple(row.id for row in chosen.rows),
        notes=() if chosen.rows else ("nothing_found",),
        facts=(("yearly", chosen.money(yearly).decimal()), ("months", str(months))),
    )


def _yearly_at_present(plan: Plan, chosen: OneCurrency, *, today: date) -> int | None:
    """What recurring payments to the named payees cost a year today; None where the plan asks for anything else."""
    only_payees = plan.where.payees and plan.where == Filter(payees=plan.where.payees) and plan.without.empty
    if plan.period or not only_payees or plan.at_least is not None or plan.at_most is not None:
        return None
    running = [each for each in recurring_payments(chosen.rows) if each.active(today)]
    if {each.payee for each in running} != set(plan.where.payees):
        return None
    return sum(each.per_year for each in running)


def _spans(plan: Plan, context: PlanContext) -> int | None:
    """How many calendar spans a side is the mean of; None where it is no mean over time."""
    if plan.measure is not Measure.AVERAGE or plan.group_by not in IN_TIME:
        return None
    period = context.clipped(plan.period)
    return spans_in(period, plan.group_by) if period is not None else 1


def _measured(rows: list[CountedRow], plan: Plan, *, spans: int | None) -> int:
    count = len(events(rows, plan.flow))
    if plan.measure is Measure.COUNT:
        return count
    if plan.measure is Measure.AVERAGE:
        parts = count if spans is None else spans
        return divided(total(rows, plan.flow), parts) if parts else 0
    return total(rows, plan.flow)


def _compared(plan: Plan, chosen: OneCurrency, *, difference: int, percent: Decimal | None) -> Value | None:
    if plan.as_percent:
        return Value(kind=ValueKind.PERCENT, percent=percent) if percent is not None else None
    if plan.measure is Measure.COUNT:
        return Value(kind=ValueKind.COUNT, number=difference)
    return Value(kind=ValueKind.MONEY, money=chosen.money(difference))


def _both_flows(plan: Plan, context: PlanContext) -> tuple[OneCurrency, list[CountedRow], list[CountedRow]]:
    income = context.fetch(selection_of(replace(plan, flow=Flow.INCOME)))
    spending = context.fetch(selection_of(replace(plan, flow=Flow.SPENDING)))
    chosen = in_one_currency([*income, *spending], plan, context=context)
    return (
        chosen,
        [row for row in income if row.currency == chosen.code],
        [row for row in spending if row.currency == chosen.code],
    )


def _two_flows(
    plan: Plan, value: Value | None, *, chosen: OneCurrency, income: list[CountedRow], spending: list[CountedRow]
) -> Result:
    return Result(
        plan=plan,
        value=value,
        rows=(
            _side("income", income, chosen=chosen, flow=Flow.INCOME),
            _side("spending", spending, chosen=chosen, flow=Flow.SPENDING),
        ),
        evidence=tuple(row.id for row in chosen.rows),
        notes=(() if chosen.rows else ("nothing_found",)) + (("mixed_currencies",) if chosen.others else ()),
    )


def _side(label: str, rows: list[CountedRow], *, chosen: OneCurrency, flow: Flow) -> ResultRow:
    return ResultRow(
        label=label,
        money=chosen.money(total(rows, flow)),
        count=len(events(rows, flow)),
        evidence=tuple(row.id for row in rows),
    )
