"""Cells of a table that were read but are written unlike the others of their column: all of them are told."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from app.statements.table import Line
from app.statements.table_findings import Findings
from app.statements.table_layout import Layout
from app.statements.table_lone_words import tell_lone_words
from app.statements.table_odd_amounts import tell_odd_amounts
from app.statements.table_odd_currencies import tell_odd_currencies
from app.statements.table_odd_days import tell_odd_days
from app.statements.table_odd_signs import tell_odd_signs
from app.statements.table_passed_columns import tell_passed_columns


@dataclass(frozen=True, slots=True)
class CellsRead:
    """What the rows of a table were read by."""

    words: Collection[str]
    """The different words of direction."""
    codes: Mapping[str, Sequence[int]]
    """The currencies, each with the lines of some of its rows."""
    stated: Collection[int]
    """The columns of days in which only days were read whose form says which part is which."""


def tell_odd_cells(layout: Layout, lines: Sequence[Line], *, read: CellsRead, findings: Findings) -> None:
    """A warning for each such cell."""
    tell_lone_words(layout, read.words, findings=findings)
    tell_odd_amounts(layout, lines, codes=read.codes, findings=findings)
    tell_odd_signs(layout, lines, findings=findings)
    tell_odd_days(layout, lines, stated=read.stated, findings=findings)
    tell_odd_currencies(layout, lines, found=read.codes, findings=findings)
    tell_passed_columns(layout, lines, findings=findings)
