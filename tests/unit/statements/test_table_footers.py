"""What stands below the rows: balances without a word, a row cut off, the bank's own sentences."""

import pytest

from app.domain.statement import StatementFile
from app.domain.statement_kinds import Severity
from app.statements.table_footers import is_prose
from tests.helpers.statement_texts import read

ROWS = "13/01/2025;-12,40;Card;;CB Zorp;;0;Food\n14/01/2025;450,25;Transfer;;;Plim Co;0;Pay\n"
HEAD = "Date,No,Text,Out,In,Balance\n"
PAID = "13/01/2025,1,Zorp,4.00,,96.00\n14/01/2025,2,Plim,,5.00,101.00\n"


def table(text: str) -> StatementFile:
    return read(text.encode(), "a.csv")


def amounts(file: StatementFile) -> list[int]:
    return [row.amount for statement in file.statements for row in statement.rows]


def errors(file: StatementFile) -> list[tuple[str, int | None]]:
    return [(item.code, item.line) for item in file.findings if item.severity is Severity.ERROR]


@pytest.mark.parametrize("last", ["31/01/2025;545,10;;;;;;00123 123456X", "31/01/2025;545,10;00123 123456X"])
def test_a_last_line_of_day_figure_and_account_is_the_closing_balance(last: str) -> None:
    (statement,) = table(f"{ROWS}{last}\n").statements
    assert [row.amount for row in statement.rows] == [-1240, 45025]
    assert statement.closing is not None
    assert statement.closing.amount == 54510


@pytest.mark.parametrize("last", ["31/01/2025;-5,10;Fee;;;;0;Cost", "31/01/2025;-5,10;;;;Zorp 12345;0;"])
def test_a_last_line_with_a_word_is_a_row(last: str) -> None:
    assert amounts(table(f"{ROWS}{last}\n")) == [-1240, 45025, -510]


@pytest.mark.parametrize(
    "words",
    [
        "REGISTERED OFFICE - ZORP BANK LTD,TRISHUL,Opp. Temple, Law Garden, Zorpville . 380006.",
        "Write to us at Customer Contact Centre, Zorp Bank Ltd., Post Box Number 16344",
    ],
)
def test_a_sentence_below_the_rows_is_no_row(words: str) -> None:
    file = table(f"{HEAD}{PAID}{words}\n")
    assert (amounts(file), errors(file), file.decisions) == ([-400, 500], [], ())


@pytest.mark.parametrize("cut", ["15/01/2025,3,Rent", "15/0", "1"])
def test_a_last_row_cut_off_is_named(cut: str) -> None:
    file = table(f"{HEAD}{PAID}{cut}")
    assert amounts(file) == [-400, 500]
    assert [line for _, line in errors(file)] == [4]


@pytest.mark.parametrize(
    "cells", [["Zorp", "x"], ["Zorp 1 Ltd", "x"], ["Zorp Ltd", "4.00"], ["Zorp Ltd", "13/01/2025"]]
)
def test_a_damaged_row_is_no_sentence(cells: list[str]) -> None:
    assert not is_prose(cells, 0)
