"""Days without a year get it from the period above the table, and from nothing else."""

import pytest

from tests.helpers.statement_texts import read

ROWS = "'22/09;Cafe;1234.00;DB;9000.00\n'15/09;Pay;5000.00;CR;10234.00\n'01/09;Gas;100.00;DB;5234.00\n"
HEAD = "Date;Text;Amount;;Balance\n"


def days(text: str) -> list[str]:
    return [row.booked_on.isoformat() for one in read(text.encode(), "a.csv").statements for row in one.rows]


def test_the_period_above_says_the_year() -> None:
    assert days(f"Period: 01/09/2023 - 30/09/2023\n{HEAD}{ROWS}") == ["2023-09-22", "2023-09-15", "2023-09-01"]


def test_a_period_over_the_turn_of_the_year_splits_the_days() -> None:
    rows = "15/01;Tea;-4,00\n22/12;Cafe;-1,00\n05/12;Pay;9,00\n"
    wanted = ["2024-01-15", "2023-12-22", "2023-12-05"]
    assert days(f"Periode: 01.12.2023 - 31.01.2024\nDatum;Text;Betrag\n{rows}") == wanted


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}{ROWS}",
        f"Period: 01/09/2020 - 30/09/2023\n{HEAD}{ROWS}",
        "Period: 01/12/2023 - 31/01/2024\nDate;Text;Amount\n05/12;A;-1.00\n01/01;B;2.00\n",
    ],
)
def test_without_one_certain_year_the_file_is_refused(text: str) -> None:
    assert read(text.encode(), "a.csv").refused


def test_hours_and_prices_are_no_days() -> None:
    text = "Period: 01/09/2023 - 30/09/2023\nText;Price;Amount\nA;12.34;1.00\nB;1.50;2.00\n"
    assert read(text.encode(), "a.csv").refused


def test_a_single_day_kept_as_text_is_a_day() -> None:
    text = "Period: 01/09/2023 - 30/09/2023\nDate;Text;Amount;Way\n'22/09;Zorp;4.00;DB\nTotal;4.00;1;\n"
    (statement,) = read(text.encode(), "a.csv").statements
    assert [(str(row.booked_on), row.amount) for row in statement.rows] == [("2023-09-22", -400)]
