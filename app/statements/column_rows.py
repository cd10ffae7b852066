"""What only whole rows tell of the columns: which account column is the owner's number, and which counts the rows."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from app.statements.column_roles import Columns
from app.statements.table import Line
from app.statements.table_flags import is_booked, is_failed, is_pending
from app.statements.table_words import Role, folded, roles_of

_BANK_ACCOUNT = re.compile(r"bank account( (no|number|nr))?")
_MONEY = frozenset({Role.AMOUNT, Role.BALANCE})
_FEWEST = 3
_LOOKED_AT = 200
_MOST_STATES, _LONGEST_STATE = 5, 20


def mended_by_rows(columns: Columns, rows: Sequence[Line]) -> Columns:
    """The columns with those roles put right that words and single cells get wrong."""
    rows = rows[:_LOOKED_AT]
    columns = _with_status(columns)
    columns = _with_purchases(_with_money_names(_without_counters(columns, rows)), rows)
    return _without_holder(_with_account_number(columns, rows), rows)


def _with_status(columns: Columns) -> Columns:
    """Where no words name one: a full column of short words, again and again, of which one says that nothing went.

    Or, beside other texts, one of which each word says that its row is booked, or that it is not.
    """
    if Role.STATUS in columns.roles:
        return columns
    has_texts = len(columns.all(Role.MEMO, Role.PAYEE)) > 1
    most = max((profile.filled for profile in columns.profiles), default=0)
    for index in columns.all(Role.MEMO):
        profile = columns.profiles[index]
        words = profile.distinct or set()
        few = profile.filled == most and 1 < len(words) <= _MOST_STATES
        few = few and all(len(word) <= _LONGEST_STATE for word in words)
        again = len(words) < profile.filled
        failed = again and any(map(is_failed, words))
        named = has_texts and bool(roles_of(columns.names[index]))
        if few and (failed or (named and _are_states(words, again=again))):
            return _with_roles(columns, {index: Role.STATUS})
    return columns


def _are_states(words: Collection[str], *, again: bool) -> bool:
    """Whether each word says that a row is booked or that it waits, and one that it waits.

    Words that come but once must differ in that alone: `Umsatz gebucht`, `Umsatz vorgemerkt`.
    """
    if not any(map(is_pending, words)) or any(is_pending(word) == is_booked(word) for word in words):
        return False
    others = {tuple(one for one in word.split() if not (is_pending(one) or is_booked(one))) for word in words}
    return again or len(others) == 1


def _with_money_names(columns: Columns) -> Columns:
    """A name of money over a column of currencies is that of the unnamed figures behind it: `Saldo,`, `EUR,12.00`."""
    roles: dict[int, Role] = {}
    for index, name in enumerate(columns.names[:-1]):
        named = next(iter(roles_of(name)), None)
        unit, figures = columns.profiles[index], columns.profiles[index + 1]
        if (
            named in _MONEY
            and not columns.names[index + 1]
            and unit.mostly(unit.codes, 90)
            and figures.mostly(figures.amounts)
        ):
            roles |= {index: Role.CURRENCY, index + 1: named}
    return _with_roles(columns, roles) if roles else columns


def _with_purchases(columns: Columns, rows: Sequence[Line]) -> Columns:
    """The only currencies are the purchases' where both amounts are the same in one of them, and in no other."""
    units, amounts = columns.all(Role.CURRENCY), columns.all(Role.AMOUNT)
    original = columns.first(Role.ORIGINAL_AMOUNT)
    if original is None or len(units) != 1 or len(amounts) != 1 or columns.all(Role.ORIGINAL_CURRENCY):
        return columns
    codes: dict[bool, set[str]] = {True: set(), False: set()}
    for line in rows:
        cells = [line.cell(index) for index in (units[0], amounts[0], original)]
        if all(cells):
            codes[cells[1] == cells[2]].add(cells[0])
    if len(codes[True]) != 1 or not codes[False] or codes[True] & codes[False]:
        return columns
    return _with_roles(columns, {units[0]: Role.ORIGINAL_CURRENCY})


def _without_counters(columns: Columns, rows: Sequence[Line]) -> Columns:
    """A reference that is 1, 2, 3 down or up the rows, or the same on all, tells of the file and of no row."""
    cells = {index: [line.cell(index) for line in rows] for index in columns.all(Role.REFERENCE)}
    counters = [
        index for index, found in cells.items() if _counts(found) or (len(found) >= _FEWEST and len({*found}) == 1)
    ]
    return _with_roles(columns, dict.fromkeys(counters, Role.OTHER_NUMBER)) if counters else columns


def _counts(cells: Sequence[str]) -> bool:
    numbers = [int(cell) for cell in cells if cell.isascii() and cell.isdigit() and len(cell) < 8]
    if len(numbers) < max(_FEWEST, len(cells)) or 1 not in (numbers[0], numbers[-1]):
        return False
    return len({two - one for one, two in pairwise(numbers)} | {1, -1}) == 2 and len(set(numbers)) == len(numbers)


def _without_holder(columns: Columns, rows: Sequence[Line]) -> Columns:
    """A name that is the same on all rows, beside texts that differ, is the owner's and no payee's."""
    alike = [index for index in columns.all(Role.PAYEE) if len({line.cell(index) for line in rows}) == 1]
    texts = columns.all(Role.MEMO)
    told = any(len({line.cell(index) for line in rows}) > 1 for index in texts)
    if len(rows) < _FEWEST or not alike or len(alike) < len(columns.all(Role.PAYEE)) or not told:
        return columns
    return _with_roles(columns, dict.fromkeys(alike, Role.MEMO))


def _with_account_number(columns: Columns, rows: Sequence[Line]) -> Columns:
    """The number beside the owner's account name is the account: two accounts may have one name."""
    own = columns.first(Role.ACCOUNT)
    if own is None:
        return _with_lone_number(columns, rows)
    if columns.profiles[own].mostly(columns.profiles[own].numbers):
        return columns
    for index, name in enumerate(columns.names):
        if (
            index != own
            and _holds_numbers(columns, index)
            and roles_of(name)[:1] == (Role.ACCOUNT,)
            and _tells(rows, index, name=own)
        ):
            return _with_roles(columns, {own: Role.OTHER_ACCOUNT, index: Role.ACCOUNT})
    return columns


def _tells(rows: Sequence[Line], number: int, *, name: int) -> bool:
    """One number throughout; or numbers that come again, of which each has one name, of two names at least."""
    pairs = {(line.cell(number), line.cell(name)) for line in rows}
    numbers = {one for one, _ in pairs}
    if "" in numbers or len(pairs) != len(numbers):
        return False
    return len(numbers) == 1 or (len(numbers) < len(rows) and len({two for _, two in pairs}) > 1)


def _with_lone_number(columns: Columns, rows: Sequence[Line]) -> Columns:
    """A bank account that is the same on every row is the owner's where no other is; so is an `account/card`."""
    for index, name in enumerate(columns.names):
        if columns.roles[index] is Role.CARD and Role.ACCOUNT in roles_of(name) and _holds_numbers(columns, index):
            return _with_roles(columns, {index: Role.ACCOUNT})
        cells = {line.cell(index) for line in rows}
        if len(rows) >= _FEWEST and _BANK_ACCOUNT.fullmatch(folded(name)) and len(cells) == 1 and "" not in cells:
            return _with_roles(columns, {index: Role.ACCOUNT})
    return columns


def _holds_numbers(columns: Columns, index: int) -> bool:
    return columns.profiles[index].mostly(columns.profiles[index].numbers, 90)


def _with_roles(columns: Columns, roles: dict[int, Role]) -> Columns:
    return replace(columns, roles=tuple(roles.get(index, role) for index, role in enumerate(columns.roles)))
