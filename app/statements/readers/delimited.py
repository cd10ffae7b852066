"""Delimited text (CSV, TSV, semicolons): any layout, read by structure, words, content and proof."""

from dataclasses import dataclass

from app.domain.errors import StatementRefusedError
from app.domain.statement import Reading, StatementFile
from app.domain.statement_kinds import Severity, StatementFormat
from app.statements.dialect import Dialect, find_dialect, with_short_delimiters
from app.statements.encoding import Decoded, decode
from app.statements.labelled_blocks import block_lines
from app.statements.reader import Claim, FileHead, ReadOptions, StatementSource
from app.statements.table import split_lines
from app.statements.table_reading import read_table

_ENDINGS = frozenset({"csv", "tsv", "tab", "txt"})


@dataclass(frozen=True, slots=True)
class DelimitedReader:
    """Reads delimited text."""

    format: StatementFormat = StatementFormat.CSV

    def claim(self, head: FileHead) -> Claim | None:
        """Any text that splits into columns; low, so that formats with a signature come first."""
        text = head.text
        if text.count("\x00") * 20 > len(text) or text.lstrip()[:5] in {"%PDF-", "<?xml", "{1:F0"}:
            return None
        named = head.ending in _ENDINGS
        if find_dialect(text) is not None:
            return Claim(60 if named else 30, "lines split into columns")
        return Claim(20, "named as a table") if named else None

    def read(self, source: StatementSource, options: ReadOptions) -> StatementFile:
        """Read the whole file; raises StatementRefusedError with the line where it can't be read."""
        decoded = decode(source.data)
        try:
            return _read(decoded, source, options=options)
        except StatementRefusedError as refusal:
            damage = next((one for one in decoded.findings if one.severity is Severity.ERROR), None)
            if damage is None:
                raise
            remedy = "Download the file again and import it as it is, without saving it from another program."
            raise StatementRefusedError(damage.message, remedy, file=source.name, line=damage.line) from refusal


def _read(decoded: Decoded, source: StatementSource, *, options: ReadOptions) -> StatementFile:
    """The file as its text reads; raises StatementRefusedError."""
    text = with_short_delimiters(decoded.text)
    blocks = block_lines(text)
    dialect = Dialect(":") if blocks is not None else find_dialect(text)
    if dialect is None:
        raise StatementRefusedError(
            "The lines of this file do not split into columns.",
            "Download the transactions again as CSV; open the file in a text editor to see what it holds.",
            file=source.name,
            line=1,
        )
    lines = blocks if blocks is not None else split_lines(text, dialect)
    table = read_table(lines, source.name, options=options)
    return StatementFile(
        format=StatementFormat.CSV,
        reading=Reading(
            encoding=decoded.encoding,
            delimiter=dialect.delimiter,
            decimal=table.decimal,
            date_order=table.date_order,
            sign=table.sign,
        ),
        statements=table.statements,
        findings=(*decoded.findings, *table.findings),
        decisions=table.decisions,
        preset=table.preset,
        layout=table.layout,
    )
