"""A table printed page by page, each with its header and other lines between: one table where the balances run on."""

from collections.abc import Sequence
from dataclasses import replace

from app.statements.column_roles import Columns
from app.statements.date_fields import date_parts
from app.statements.table import Line
from app.statements.table_arithmetic import chain_fit
from app.statements.table_facts import facts_of
from app.statements.table_layout import columns_of
from app.statements.table_money import amounts_of, plan_money
from app.statements.table_money_plan import values_of
from app.statements.table_sections import Section
from app.statements.table_words import Role

_DATES = (Role.BOOKED, Role.MADE, Role.VALUE)


def in_one_table(sections: Sequence[Section]) -> list[Section]:
    """The sections, those of the same header joined where the balance goes on from one to the next."""
    joined = list(sections[:1])
    for section in sections[1:]:
        last = joined[-1]
        if _is_next_page(last, section) and _runs_on(last, section):
            joined[-1] = replace(last, body=last.body + section.body)
        else:
            joined.append(section)
    return joined


def _is_next_page(last: Section, section: Section) -> bool:
    """The same header, and nothing above it that names another account."""
    if last.header is None or section.header is None or last.header.cells != section.header.cells:
        return False
    one, two = facts_of(last.preamble), facts_of(section.preamble)
    return {two.iban, two.number} <= {one.iban, one.number, ""} and (two.currency == one.currency or not one.currency)


def _runs_on(last: Section, section: Section) -> bool:
    """Whether all balances of both follow from the amounts, and there is money in the account between the two."""
    columns = columns_of(replace(last, body=last.body + section.body))
    parts = [_rows(part, columns) for part in (last, section)]
    rows = parts[0] + parts[1]
    plan = plan_money(columns, rows, descending=None) if all(parts) else None
    if plan is None or plan.balance is None:
        return False
    balances = values_of(rows, plan.balance)
    fit = chain_fit(amounts_of(plan, rows), balances)
    between = balances[len(parts[0]) - 1 : len(parts[0]) + 1]
    return fit.links > 1 and fit.percent == 100 and fit.moves and all(between)


def _rows(section: Section, columns: Columns) -> list[Line]:
    dates = columns.all(*_DATES)
    return [line for line in section.body if any(date_parts(line.cell(at)) is not None for at in dates)]
