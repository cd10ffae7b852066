"""Columns of amounts by their words, or by what the running balance proves."""

from app.statements.fields import AmountConvention
from app.statements.pdf_amounts import MoneyRoles, balance_place, money_of, prove_decimal, roles_in
from app.statements.pdf_row_builder import Part
from app.statements.pdf_rows import read_printed
from tests.helpers.pdf_drawn import scanned

POINT = AmountConvention(".")
ROWS = ("\n40 1 Oct | 110 Opening balance | 500> 100.00\n40 2 Oct | 110 Shop | 300> 5.00 | 500> 95.00"
        "\n40 3 Oct | 110 Pay | 400> 20.00 | 500> 115.00\n40 4 Oct | 110 Shop | 300> 15.00 | 500> 100.00")  # fmt: skip


def part(header: str) -> Part:
    return read_printed(scanned(header + ROWS)).parts[0]


def test_words_name_the_columns() -> None:
    found = roles_in(part("40 Date | 110 Text | 300> Paid out | 400> Paid in | 500> Balance"), POINT, digits=2)
    assert found == MoneyRoles(debit=0, credit=1, balance=2)


def test_the_balance_names_columns_whose_words_do_not() -> None:
    for header in ("40 Date | 110 Text | 300> Amount | 400> Amount | 500> Balance", "40 Date | 400> Paid in | 500> Balance"):
        assert roles_in(part(header), POINT, digits=2) == MoneyRoles(debit=0, credit=1, balance=2)


def test_a_zero_in_one_column_leaves_the_other_to_speak() -> None:
    row = part("40 Date | 110 Text | 300> Paid out | 400> Paid in | 500> Balance").rows[1]
    row.money = {0: "0.00", 1: "7.00", 2: "102.00"}
    found = money_of(row, MoneyRoles(debit=0, credit=1, balance=2), convention=POINT, digits=2)
    assert found is not None
    assert (found.amount.minor, found.way) == (700, 1)


def test_a_balance_line_tells_its_last_figure_where_no_column_is_the_balance() -> None:
    row = part("40 Date | 110 Text | 300> Paid out | 400> Paid in | 500> Balance").rows[0]
    row.money = {0: "1.00", 1: "7.00"}
    assert balance_place(row, MoneyRoles(debit=0, credit=1)) == 1


def test_where_amounts_are_written_two_ways_most_of_them_say_the_decimal_mark() -> None:
    lines = "40 Date | 110 Text | 500> Amount\n"
    for day, amount in enumerate(("3,92-", "4,53-", "1.81"), start=1):
        lines += f"40 0{day}.10.2025 | 110 Shop | 500> {amount}\n"
    assert prove_decimal(read_printed(scanned(lines)), 2) == AmountConvention(",")


def test_of_two_columns_without_words_the_one_that_hardly_a_row_fills_is_no_amount() -> None:
    lines = "40 1 Oct | 110 Shop | 500> 10.00\n40 2 Oct | 110 Abroad | 300> 900.00 | 500> 7.00\n40 3 Oct | 110 Shop | 500> 5.00"
    found = roles_in(read_printed(scanned(lines)).parts[0], POINT, digits=2)
    assert found == MoneyRoles(amount=1)
