"""The cells of XLSX sheets (ECMA-376 part 1, 18.3) as lines of texts, as they stream by; nothing is computed."""

import string
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from app.domain.errors import StatementRefusedError
from app.statements.readers.workbook.cells import AGAIN, MOST_COLUMNS, MOST_ROWS, exact_text
from app.statements.readers.workbook.strict_xml import parse
from app.statements.readers.workbook.xlsx_order import filled_twice, in_order
from app.statements.readers.workbook.xlsx_texts import MAIN, PrintedTexts
from app.statements.table import Line

_ROW, _CELL, _VALUE = (f"{MAIN}{name}" for name in ("row", "c", "v"))
_LETTERS = {letter: number for number, letter in enumerate(string.ascii_uppercase, start=1)}
_BOOLEANS = {"0": "FALSE", "1": "TRUE"}
_MOST_LETTERS = 3
_MOST_FIGURES = 9


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
    """The filled lines of a sheet's XML by their numbers; raises DAMAGED_XML.

    Raises StatementRefusedError for more rows or columns than there may be, for a cell without a place, for one that is
    filled twice and for one whose text is missing.
    """
    grid = _Grid(types)
    parse(pieces, start=grid.start, end=grid.end, characters=grid.pieces.append)
    return grid.lines if grid.is_in_order else in_order(grid.lines)


class _Grid(PrintedTexts):
    """A sheet, as far as it was read."""

    def __init__(self, types: CellTypes) -> None:
        super().__init__()
        self.lines: list[Line] = []
        self.is_in_order = True
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
        """A row has its number; one without, or whose number is none, follows the one before."""
        before, stated = self._number, attributes.get("r")
        number = None if stated is None else _count(stated)
        if number is None:
            number = before + 1
        if number > MOST_ROWS:
            raise StatementRefusedError("It has too many rows.", AGAIN, line=before)
        if number <= before:
            self.is_in_order = False
        self._number = number
        self._cells = []

    def _put(self, text: str) -> None:
        """A cell has its column, or follows the one before."""
        cells, coordinate = self._cells, self._cell.get("r")
        column = len(cells) + 1 if coordinate is None else self._column(coordinate.rstrip(string.digits))
        if column > MOST_COLUMNS:
            raise StatementRefusedError(f"Row {self._number} has {column} columns.", AGAIN, line=self._number)
        if column > len(cells):
            cells += [""] * (column - len(cells) - 1)
            cells.append(text)
        elif text and cells[column - 1] not in {"", text}:
            raise filled_twice(self._number, column)
        else:
            cells[column - 1] = text or cells[column - 1]

    def _column(self, letters: str) -> int:
        """1 for A, 27 for AA; raises StatementRefusedError."""
        found = self._columns.get(letters)
        if found is None:
            if not 0 < len(letters) <= _MOST_LETTERS or not letters.isascii() or not letters.isalpha():
                raise self._damaged("a cell without a column")
            found = 0
            for letter in letters.upper():
                found = found * 26 + _LETTERS[letter]
            self._columns[letters] = found
        return found

    def _text(self) -> str:
        """The cell by its type (18.18.11); a formula by the value it had when the workbook was saved.

        A value that is none of its type is the text that stands there, for the table to judge.
        """
        kind, stored = self._cell.get("t", "n"), self._value
        if kind == "inlineStr" or not stored:
            return "".join(self.runs).strip()
        if kind == "s":
            return self._shared(stored)
        try:
            return self._typed(kind, stored)
        except (ValueError, ArithmeticError):
            return stored.strip()

    def _typed(self, kind: str, stored: str) -> str:
        """The value by its type; raises ValueError and ArithmeticError."""
        if kind == "n":
            return self._number_or_moment(stored)
        if kind == "b":
            return _BOOLEANS.get(stored.strip(), stored.strip())
        return self._types.iso_moment(stored) if kind == "d" else stored.strip()

    def _number_or_moment(self, stored: str) -> str:
        style = self._cell.get("s", "0")
        if style not in self._types.dated:
            return exact_text(stored)
        text = self._moments.get((stored, style))
        if text is None:
            text = self._moments[stored, style] = self._types.moment(stored, style)
        return text

    def _shared(self, stored: str) -> str:
        """A shared text by its number; raises StatementRefusedError."""
        texts = self._types.shared
        number = _count(stored)
        if number is None or number >= len(texts):
            raise self._damaged("a cell whose text is missing")
        return texts[number]

    def _damaged(self, what: str) -> StatementRefusedError:
        return StatementRefusedError(
            f"The workbook is damaged: {what} in row {self._number}.", AGAIN, line=self._number
        )


def _count(stated: str) -> int | None:
    """A number from 0 on, cut short where it is longer than any; None for what is none."""
    figures = stated.strip()
    return int(figures[:_MOST_FIGURES]) if figures.isascii() and figures.isdecimal() else None
