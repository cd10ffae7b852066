"""Tables beside each other: read where the header says each, refused where none does; value dates are no second row."""

from tests.helpers.pdf_drawn import drawn
from tests.helpers.pdf_layouts import LAYOUTS
from tests.helpers.pdf_statements import print_statement
from tests.helpers.pdf_writer import PdfWriter
from tests.helpers.statement_texts import read


def _two_tables(words: tuple[str, ...]) -> bytes:
    writer = PdfWriter()
    for x in (40, 320):
        for at, word in zip((0, 60, 200), words, strict=False):
            writer.text(x + at, 60, word)
    for number in range(6):
        y = 80 + 15 * number
        for x, day in ((40, number + 1), (320, number + 11)):
            writer.text(x, y, f"2024-05-{day:02d}")
            writer.text(x + 60, y, f"Shop {number}")
            writer.right(x + 235, y, f"-{number + 3}.50")
    return writer.data()


def test_two_tables_with_one_header_each_are_read_one_after_the_other() -> None:
    file = read(_two_tables(("Date", "Description", "Amount")), "two.pdf")
    rows = file.statements[0].rows
    assert [row.booked_on.day for row in rows] == [1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, 16]
    assert [row.amount for row in rows] == [-350, -450, -550, -650, -750, -850] * 2
    assert {row.printed_payee for row in rows} == {f"Shop {number}" for number in range(6)}


def test_two_tables_without_headers_are_refused_with_their_line() -> None:
    file = read(_two_tables(()), "two.pdf")
    assert file.refused
    assert "side by side" in file.findings[0].message
    assert file.findings[0].line == 1


def test_two_tables_whose_lines_stand_between_each_other_are_refused() -> None:
    left = [f"40 0{day}/10/2023 | 110 Shop {day} | 250> {day}.50" for day in range(1, 7)]
    right = [f"^310 1{day}/10/2023 | 370 Gym {day} | 550> {day}.70" for day in range(1, 7)]
    lines = [line for pair in zip(left, right, strict=True) for line in pair]
    file = read(drawn("40 Statement\n" + "\n".join(lines)), "two.pdf")
    assert file.refused
    assert ("side by side" in file.findings[0].message, file.findings[0].line) == (True, 3)
    assert not read(drawn("40 Statement\n" + "\n".join([*left, *right])), "two.pdf").refused


def test_a_value_date_between_amounts_is_no_second_row() -> None:
    layout = next(one for one in LAYOUTS if one.name == "swiss apostrophes")
    assert not read(print_statement(layout), "swiss.pdf").refused
