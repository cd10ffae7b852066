"""The sheets of an OpenDocument spreadsheet (ISO/IEC 26300) as lines of texts; DTDs and entities are refused."""

import re
from dataclasses import dataclass, field

from app.domain.currency import is_currency
from app.domain.errors import StatementRefusedError
from app.statements.readers.workbook.cells import AGAIN, MOST_COLUMNS, MOST_ROWS, Sheet, number_text
from app.statements.readers.workbook.strict_xml import DAMAGED_XML, parse
from app.statements.table import Line
from app.statements.zip_limits import member_pieces, open_zip

_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "
_CELLS = frozenset({f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"})
_NUMBERS = frozenset({"float", "currency", "percentage"})
_SPACES = {f"{_TEXT}s": " ", f"{_TEXT}tab": " ", f"{_TEXT}line-break": "\n"}
_FEW = frozenset(map(str, range(100)))
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T(?:00:00:00|(\d{2}:\d{2}:\d{2}))(?:\.\d+)?)?", re.ASCII)
_MOST_FIGURES = 9


class _TooWideError(Exception):
    """Raised inside the parser; told as a refusal."""


def ods_sheets(data: bytes, file_name: str) -> list[Sheet]:
    """All sheets with their filled lines; raises StatementRefusedError for a document that can't be read."""
    reading = _Reading()
    try:
        with open_zip(data, file_name) as container:
            content = member_pieces(container, "content.xml", file_name=file_name)
            parse(content, start=reading.start, end=reading.end, characters=reading.characters)
    except (DAMAGED_XML, _TooWideError, ValueError) as error:
        raise StatementRefusedError("The spreadsheet is damaged.", AGAIN, file=file_name) from error
    return reading.sheets


@dataclass(slots=True)
class _Reading:
    """What was read so far."""

    sheets: list[Sheet] = field(default_factory=list)
    number: int = 0
    cells: list[str] = field(default_factory=list)
    repeat_row: int = 1
    repeat_cell: int = 1
    value: str | None = None
    paragraphs: list[str] = field(default_factory=list)
    in_paragraph: int = 0
    in_note: int = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """A table, a row, a cell or a paragraph begins."""
        if name == f"{_TABLE}table":
            self.sheets.append(Sheet(attributes.get(f"{_TABLE}name", ""), []))
            self.number = 0
        elif name == f"{_TABLE}table-row":
            self.cells = []
            self.repeat_row = _count(attributes.get(f"{_TABLE}number-rows-repeated", "1"))
        elif name in _CELLS:
            self.repeat_cell = _count(attributes.get(f"{_TABLE}number-columns-repeated", "1"))
            self.value = _value(attributes)
            self.paragraphs = []
        elif name == f"{_OFFICE}annotation":
            self.in_note += 1
        elif name == f"{_TEXT}p" and not self.in_note:
            self.in_paragraph += 1
            self.paragraphs.append("")
        elif name in _SPACES:
            count = attributes.get(f"{_TEXT}c", "1")
            self.characters(_SPACES[name] * (int(count) if count in _FEW else 1))

    def end(self, name: str) -> None:
        """A cell or row is complete."""
        if name in _CELLS:
            text = self.value if self.value is not None else "\n".join(self.paragraphs).strip()
            if text and len(self.cells) + self.repeat_cell > MOST_COLUMNS:
                raise _TooWideError
            self.cells += [text] * min(self.repeat_cell, MOST_COLUMNS - len(self.cells))
        elif name == f"{_TABLE}table-row":
            self._row()
        elif name == f"{_OFFICE}annotation":
            self.in_note -= 1
        elif name == f"{_TEXT}p" and not self.in_note:
            self.in_paragraph -= 1

    def characters(self, data: str) -> None:
        """Text of a paragraph."""
        if self.in_paragraph and not self.in_note:
            self.paragraphs[-1] += data

    def _row(self) -> None:
        while self.cells and not self.cells[-1]:
            self.cells.pop()
        if self.cells and self.sheets:
            if self.number + self.repeat_row > MOST_ROWS:
                raise _TooWideError
            self.sheets[-1].lines.extend(
                Line(self.number + position, list(self.cells)) for position in range(1, self.repeat_row + 1)
            )
        self.number += self.repeat_row


def _value(attributes: dict[str, str]) -> str | None:
    """The typed value; None where the cell's own text counts."""
    kind = attributes.get(f"{_OFFICE}value-type", "")
    if kind == "date":
        stored = attributes.get(f"{_OFFICE}date-value", "")
        moment = _MOMENT.fullmatch(stored)
        return " ".join(filter(None, moment.groups())) if moment is not None else stored or None
    number = attributes.get(f"{_OFFICE}value", "") if kind in _NUMBERS else ""
    if not number:
        return None
    number, code = number_text(number), attributes.get(f"{_OFFICE}currency", "")
    return f"{number} {code}" if kind == "currency" and is_currency(code) else number


def _count(stated: str) -> int:
    """How often a cell or row comes, from 1 on; raises ValueError."""
    if not stated.isascii() or not stated.isdecimal() or len(stated) > _MOST_FIGURES or not int(stated):
        raise ValueError("no count of cells or rows")
    return int(stated)
