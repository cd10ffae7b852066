"""A column named a balance, a currency or a value day that was not read, for too many other cells, is told."""

from collections.abc import Callable, Sequence

from app.statements.date_fields import date_parts
from app.statements.locale_proof import looks_like_amount
from app.statements.table import Line
from app.statements.table_findings import Findings
from app.statements.table_layout import Layout
from app.statements.table_words import Role, is_currency_cell, roles_of

_MOST = 3
"""More cells that are no such thing say that the column holds something else."""
_KINDS: dict[Role, Callable[[str], bool]] = {
    Role.BALANCE: looks_like_amount,
    Role.CURRENCY: is_currency_cell,
    Role.VALUE: lambda cell: date_parts(cell) is not None,
}


def tell_passed_columns(layout: Layout, lines: Sequence[Line], *, findings: Findings) -> None:
    """A warning with the first cell for which a column was passed over though other cells bear its name out.

    It is of no line: what the column says of every row is lost.
    """
    for index, name in enumerate(layout.columns.names):
        role = next((one for one in roles_of(name) if one in _KINDS), None) if name else None
        if role is None or role in layout.columns.roles:
            continue
        cells = {line.number: cell for line in lines if (cell := line.cells[index] if index < len(line.cells) else "")}
        odd = {number: cell for number, cell in cells.items() if not _KINDS[role](cell)}
        if len(odd) > _MOST or len(odd) == len(cells):
            continue
        for number, cell in list(odd.items())[:1]:
            message = f"“{cell}” in line {number} is not what “{name}” says; that column was not read in any row."
            findings.warn("column_passed_over", message, column=name)
