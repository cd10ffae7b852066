"""Spreadsheets (XLSX, ODS): each sheet that holds transactions is read by the table logic of delimited text."""

from dataclasses import dataclass

from app.domain.errors import StatementRefusedError
from app.domain.statement import Finding, Reading, StatementFile
from app.domain.statement_kinds import Severity, StatementFormat
from app.statements.reader import Claim, FileHead, ReadOptions, StatementSource
from app.statements.readers.workbook.cells import Sheet
from app.statements.readers.workbook.ods import ods_sheets
from app.statements.table import Line, usual_width
from app.statements.table_reading import TableRead, read_table

_ZIP = b"PK\x03\x04"
_ODS = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
_XLSX = (b"[Content_Types].xml", b"xl/workbook.xml", b"xl/worksheets/", b"_rels/.rels")
_MOST_SHEETS = 40
_WIDEST = 64
"""Columns to which lines are filled up; wider sheets only to the width most of their lines have."""


@dataclass(frozen=True, slots=True)
class WorkbookReader:
    """Reads spreadsheets."""

    format: StatementFormat = StatementFormat.XLSX

    def claim(self, head: FileHead) -> Claim | None:
        """By the members at the start of the container; the ending counts where these tell nothing."""
        if not head.data.startswith(_ZIP):
            return None
        if _ODS in head.data[:200]:
            return Claim(96, "an OpenDocument spreadsheet")
        if any(name in head.data for name in _XLSX):
            return Claim(95, "an Office Open XML workbook")
        return Claim(90, "named as a spreadsheet") if head.ending in {"xlsx", "xlsm", "ods"} else None

    def read(self, source: StatementSource, options: ReadOptions) -> StatementFile:
        """Read all sheets; raises StatementRefusedError where none holds transactions."""
        is_ods = _ODS in source.data[:200] or source.head.ending == "ods"
        sheets = ods_sheets(source.data, source.name) if is_ods else _xlsx_sheets(source)
        reads: list[TableRead] = []
        refusals: list[tuple[Sheet, StatementRefusedError]] = []
        for sheet in [sheet for sheet in sheets if sheet.lines][:_MOST_SHEETS]:
            try:
                reads.append(read_table(_full(sheet.lines), source.name, options=options))
            except StatementRefusedError as refusal:
                refusals.append((sheet, refusal))
        if not reads:
            raise refusals[0][1] if refusals else _blank(source)
        return _file(reads, refusals)


def _xlsx_sheets(source: StatementSource) -> list[Sheet]:
    # Only here: openpyxl takes longer to load than most files to read.
    from app.statements.readers.workbook.xlsx import xlsx_sheets

    return xlsx_sheets(source.data, source.name)


def _full(lines: list[Line]) -> list[Line]:
    """The lines with the blank cells at their end, which files leave out: a cell that is blank is no missing one."""
    width = max(len(line.cells) for line in lines)
    if width > _WIDEST:
        width = usual_width(lines)
    for line in lines:
        if len(line.cells) < width:
            line.cells.extend([""] * (width - len(line.cells)))
    return lines


def _blank(source: StatementSource) -> StatementRefusedError:
    return StatementRefusedError(
        "The sheets of this workbook are blank.", "Download the transactions again.", file=source.name
    )


def _file(reads: list[TableRead], refusals: list[tuple[Sheet, StatementRefusedError]]) -> StatementFile:
    first = reads[0]
    left_out = tuple(
        Finding(
            severity=Severity.INFO,
            code="sheet_left_out",
            message=f"The sheet “{sheet.name}” holds no transactions: {refusal.message}",
            line=refusal.line,
        )
        for sheet, refusal in refusals
    )
    return StatementFile(
        format=StatementFormat.XLSX,
        reading=Reading(decimal=first.decimal, date_order=first.date_order, sign=first.sign),
        statements=tuple(statement for read in reads for statement in read.statements),
        findings=(*(finding for read in reads for finding in read.findings), *left_out),
        decisions=tuple({item.question: item for read in reads for item in read.decisions}.values()),
        preset=first.preset,
        layout=first.layout,
    )
