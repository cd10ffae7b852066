"""PDF statements with text, read by geometry: no rule for a bank, only columns, words, content and proof."""

from dataclasses import dataclass

from app.domain.statement import StatementFile
from app.domain.statement_kinds import StatementFormat
from app.statements.reader import Claim, FileHead, ReadOptions, StatementSource


@dataclass(frozen=True, slots=True)
class PdfReader:
    """Reads PDF statements."""

    format: StatementFormat = StatementFormat.PDF

    def claim(self, head: FileHead) -> Claim | None:
        """By the signature, which may stand within the first kilobyte (ISO 32000-1 §7.5.2, implementation note 13)."""
        return Claim(97, "begins with %PDF-") if b"%PDF-" in head.data[:1024] else None

    def read(self, source: StatementSource, options: ReadOptions) -> StatementFile:
        """Read the whole file; raises StatementRefusedError for locked, broken, blank and scanned documents."""
        # Only here: what reads a PDF takes longer to load than most files to read.
        from app.statements.readers.pdf.reading import read_pdf

        return read_pdf(source, options)
