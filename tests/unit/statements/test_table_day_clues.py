"""Days that may be read two ways are settled by days above the rows and by thousands in lakhs, and by nothing less."""

import pytest

from tests.helpers.statement_texts import read

ROWS = "Date,Text,Amount\n03/04/2025,Tea,-4.50\n05/04/2025,Pay,10.00\n"


def first_day(text: str) -> tuple[str, bool]:
    file = read(text.encode(), "a.csv")
    return file.statements[0].rows[0].booked_on.isoformat(), bool(file.decisions)


@pytest.mark.parametrize(
    ("above", "wanted"),
    [
        ("Statement from 01/04/2025 to 30/04/2025", "2025-04-03"),
        ("Ending balance as of 04/30/25", "2025-03-04"),
    ],
)
def test_a_day_above_the_rows_tells_the_order(above: str, wanted: str) -> None:
    assert first_day(f"{above},,\n\n{ROWS}") == (wanted, False)


@pytest.mark.parametrize("above", ["From 01/04/2025 to 12/04/2025", "Printed 30.04.2025", "Ref 1/30/04/2025"])
def test_open_days_and_other_marks_tell_nothing(above: str) -> None:
    assert first_day(f"{above},,\n\n{ROWS}")[1]


def test_who_groups_by_lakhs_writes_the_day_first() -> None:
    text = 'Date,Text,Debit,Credit,Balance\n03/04/2025,Tea,4.50,,"1,20,995.50"\n05/04/2025,Pay,,10.00,"1,21,005.50"\n'
    assert first_day(text) == ("2025-04-03", False)


def test_a_time_of_day_is_no_day() -> None:
    text = "Booked,Posting time,Text,Amount\n2025-08-22,12:24:20,Tea,-4.50\n2025-08-22,11:04:09,Pay,10.00\n"
    assert first_day(text) == ("2025-08-22", False)
