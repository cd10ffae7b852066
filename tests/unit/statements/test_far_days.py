"""Days that lie years from the others are told, where they are few; an account that was hardly used has none."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.account import AccountHint
from app.domain.statement import Statement, StatementRow
from app.domain.statement_kinds import Severity
from app.statements.balance_proof import prove
from app.statements.far_days import far_rows, split_rows, tell_far_days
from tests.helpers.statement_texts import read


def rows(*days: date) -> list[StatementRow]:
    return [StatementRow(line=number, booked_on=day, amount=1) for number, day in enumerate(days, start=1)]


def statement(found: list[StatementRow]) -> Statement:
    return Statement(account=AccountHint(), currency="EUR", rows=tuple(found), proof=prove(found, None, closing=None))


def test_a_slip_in_the_year_is_told_with_its_line() -> None:
    text = "!Type:Bank\nD2025-01-13\nT-2.50\n^\nD2020-01-14\nT-1.00\n^\nD2025-01-15\nT-1.00\n^\n"
    file = read(text.encode(), "a.qif")
    assert [(finding.code, finding.line) for finding in file.findings] == [("day_far_from_others", 5)]
    assert len(file.statements[0].rows) == 3


def test_rows_already_told_take_no_place_and_those_beyond_the_limit_are_counted() -> None:
    near = [date(2025, 1, 1) + timedelta(days=number % 300) for number in range(400)]
    far = [date(1990, 1, 1) + timedelta(days=number) for number in range(50)]
    *shown, more = tell_far_days(statement(rows(*far, *near)), told=set(range(1, 26)))
    assert [finding.line for finding in shown] == list(range(26, 46))
    assert (more.severity, more.line) == (Severity.WARNING, None)
    assert more.message.startswith("5 more rows have a day that far away, the first is in line 46")


@pytest.mark.parametrize(
    "row",
    [
        StatementRow(line=2, booked_on=date(2025, 1, 14), amount=1, value_on=date(1970, 1, 1)),
        StatementRow(line=2, booked_on=date(2025, 1, 14), amount=1, made_on=date(1970, 1, 1)),
    ],
)
def test_a_second_day_years_from_the_booking_is_told_with_its_line(row: StatementRow) -> None:
    (told,) = tell_far_days(statement([*rows(date(2025, 1, 13)), row]), told=())
    assert (told.severity, told.code, told.line) == (Severity.WARNING, "days_far_apart", 2)
    assert "1970-01-01" in told.message
    assert "2025-01-14" in told.message


@given(st.dates(date(2000, 1, 1)), st.integers(-400, 400))
def test_a_second_day_within_a_year_is_nothing_to_tell(day: date, days: int) -> None:
    near = day + timedelta(days=days) if day.year < 9000 else day
    assert split_rows([StatementRow(line=1, booked_on=day, amount=1, value_on=near, made_on=near)]) == []


def test_interest_once_a_year_stands_apart_from_nothing() -> None:
    assert far_rows(rows(*(date(2015 + year, 12, 31) for year in range(10)))) == []


def test_two_rows_tell_nothing() -> None:
    assert far_rows(rows(date(2015, 1, 1), date(2025, 1, 1))) == []


def test_several_large_groups_are_an_account_that_rested() -> None:
    first = [date(2015, 1, 1) + timedelta(days=number) for number in range(10)]
    assert far_rows(rows(*first, *(day.replace(year=2025) for day in first))) == []


@given(
    st.lists(st.dates(date(2025, 1, 1), date(2025, 12, 31)), min_size=5, max_size=30),
    st.dates(date(1950, 1, 1), date(2020, 1, 1)),
)
def test_one_row_far_from_all_others_is_found_wherever_it_stands(days: list[date], far: date) -> None:
    assert [row.booked_on for row in far_rows(rows(*days[:3], far, *days[3:]))] == [far]
