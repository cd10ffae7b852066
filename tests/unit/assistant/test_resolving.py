"""From spans to names and days: shares of what is earned, and months of this year and the last."""

from dataclasses import replace
from datetime import date

import pytest

from app.assistant.plan_text import read
from app.assistant.resolving import Resolver
from app.domain.period import Period
from app.domain.plan import Filter, Flow
from tests.helpers.assistant_samples import english, vocabulary


@pytest.mark.parametrize("whole", ["income", "salary", "pay", "monthly salary"])
def test_a_share_of_a_salary_is_a_share_of_money_in(whole: str) -> None:
    draft = read(f"share spending | name rent | vs {whole}")
    plan = Resolver(vocabulary(), english()).plan(draft, f"what share of my {whole} is rent").plan
    assert plan.other_flow is Flow.INCOME
    assert plan.where.categories == ("Housing",)


def test_a_share_of_a_category_is_one_of_its_spending() -> None:
    draft = read("share spending | name noodle bar | vs restaurants")
    plan = Resolver(vocabulary(), english()).plan(draft, "what share of restaurants is the noodle bar").plan
    assert plan.other_flow is None
    assert plan.other_where == Filter(categories=("Eating out",))


@pytest.mark.parametrize("asked_on", [date(2025, 11, 30), date(2025, 12, 10)])
def test_the_last_november_is_not_the_one_it_is_compared_with(asked_on: date) -> None:
    resolver = Resolver(replace(vocabulary(), today=asked_on), english())
    draft = read("compare spending | when this november | than last november")
    plan = resolver.plan(draft, "this november against last november").plan
    assert (plan.period, plan.other_period) == (Period.month(2025, 11), Period.month(2024, 11))


def test_other_sides_stay_what_they_are() -> None:
    resolver = Resolver(replace(vocabulary(), today=date(2025, 12, 10)), english())
    plan = resolver.plan(read("compare spending | when october | than last november"), "october or last november").plan
    assert (plan.period, plan.other_period) == (Period.month(2025, 10), Period.month(2025, 11))


@pytest.mark.parametrize(
    ("wrote", "days"),
    [
        ("balance | when as of 1 march", "2025-03-01 2025-03-01"),
        ("balance | when as at march", "2025-03-01 2025-03-31"),
        ("total spending | when as of 1 march", "2025-03-01 2025-11-30"),
    ],
)
def test_what_is_held_as_of_a_day_is_held_on_it(wrote: str, days: str) -> None:
    period = Resolver(vocabulary(), english()).plan(read(wrote), "as of then").plan.period
    assert period is not None
    assert f"{period.first} {period.last}" == days
