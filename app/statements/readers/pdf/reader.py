"""PDF statements with text, read by geometry: no rule for a bank, only columns, words, content and proof."""

from dataclasses import dataclass

from app.domain.errors import StatementRefusedError
from app.domain.statement import StatementFile
from app.domain.statement_kinds import StatementFormat
from app.statements.pdf_statements import read_lines
from app.statements.pdf_words import PageLine, lines_of
from app.statements.reader import Claim, FileHead, ReadOptions, StatementSource
from app.statements.readers.pdf.document import PdfPages, read_pages

_FEWEST_CHARACTERS = 20
_ELSEWHERE = "Download the statement from the bank as CSV, OFX or as a PDF with text."


@dataclass(frozen=True, slots=True)
class PdfReader:
    """Reads PDF statements."""

    format: StatementFormat = StatementFormat.PDF

    def claim(self, head: FileHead) -> Claim | None:
        """By the signature, which may stand within the first kilobyte (ISO 32000-1 §7.5.2, implementation note 13)."""
        return Claim(97, "begins with %PDF-") if b"%PDF-" in head.data[:1024] else None

    def read(self, source: StatementSource, options: ReadOptions) -> StatementFile:
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
