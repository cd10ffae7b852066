"""Which way own transfers go on the accounts a plan names: into a savings account or a card, out of a checking account.

What was moved to savings is not lessened or doubled by what was taken back: only the legs that go an account's usual
way, told by its whole history, are counted, and the answer says which way that is.
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


def with_one_way(context: PlanContext) -> PlanContext:
    """The context whose transfers of named accounts are those that go their usual way."""

    def fetch(selection: Selection) -> Sequence[CountedRow]:
        rows = context.fetch(selection)
        if selection.flow is not Flow.TRANSFERS or not selection.where.account_ids:
            return rows
        leaves = usually_leaves(selection.where.account_ids, context)
        return [row for row in rows if (row.minor < 0) is leaves]

    return replace(context, fetch=fetch)


def with_direction(result: Result, plan: Plan, *, context: PlanContext) -> Result:
    """The result with the fact of its direction, where transfers out of accounts were counted."""
    named = plan.flow is Flow.TRANSFERS and plan.where.account_ids
    leaves = named and usually_leaves(plan.where.account_ids, context)
    return replace(result, facts=(*result.facts, OUT_OF)) if leaves else result


def usually_leaves(accounts: tuple[int, ...], context: PlanContext) -> bool:
    """Whether more transfers leave these accounts than arrive there."""
    rows = context.fetch(Selection(flow=Flow.TRANSFERS, where=Filter(account_ids=accounts)))
    return sum(1 if row.minor < 0 else -1 for row in rows) > 0
