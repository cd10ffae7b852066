"""Which way own transfers go on the accounts a plan names: into a savings account or a card, out of a checking account.

What was moved to savings is not lessened or doubled by what was taken back: only the legs that go one way are counted,
the accounts' usual one or, where the plan says so, the other; and the answer says which.
"""

from collections.abc import Sequence
from dataclasses import replace

from app.analysis.plan_context import PlanContext
from app.domain.counted import CountedRow
from app.domain.plan import Filter, Flow, Plan
from app.domain.result import Result
from app.domain.selection import Selection

OUT_OF = ("direction", "out_of")
"""The fact that an answer counts what left the accounts."""


def with_one_way(plan: Plan, context: PlanContext) -> PlanContext:
    """The context whose transfers of named accounts are those that go one way."""

    def fetch(selection: Selection) -> Sequence[CountedRow]:
        rows = context.fetch(selection)
        if selection.flow is not Flow.TRANSFERS or not selection.where.account_ids:
            return rows
        leaves = _leave(selection.where, plan, context=context)
        return [row for row in rows if (row.minor < 0) is leaves]

    return replace(context, fetch=fetch)


def with_direction(result: Result, plan: Plan, *, context: PlanContext) -> Result:
    """The result with the fact of its direction, where transfers out of accounts were counted."""
    named = plan.flow is Flow.TRANSFERS and plan.where.account_ids
    leaves = named and _leave(plan.where, plan, context=context)
    return replace(result, facts=(*result.facts, OUT_OF)) if leaves else result


def _leave(where: Filter, plan: Plan, *, context: PlanContext) -> bool:
    return (set(where.account_ids) <= context.spent_from) is not plan.backwards
