"""Periods as people say them, on 30 November 2025 with a vault from January 2024 on."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.assistant.dates import Reference
from app.assistant.periods import resolve
from app.assistant.spans_of_time import whole_months
from app.domain.period import Period
from tests.helpers.assistant_samples import TODAY, english

DATA = Period(date(2024, 1, 3), date(2025, 11, 29))
HERE = Reference(TODAY, DATA, day_first=False)
SAID = {
    "november": "2025-11-01 2025-11-30",
    "novembr 2024": "2024-11-01 2024-11-30",
    "december": "2024-12-01 2024-12-31",
    "last month": "2025-10-01 2025-10-31",
    "last year": "2024-01-01 2024-12-31",
    "q2": "2025-04-01 2025-06-30",
    "first quarter of 2024": "2024-01-01 2024-03-31",
    "since march": "2025-03-01 2025-11-30",
    "between march and june": "2025-03-01 2025-06-30",
    "between december and february 2025": "2024-12-01 2025-02-28",
    "from january to march 2025": "2025-01-01 2025-03-31",
    "from 3 to 18 november": "2025-11-03 2025-11-18",
    "past 3 months": "2025-09-01 2025-11-30",
    "last 30 days": "2025-11-01 2025-11-30",
    "year to date": "2025-01-01 2025-11-30",
    "so far this year": "2025-01-01 2025-11-30",
    "the week of november 3": "2025-11-03 2025-11-09",
    "summer": "2025-06-01 2025-08-31",
    "winter 2024": "2024-12-01 2025-02-28",
    "last summer": "2025-06-01 2025-08-31",
    "fiscal 2024": "2024-01-01 2024-12-31",
    "tax year 2024/25": "2024-04-06 2025-04-05",
    "tax year 24/25": "2024-04-06 2025-04-05",
    "turn of the year": "2024-12-31 2024-12-31",
    "back half of 2025": "2025-07-01 2025-12-31",
    "front half of last year": "2024-01-01 2024-06-30",
    "march 3, 2025": "2025-03-03 2025-03-03",
    "3rd of march": "2025-03-03 2025-03-03",
    "3/4/2025": "2025-03-04 2025-03-04",
    "13/4/2025": "2025-04-13 2025-04-13",
    "03.04.2025": "2025-04-03 2025-04-03",
    "2025-03": "2025-03-01 2025-03-31",
    "may '24": "2024-05-01 2024-05-31",
    "march last year": "2024-03-01 2024-03-31",
    "by this time last year": "2024-01-01 2024-11-30",
    "up to the same point last year": "2024-01-01 2024-11-30",
    "in the last quarter": "2025-07-01 2025-09-30",
    "over the last quarter": "2025-09-01 2025-11-30",
    "last year, march to may": "2024-03-01 2024-05-31",
    "the end of last year, october to december": "2024-10-01 2024-12-31",
    "last year from march to may": "2024-03-01 2024-05-31",
    "last friday": "2025-11-28 2025-11-28",
    "two months ago": "2025-09-01 2025-09-30",
    "month before last": "2025-09-01 2025-09-30",
    "early march": "2025-03-01 2025-03-10",
    "end of march": "2025-03-31 2025-03-31",
    "first week of november": "2025-11-01 2025-11-07",
    "before june": "2024-01-03 2025-05-31",
    "after june": "2025-07-01 2025-11-30",
    "new year's eve": "2024-12-31 2024-12-31",
    "all time": "2024-01-03 2025-11-30",
    "august 2025 onwards": "2025-08-01 2025-11-30",
    "beginning of 2025": "2025-01-01 2025-01-01",
    "back in june": "2025-06-01 2025-06-30",
    "june, july and august": "2025-06-01 2025-08-31",
    "june/july": "2025-06-01 2025-07-31",
    "june-august": "2025-06-01 2025-08-31",
    "q1-q3": "2025-01-01 2025-09-30",
    "2025q3": "2025-07-01 2025-09-30",
    "1-15 june": "2025-06-01 2025-06-15",
    "june 1-15": "2025-06-01 2025-06-15",
    "1.-15. november": "2025-11-01 2025-11-15",
    "between the 1st and the 15th": "2025-11-01 2025-11-15",
    "november twenty first": "2025-11-21 2025-11-21",
    "tuesday, november 4": "2025-11-04 2025-11-04",
    "monday to friday": "2025-11-24 2025-11-28",
    "the 15th": "2025-11-15 2025-11-15",
    "in '24": "2024-01-01 2024-12-31",
    "quarter 3": "2025-07-01 2025-09-30",
    "2h 2024": "2024-07-01 2024-12-31",
    "last year's third quarter": "2024-07-01 2024-09-30",
    "all year": "2025-01-01 2025-12-31",
    "the present month": "2025-11-01 2025-11-30",
    "the month just gone": "2025-10-01 2025-10-31",
    "the last full month": "2025-10-01 2025-10-31",
    "the last 3 full months": "2025-08-01 2025-10-31",
    "in recent months": "2025-09-01 2025-11-30",
    "the past fortnight": "2025-11-17 2025-11-30",
    "last half year": "2025-06-01 2025-11-30",
    "the last year and a half": "2024-06-01 2025-11-30",
    "last 24 hours": "2025-11-29 2025-11-30",
    "last 30d": "2025-11-01 2025-11-30",
    "over the last year": "2024-12-01 2025-11-30",
    "since 3 months": "2025-09-01 2025-11-30",
    "lst month": "2025-10-01 2025-10-31",
    "ytd": "2025-01-01 2025-11-30",
    "november a year ago": "2024-11-01 2024-11-30",
    "winter 2024/25": "2024-12-01 2025-02-28",
    "summer before last": "2024-06-01 2024-08-31",
    "november through now": "2025-11-01 2025-11-30",
    "the month before this one": "2025-10-01 2025-10-31",
    "the month before this": "2025-10-01 2025-10-31",
    "the year before this one": "2024-01-01 2024-12-31",
    "twenty twenty five": "2025-01-01 2025-12-31",
    "sept-oct-nov": "2025-09-01 2025-11-30",
    "since the clocks went back": "2025-11-02 2025-11-30" if not HERE.day_first else "2025-10-26 2025-11-30",
    "second half-year 2024": "2024-07-01 2024-12-31",
    "this years october": "2025-10-01 2025-10-31",
    "week from 1 to 7 november": "2025-11-01 2025-11-07",
    "in tax last year": "2024-01-01 2024-12-31",
    "in last year": "2024-01-01 2024-12-31",
    "in the last year": "2024-12-01 2025-11-30",
    "this month and last": "2025-10-01 2025-11-30",
    "november and october": "2025-10-01 2025-11-30",
    "today and yesterday": "2025-11-29 2025-11-30",
    "this year and last year": "2024-01-01 2025-12-31",
    "last hundred and twenty days": "2025-08-03 2025-11-30",
    "past one and a half years": "2024-06-01 2025-11-30",
    "from november to october": "2024-11-01 2025-10-31",
    "for the first half of the year": "2025-01-01 2025-06-30",
    "in the week from 10 to 16 november": "2025-11-10 2025-11-16",
    "the calendar week from 24 to 30 november": "2025-11-24 2025-11-30",
    "this year's months": "2025-01-01 2025-12-31",
    "the year as a whole": "2025-01-01 2025-12-31",
    "going all the way back": "2024-01-03 2025-11-30",
    "mon oct 6 through sun nov 30": "2025-10-06 2025-11-30",
}


@pytest.mark.parametrize(("said", "meant"), SAID.items())
def test_a_period_is_resolved(said: str, meant: str) -> None:
    found = resolve(said, english(), reference=HERE)
    assert found is not None
    assert f"{found.first} {found.last}" == meant


@pytest.mark.parametrize("said", ["", "next month", "banana", "tomorrow", "32 march", "2025-13-01", "between x and y", "100 from the past 30 days"])
def test_what_is_no_period_or_yet_to_come_gives_none(said: str) -> None:
    assert resolve(said, english(), reference=HERE) is None


def test_an_older_vault_draws_a_bare_month_to_its_own_years() -> None:
    late = Reference(date(2027, 5, 2), Period(date(2024, 1, 1), date(2024, 12, 31)))
    assert resolve("march", english(), reference=late) == Period.month(2024, 3)


@given(st.dates(date(1990, 1, 1), date(2049, 12, 31)))
def test_every_day_is_read_back_from_its_iso_text(day: date) -> None:
    assert resolve(day.isoformat(), english(), reference=HERE) == Period(day, day)


@given(st.dates(date(2000, 1, 1), date(2049, 12, 31)), st.integers(1, 400))
def test_past_days_end_today_and_have_that_length(today: date, count: int) -> None:
    found = resolve(f"past {count} days", english(), reference=Reference(today))
    assert found == Period(today - timedelta(days=count - 1), today)


@given(st.dates(date(2000, 1, 1), date(2049, 12, 31)), st.sampled_from(["week", "month", "quarter", "year"]))
def test_last_and_this_unit_touch_without_overlap(today: date, unit: str) -> None:
    last = resolve(f"last {unit}", english(), reference=Reference(today))
    this = resolve(f"this {unit}", english(), reference=Reference(today))
    assert last is not None
    assert this is not None
    assert today in this
    assert last.last + timedelta(days=1) == this.first


NESTING = (
    "early",
    "first week of",
    "second half of",
    "the first",
    "so far",
    "end of",
    "q1-",
    "1.1.",
    "march",
    "to",
    "5th of",
)


@given(st.lists(st.sampled_from(NESTING), max_size=200))
@settings(deadline=1000)
def test_nested_words_of_any_length_end_soon(parts: list[str]) -> None:
    found = resolve(" ".join(parts), english(), reference=HERE)
    assert found is None or found.first <= found.last


@given(st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    found = resolve(text, english(), reference=HERE)
    assert found is None or found.first <= found.last


@given(st.dates(date(2001, 1, 1), date(2049, 12, 31)), st.integers(1, 24))
def test_a_habit_over_past_months_is_told_by_whole_ones(today: date, count: int) -> None:
    rolling = resolve(f"last {count} months", english(), reference=Reference(today))
    assert rolling is not None
    whole = whole_months(rolling, today=today)
    assert whole.first.day == 1
    assert whole.last + timedelta(days=1) == today.replace(day=1)
    months = (whole.last.year - whole.first.year) * 12 + whole.last.month - whole.first.month + 1
    assert months == count


def test_other_periods_stay_as_they_are() -> None:
    march = Period.month(2025, 3)
    assert whole_months(march, today=TODAY) == march


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("the tax year that ended in april 2025", date(2024, 4, 6), date(2025, 4, 5)),
        ("the tax year ending april 2025", date(2024, 4, 6), date(2025, 4, 5)),
        ("the year ending april 2025", date(2024, 5, 1), date(2025, 4, 30)),
    ],
)
def test_a_tax_year_ends_inside_a_month(said: str, first: date, last: date) -> None:
    british = Reference(TODAY, DATA, tax_year=(4, 6))
    assert resolve(said, english(), reference=british) == Period(first, last)
