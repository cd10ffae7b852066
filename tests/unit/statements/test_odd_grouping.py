"""An amount grouped in twos among others in threes is told; a file that groups so throughout is not."""

import pytest

from app.statements.odd_grouping import counts_in_lakhs, grouped_in_twos_alone
from tests.helpers.statement_texts import read


@pytest.mark.parametrize(
    ("amounts", "odd"),
    [
        (("2,155.65", "1,000.00", "2,15,565"), [3]),
        (("2,15,565.00", "1,00,000.00", "5,155.65"), []),
        (("2,155.65", "1,215,565.00", "12.00"), []),
        (("2,15,565.00", "1,215,565.00", "12.00"), [1]),
        (("1,25,000.00", "45,000.00", "1,500.00"), []),
        (("1,25,000", "45,000", "1,500"), []),
        (("12.00", "2,15,565"), []),
    ],
)
def test_only_amounts_unlike_most_are_odd(amounts: tuple[str, ...], odd: list[int]) -> None:
    assert list(grouped_in_twos_alone(dict(enumerate(amounts, start=1)), usual=True)) == odd


@pytest.mark.parametrize(
    ("amounts", "odd"),
    [
        (("25,576.88", "2,25,576.88", "12.00"), [2]),
        (("1,00,000.00", "2,25,576.88", "12.00"), []),
        (("25,576.88", "225,576.88", "12.00"), []),
    ],
)
def test_the_only_amount_in_twos_is_odd_where_nobody_counts_so(amounts: tuple[str, ...], odd: list[int]) -> None:
    assert list(grouped_in_twos_alone(dict(enumerate(amounts, start=1)), usual=False)) == odd


def test_a_table_tells_such_an_amount_with_its_line_and_column() -> None:
    rows = '2025-01-13,A,"(1,509.14)"\n2025-01-14,B,"2,000.00"\n2025-01-15,C,"(6,50,914)"\n'
    file = read(f"Date,Text,Amount\n{rows}".encode(), "a.csv")
    assert [(one.line, one.column) for one in file.findings if one.code == "odd_amount"] == [(4, "Amount")]
    assert len(file.statements[0].rows) == 3


def test_figures_are_counted_in_lakhs_around_india_or_where_a_balance_is() -> None:
    assert counts_in_lakhs({"EUR", "INR"})
    assert counts_in_lakhs({"USD"}, ["45,000.00", "2,50,000.00"])
    assert not counts_in_lakhs({"USD"}, ["45,000.00", "250,000.00"])
