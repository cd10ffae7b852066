"""Plans about patterns: subscriptions, changed amounts, doubled and unusual charges."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from app.analysis.outliers import duplicate_charges, unusual_charges
from app.analysis.plan_context import PlanContext, in_one_currency, selection_of
from app.analysis.recurring import AmountStep, Recurring, recurring_payments, regular_payments, subscriptions
from app.domain.counted import CountedRow
from app.domain.money import Money
from app.domain.period import Period
from app.domain.plan import Flow, Plan, SubscriptionView
from app.domain.result import Result, ResultRow, Value, ValueKind
from app.domain.transaction import TransactionKind

_LATELY = timedelta(days=92)
_RAISED_WITHIN = timedelta(days=365)


def compute_subscriptions(plan: Plan, context: PlanContext) -> Result:
    """Subscriptions that are active, new, raised or ended; of the cost, what the active ones take a month.

    All that comes back counts where the plan says so, or names whose it is.
    """
    rows = context.fetch(selection_of(replace(plan, period=None)))
    chosen = in_one_currency(rows, plan, context=context)
    view = plan.subscription or SubscriptionView.ACTIVE
    every = plan.all_recurring or plan.where.payees or plan.where.categories
    coming_back = regular_payments(chosen.rows) if every else subscriptions(chosen.rows)
    found = [each for each in coming_back if _in_view(each, view, plan=plan, context=context)]
    table = tuple(
        ResultRow(
            label=each.payee,
            money=chosen.money(each.per_month if view is SubscriptionView.COST else each.amount),
            count=len(each.evidence),
            on=_shown_day(each, view),
            evidence=each.evidence,
        )
        for each in found
    )
    cost = chosen.money(sum(each.per_month for each in found))
    value = Value(kind=ValueKind.COUNT, number=len(found))
    if view is SubscriptionView.COST:
        value = Value(kind=ValueKind.MONEY, money=cost)
    yearly = chosen.money(sum(each.per_year for each in found))
    facts = (("monthly", cost.decimal()), ("yearly", yearly.decimal()), ("number", str(len(found))))
    return Result(
        plan=plan,
        value=value,
        rows=table,
        evidence=tuple(each for row in table for each in row.evidence),
        notes=() if found else ("nothing_found",),
        facts=facts,
    )


def compute_price_changes(plan: Plan, context: PlanContext) -> Result:
    """Recurring payments whose amount changed in the period, or pay and pensions; the figure is how many changed."""
    rows = context.fetch(selection_of(replace(plan, period=None)))
    kind = TransactionKind.INCOME if plan.flow is Flow.INCOME else TransactionKind.EXPENSE
    found = [
        (each, step)
        for each in recurring_payments(rows, kind=kind)
        for step in each.steps
        if plan.period is None or step.on in plan.period
    ]
    found.sort(key=lambda pair: (pair[1].on, pair[0].payee), reverse=True)
    table = _table(plan, tuple(_step_row(each, step) for each, step in found))
    if not found:
        return table
    newest, step = found[0]
    before, after = (Money.of(size, newest.currency).decimal() for size in (step.before, step.after))
    return replace(table, facts=(("before", before), ("after", after)))


def _step_row(each: Recurring, step: AmountStep) -> ResultRow:
    change = Money.of(step.after - step.before, each.currency)
    return ResultRow(label=each.payee, money=change, on=step.on, evidence=each.evidence, count=1)


def compute_duplicates(plan: Plan, context: PlanContext) -> Result:
    """Charges that look doubled, habits told by the whole history; the figure is how many pairs in the period."""
    found = duplicate_charges(context.fetch(selection_of(replace(plan, period=None))))
    pairs = [(one, other) for one, other in found if plan.period is None or other.on in plan.period]
    return _table(plan, tuple(_charge_row(other, (one.id, other.id), count=2) for one, other in pairs))


def compute_unusual(plan: Plan, context: PlanContext) -> Result:
    """Charges far above the usual, judged by the whole history; the figure is how many in the period."""
    rows = context.fetch(selection_of(replace(plan, period=None)))
    found = [each.row for each in unusual_charges(rows) if plan.period is None or each.row.on in plan.period]
    return _table(plan, tuple(_charge_row(row, (row.id,), count=1) for row in found[: plan.limit or None]))


def _charge_row(row: CountedRow, evidence: tuple[int, ...], *, count: int) -> ResultRow:
    money = Money.of(-row.minor, row.currency)
    return ResultRow(label=row.payee, money=money, count=count, on=row.on, evidence=evidence)


def _table(plan: Plan, rows: Sequence[ResultRow]) -> Result:
    return Result(
        plan=plan,
        value=Value(kind=ValueKind.COUNT, number=len(rows)),
        rows=tuple(rows),
        evidence=tuple(dict.fromkeys(each for row in rows for each in row.evidence)),
        notes=() if rows else ("nothing_found",),
    )


def _in_view(each: Recurring, view: SubscriptionView, *, plan: Plan, context: PlanContext) -> bool:
    today = context.today
    recent = plan.period or Period(today - (_RAISED_WITHIN if view is SubscriptionView.RAISED else _LATELY), today)
    if view is SubscriptionView.NEW:
        return each.first in recent
    if view is SubscriptionView.RAISED:
        return any(step.after > step.before and (plan.period is None or step.on in plan.period) for step in each.steps)
    if view is SubscriptionView.ENDED:
        return not each.active(today) and (plan.period is None or each.last in plan.period)
    return each.active(today)


def _shown_day(each: Recurring, view: SubscriptionView) -> date:
    return each.first if view is SubscriptionView.NEW else each.last
