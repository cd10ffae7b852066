"""Amounts of a table that are written unlike its others are told: a mark may be out of place or lost."""

import re
from collections.abc import Mapping, Sequence

from app.statements.odd_grouping import grouped_in_twos_alone
from app.statements.table import Line
from app.statements.table_findings import Findings
from app.statements.table_layout import Layout

_WITHOUT_DECIMALS = re.compile(r".*\d[.,][-–]", re.ASCII)
_MINUS_BEHIND = re.compile(r".*\d[-–]", re.ASCII)


def tell_odd_amounts(layout: Layout, lines: Sequence[Line], *, findings: Findings) -> None:
    """A warning with its line and column for each amount in twos that no other of its column bears out.

    And for each that ends in a mark and a dash (`8,-`) where a dash behind other amounts is their minus.
    """
    for column in layout.money.sources:
        texts = {line.number: line.cells[column] for line in lines if column < len(line.cells)}
        name = layout.columns.name(column)
        for number, text in grouped_in_twos_alone(texts).items():
            message = f"The amount {text} is not grouped like the others; a mark may be out of place."
            findings.warn("odd_amount", message, line=number, column=name)
        for number, text in _dashes_or_minus(texts).items():
            message = f"The dash of {text} was read as “no decimals”; behind other amounts it is a minus."
            findings.warn("odd_amount", message, line=number, column=name)


def _dashes_or_minus(texts: Mapping[int, str]) -> dict[int, str]:
    """Line -> an amount whose dash stands for decimals, in a column that has a minus behind other amounts."""
    dashes = {line: text for line, text in texts.items() if text[-1:] in {"-", "–"}}
    without = {line: text for line, text in dashes.items() if _WITHOUT_DECIMALS.fullmatch(text) is not None}
    behind = any(_MINUS_BEHIND.fullmatch(text) is not None for text in dashes.values())
    return without if behind else {}
