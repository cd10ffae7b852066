"""What beside the dates of the rows tells how a file writes its days: days above the rows, thousands in lakhs."""

import re
from collections.abc import Iterator

from app.statements.table_layout import Layout

_DAY = re.compile(r"(?<![\d./-])\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})(?![\d./-])", re.ASCII)
_LAKHS = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?![\d,])", re.ASCII)
"""`1,00,000`: India and its neighbours group so, and write the day first."""
_LOOKED_AT = 400


def days_above(layout: Layout) -> Iterator[str]:
    """The days written in figures above the rows, such as those of the period."""
    return (found[0] for line in layout.section.preamble for cell in line.cells for found in _DAY.finditer(cell))


def counts_in_lakhs(layout: Layout) -> bool:
    """Whether an amount or a balance is grouped by hundreds of thousands."""
    columns = [index for index in (*layout.money.sources, layout.money.balance) if index is not None]
    rows = layout.section.body[:_LOOKED_AT]
    return any(_LAKHS.search(line.cell(index)) for line in rows for index in columns)
