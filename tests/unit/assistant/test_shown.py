"""What an answer leaves to be pointed at."""

from datetime import date

import pytest

from app.analysis.grouping import span_end
from app.assistant.shown import Shown, ShownRow, shown
from app.domain.currency import Currency
from app.domain.money import Money
from app.domain.period import Period
from app.domain.plan import Filter, GroupBy, Intent, Measure, Plan
from app.domain.result import Result, ResultRow

DOLLARS = Currency(code="USD", digits=2)
NOVEMBER, OCTOBER = Period.month(2025, 11), Period.month(2025, 10)
BEFORE = Shown((ShownRow("Corner Shop"), ShownRow("Green Grocer")), ShownRow("Corner Shop", NOVEMBER), NOVEMBER)


def result(plan: Plan, *labels: str, on: date | None = None) -> Result:
    rows = tuple(ResultRow(label=label, money=Money(minor=1, currency=DOLLARS), on=on) for label in labels)
    return Result(plan=plan, value=None, rows=rows)


def test_of_a_ranking_the_first_is_spoken_of() -> None:
    seen = shown(result(Plan(intent=Intent.RANKING, group_by=GroupBy.PAYEE), "Green Grocer", "Noodle Bar"), Shown())
    assert seen.rows == (ShownRow("Green Grocer"), ShownRow("Noodle Bar"))
    assert seen.one == ShownRow("Green Grocer")


@pytest.mark.parametrize(
    ("group", "label", "days"),
    [
        (GroupBy.DAY, "2025-11-10", Period(date(2025, 11, 10), date(2025, 11, 10))),
        (GroupBy.WEEK, "2025-W01", Period(date(2024, 12, 30), date(2025, 1, 5))),
        (GroupBy.MONTH, "2025-11", NOVEMBER),
        (GroupBy.QUARTER, "2025-Q4", Period.quarter(2025, 4)),
        (GroupBy.YEAR, "2025", Period.year(2025)),
    ],
)
def test_groups_in_time_are_days(group: GroupBy, label: str, days: Period) -> None:
    last = span_end(label, group)
    found = shown(result(Plan(intent=Intent.RANKING, group_by=group), label, on=last), Shown())
    assert found.one == ShownRow(period=days)


def test_a_weekday_is_no_day() -> None:
    plan = Plan(intent=Intent.RANKING, group_by=GroupBy.WEEKDAY)
    assert shown(result(plan, "Monday", "Tuesday"), Shown()) == Shown()


def test_of_a_purchase_payee_and_day_are_spoken_of() -> None:
    day = date(2025, 11, 10)
    seen = shown(result(Plan(intent=Intent.LARGEST), "Noodle Bar", on=day), Shown())
    assert seen == Shown((), ShownRow("Noodle Bar", Period(day, day)))


def test_of_a_figure_with_one_transaction_that_is_spoken_of() -> None:
    day = date(2025, 6, 14)
    seen = shown(result(Plan(intent=Intent.TOTAL)), Shown(), only=ResultRow(label="Skyline", on=day))
    assert seen.one == ShownRow("Skyline", Period(day, day))


def test_a_figure_leaves_what_was_shown_before() -> None:
    assert shown(result(Plan(intent=Intent.COUNT, period=NOVEMBER)), BEFORE) == BEFORE
    assert shown(result(Plan(intent=Intent.COUNT)), BEFORE).one == BEFORE.one


def test_a_figure_of_other_days_is_about_something_else() -> None:
    seen = shown(result(Plan(intent=Intent.COUNT, period=OCTOBER)), BEFORE)
    assert (seen.rows, seen.one, seen.period) == (BEFORE.rows, None, OCTOBER)


def test_a_breakdown_speaks_of_no_line_more_than_of_others() -> None:
    seen = shown(result(Plan(intent=Intent.BREAKDOWN, group_by=GroupBy.PAYEE), "Noodle Bar", "Streamly"), Shown())
    assert (len(seen.rows), seen.one) == (2, None)


def test_purchases_of_a_list_are_not_counted_off() -> None:
    seen = shown(result(Plan(intent=Intent.LIST), "Noodle Bar", "Streamly", on=date(2025, 11, 3)), BEFORE)
    assert seen.rows == ()


def test_of_a_comparison_both_sides_may_be_pointed_at() -> None:
    rows = tuple(ResultRow(label=side, money=Money(minor=minor, currency=DOLLARS)) for side, minor in (("a", 5), ("b", 9)))
    months = Plan(intent=Intent.COMPARE, period=OCTOBER, other_period=NOVEMBER)
    seen = shown(Result(plan=months, value=None, rows=rows), BEFORE)
    assert (seen.more, seen.less) == (ShownRow(period=NOVEMBER), ShownRow(period=OCTOBER))
    where, other = Filter(payees=("Noodle Bar",)), Filter(payees=("Green Grocer",))
    payees = Plan(intent=Intent.COMPARE, where=where, other_where=other)
    seen = shown(Result(plan=payees, value=None, rows=rows), BEFORE)
    assert seen.more == ShownRow("Green Grocer")
    alike = tuple(ResultRow(label=side, money=Money(minor=5, currency=DOLLARS)) for side in "ab")
    assert shown(Result(plan=payees, value=None, rows=alike), BEFORE).more is None


def test_of_a_comparison_of_counts_the_side_with_more_transactions_is_more() -> None:
    often, dear = Filter(payees=("Corner Shop",)), Filter(payees=("Green Grocer",))
    plan = Plan(intent=Intent.COMPARE, where=often, other_where=dear, measure=Measure.COUNT)
    rows = (
        ResultRow(label="Corner Shop", money=Money(minor=500, currency=DOLLARS), count=9),
        ResultRow(label="Green Grocer", money=Money(minor=9000, currency=DOLLARS), count=2),
    )
    seen = shown(Result(plan=plan, value=None, rows=rows), Shown())
    assert (seen.more, seen.less) == (ShownRow("Corner Shop"), ShownRow("Green Grocer"))
