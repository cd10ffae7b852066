"""What stands below the rows of a table: a closing balance without a word, a row cut off, sentences of the bank's."""

import re
from collections.abc import Callable, Sequence
from datetime import date

from app.statements.column_roles import Columns
from app.statements.date_fields import date_parts
from app.statements.fields import FieldProblem
from app.statements.locale_proof import is_money, looks_like_amount
from app.statements.table import Line

_NUMBER = re.compile(r"(?=.*\d{4})[\d ]{5,}[A-Z]?")
_HARDLY_MORE_THAN_HALF = 6


def is_stub(line: Line, rows: Sequence[Line]) -> bool:
    """Whether a last line has, or fills, hardly more than half as many cells as the rows above it."""
    if not rows:
        return False
    width = max(len(row.cells) for row in rows)
    filled = min(_filled(row) for row in rows)
    return (
        len(line.cells) * 10 <= width * _HARDLY_MORE_THAN_HALF or _filled(line) * 10 <= filled * _HARDLY_MORE_THAN_HALF
    )


def closing_stub(line: Line, *, read_date: Callable[[str], date | FieldProblem]) -> tuple[str, date] | None:
    """The figure and day of a last line that holds a day, a figure and an account's number, and no word; else None."""
    cells = [cell for cell in line.cells if cell]
    days = [(cell, day) for cell in cells if isinstance(day := read_date(cell), date)]
    figures = [cell for cell in cells if is_money(cell)]
    others = [cell for cell in cells if cell not in figures and all(cell != text for text, _ in days)]
    if not days or len(figures) != 1 or not others or not all(map(_NUMBER.fullmatch, others)):
        return None
    return figures[0], days[0][1]


def is_cut_row(cells: Sequence[str], columns: Columns) -> bool:
    """Whether a short last line may be a row of which the rest is missing: it begins as the rows do.

    Where they all begin with a figure, a line that begins with a letter is none.
    """
    if cells[0][:1].isdigit():
        return True
    firsts = columns.profiles[0].distinct or ()
    if cells[0] and firsts and all(first[:1].isdigit() for first in firsts):
        return False
    return sum(map(bool, cells)) > 1


def is_prose(cells: Sequence[str], booked: int) -> bool:
    """Whether words without a figure stand in the place of the day, and neither a day nor an amount anywhere."""
    words = cells[booked].split()
    if len(words) < 2 or any(map(str.isdigit, cells[booked])):
        return False
    return not any(looks_like_amount(cell) or date_parts(cell) is not None for cell in cells if cell)


def _filled(line: Line) -> int:
    return sum(map(bool, line.cells))
