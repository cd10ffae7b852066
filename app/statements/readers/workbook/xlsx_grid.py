"""The cells of XLSX sheets (ECMA-376 part 1, 18.3) as lines of texts, as they stream by; nothing is computed."""

import string
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.domain.errors import StatementRefusedError
from app.statements.readers.workbook.cells import AGAIN, MOST_COLUMNS, MOST_ROWS, exact_text
from app.statements.readers.workbook.strict_xml import parse
from app.statements.readers.workbook.xlsx_texts import MAIN, PrintedTexts
from app.statements.table import Line

_ROW, _CELL, _VALUE = (f"{MAIN}{name}" for name in ("row", "c", "v"))
_LETTERS = {letter: number for number, letter in enumerate(string.ascii_uppercase, start=1)}
_MOST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class CellTypes:
    """What the workbook says about its cells."""

    shared: Sequence[str]
    """The texts that cells refer to by number."""
    dated: Collection[str]
    """Styles (numbers as they stand in the file) that show a number as a day or a time."""
    moment: Callable[[str, str], str]
    """A stored number under such a style as text."""
    iso_moment: Callable[[str], str]
    """A stored ISO 8601 day or time as text."""


def sheet_lines(pieces: Iterable[bytes], types: CellTypes) -> list[Line]:
    """The filled lines of a sheet's XML; raises DAMAGED_XML, ValueError, LookupError or ArithmeticError if damaged.

    Raises StatementRefusedError for more rows or columns than there may be.
    """
    grid = _Grid(types)
    parse(pieces, start=grid.start, end=grid.end, characters=grid.pieces.append)
    return grid.lines


class _Grid(PrintedTexts):
    """A sheet, as far as it was read."""

    def __init__(self, types: CellTypes) -> None:
        super().__init__()
        self.lines: list[Line] = []
        self._types = types
        self._number = 0
        self._cells: list[str] = []
        self._cell: dict[str, str] = {}
        self._value = ""
        self._columns: dict[str, int] = {}
        self._moments: dict[tuple[str, str], str] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """A row, a cell or something in it begins."""
        if name == _CELL:
            self._cell = attributes
        elif name == _VALUE:
            self.pieces.clear()
        elif name == _ROW:
            self._begin_row(attributes)
        else:
            super().start(name, attributes)

    def end(self, name: str) -> None:
        """A row, a cell or something in it is complete."""
        if name == _VALUE:
            self._value = "".join(self.pieces)
        elif name == _CELL:
            self._put(self._text())
            self._value = ""
            self.runs.clear()
        elif name == _ROW:
            if any(self._cells):
                self.lines.append(Line(self._number, self._cells))
        else:
            super().end(name)

    def _begin_row(self, attributes: dict[str, str]) -> None:
        """A row has its number, or follows the one before; one that goes back would hide another."""
        before, stated = self._number, attributes.get("r")
        number = Decimal(before + 1 if stated is None else stated)
        if number > MOST_ROWS:
            raise StatementRefusedError("It has too many rows.", AGAIN, line=before)
        if number <= before or number % 1:
            raise ValueError("rows that are not in order")
        self._number = int(number)
        self._cells = []

    def _put(self, text: str) -> None:
        """A cell has its column, or follows the one before."""
        cells, coordinate = self._cells, self._cell.get("r")
        column = len(cells) + 1 if coordinate is None else self._column(coordinate.rstrip(string.digits))
        if column > MOST_COLUMNS:
            raise StatementRefusedError(f"Row {self._number} has {column} columns.", AGAIN, line=self._number)
        if column <= len(cells):
            cells[column - 1] = text
        else:
            cells += [""] * (column - len(cells) - 1)
            cells.append(text)

    def _column(self, letters: str) -> int:
        """1 for A, 27 for AA; raises ValueError."""
        found = self._columns.get(letters)
        if found is None:
            if not 0 < len(letters) <= _MOST_LETTERS or not letters.isascii() or not letters.isalpha():
                raise ValueError("a cell without a column")
            found = 0
            for letter in letters.upper():
                found = found * 26 + _LETTERS[letter]
            self._columns[letters] = found
        return found

    def _text(self) -> str:
        """The cell by its type (18.18.11); a formula by the value it had when the workbook was saved."""
        kind, stored = self._cell.get("t", "n"), self._value
        if kind == "inlineStr":
            return "".join(self.runs).strip()
        if not stored:
            return ""
        if kind == "s":
            return self._types.shared[_index(stored)]
        if kind == "n":
            return self._number_or_moment(stored)
        if kind == "b":
            return str(bool(int(stored))).upper()
        return self._types.iso_moment(stored) if kind == "d" else stored.strip()

    def _number_or_moment(self, stored: str) -> str:
        style = self._cell.get("s", "0")
        if style not in self._types.dated:
            return exact_text(stored)
        text = self._moments.get((stored, style))
        if text is None:
            text = self._moments[stored, style] = self._types.moment(stored, style)
        return text


def _index(stored: str) -> int:
    """The number of a shared text; raises ValueError."""
    number = int(stored)
    if number < 0:
        raise ValueError("a text of a negative number")
    return number
