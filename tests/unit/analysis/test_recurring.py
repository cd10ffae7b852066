"""Recurring payments: steady intervals found, changes of amount named, what ended told from what goes on."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analysis.recurring import Interval, recurring_payments, subscriptions
from app.domain.counted import CountedRow
from app.domain.transaction import TransactionKind


def rows(
    payee: str, days: list[date], *, amounts: list[int] | None = None, category: str = "Entertainment"
) -> list[CountedRow]:
    sizes = amounts or [999] * len(days)
    return [
        CountedRow(number, day, -size, "EUR", payee, category, 1, TransactionKind.EXPENSE)
        for number, (day, size) in enumerate(zip(days, sizes, strict=True), 1)
    ]


def monthly(count: int, *, start: int = 1) -> list[date]:
    return [date(2025, start + place, 12) for place in range(count)]


@pytest.mark.parametrize(
    ("step", "count", "interval"),
    [(7, 10, "weekly"), (14, 6, "fortnightly"), (30, 5, "monthly"), (91, 4, "quarterly"), (365, 2, "yearly")],
)
def test_each_interval_is_found(step: int, count: int, interval: str) -> None:
    days = [date(2024, 1, 3) + timedelta(days=step * place) for place in range(count)]
    (found,) = recurring_payments(rows("Cinefile", days))
    assert found.interval is Interval(interval)
    assert found.last == days[-1]
    assert len(found.evidence) == count


def test_a_raised_amount_is_a_step() -> None:
    (found,) = recurring_payments(rows("Cinefile", monthly(6), amounts=[799, 799, 799, 799, 999, 999]))
    assert [(step.on, step.before, step.after) for step in found.steps] == [(date(2025, 5, 12), 799, 999)]
    assert (found.amount, found.per_month, found.per_year) == (999, 999, 11988)


def test_a_raise_of_pay_is_a_step_and_no_expense() -> None:
    paid = [
        replace(row, minor=-row.minor, kind=TransactionKind.INCOME)
        for row in rows("Acme Payroll", monthly(6), amounts=[274000, 274000, 274000, 286500, 286500, 286500])
    ]
    (found,) = recurring_payments(paid, kind=TransactionKind.INCOME)
    assert [(step.on, step.before, step.after) for step in found.steps] == [(date(2025, 4, 12), 274000, 286500)]
    assert recurring_payments(paid) == ()


def test_shopping_now_and_then_is_not_recurring() -> None:
    days = [
        date(2025, 1, 2),
        date(2025, 1, 9),
        date(2025, 1, 11),
        date(2025, 2, 20),
        date(2025, 3, 1),
        date(2025, 5, 5),
    ]
    assert recurring_payments(rows("Harbor Books", days, amounts=[1400, 900, 2200, 760, 3100, 1200])) == ()


def test_two_payments_are_no_habit_and_a_double_charge_breaks_none() -> None:
    assert recurring_payments(rows("Cinefile", monthly(2))) == ()
    doubled = sorted([*monthly(5), date(2025, 3, 13)])
    (found,) = recurring_payments(rows("Cinefile", doubled))
    assert found.interval is Interval.MONTHLY


def test_what_ended_is_no_longer_active() -> None:
    (found,) = recurring_payments(rows("Summit Gym", monthly(4)))
    assert found.active(date(2025, 5, 14))
    assert not found.active(date(2025, 7, 1))


def test_rent_recurs_but_is_no_subscription() -> None:
    rent = rows("Quayside Homes", monthly(6), category="Housing")
    assert len(recurring_payments(rent)) == 1
    assert subscriptions(rent) == ()


@given(st.lists(st.tuples(st.dates(date(2024, 1, 1), date(2025, 12, 31)), st.integers(1, 500)), max_size=30))
def test_every_finding_stands_on_rows_of_its_payee(drawn: list[tuple[date, int]]) -> None:
    made = rows("Anyone", [day for day, _ in drawn], amounts=[size for _, size in drawn])
    for found in recurring_payments(made):
        assert set(found.evidence) <= {row.id for row in made}
        assert found.first <= found.last
        assert found.per_year >= found.amount
