"""Rows whose word of direction or minus gainsays how their column is read are told: either may be the slip."""

from collections.abc import Sequence

from app.domain.statement_kinds import SignConvention
from app.statements.table import Line
from app.statements.table_findings import Findings
from app.statements.table_flags import direction, is_flag
from app.statements.table_layout import Layout
from app.statements.table_money_plan import values_of
from app.statements.table_sign import named_way

_LOOKED_AT = 400
_PAIR = 2
"""Rows of which one is gainsaid: nothing says which of the two is right."""
_FEW = 3
"""One row in so many may be gainsaid; where more are, the words say something else than a direction."""


def tell_gainsaid(layout: Layout, findings: Findings) -> None:
    """Say which few rows are read against their word or have none, and where a minus alone turns money in round.

    Cards print payments so; in one row alone that names none it may as well be a slip.
    """
    rows = layout.section.body[:_LOOKED_AT]
    if layout.sign.convention is SignConvention.AS_PRINTED and layout.money.amount is not None:
        _tell_words(layout, rows, findings=findings)
        _tell_wordless(layout, rows, findings=findings)
    if layout.sign.credit_factor < 0 and layout.money.credit is not None:
        _tell_lone_minus(layout, layout.money.credit, rows=rows, findings=findings)


def _tell_words(layout: Layout, rows: Sequence[Line], *, findings: Findings) -> None:
    flag, amount = layout.money.flag, layout.money.amount
    passed = _passed_words(layout) if flag is None else None
    flag = passed if flag is None else flag
    if flag is None or amount is None:
        return
    values = values_of(rows, amount)
    said = [
        (line, value, direction(line.cells[flag]))
        for line, value in zip(rows, values, strict=True)
        if value and flag < len(line.cells)
    ]
    against = [(line, value) for line, value, way in said if value * way < 0]
    if len(against) * _FEW > len(said) > _PAIR and passed is None:
        return
    for line, value in against:
        way = "in" if value > 0 else "out"
        message = f"“{line.cells[flag]}” gainsays the amount of its row, which was read as money {way}."
        findings.warn("direction_gainsaid", message, line=line.number, column=layout.columns.name(flag))


def _passed_words(layout: Layout) -> int | None:
    """A column of words of direction that was passed over for the minus of one amount among a few."""
    columns, amount = layout.columns, layout.money.amount
    if amount is None or columns.profiles[amount].negative != 1 or columns.profiles[amount].filled > _FEW:
        return None
    for index, profile in enumerate(columns.profiles):
        ways = {direction(cell) for cell in profile.distinct or ()}
        if index not in layout.money.sources and ways and 0 not in ways:
            return index
    return None


def _tell_wordless(layout: Layout, rows: Sequence[Line], *, findings: Findings) -> None:
    """One cell that is no word of direction, in a column that has them else, beside amounts without a sign."""
    plan, columns = layout.money, layout.columns
    if plan.flag is not None or plan.amount is None or columns.profiles[plan.amount].negative:
        return
    for index, profile in enumerate(columns.profiles):
        if not 1 <= profile.flags == profile.filled - 1 or index in plan.sources:
            continue
        for line in rows:
            cell = line.cells[index] if index < len(line.cells) else ""
            name = columns.name(index)
            if cell and not is_flag(cell):
                message = f"“{cell}” does not say which way money went, as “{name}” does in all other rows."
                findings.warn("direction_gainsaid", message, line=line.number, column=name)


def _tell_lone_minus(layout: Layout, column: int, *, rows: Sequence[Line], findings: Findings) -> None:
    filled = [(line, value) for line, value in zip(rows, values_of(rows, column), strict=True) if value]
    if len(filled) == 1 and named_way(filled[0][0].cells) <= 0:
        line, _ = filled[0]
        name = layout.columns.name(column)
        message = f"The one amount in “{name}” has a minus; it was read as money in."
        findings.warn("lone_minus", message, line=line.number, column=name)
