"""The signs that stand in a column of amounts: a minus on most of them, or beside amounts that are marked CR."""

import re
from collections.abc import Sequence

from app.statements.fields import FieldProblem, Mark, read_amount
from app.statements.locale_proof import COMMA, POINT
from app.statements.table import Line

_SILENT = re.compile(r"[^\w\s()+−-]{0,3} ?\d[\d.,'’ \u00a0\u202f]*")
"""An amount without any sign, parentheses or word."""


def mostly_negative(column: int | None, sample: Sequence[Line]) -> bool:
    """Whether most amounts of a column have a minus, each read with the mark it can be read with."""
    signs = [] if column is None else [sign for line in sample if (sign := _printed_sign(line.cell(column)))]
    return signs.count(-1) * 2 > len(signs)


def _printed_sign(cell: str) -> int:
    """1 or -1, 0 for nothing and for what is no amount."""
    readings = [read_amount(cell, convention, digits=2) for convention in (POINT, COMMA)] if cell else []
    minor = next((found.minor for found in readings if not isinstance(found, FieldProblem)), 0)
    return (minor > 0) - (minor < 0)


def takes_back(marks: frozenset[Mark], cells: Sequence[str]) -> bool:
    """Whether CR marks money in beside amounts with a minus and amounts with nothing: the minus takes those back."""
    if not marks >= {Mark.CREDIT, Mark.MINUS} or Mark.DEBIT in marks:
        return False
    return any(_SILENT.fullmatch(cell) is not None and _printed_sign(cell) for cell in cells)
