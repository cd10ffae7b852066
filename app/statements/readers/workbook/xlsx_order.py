"""Rows of XLSX sheets that stand out of order, in parts, or are numbered from nought: put together, nothing lost."""

import string
from collections.abc import Iterable

from app.domain.errors import StatementRefusedError
from app.statements.readers.workbook.cells import AGAIN
from app.statements.table import Line

_LETTERS = len(string.ascii_uppercase)


def in_order(lines: Iterable[Line]) -> list[Line]:
    """The lines by their numbers, one a number, from 1 on; raises StatementRefusedError for a cell with two values."""
    together: dict[int, Line] = {}
    for line in lines:
        known = together.setdefault(line.number, line)
        if known is not line:
            _add(line.cells, known)
    first = min(together, default=1)
    return [Line(number + (first == 0), together[number].cells) for number in sorted(together)]


def filled_twice(number: int, column: int) -> StatementRefusedError:
    """The refusal of a sheet with two values for a cell, of which one would be lost; row and column from 1 on."""
    cell = f"{_letters(column)}{number}"
    return StatementRefusedError(f"The workbook is damaged: it has two values for cell {cell}.", AGAIN, line=number)


def _add(cells: list[str], known: Line) -> None:
    known.cells.extend([""] * (len(cells) - len(known.cells)))
    for index, text in enumerate(cells):
        if text and known.cells[index] and text != known.cells[index]:
            raise filled_twice(known.number, index + 1)
        known.cells[index] = text or known.cells[index]


def _letters(column: int) -> str:
    """A for 1, AA for 27."""
    text = ""
    while column:
        column, letter = divmod(column - 1, _LETTERS)
        text = string.ascii_uppercase[letter] + text
    return text
