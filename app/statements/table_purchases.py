"""The column that says in which currency each purchase was made, beside amounts as the card billed them."""

import re
from collections import Counter
from collections.abc import Sequence

from app.statements.column_roles import Columns
from app.statements.table import Line
from app.statements.table_money_plan import MoneyPlan
from app.statements.table_words import BILLED, Role, code_of, currency_in, folded

_OF_PURCHASE = re.compile(r"transa[ck]|purchase|spen[dt]|einkauf|\bkauf|achat|compra|acquist|aankoop|zakup|nakup|\bkop")
_MOST = 3
"""Purchases abroad are fewer than a third of the rows, where rows tell the card's own currency."""


def purchase_currency(columns: Columns, plan: MoneyPlan) -> int | None:
    """The column of several currencies named for the transaction, where the amount is named for the bill; else None."""
    billed = "" if plan.amount is None else columns.names[plan.amount]
    if BILLED.search(folded(billed)) is None or currency_in(billed):
        return None
    for index in columns.all(Role.CURRENCY):
        name = folded(columns.names[index])
        if _OF_PURCHASE.search(name) and not BILLED.search(name) and len(columns.profiles[index].distinct or ()) > 1:
            return index
    return None


def billed_currency(column: int | None, sample: Sequence[Line]) -> str:
    """The code that more than two thirds of the purchases were made in; empty where none was, or without a column."""
    if column is None:
        return ""
    codes = Counter(code_of(line.cells[column]) for line in sample if column < len(line.cells) and line.cells[column])
    code, count = next(iter(codes.most_common(1)), ("", 0))
    return code if count * _MOST > sum(codes.values()) * (_MOST - 1) else ""
