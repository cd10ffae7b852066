"""Days that lie years from the others are told, where they are few; an account that was hardly used has none."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.statement import StatementRow
from app.statements.far_days import far_rows
from tests.helpers.statement_texts import read


def rows(*days: date) -> list[StatementRow]:
    return [StatementRow(line=number, booked_on=day, amount=1) for number, day in enumerate(days, start=1)]


def test_a_slip_in_the_year_is_told_with_its_line() -> None:
    text = "!Type:Bank\nD2025-01-13\nT-2.50\n^\nD2020-01-14\nT-1.00\n^\nD2025-01-15\nT-1.00\n^\n"
    file = read(text.encode(), "a.qif")
    assert [(finding.code, finding.line) for finding in file.findings] == [("day_far_from_others", 5)]
    assert len(file.statements[0].rows) == 3


def test_interest_once_a_year_stands_apart_from_nothing() -> None:
    assert far_rows(rows(*(date(2015 + year, 12, 31) for year in range(10)))) == []


def test_two_rows_tell_nothing() -> None:
    assert far_rows(rows(date(2015, 1, 1), date(2025, 1, 1))) == []


def test_several_large_groups_are_an_account_that_rested() -> None:
    first = [date(2015, 1, 1) + timedelta(days=number) for number in range(10)]
    assert far_rows(rows(*first, *(day.replace(year=2025) for day in first))) == []


@given(st.lists(st.dates(date(2025, 1, 1), date(2025, 12, 31)), min_size=5, max_size=30), st.dates(date(1950, 1, 1), date(2020, 1, 1)))
def test_one_row_far_from_all_others_is_found_wherever_it_stands(days: list[date], far: date) -> None:
    assert [row.booked_on for row in far_rows(rows(*days[:3], far, *days[3:]))] == [far]
