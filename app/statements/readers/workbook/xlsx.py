"""The one door to openpyxl: which sheets an XLSX workbook has, and what its styles mean; no cell is read here."""

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml.ElementTree import fromstring
from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.stylesheet import Stylesheet
from openpyxl.utils.datetime import from_ISO8601
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.xml.constants import ARC_STYLE, SHARED_STRINGS

from app.domain.errors import StatementRefusedError
from app.statements.readers.workbook.cells import AGAIN, Sheet, moment_text
from app.statements.readers.workbook.strict_xml import DAMAGED_XML
from app.statements.readers.workbook.xlsx_grid import CellTypes, sheet_lines
from app.statements.readers.workbook.xlsx_moments import serial_text
from app.statements.readers.workbook.xlsx_texts import shared_texts
from app.statements.zip_limits import BROKEN_ZIP, member_bytes, member_pieces, open_zip

_BROKEN = (
    *BROKEN_ZIP, LookupError, TypeError, AttributeError, ArithmeticError, InvalidFileException, ParseError, DAMAGED_XML,
)  # fmt: skip
"""LookupError: an encoding that no one knows."""


def xlsx_sheets(data: bytes, file_name: str) -> list[Sheet]:
    """All visible sheets with their filled lines; raises StatementRefusedError for a workbook that can't be read."""
    with open_zip(data, file_name) as container, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of styles and extensions it leaves out
        try:
            book = _Workbook(data, container, file_name)
            return [
                Sheet(name, sheet_lines(member_pieces(container, member, file_name=file_name), book.types))
                for name, member in book.visible()
            ]
        except _BROKEN as error:
            raise StatementRefusedError("The workbook is damaged.", AGAIN, file=file_name) from error


class _Workbook:
    """What openpyxl makes of everything but the cells; its stubs leave out much of it."""

    def __init__(self, data: bytes, container: zipfile.ZipFile, file_name: str) -> None:
        self._members = frozenset(container.namelist())
        self._reader: Any = ExcelReader(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        self._reader.read_manifest()
        self._reader.read_workbook()
        styles: Any = self._styles(container, file_name)
        durations = frozenset() if styles is None else frozenset(map(str, styles.timedelta_formats))
        epoch = self._reader.wb.epoch
        self.types = CellTypes(
            shared=self._shared(container, file_name),
            dated=frozenset() if styles is None else frozenset(map(str, styles.date_formats)),
            moment=lambda stored, style: serial_text(stored, epoch, is_duration=style in durations),
            iso_moment=_iso_text,
        )

    def visible(self) -> Iterator[tuple[str, str]]:
        """Name and member of each sheet of cells that is not hidden."""
        for sheet, relation in self._reader.parser.find_sheets():
            there = relation.target in self._members and "chartsheet" not in relation.Type
            if there and sheet.state == "visible":
                yield sheet.name, relation.target

    def _styles(self, container: zipfile.ZipFile, file_name: str) -> Stylesheet | None:
        if ARC_STYLE not in self._members:
            return None
        root: Any = fromstring(member_bytes(container, ARC_STYLE, file_name=file_name))
        return Stylesheet.from_tree(root)

    def _shared(self, container: zipfile.ZipFile, file_name: str) -> list[str]:
        part = self._reader.package.find(SHARED_STRINGS)
        if part is None:
            return []
        return shared_texts(member_pieces(container, part.PartName[1:], file_name=file_name))


def _iso_text(stored: str) -> str:
    """A day or time in ISO 8601 as text; raises ValueError."""
    value = from_ISO8601(stored)  # type: ignore[no-untyped-call]
    return moment_text(value) if isinstance(value, datetime) else str(value)
