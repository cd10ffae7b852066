"""Amounts in a column of money out, or in, whose sign is not that of the others: what they mean is told."""

from collections.abc import Sequence

from app.statements.date_fields import date_parts
from app.statements.table import Line
from app.statements.table_findings import Findings
from app.statements.table_layout import Layout
from app.statements.table_money_plan import values_of

_SIGNS = frozenset("-−–(DdSs")
"""What an amount that is read as negative may be written with."""


def tell_odd_signs(layout: Layout, lines: Sequence[Line], *, findings: Findings) -> None:
    """A warning with its line and column for each such amount, where no running balance bears its sign out."""
    plan, sign = layout.money, layout.sign
    if plan.amount is not None or plan.balance is not None:
        return
    booked = layout.dates()[0]
    for column, way in ((plan.debit, sign.debit_factor), (plan.credit, sign.credit_factor)):
        if column is None:
            continue
        name = layout.columns.name(column)
        usual = -way if column == plan.debit else way
        signed = [line for line in lines if usual < 0 or not _SIGNS.isdisjoint(line.cell(column))]
        for line, value in zip(signed, values_of(signed, column), strict=True):
            if value and value * usual < 0 and date_parts(line.cell(booked)) is not None:
                went = "in" if value * way > 0 else "out"
                message = f"“{line.cell(column)}” has not the sign of the others: it was read as money {went}."
                findings.warn("odd_sign", message, line=line.number, column=name)
