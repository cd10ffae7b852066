"""Running a plan: each intent's computation, over rows that the vault hands out."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from app.analysis.balances import compute_balance
from app.analysis.plan_comparisons import (
    compute_compare,
    compute_net,
    compute_savings_rate,
    compute_share,
    compute_what_if,
)
from app.analysis.plan_context import PlanContext
from app.analysis.plan_figures import (
    compute_average,
    compute_breakdown,
    compute_count,
    compute_edge,
    compute_extreme,
    compute_list,
    compute_ranking,
    compute_total,
)
from app.analysis.plan_patterns import (
    compute_duplicates,
    compute_price_changes,
    compute_subscriptions,
    compute_unusual,
)
from app.analysis.transfer_direction import with_direction, with_one_way
from app.domain.errors import PlanRefusedError
from app.domain.plan import Intent, Plan
from app.domain.result import Result

_COMPUTATIONS: Mapping[Intent, Callable[[Plan, PlanContext], Result]] = MappingProxyType(
    {
        Intent.TOTAL: compute_total,
        Intent.COUNT: compute_count,
        Intent.AVERAGE: compute_average,
        Intent.LARGEST: compute_extreme,
        Intent.SMALLEST: compute_extreme,
        Intent.LIST: compute_list,
        Intent.RANKING: compute_ranking,
        Intent.BREAKDOWN: compute_breakdown,
        Intent.FIRST: compute_edge,
        Intent.LAST: compute_edge,
        Intent.COMPARE: compute_compare,
        Intent.SHARE: compute_share,
        Intent.NET: compute_net,
        Intent.SAVINGS_RATE: compute_savings_rate,
        Intent.BALANCE: compute_balance,
        Intent.SUBSCRIPTIONS: compute_subscriptions,
        Intent.PRICE_CHANGES: compute_price_changes,
        Intent.DUPLICATES: compute_duplicates,
        Intent.UNUSUAL: compute_unusual,
        Intent.WHAT_IF: compute_what_if,
    }
)


def run_plan(plan: Plan, context: PlanContext) -> Result:
    """Compute a plan; raises PlanRefusedError for one that nothing can be computed of."""
    computation = _COMPUTATIONS.get(plan.intent)
    if computation is None:
        raise PlanRefusedError(
            "This question is outside what can be computed.", "Ask for a figure of your own transactions."
        )
    return with_direction(computation(plan, with_one_way(plan, context)), plan, context=context)
