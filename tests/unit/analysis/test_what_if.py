"""What a change saves: recurring payments at what they cost today, all else at the mean of the months."""

from datetime import date

import pytest

from app.analysis.plan_comparisons import compute_what_if
from app.domain.counted import CountedRow
from app.domain.period import Period
from app.domain.plan import Filter, Intent, Plan
from app.domain.transaction import TransactionKind
from tests.helpers.digest_rows import context_of

TODAY = date(2025, 9, 15)


def paid(payee: str, month: int, *, amount: int, number: int) -> CountedRow:
    return CountedRow(number, date(2025, month, 12), -amount, "EUR", payee, "Entertainment", 1, TransactionKind.EXPENSE)


ROWS = [paid("Cinefile", month, amount=799 if month < 7 else 999, number=month) for month in range(1, 10)]
SHOP = [paid("Harbor Books", month, amount=1200, number=100 + month) for month in (1, 4, 5)]


@pytest.mark.parametrize(("percent", "saved", "yearly"), [(None, 999, 11988), (-50, 500, 5994), (10, -100, -1199)])
def test_a_subscription_is_taken_at_its_present_price(percent: int | None, saved: int, yearly: int) -> None:
    plan = Plan(intent=Intent.WHAT_IF, where=Filter(payees=("Cinefile",)), percent=percent)
    result = compute_what_if(plan, context_of([*ROWS, *SHOP], today=TODAY))
    assert result.value is not None
    assert result.value.money is not None
    assert result.value.money.minor == saved
    assert [row.money.minor for row in result.rows if row.label == "saved_in_a_year" and row.money] == [yearly]


def test_a_period_or_a_shop_is_told_by_the_mean_of_its_months() -> None:
    period = Period(date(2025, 1, 1), date(2025, 6, 30))
    in_period = Plan(intent=Intent.WHAT_IF, where=Filter(payees=("Cinefile",)), period=period)
    shop = Plan(intent=Intent.WHAT_IF, where=Filter(payees=("Harbor Books",)))
    saved = [compute_what_if(plan, context_of([*ROWS, *SHOP], today=TODAY)).value for plan in (in_period, shop)]
    assert [value and value.money and value.money.minor for value in saved] == [799, 400]
