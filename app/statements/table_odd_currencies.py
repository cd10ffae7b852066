"""The sign of a currency that no other row has is told: a letter beside a sign makes another money of it (`S$`)."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from app.statements.locale_proof import looks_like_amount
from app.statements.table import Line
from app.statements.table_findings import Findings
from app.statements.table_layout import Layout

_CODE = re.compile(r"(?<![A-Za-z])[A-Za-z]{3}(?![A-Za-z])")
_DIRECTION = re.compile(r"(?<![A-Za-z])(?:CR|DR|DB|[CDHS])(?![A-Za-z$])", re.IGNORECASE)
_FIGURES = "0123456789.,'’`+-−–‒() \u00a0\u2009\u202f"
_WITHOUT_FIGURES = str.maketrans("", "", _FIGURES)


def tell_odd_currencies(
    layout: Layout, lines: Sequence[Line], *, found: Mapping[str, Sequence[int]], findings: Findings
) -> None:
    """A warning where a sign names the currency of one row alone, beside an amount or where others have codes.

    `found`: the currencies read, each with the lines of one or more of its rows.
    """
    if layout.currency_column is not None:
        _tell_in_column(layout.currency_column, lines, found=found, layout=layout, findings=findings)
        return
    for column in layout.money.sources:
        if not set("".join([line.cells[column] for line in lines if column < len(line.cells)])).difference(_FIGURES):
            continue
        texts = {line.number: line.cells[column] for line in lines if column < len(line.cells) and line.cells[column]}
        if _is_half_named(texts):
            message = f"Half of the amounts in “{layout.columns.name(column)}” name their currency, the others none."
            findings.warn("odd_currency", message, column=layout.columns.name(column))
        for number, text in _lone_signs(texts).items():
            _tell(text, number, name=layout.columns.name(column), findings=findings)


def _tell_in_column(
    column: int, lines: Sequence[Line], *, found: Mapping[str, Sequence[int]], layout: Layout, findings: Findings
) -> None:
    """The one row of its currency whose cell is no code, as others are."""
    lone = {numbers[0] for numbers in found.values() if len(numbers) == 1}
    if len(found) < 2 or not lone:
        return
    cells = {line.number: line.cells[column] for line in lines if column < len(line.cells) and line.cells[column]}
    signs = [number for number, cell in cells.items() if _CODE.search(cell) is None]
    if len(signs) == 1 and signs[0] in lone:
        _tell(cells[signs[0]], signs[0], name=layout.columns.name(column), findings=findings)


def _is_half_named(texts: Mapping[int, str]) -> bool:
    """Whether of two amounts one names a currency: it may be the account's or that row's alone."""
    named = [bool(text.translate(_WITHOUT_FIGURES)) for text in texts.values() if looks_like_amount(text)]
    return sorted(named) == [False, True] and len(texts) == len(named)


def _lone_signs(texts: Mapping[int, str]) -> dict[int, str]:
    """Line -> an amount with a sign beside it that none of the others has, which have one other or none."""
    units = {
        number: unit
        for number, text in texts.items()
        if not (unit := _DIRECTION.sub("", text).translate(_WITHOUT_FIGURES)) or looks_like_amount(text)
    }
    counts = Counter(units.values())
    if len(counts) != 2:
        return {}
    return {
        number: texts[number]
        for number, unit in units.items()
        if unit and counts[unit] == 1 and _CODE.search(unit) is None
    }


def _tell(text: str, number: int, *, name: str, findings: Findings) -> None:
    message = f"“{text}” in column “{name}” names a currency that no other row has; see that it is no slip."
    findings.warn("odd_currency", message, line=number, column=name)
