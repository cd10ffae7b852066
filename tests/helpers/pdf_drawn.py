"""Printed pages drawn line by line: `40 Date | 560> Amount` sets words at 40 points from the left and up to 560."""

from app.statements.pdf_lines import ScannedLine, scan
from app.statements.pdf_words import PageLine, lines_of
from app.statements.readers.pdf.document import read_pages
from tests.helpers.pdf_writer import PdfWriter

_TOP, _LINE = 50.0, 12.0


def drawn(lines: str, *, size: float = 8.5, packed: bool = True) -> bytes:
    """A PDF of these lines: cells part with ` | `, an empty line is half a line of space, `===` begins a page.

    A line that begins with `^` stands three quarters of a line below the one before, as the halves of a header do.
    """
    writer = PdfWriter(packed=packed)
    y = _TOP
    for line in (printed.strip() for printed in lines.strip().splitlines()):
        if line == "===":
            writer.page()
            y = _TOP
            continue
        if not line:
            y += _LINE / 2
            continue
        y += 0.75 * _LINE if line.startswith("^") else _LINE  # no money
        for cell in line.lstrip("^").split(" | "):
            place, _, text = cell.strip().partition(" ")
            put = writer.right if place.endswith(">") else writer.text
            put(float(place.rstrip(">")), y, text, size=size)
    return writer.data()


def scanned(lines: str) -> list[ScannedLine]:
    """The same lines as the reader sees them, with their dates and amounts."""
    found: list[PageLine] = []
    for number, runs in enumerate(read_pages(drawn(lines), "drawn.pdf").pages, start=1):
        found += lines_of(runs, number, first_number=len(found) + 1)
    return scan(found)
