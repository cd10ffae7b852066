"""A header printed again below other lines goes on with the table where the balance does."""

import pytest

from app.domain.statement import StatementFile
from tests.helpers.statement_texts import read

HEAD = "Date,Text,Debit,Credit,Balance\n"
FIRST = HEAD + "14 March 2025,Bus,3.00,,97.00\n,Line 7,,,\n13 March 2025,Tea,2.00,,100.00\n"


def rows(text: str) -> list[list[int]]:
    file: StatementFile = read(text.encode(), "a.csv")
    return [[row.amount for row in one.rows] for one in file.statements]


@pytest.mark.parametrize("between", ["", ",Ada Quill,,Bo Reed,\n,Head of Desks,,Head of Pens,\n", "Page 2,,,,\n"])
def test_pages_of_one_account_are_one_statement(between: str) -> None:
    assert rows(FIRST + between + HEAD + "12 March 2025,Pay,,50.00,102.00\n") == [[-300, -200, 5000]]


def test_another_account_or_balance_begins_a_statement_of_its_own() -> None:
    other = HEAD + "12 March 2025,Pay,,50.00,{}\n"
    assert rows(FIRST + "Page 2,,,,\n" + other.format("108.00")) == [[-300, -200], [5000]]
    assert rows(FIRST + "Account:,77-123456,,,\n" + other.format("102.00")) == [[-300, -200], [5000]]
