"""A file that prints each currency in a column of its own: every amount keeps its sign and its currency."""

import pytest

from app.domain.statement import StatementFile
from app.domain.statement_kinds import Severity
from tests.helpers.statement_texts import read

HEAD = "Account,Date,Text,{},{}\n"
ROWS = "001-7788991,2025-01-13,Pay,450.25,\n001-7788991,2025-01-14,Bus,-4.00,\n001-7788992,2025-01-15,Fee,,-7.00\n"


def table(text: str) -> StatementFile:
    return read(text.encode(), "a.csv")


def rows(file: StatementFile) -> list[tuple[str, list[int]]]:
    return [(one.currency, [row.amount for row in one.rows]) for one in file.statements]


@pytest.mark.parametrize(("one", "two"), [("CAD$", "USD$"), ("CAD", "USD"), ("Amount CAD", "Amount USD")])
def test_each_column_gives_its_rows_their_currency(one: str, two: str) -> None:
    file = table(HEAD.format(one, two) + ROWS)
    assert rows(file) == [("CAD", [45025, -400]), ("USD", [-700])]
    assert not file.decisions


def test_the_currencies_of_one_account_are_kept_apart() -> None:
    text = "Date,Text,EUR,USD\n2025-01-13,Pay,450.25,\n2025-01-14,Tea,,-3.00\n2025-01-15,Bus,-4.00,\n"
    assert rows(table(text)) == [("EUR", [45025, -400]), ("USD", [-300])]


def test_a_row_that_fills_both_is_named_and_neither_taken() -> None:
    many = "".join(f"2025-01-{13 + at},Shop,-4.00,\n2025-01-{13 + at},Shop,,-5.00\n" for at in range(6))
    file = table(f"Date,Text,EUR,USD\n2025-01-12,Odd,-1.00,-2.00\n{many}")
    assert rows(file) == [("EUR", [-400] * 6), ("USD", [-500] * 6)]
    assert [item.line for item in file.findings if item.severity is Severity.ERROR] == [2]


def test_the_same_money_in_two_currencies_on_every_row_is_one_amount() -> None:
    text = "Date,Text,Amount EUR,Amount USD\n2025-01-13,Pay,450.25,480.10\n2025-01-14,Bus,-4.00,-4.27\n"
    assert rows(table(text)) == [("EUR", [45025, -400])]


def test_a_currency_for_debits_and_one_for_credits_are_one_column() -> None:
    text = "Date;Text;Debit;Debit currency;Credit;Credit currency\n"
    text += "13.01.2025;Bus;-4.00;CHF;;\n14.01.2025;Pay;;;450.25;CHF\n15.01.2025;Tea;-3.00;EUR;;\n"
    assert rows(table(text)) == [("CHF", [-400, 45025]), ("EUR", [-300])]
    assert not table(text).findings


def test_two_currencies_on_one_row_are_left_as_they_are() -> None:
    text = "Date;Text;Debit;Debit currency;Credit;Credit currency\n"
    text += "13.01.2025;Swap;-4.00;CHF;;EUR\n14.01.2025;Swap;;CHF;3.80;EUR\n"
    assert [code for code, _ in rows(table(text))] != ["CHF", "EUR"]
