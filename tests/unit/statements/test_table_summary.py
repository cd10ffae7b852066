"""A summary that looks like the first row of a table without header is none, and no row is taken for one."""

import pytest

from app.domain.statement_kinds import ProofState
from tests.helpers.statement_texts import read

ROWS = [
    '28-09-2025,27-09-2025,Bakery,,"-8,50","91,50",1,',
    '20-09-2025,20-09-2025,Rent,Zorp Ltd,"-400,00","100,00",2,',
    '10-09-2025,10-09-2025,Pay,Plim Co,"450,25","500,00",3,',
]


def summary(opening: str, closing: str) -> str:
    return f'30-09-2025,30-09-2025,ANN ZORP,PLN,"{opening}","{closing}",3,'


def amounts(*lines: str) -> list[int]:
    file = read("".join(f"{line}\n" for line in lines).encode(), "a.csv")
    return [row.amount for statement in file.statements for row in statement.rows]


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize("count", [2, 3])
def test_a_first_line_of_the_balances_around_the_rows_is_no_row(order: int, count: int) -> None:
    rows = ROWS[:count]
    opening = {2: "500,00", 3: "49,75"}[count]
    wanted = [-850, -40000, 45025][:count]
    text = "".join(f"{line}\n" for line in (summary(opening, "91,50"), *rows[::order]))
    (statement,) = read(text.encode(), "a.csv").statements
    assert [row.amount for row in statement.rows] == wanted[::order]
    assert statement.currency == "PLN"
    assert statement.proof.state is not ProofState.BROKEN


def test_a_row_that_cannot_be_read_does_not_hide_the_summary() -> None:
    rows = [
        ROWS[0],
        ROWS[1].replace("-400,00", "-4oo,oo"),
        ROWS[2],
        ROWS[2].replace("450,25", "9,75").replace("500,00", "49,75"),
    ]
    assert amounts(summary("40,00", "91,50"), *rows) == [-850, 45025, 975]


@pytest.mark.parametrize(("opening", "closing"), [("49,76", "91,50"), ("49,75", "91,51"), ("-49,75", "91,50")])
def test_other_figures_in_a_first_line_are_a_row(opening: str, closing: str) -> None:
    assert len(amounts(summary(opening, closing), *ROWS)) == 4


def test_two_rows_of_one_day_beside_the_balance_of_that_day_are_rows() -> None:
    rows = ['28-09-2025,27-09-2025,Bakery,,"-30,00","70,00",1,', '28-09-2025,27-09-2025,Pay,,"100,00","70,00",2,']
    assert amounts(*rows) == [-3000, 10000]
    more = ['29-09-2025,29-09-2025,Pay,,"50,00","40,00",1,', '28-09-2025,27-09-2025,Pay,,"50,00","20,00",2,']
    assert amounts('29-09-2025,29-09-2025,Zorp,,"-30,00","40,00",1,', *more) == [-3000, 5000, 5000]


def test_the_first_row_of_a_new_account_whose_other_rows_come_to_nothing_is_a_row() -> None:
    rows = ['21-09-2025,21-09-2025,Rent,,"-30,00","70,00",2,', '22-09-2025,22-09-2025,Pay,,"30,00","100,00",3,']
    assert amounts('20-09-2025,20-09-2025,Pay,,"100,00","100,00",1,', *rows) == [10000, -3000, 3000]


def test_over_one_row_a_line_of_a_currency_and_the_balances_around_it_is_no_row() -> None:
    row = '28-09-2025,27-09-2025,Bakery,,"-408,50","91,50",1,'
    assert amounts(summary("500,00", "91,50"), row) == [-40850]
    assert amounts(summary("500,01", "91,50"), row) == [50001, -40850]
    assert amounts(summary("500,00", "91,50").replace("PLN", ""), row) == [50000, -40850]
    assert amounts(summary("500,00", "91,50"), row.replace("Bakery,,", "Bakery,PLN,")) == [50000, -40850]
