"""Amounts of a table that are written unlike its others are told: a mark may be out of place or lost."""

import re
from collections.abc import Collection, Mapping, Sequence

from app.statements.fields import GROUPING
from app.statements.odd_grouping import counts_in_lakhs, grouped_in_twos_alone
from app.statements.table import Line
from app.statements.table_findings import Findings
from app.statements.table_layout import Layout

_WITHOUT_DECIMALS = re.compile(r".*\d[.,][-–]", re.ASCII)
_MINUS_BEHIND = re.compile(r".*\d[-–]", re.ASCII)


def tell_odd_amounts(layout: Layout, lines: Sequence[Line], *, codes: Collection[str], findings: Findings) -> None:
    """A warning with its line and column for each amount in twos that no other of its column bears out.

    And for each that ends in a mark and a dash (`8,-`) where a dash behind other amounts is their minus.
    `codes`: the currencies of the rows.
    """
    marks = {mark for one in layout.amounts.conventions for mark in GROUPING if mark != one.decimal}
    for column in layout.money.sources:
        joined = "\n".join([line.cells[column] for line in lines if column < len(line.cells)]) + "\n"
        name = layout.columns.name(column)
        if not marks.isdisjoint(set(joined)):
            for number, text in _in_twos(layout, lines, column=column, codes=codes).items():
                message = f"The amount {text} is not grouped like the others; a mark may be out of place."
                findings.warn("odd_amount", message, line=number, column=name)
        if "-\n" in joined or "–\n" in joined:
            for number, text in _dashes_or_minus(_texts(lines, column)).items():
                message = f"The dash of {text} was read as “no decimals”; behind other amounts it is a minus."
                findings.warn("odd_amount", message, line=number, column=name)


def _in_twos(layout: Layout, lines: Sequence[Line], *, column: int, codes: Collection[str]) -> dict[int, str]:
    """Line -> an amount so grouped that neither its column nor the balances nor the currency bears out."""
    texts = _texts(lines, column)
    odd = grouped_in_twos_alone(texts, usual=False)
    if odd and counts_in_lakhs(codes, _texts(lines, layout.money.balance).values()):
        odd = grouped_in_twos_alone(texts, usual=True)
    return odd


def _texts(lines: Sequence[Line], column: int | None) -> dict[int, str]:
    """A column's cells by the number of their line; none where there is no such column."""
    return {line.number: line.cells[column] for line in lines if column is not None and column < len(line.cells)}


def _dashes_or_minus(texts: Mapping[int, str]) -> dict[int, str]:
    """Line -> an amount whose dash stands for decimals, in a column that has a minus behind other amounts."""
    dashes = {line: text for line, text in texts.items() if text[-1:] in {"-", "–"}}
    without = {line: text for line, text in dashes.items() if _WITHOUT_DECIMALS.fullmatch(text) is not None}
    behind = any(_MINUS_BEHIND.fullmatch(text) is not None for line, text in dashes.items() if line not in without)
    return without if behind else {}
