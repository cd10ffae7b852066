"""Parts of longer periods, on 30 November 2025."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.assistant.dates import Reference
from app.assistant.periods import resolve
from app.domain.period import Period
from tests.helpers.assistant_samples import TODAY, english

HERE = Reference(TODAY, Period(date(2024, 1, 3), date(2025, 11, 29)), day_first=False)
SAID = {
    "second half of november": "2025-11-16 2025-11-30",
    "the first three months of the year": "2025-01-01 2025-03-31",
    "the month after july": "2025-08-01 2025-08-31",
    "the month before august": "2025-07-01 2025-07-31",
    "the quarter following q1": "2025-04-01 2025-06-30",
    "first ten of november": "2025-11-01 2025-11-10",
    "1 december last year": "2024-12-01 2024-12-01",
    "calendar week from 10 to 16 november": "2025-11-10 2025-11-16",
    "from the first of november up to and including the fifteenth": "2025-11-01 2025-11-15",
    "november seventeenth through the twenty third": "2025-11-17 2025-11-23",
    "last week and the week before": "2025-11-10 2025-11-23",
    "half a year ago": "2025-05-01 2025-05-31",
    "the tax year that ended on 31 december 2024": "2024-01-01 2024-12-31",
    "since records began": "2024-01-03 2025-11-30",
    "the first 10 days of november": "2025-11-01 2025-11-10",
    "last two weeks of june": "2025-06-17 2025-06-30",
    "the last day of october": "2025-10-31 2025-10-31",
    "first weekend of november": "2025-11-01 2025-11-02",
    "week 2 of october": "2025-10-08 2025-10-14",
    "week 45": "2025-11-03 2025-11-09",
    "calendar week 10 2024": "2024-03-04 2024-03-10",
    "the week starting november 10": "2025-11-10 2025-11-16",
    "the weekend of november 8": "2025-11-08 2025-11-09",
    "monday of last week": "2025-11-17 2025-11-17",
    "the 5th of last month": "2025-10-05 2025-10-05",
    "the first of the month": "2025-11-01 2025-11-01",
    "september to date": "2025-09-01 2025-11-30",
    "september so far": "2025-09-01 2025-09-30",
    "so far in november": "2025-11-01 2025-11-30",
    "earlier this month": "2025-11-01 2025-11-30",
    "this time last year": "2024-11-01 2024-11-30",
    "same week last year": "2024-11-25 2024-12-01",
    "late 2024": "2024-10-01 2024-12-31",
    "early 2025": "2025-01-01 2025-03-31",
    "12 months to october": "2024-11-01 2025-10-31",
    "the three months to october": "2025-08-01 2025-10-31",
}


@pytest.mark.parametrize(("said", "meant"), SAID.items())
def test_a_part_is_resolved(said: str, meant: str) -> None:
    found = resolve(said, english(), reference=HERE)
    assert found is not None
    assert f"{found.first} {found.last}" == meant


@pytest.mark.parametrize("said", ["week 54", "week 0", "sixth week of may", "40th of may", "first 70 days of may"])
def test_a_part_that_is_not_there_gives_none(said: str) -> None:
    assert resolve(said, english(), reference=HERE) is None


@given(st.integers(2000, 2049), st.integers(1, 12))
def test_both_halves_make_the_month(year: int, month: int) -> None:
    whole = Period.month(year, month)
    name = whole.first.strftime("%B %Y")
    first = resolve(f"first half of {name}", english(), reference=HERE)
    second = resolve(f"second half of {name}", english(), reference=HERE)
    assert first is not None
    assert second is not None
    assert (first.first, second.last) == (whole.first, whole.last)
    assert first.days + second.days == whole.days
