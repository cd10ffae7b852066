"""The money of printed rows: which column is the amount, which debit, credit or balance, read exactly."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.statements.fields import AmountConvention, FieldProblem, Mark, PrintedAmount, read_amount
from app.statements.locale_proof import prove_amounts
from app.statements.pdf_balances import is_balance_text
from app.statements.pdf_fields import tidy
from app.statements.pdf_row_builder import Part, PrintedRow
from app.statements.pdf_rows import PrintedTable
from app.statements.table_arithmetic import chain_fit, guess_money
from app.statements.table_flags import is_total
from app.statements.table_words import Role


@dataclass(frozen=True, slots=True)
class MoneyRoles:
    """Column indexes of a part."""

    amount: int | None = None
    debit: int | None = None
    credit: int | None = None
    balance: int | None = None
    fee: int | None = None
    """A column of fees, where the balances follow only with them."""

    @property
    def sources(self) -> tuple[int, ...]:
        """The columns that make the amount."""
        return tuple(index for index in (self.amount, self.debit, self.credit) if index is not None)


@dataclass(frozen=True, slots=True)
class RowMoney:
    """What a row says: size and mark of its amount, `way` where its column says the direction, and its balance."""

    amount: PrintedAmount
    way: int
    balance: PrintedAmount | None


def prove_decimal(table: PrintedTable, digits: int) -> AmountConvention:
    """The decimal mark under which the amounts of all rows parse; of two ways of writing, that of more amounts."""
    texts = [tidy(text) for row in table.rows for text in row.money.values()]

    def unread(convention: AmountConvention) -> int:
        return sum(isinstance(read_amount(text, convention, digits=digits), FieldProblem) for text in texts)

    return min(prove_amounts(texts, digits).conventions, key=unread)


def roles_in(part: Part, convention: AmountConvention, *, digits: int) -> MoneyRoles | None:
    """The columns by their words, or told apart by arithmetic where that proves more; None where none is an amount."""
    roles = _roles(part, convention, digits=digits)
    fee = next((index for index, column in enumerate(part.columns) if column.role is Role.FEE), None)
    if roles is None or fee is None or _proves(part, roles, convention=convention, digits=digits) == _ALL:
        return roles
    more = replace(roles, fee=fee)
    return more if _proves(part, more, convention=convention, digits=digits) == _ALL else roles


def _roles(part: Part, convention: AmountConvention, *, digits: int) -> MoneyRoles | None:
    named = _by_words(part)
    if named is not None and (_rests(part, named) and _is_whole(part, named)):
        return named
    guessed = _by_numbers(part, convention, digits=digits)
    if named is None or guessed is None:
        return named or guessed
    if not _rests(part, named) and _rests(part, guessed):
        return guessed
    proved = _proves(part, guessed, convention=convention, digits=digits) >= _SURE
    return guessed if proved and _proves(part, named, convention=convention, digits=digits) < _SURE else named


_SOURCES = frozenset({Role.AMOUNT, Role.DEBIT, Role.CREDIT})
_ALL = 100
_FEWEST = 2
"""A column that one row of several fills is none of balances."""
_SURE = 90
"""Percent of running balances that must follow for numbers to say more than words."""


def _is_whole(part: Part, roles: MoneyRoles) -> bool:
    """Whether every column of amounts has its role, as far as its words can say."""
    named = [column.role for column in part.columns]
    sources = [index for index, role in enumerate(named) if role in _SOURCES]
    used = all(index in roles.sources for index in sources)
    return None not in named and used and (roles.debit is None) == (roles.credit is None)


def _proves(part: Part, roles: MoneyRoles, *, convention: AmountConvention, digits: int) -> int:
    """Percent of the running balances that follow from the amounts under these roles."""
    if roles.balance is None:
        return 0
    amounts: list[int | None] = []
    balances: list[int | None] = []
    for row in part.rows:
        balances.append(minor_in(row, roles.balance, convention=convention, digits=digits))
        found = [minor_in(row, index, convention=convention, digits=digits) for index in roles.sources]
        signs = [-1 if index == roles.debit else 1 for index in roles.sources]
        pairs = [(sign, value) for sign, value in zip(signs, found, strict=True) if value is not None]
        known = [-abs(value) if sign < 0 else value for sign, value in pairs]
        known += [-abs(fee)] if (fee := _fee(row, roles, convention=convention, digits=digits)) else []
        amounts.append(sum(known) if known else None)
    return chain_fit(amounts, balances).percent


def _by_words(part: Part) -> MoneyRoles | None:
    filled = [sum(1 for row in part.rows if index in row.money) for index in range(len(part.columns))]
    order = sorted(range(len(part.columns)), key=lambda index: (filled[index], -index))
    place = {role: index for index in order if (role := part.columns[index].role)}
    balance = place.get(Role.BALANCE)
    debit, credit = place.get(Role.DEBIT), place.get(Role.CREDIT)
    if debit is not None and credit is not None:
        return MoneyRoles(debit=debit, credit=credit, balance=balance)
    amount = next((place[role] for role in (Role.NET, Role.AMOUNT, Role.GROSS) if role in place), None)
    if debit is not None or credit is not None:
        other = amount if amount is not None else _unnamed(part)
        if other is not None and _never_both(part, (other, debit if debit is not None else credit)):
            pair = (debit, other) if debit is not None else (other, credit)
            return MoneyRoles(debit=pair[0], credit=pair[1], balance=balance)
        if amount is None:
            return MoneyRoles(debit=debit, credit=credit, balance=balance)
    return MoneyRoles(amount=amount, balance=balance) if amount is not None else None


def _never_both(part: Part, pair: tuple[int, int | None]) -> bool:
    """Whether each row has its amount in one of two columns only."""
    one, two = pair
    both = sum(1 for row in part.rows if one in row.money and two in row.money)
    return two is not None and both == 0 and any(one in row.money for row in part.rows)


def _unnamed(part: Part) -> int | None:
    return next((index for index, column in enumerate(part.columns) if column.role is None), None)


def _rests(part: Part, roles: MoneyRoles) -> bool:
    """Whether most rows have an amount in the columns named."""
    filled = sum(1 for row in part.rows if any(index in row.money for index in roles.sources))
    return filled * 2 >= sum(1 for row in part.rows if row.money)


def _by_numbers(part: Part, convention: AmountConvention, *, digits: int) -> MoneyRoles | None:
    places = [index for index, column in enumerate(part.columns) if column.role in _GUESSED]
    rows = [row for row in part.rows if row.money]
    rows = [row for row in rows if not _is_sum(row)] or rows
    places = [index for index in places if any(index in row.money for row in rows)][:6]
    if not places:
        return None
    values = [[minor_in(row, index, convention=convention, digits=digits) for row in rows] for index in places]
    known = [index for index in places if part.columns[index].role is Role.BALANCE]
    if len(known) == 1 and len(places) == 2:
        other = next(index for index in places if index != known[0])
        return MoneyRoles(amount=other, balance=known[0])
    guess = guess_money(values)
    filled = [sum(1 for value in column if value is not None) for column in values]
    if guess.amount is not None and not guess.proved and 2 * filled[guess.amount] < max(filled):
        return MoneyRoles(amount=places[filled.index(max(filled))])
    at = [
        None if found is None else places[found] for found in (guess.amount, guess.debit, guess.credit, guess.balance)
    ]
    if guess.amount is not None and guess.balance is None and len(places) == 2:
        other = next(index for index in places if index != at[0])
        named = part.columns[other].role not in {None, Role.BALANCE}
        at[3] = other if not named and sum(1 for row in rows if other in row.money) >= min(_FEWEST, len(rows)) else None
    return MoneyRoles(*at)


def _is_sum(row: PrintedRow) -> bool:
    return bool(row.texts) and (is_total(row.texts[0]) or is_balance_text(row.texts[0]) != "")


_GUESSED = (None, Role.BALANCE, Role.DEBIT, Role.CREDIT, Role.AMOUNT, Role.NET, Role.GROSS)


def minor_in(row: PrintedRow, index: int, *, convention: AmountConvention, digits: int) -> int | None:
    """The figure of a row in a column, in minor units as printed; None where it has none that can be read."""
    found = printed(row.money.get(index, ""), convention, digits=digits)
    return None if found is None else found.minor


def printed(text: str, convention: AmountConvention, *, digits: int) -> PrintedAmount | None:
    """An amount with its mark; None where the text is none."""
    found = read_amount(tidy(text), convention, digits=digits) if text else None
    return None if found is None or isinstance(found, FieldProblem) else found


def _fee(row: PrintedRow, roles: MoneyRoles, *, convention: AmountConvention, digits: int) -> int:
    """The size of the row's fee, 0 where it has none."""
    return abs(minor_in(row, roles.fee, convention=convention, digits=digits) or 0) if roles.fee is not None else 0


def money_of(row: PrintedRow, roles: MoneyRoles, *, convention: AmountConvention, digits: int) -> RowMoney | None:
    """The row's amount; None where none stands in a column of amounts."""
    balance = None
    if roles.balance is not None:
        balance = printed(row.money.get(roles.balance, ""), convention, digits=digits)
    zero: RowMoney | None = None
    for index, way in ((roles.amount, 0), (roles.debit, -1), (roles.credit, 1)):
        found = printed(row.money.get(index, ""), convention, digits=digits) if index is not None else None
        if found is not None and found.minor:
            fee = _fee(row, roles, convention=convention, digits=digits)
            owed = -fee if found.minor < 0 or way >= 0 else fee
            return RowMoney(replace(found, minor=found.minor + owed), way, balance)
        if found is not None and zero is None:
            zero = RowMoney(found, way, balance)
    return zero


def balance_place(row: PrintedRow, roles: MoneyRoles) -> int | None:
    """Where the figure of a line that names a balance stands: in the balance column, else its last one."""
    if roles.balance is not None and roles.balance in row.money:
        return roles.balance
    return max(row.money, default=None)


def silent(money: Sequence[RowMoney]) -> bool:
    """Whether no amount says its direction by a sign, a mark or its column."""
    return all(one.way == 0 and one.amount.mark is Mark.NONE for one in money)
