"""Days of a table that are written unlike the others of their column are told: figures may be lost."""

from collections.abc import Collection, Sequence

from app.statements.date_fields import date_parts
from app.statements.odd_days import cut_years
from app.statements.table import Line
from app.statements.table_findings import Findings
from app.statements.table_layout import Layout

_MANY = 40
"""Days of one length, in so many rows or more, all have years of as many figures."""


def tell_odd_days(layout: Layout, lines: Sequence[Line], *, stated: Collection[int], findings: Findings) -> None:
    """A warning with its line and column for each day whose year alone has fewer than four figures.

    `stated`: the columns in which only days were read whose form says which part is which.
    """
    for column in layout.dates():
        rows = [line for line in lines if column < len(line.cells)]
        if len(rows) >= _MANY and len({len(line.cells[column]) for line in rows}) == 1:
            continue
        name = layout.columns.name(column)
        for number, text in cut_years({line.number: line.cells[column] for line in rows}).items():
            if column in stated and not _is_stated(text):
                continue
            message = f"The year of “{text}” in column “{name}” is not whole, those of the others are; check it."
            findings.warn("odd_day", message, line=number, column=name)


def _is_stated(text: str) -> bool:
    found = date_parts(text)
    return found is not None and found.order is not None
