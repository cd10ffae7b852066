"""Days with a name, on 30 November 2025."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.assistant.dates import Reference
from app.assistant.holidays import easter
from app.assistant.periods import resolve
from app.domain.period import Period
from tests.helpers.assistant_samples import TODAY, english

SAID = {
    "easter": "2025-04-18 2025-04-21",
    "last easter": "2025-04-18 2025-04-21",
    "easter 2024": "2024-03-29 2024-04-01",
    "good friday": "2025-04-18 2025-04-18",
    "black friday": "2025-11-28 2025-11-28",
    "black friday week": "2025-11-24 2025-11-30",
    "labour day": "2025-09-01 2025-09-01",
    "memorial day": "2025-05-26 2025-05-26",
    "mother's day": "2025-05-11 2025-05-11",
    "thanksgiving 2024": "2024-11-28 2024-11-28",
    "the 4th of july": "2025-07-04 2025-07-04",
    "boxing day": "2024-12-26 2024-12-26",
    "around christmas": "2024-12-24 2024-12-26",
    "since easter": "2025-04-18 2025-11-30",
    "between christmas and new year": "2024-12-24 2025-01-01",
}


@pytest.mark.parametrize(("year", "day"), [(2023, 3), (2024, 1), (2025, 30), (2022, 27)])
def test_the_first_advent_is_the_fourth_sunday_before_christmas(year: int, day: int) -> None:
    month = 12 if day < 10 else 11
    said = resolve(f"first advent {year}", english(), reference=Reference(date(2026, 1, 10)))
    assert said == Period(date(year, month, day), date(year, month, day))


@pytest.mark.parametrize(("said", "meant"), SAID.items())
def test_a_day_with_a_name_is_resolved(said: str, meant: str) -> None:
    found = resolve(said, english(), reference=Reference(TODAY, None, day_first=False))
    assert found is not None
    assert f"{found.first} {found.last}" == meant


@pytest.mark.parametrize(
    "day", ["2000-04-23", "2008-03-23", "2011-04-24", "2019-04-21", "2024-03-31", "2025-04-20", "2038-04-25"]
)
def test_easter_falls_on_the_published_day(day: str) -> None:
    assert easter(int(day[:4])).isoformat() == day


@given(st.integers(1900, 2199))
def test_easter_is_a_sunday_between_its_bounds(year: int) -> None:
    found = easter(year)
    assert found.weekday() == 6
    assert date(year, 3, 22) <= found <= date(year, 4, 25)
