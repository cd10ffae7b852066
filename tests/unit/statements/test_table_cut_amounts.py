"""Amounts whose thousands mark, unquoted, was taken for the comma between cells: named, never read short."""

import pytest

from app.domain.statement import StatementFile
from tests.helpers.statement_texts import read


def amounts(file: StatementFile) -> list[int]:
    return [row.amount for statement in file.statements for row in statement.rows]


def errors(file: StatementFile) -> list[tuple[str, int | None]]:
    return [(item.code, item.line) for item in file.findings if item.severity == "error"]


@pytest.mark.parametrize("cut", ["-1,200.00", "-$1,200.00", "(1,200.00)", "-1,200", "-1,200.00 USD"])
def test_an_amount_cut_at_its_thousands_mark_is_an_error_with_its_line(cut: str) -> None:
    rows = f"2025-01-13,Tea,-11.50\n2025-01-14,Rent,{cut}\n2025-01-15,Bus,-2.50\n2025-01-16,Pay,90.00\n"
    file = read(f"Date,Text,Amount\n{rows}".encode(), "a.csv")
    assert amounts(file) == [-1150, -250, 9000]
    assert errors(file) == [("cut_in_two", 3)]


def test_a_cut_amount_before_other_cells_is_an_error_too() -> None:
    text = "Date,Text,Amount,Note\n2025-01-13,Tea,-11.50,x\n2025-01-14,Rent,-1,200.00,y\n2025-01-15,Bus,-2.50,z\n"
    file = read(text.encode(), "a.csv")
    assert amounts(file) == [-1150, -250]
    assert errors(file) == [("cut_in_two", 3)]


def test_a_cut_debit_is_an_error() -> None:
    text = "Date,Text,Debit,Credit\n2025-01-13,Tea,11.50,\n2025-01-14,Rent,1,200.00,\n2025-01-15,Pay,,90.00\n"
    file = read(text.encode(), "a.csv")
    assert amounts(file) == [-1150, 9000]
    assert [line for _, line in errors(file)] == [3]


def test_a_balance_cut_at_its_thousands_mark_is_no_balance() -> None:
    text = "Date,Text,Amount,Balance\n2025-01-13,Tea,-11.50,988.50\n2025-01-14,Pay,311.50,1,300.00\n"
    file = read(text.encode(), "a.csv")
    assert amounts(file) == [-1150, 31150]
    assert file.statements[0].rows[1].running_balance is None
    assert [(item.code, item.line) for item in file.findings if item.severity == "warning"] == [("bad_balance", 3)]


@pytest.mark.parametrize(
    "text",
    [
        "Date,Text,Amount,Note\n2025-01-13,Tea,-11,x\n2025-01-14,Rent,-12,flat 3, rear\n",
        "Date,Amount,Note\n2025-01-13,-11.50,x\n2025-01-14,-12.00,100, then more\n",
        "Date,Text,Amount,Code\n2025-01-13,Tea,-11,200,\n2025-01-14,Rent,-12,300,\n",
    ],
)
def test_a_comma_in_a_text_cuts_no_amount(text: str) -> None:
    file = read(text.encode(), "a.csv")
    assert len(amounts(file)) == 2
    assert not errors(file)
