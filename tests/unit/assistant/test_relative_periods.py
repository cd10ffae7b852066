"""Periods counted from the other side of a comparison."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.assistant.relative_periods import before, relative_step, stepped
from app.domain.period import Period

STEPS = {
    "the month before": "unit",
    "previous quarter": "unit",
    "same month a year earlier": "year",
    "the year before": "year",
    "same period last year": "year",
    "same point last month": "point",
    "the same two months of 2024": "2024",
    "last year": None,
    "october": None,
    "": None,
}


@pytest.mark.parametrize(("span", "step"), STEPS.items())
def test_a_span_says_how_it_is_counted(span: str, step: str | None) -> None:
    assert relative_step(span) == step


def test_a_whole_february_stays_whole_a_year_earlier() -> None:
    assert stepped(Period.month(2025, 2), "year") == Period.month(2024, 2)
    assert stepped(Period.month(2024, 2), "year") == Period.month(2023, 2)


def test_the_same_days_of_a_year_that_is_said() -> None:
    assert stepped(Period.month(2025, 10), "2024") == Period.month(2024, 10)
    assert stepped(Period.month(2025, 10), "2021") == Period.month(2021, 10)
    assert stepped(Period.month(2025, 10), "2025") == Period.month(2025, 10)
    assert stepped(Period.month(2023, 2), "2024") == Period.month(2024, 2)
    assert stepped(Period(date(2024, 2, 29), date(2024, 3, 5)), "2023") == Period(date(2023, 2, 28), date(2023, 3, 5))


@given(st.dates(date(1990, 1, 1), date(2049, 12, 1)), st.integers(1, 500))
def test_the_period_before_ends_the_day_before(first: date, days: int) -> None:
    period = Period(first, date.fromordinal(first.toordinal() + days - 1))
    assert before(period).last.toordinal() + 1 == period.first.toordinal()
