"""The amount and the currency that the running balance follows from are the account's, whatever the columns' names."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from app.statements.column_roles import Columns
from app.statements.table import Line
from app.statements.table_arithmetic import Values, chain_fit
from app.statements.table_money import amounts_of
from app.statements.table_money_plan import MoneyPlan, values_of
from app.statements.table_words import Role, code_of, roles_of

_OTHERS = {
    Role.AMOUNT: Role.ORIGINAL_AMOUNT,
    Role.ORIGINAL_AMOUNT: Role.AMOUNT,
    Role.CURRENCY: Role.ORIGINAL_CURRENCY,
    Role.ORIGINAL_CURRENCY: Role.CURRENCY,
}


def of_the_account(columns: Columns, plan: MoneyPlan, *, rows: Sequence[Line]) -> Columns:
    """The columns with the account's amount and currency put right, where all balances follow from another's.

    Else with a currency that the balances take no notice of made that of something else: a fund's, a purchase's.
    """
    if plan.balance is None:
        return columns
    balances = values_of(rows, plan.balance)
    amounts = amounts_of(plan, rows)
    original = columns.first(Role.ORIGINAL_AMOUNT)
    if plan.amount is not None and original is not None and columns.roles[plan.amount] is Role.AMOUNT:
        others = values_of(rows, original)
        if _follows(others, balances) and not _follows(amounts, balances):
            return _exchanged(columns, (plan.amount, original))
    unit = columns.first(Role.CURRENCY)
    codes = [code_of(line.cell(unit)) for line in rows] if unit is not None else []
    if unit is None or len(set(codes)) < 2 or not _follows(amounts, balances) or not _runs_on(codes, balances):
        return columns
    roles = tuple(Role.ORIGINAL_CURRENCY if at == unit else role for at, role in enumerate(columns.roles))
    return replace(columns, roles=roles)


def passed_currency(columns: Columns) -> int | None:
    """The column of currencies that was found to be of something else than the account, or None."""
    if columns.first(Role.CURRENCY) is not None:
        return None
    foreign = columns.all(Role.ORIGINAL_CURRENCY)
    return next((at for at in foreign if Role.ORIGINAL_CURRENCY not in roles_of(columns.names[at])), None)


def _follows(amounts: Values, balances: Values) -> bool:
    fit = chain_fit(amounts, balances)
    return fit.links > 1 and fit.percent == 100 and fit.moves


def _runs_on(codes: Sequence[str], balances: Values) -> bool:
    """Whether a balance goes on from each currency to the next; accounts may begin and end with nothing in them."""
    pairs = zip(pairwise(codes), pairwise(balances), strict=True)
    return all(one and two for (code, next_code), (one, two) in pairs if code != next_code)


def _exchanged(columns: Columns, amounts: tuple[int, int]) -> Columns:
    """The two amounts with their parts changed over, and the two currencies where there are both."""
    units = [columns.first(Role.CURRENCY), columns.first(Role.ORIGINAL_CURRENCY)]
    places = {*amounts, *(at for at in units if at is not None and None not in units)}
    roles = (_OTHERS.get(role, role) if role and at in places else role for at, role in enumerate(columns.roles))
    return replace(columns, roles=tuple(roles))
