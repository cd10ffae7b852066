"""Lines with their dates and amounts: tables that stand side by side are refused, value dates are no second row."""

from tests.helpers.pdf_layouts import LAYOUTS
from tests.helpers.pdf_statements import print_statement
from tests.helpers.pdf_writer import PdfWriter
from tests.helpers.statement_texts import read


def test_two_tables_side_by_side_are_refused_with_their_line() -> None:
    writer = PdfWriter()
    for x in (40, 320):
        for at, word in ((0, "Date"), (60, "Description"), (200, "Amount")):
            writer.text(x + at, 60, word)
    for number in range(6):
        y = 80 + 15 * number
        for x, day in ((40, number + 1), (320, number + 11)):
            writer.text(x, y, f"2024-05-{day:02d}")
            writer.text(x + 60, y, f"Shop {number}")
            writer.right(x + 235, y, f"-{number + 3}.50")
    file = read(writer.data(), "two.pdf")
    assert file.refused
    assert "side by side" in file.findings[0].message
    assert file.findings[0].line == 2


def test_a_value_date_between_amounts_is_no_second_row() -> None:
    layout = next(one for one in LAYOUTS if one.name == "swiss apostrophes")
    assert not read(print_statement(layout), "swiss.pdf").refused
