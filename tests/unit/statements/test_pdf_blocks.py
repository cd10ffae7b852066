"""Blocks beside each other are taken apart where the header says the same for each, and only as far as they go."""

from app.statements.pdf_blocks import taken_apart
from tests.helpers.pdf_drawn import scanned

BLOCKS = """40 Date | 200> Amount | 300 Date | 500> Amount
40 10/01 | 200> 1.00 | 300 10/03 | 500> 3.00
40 10/02 | 200> 2.00
40 One sentence that runs over all of the page from its left edge to the right, and on | 540> 9.00"""


def test_blocks_follow_one_another() -> None:
    lines = taken_apart(scanned(BLOCKS))
    assert lines is not None
    assert [line.text for line in lines][:5] == ["Date Amount", "10/01 1.00", "10/02 2.00", "Date Amount", "10/03 3.00"]
    assert lines[5].text.endswith("and on 9.00")
    assert [line.number for line in lines] == [1, 2, 3, 4, 5, 6]


def test_a_header_that_says_each_once_names_no_blocks() -> None:
    assert taken_apart(scanned("40 Date | 100 Value date | 300> Amount | 500> Balance\n40 10/01 | 300> 1.00")) is None
