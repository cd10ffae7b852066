"""Amounts of a table that are grouped unlike its others are told: a mark may be out of place."""

from collections.abc import Sequence

from app.statements.odd_grouping import grouped_in_twos_alone
from app.statements.table import Line
from app.statements.table_findings import Findings
from app.statements.table_layout import Layout


def tell_odd_amounts(layout: Layout, lines: Sequence[Line], *, findings: Findings) -> None:
    """A warning with its line and column for each amount in twos that no other of its column bears out."""
    for column in layout.money.sources:
        texts = {line.number: line.cells[column] for line in lines if column < len(line.cells)}
        for number, text in grouped_in_twos_alone(texts).items():
            message = f"The amount {text} is not grouped like the others; a mark may be out of place."
            name = layout.columns.name(column)
            findings.warn("odd_amount", message, line=number, column=name)
