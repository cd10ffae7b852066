"""Periods: months, quarters and years tile the calendar, ends included."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.period import Period

years = st.integers(min_value=1, max_value=9998)


@given(st.dates(max_value=date(9998, 12, 31)))
def test_every_day_is_in_its_month_quarter_and_year(day: date) -> None:
    assert day in Period.month(day.year, day.month)
    assert day in Period.quarter(day.year, (day.month + 2) // 3)
    assert day in Period.year(day.year)


@given(years)
def test_months_and_quarters_fill_the_year_without_gap(year: int) -> None:
    months = [Period.month(year, month) for month in range(1, 13)]
    quarters = [Period.quarter(year, quarter) for quarter in range(1, 5)]
    for parts in (months, quarters):
        assert sum(part.days for part in parts) == Period.year(year).days
        for before, after in itertools.pairwise(parts):
            assert before.last + timedelta(days=1) == after.first


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)), st.integers(0, 2000))
def test_the_months_of_a_period_hold_all_its_days(first: date, days: int) -> None:
    period = Period(first, first + timedelta(days=days))
    expected = sorted({f"{day:%Y-%m}" for day in (first + timedelta(days=each) for each in range(days + 1))})
    assert list(period.months()) == expected


def test_a_period_never_runs_backwards() -> None:
    with pytest.raises(ValueError, match="first day"):
        Period(date(2025, 2, 1), date(2025, 1, 1))


def test_the_last_month_of_the_calendar_ends_it() -> None:
    assert Period.month(9999, 12).last == date.max
