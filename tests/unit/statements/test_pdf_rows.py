"""Rows of a printed table: what begins one, what goes on with it, and the heading above it."""

from app.statements.pdf_blocks import taken_apart
from app.statements.pdf_lines import scan
from app.statements.pdf_row_builder import PrintedRow
from app.statements.pdf_rows import read_printed
from tests.helpers.pdf_drawn import scanned

HEADER = "40 Date | 110 Description | 400> Amount | 500> Balance\n"


def rows(lines: str) -> list[PrintedRow]:
    return read_printed(scanned(HEADER + lines)).rows


def test_text_goes_on_below_its_row_until_the_next() -> None:
    one, two = rows("40 1 Oct | 110 Shop | 400> 5.00\n110 Main Street\n40 2 Oct | 110 Cash | 400> 6.00")
    assert (one.texts, two.texts) == (["Shop", "Main Street"], ["Cash"])
    assert [one.money, two.money] == [{0: "5.00"}, {0: "6.00"}]


def test_a_row_may_have_its_amount_on_a_later_line() -> None:
    (one,) = rows("40 1 Oct | 110 Shop\n110 Main Street | 400> 5.00")
    assert (one.texts, one.money) == (["Shop", "Main Street"], {0: "5.00"})


def test_a_balance_below_is_not_the_amount_of_a_row_without_one() -> None:
    found = rows("40 1 Oct | 110 Shop | 400> 5.00\n40 2 Oct | 110 Note\n110 New balance | 400> 95.00")
    assert [row.money for row in found if row.dated] == [{0: "5.00"}]


def test_a_second_amount_is_a_row_of_the_same_day() -> None:
    one, two = rows("40 1 Oct | 110 Shop | 400> 5.00\n110 Cash | 400> 6.00")
    assert (two.dated, two.dates, two.texts) == (False, one.dates, ["Cash"])


def test_a_dated_line_without_an_amount_goes_on_with_the_text() -> None:
    (one,) = rows("40 1 Oct | 110 Shop | 400> 5.00\n40 30 Sep | 110 bought")
    assert one.texts == ["Shop", "bought"]


def test_a_heading_holds_until_the_next() -> None:
    found = rows("40 Deposits\n40 1 Oct | 110 Pay | 400> 5.00\n\n\n\n40 Withdrawals\n40 2 Oct | 110 Cash | 400> 6.00")
    assert [row.heading for row in found] == ["Deposits", "Withdrawals"]


def test_an_amount_stands_in_the_column_whose_edge_it_shares() -> None:
    found = rows(
        "40 1 Oct | 110 Shop | 400> 5.00 | 500> 95.00\n40 2 Oct | 110 Shop | 400> 5.00 | 466> 90.00 | 500> 90.00\n"
        "40 3 Oct | 110 Shop | 400> 5.00 | 500> 1,234,567,085.00"
    )
    assert found[2].money[max(found[0].money)] == "1,234,567,085.00"


def test_each_day_s_balances_are_no_rows_even_in_blocks_beside_each_other() -> None:
    text = "40 Date | 110 Text | 400> Amount\n40 02/10/2023 | 110 Shop | 400> 5.00\n40 03/10/2023 | 110 Gym | 400> 6.00\n"
    text += "40 Daily Balance Summary\n40 Date | 205> Amount | 225 Date | 390> Amount\n"
    lines = scanned(text + "40 02/10/2023 | 205> 87.50 | 225 03/10/2023 | 390> 81.50\n40 04/10/2023 | 205> 81.50")
    assert [row.texts for row in read_printed(scan(taken_apart(lines) or [])).rows] == [["Shop"], ["Gym"]]


def test_a_heading_holds_for_the_rows_below_it_whatever_sum_stands_beside_it() -> None:
    text = "40 Withdrawals / Debits | 350 1 item totaling $5.00\n40 Date | 130> Amount | 150 Text\n40 02/10/2023 | 130> 5.00 | 150 Shop"
    assert [row.heading for row in read_printed(scanned(text)).rows] == ["Withdrawals / Debits"]


def test_two_words_of_a_summary_are_no_heading_and_its_sum() -> None:
    text = "40 Deposits | 200 Total withdrawals\n40 Date | 130> Amount | 150 Text\n40 02/10/2023 | 130> 5.00 | 150 Shop"
    assert [row.heading for row in read_printed(scanned(text)).rows] != ["Deposits"]
