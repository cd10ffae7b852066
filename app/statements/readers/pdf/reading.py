"""Reading a PDF: the lines of its pages, then the statement that they are."""

from app.domain.errors import StatementRefusedError
from app.domain.statement import StatementFile
from app.statements.pdf_statements import read_lines
from app.statements.pdf_words import PageLine, lines_of
from app.statements.reader import ReadOptions, StatementSource
from app.statements.readers.pdf.document import PdfPages, read_pages

_FEWEST_CHARACTERS = 20
_ELSEWHERE = "Download the statement from the bank as CSV, OFX or as a PDF with text."


def read_pdf(source: StatementSource, options: ReadOptions) -> StatementFile:
    """Read the whole file; raises StatementRefusedError for locked, broken, blank and scanned documents."""
    pages = read_pages(source.data, source.name)
    lines: list[PageLine] = []
    for number, runs in enumerate(pages.pages, start=1):
        lines += lines_of(runs, number, first_number=len(lines) + 1)
    if sum(len(line.text) for line in lines) < _FEWEST_CHARACTERS:
        raise _textless(pages, source)
    return read_lines(lines, source.name, made_on=pages.made_on, options=options)


def _textless(pages: PdfPages, source: StatementSource) -> StatementRefusedError:
    if pages.has_pictures:
        message = "The pages of this PDF are pictures (a scan): they hold no text to read."
    else:
        message = "The pages of this PDF are blank: they hold no text."
    return StatementRefusedError(message, _ELSEWHERE, file=source.name)
