"""A bank's summary above rows without header that looks like a row: its figures are the first and last balance."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from app.statements.column_profiles import sample_of
from app.statements.locale_proof import is_money
from app.statements.table import Line
from app.statements.table_layout import columns_of
from app.statements.table_money import plan_money
from app.statements.table_money_plan import values_of
from app.statements.table_sections import Section
from app.statements.table_words import is_currency_cell

_FEWEST = 2
Values = Sequence[int | None]


def without_summary(section: Section) -> Section:
    """The section with its first line moved above the rows where that states their balances; else the same section.

    Its amount is the balance before the rows and its balance the one after them, while row by row the others lead
    from the one to the other: then it can be no transaction.
    """
    if section.header is not None or len(section.body) < _FEWEST or not _repeats_balance(section.body):
        return section
    first, *rows = section.body
    rest = replace(section, preamble=(*section.preamble, first), body=tuple(rows))
    if len(rows) == 1:
        return rest if _leads_to(first, rows[0]) else section
    plan = plan_money(columns_of(rest), sample_of(rows), descending=None)
    if plan is None or plan.amount is None or plan.balance is None:
        return section
    opening, *amounts = values_of(section.body, plan.amount)
    closing, *balances = values_of(section.body, plan.balance)
    if not opening or closing is None or closing + (amounts[0] or 0) == balances[0]:
        return section  # the first line leads to the second, as a row does
    forth = _ends(amounts, balances) == (opening, closing)
    return rest if forth or _ends(amounts[::-1], balances[::-1]) == (opening, closing) else section


def _leads_to(first: Line, row: Line) -> bool:
    """Whether a line of a currency, which the only row does not name, holds the balances before and after that row.

    The figures alone don't tell: two rows of a new account may both stand beside the balance after them.
    """
    cells = list(zip(first.cells, row.cells, strict=False))
    if not any(is_currency_cell(one) and not is_currency_cell(two) for one, two in cells):
        return False
    figures = [tuple(values_of([first, row], index)) for index, pair in enumerate(cells) if all(map(is_money, pair))]
    return any(
        (one or 0) + (amount or 0) == after == then and one and amount
        for one, amount in figures
        for after, then in figures
    )


def _repeats_balance(lines: Sequence[Line]) -> bool:
    """The cheap test: a figure of the first line stands in the same column of the second or the last."""
    first, second, last = lines[0].cells, lines[1].cells, lines[-1].cells
    return any(is_money(cell) and cell in {*second[index : index + 1], *last[index : index + 1]}
               for index, cell in enumerate(first))  # fmt: skip


def _ends(amounts: Values, balances: Values) -> tuple[int, int] | None:
    """The balance before the first and after the last row; None where a balance does not follow from the one before.

    Rows of which a cell can't be read tell nothing, but the first and last must be whole.
    """
    links = [
        two == one + amount
        for (one, two), amount in zip(pairwise(balances), amounts[1:], strict=True)
        if one is not None and two is not None and amount is not None
    ]
    if not links or not all(links) or amounts[0] is None or balances[0] is None or balances[-1] is None:
        return None
    return balances[0] - amounts[0], balances[-1]
