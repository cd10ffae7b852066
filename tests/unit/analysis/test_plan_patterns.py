"""Subscriptions and all else that comes back: which of the two a plan asks for."""

from datetime import date

import pytest

from app.analysis.plan_patterns import compute_subscriptions
from app.domain.counted import CountedRow
from app.domain.plan import Filter, Intent, Plan, SubscriptionView
from app.domain.transaction import TransactionKind
from tests.helpers.digest_rows import context_of

TODAY = date(2025, 9, 15)


def paid(payee: str, category: str, *, minor: int, start: int) -> list[CountedRow]:
    return [
        CountedRow(start + month, date(2025, month, 12), -minor, "EUR", payee, category, 1, TransactionKind.EXPENSE)
        for month in range(1, 10)
    ]


ROWS = [
    *paid("Cinefile", "Streaming and software", minor=999, start=0),
    *paid("Cash Machine", "Cash", minor=6_000, start=200),
    *paid("Quayside Homes", "Housing", minor=90_000, start=100),
]
ASKED = (
    (Plan(intent=Intent.SUBSCRIPTIONS, subscription=SubscriptionView.ACTIVE), {"Cinefile"}),
    (Plan(intent=Intent.SUBSCRIPTIONS, all_recurring=True), {"Cinefile", "Quayside Homes"}),
    (Plan(intent=Intent.SUBSCRIPTIONS, where=Filter(categories=("Housing",))), {"Quayside Homes"}),
    (Plan(intent=Intent.SUBSCRIPTIONS, where=Filter(payees=("Quayside Homes",))), {"Quayside Homes"}),
    (Plan(intent=Intent.SUBSCRIPTIONS, where=Filter(account_ids=(1,))), {"Cinefile"}),
)


@pytest.mark.parametrize(("plan", "found"), ASKED)
def test_rent_counts_where_it_is_named_or_all_that_comes_back_is_asked_for(plan: Plan, found: set[str]) -> None:
    chosen = [row for row in ROWS if row.category in plan.where.categories or row.payee in plan.where.payees]
    unnamed = not plan.where.categories and not plan.where.payees
    result = compute_subscriptions(plan, context_of(ROWS if unnamed else chosen, today=TODAY))
    assert {row.label for row in result.rows} == found
