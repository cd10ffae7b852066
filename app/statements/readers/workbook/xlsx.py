"""The one door to openpyxl: the sheets of an XLSX workbook as lines of texts, values as cached, nothing computed."""

import io
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from app.domain.errors import StatementRefusedError
from app.statements.readers.workbook.cells import MOST_COLUMNS, MOST_ROWS, Sheet, moment_text, number_text
from app.statements.table import Line
from app.statements.zip_limits import open_zip

_BROKEN = (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, InvalidFileException, SyntaxError)
_AGAIN = "Open it in a spreadsheet program, save it as CSV and import that."


def xlsx_sheets(data: bytes, file_name: str) -> list[Sheet]:
    """All visible sheets with their filled lines; raises StatementRefusedError for a workbook that can't be read."""
    open_zip(data, file_name).close()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of styles and extensions it leaves out
        try:
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            try:
                return [
                    Sheet(sheet.title, list(_lines(sheet, file_name)))
                    for sheet in book.worksheets
                    if sheet.sheet_state == "visible"
                ]
            finally:
                book.close()
        except _BROKEN as error:
            raise StatementRefusedError("The workbook is damaged.", _AGAIN, file=file_name) from error


def _lines(sheet: object, file_name: str) -> Iterator[Line]:
    sheet.reset_dimensions()  # type: ignore[attr-defined]  # a workbook may claim a million columns
    rows = sheet.iter_rows(values_only=True)  # type: ignore[attr-defined]
    for number, row in enumerate(rows, start=1):
        if number > MOST_ROWS or len(row) > MOST_COLUMNS:
            message = f"Row {number} has {len(row)} columns." if len(row) > MOST_COLUMNS else "It has too many rows."
            raise StatementRefusedError(message, _AGAIN, file=file_name, line=number)
        cells = [_text(value) for value in row]
        if any(cells):
            yield Line(number, cells)


def _text(value: object) -> str:
    """A typed cell as text: days as ISO dates, numbers as exact decimals of the fifteen digits a sheet keeps."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, datetime):
        return moment_text(value)
    if isinstance(value, (date, time)):
        return value.isoformat()
    return number_text(str(value)) if not isinstance(value, bool) else str(value).upper()
