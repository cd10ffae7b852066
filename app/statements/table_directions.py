"""Which way money went where only the running balance tells: amounts without any sign, proved row by row."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.statements.column_roles import Columns
from app.statements.table import Line
from app.statements.table_arithmetic import Values, chain_fit
from app.statements.table_flags import direction, is_failed, is_pending
from app.statements.table_money import follows_from_words
from app.statements.table_money_plan import MoneyPlan, values_of
from app.statements.table_sign import named_way
from app.statements.table_words import Role

_GROUP_LIMIT = 12
"""Rows between two balances that are tried in all directions; 4096 ways at most."""
_TELLING = 3
"""Rows that a word must have gone one way with before it tells of another row, where its column told no two ways."""


@dataclass(frozen=True, slots=True)
class _Priced:
    """One row: its line, its own account and currency, amount without sign and the balance beside it."""

    line: Line
    group: tuple[str, ...]
    amount: int
    balance: int | None


def directions_by_balance(
    plan: MoneyPlan, columns: Columns, *, rows: Sequence[Line], descending: bool | None, opening: int | None
) -> Mapping[int, int] | None:
    """Line number -> +1 in, -1 out, where unsigned amounts follow the balances only with directions of their own.

    None where the amounts are signed, the balances follow from them as printed, or not at all. A row that neither
    the balances nor a word learned from other rows settles is left out. `opening` is in hundredths.
    """
    if plan.amount is None or plan.balance is None or columns.profiles[plan.amount].negative:
        return None
    amounts, balances = values_of(rows, plan.amount), values_of(rows, plan.balance)
    if any(value is not None and value < 0 for value in amounts):
        return None
    fit = chain_fit(amounts, balances, descending=descending)
    if (fit.percent == 100 and opening is None) or follows_from_words(plan, rows, descending=descending):
        return None
    priced = [
        _Priced(line, _group(line, columns), amount or 0, balance)
        for line, amount, balance in zip(rows, amounts, balances, strict=True)
        if not _is_left_out(line, columns, balance=balance)
    ]
    ways = _proved(priced, descending=descending, opening=opening)
    if ways is None or -1 not in ways.values() or (fit.percent >= 60 and len(ways) < fit.links):
        return None
    return _with_words(ways, columns, rows=rows)


def ways_of(amounts: Values, balances: Values, *, opening: int | None = None) -> list[int] | None:
    """+1 or -1 a row, oldest first, 0 where it stays open; None where under nine in ten balances follow."""
    ways = [1 if amount == 0 else 0 for amount in amounts]
    known = [index for index, balance in enumerate(balances) if balance is not None]
    steps = [(one + 1, two + 1, (balances[two] or 0) - (balances[one] or 0)) for one, two in pairwise(known)]
    if opening is not None and known:
        steps.insert(0, (0, known[0] + 1, (balances[known[0]] or 0) - opening))
    broken = 0
    for start, end, step in steps:
        found = list(_signings([amount or 0 for amount in amounts[start:end]], step))
        broken += not found
        if len(found) == 1:
            ways[start:end] = found[0]
    return None if not steps or broken * 10 > len(steps) else ways


def _signings(amounts: Sequence[int], step: int) -> Iterator[list[int]]:
    """Every way to sign the amounts so that they add up to the step; at most two are looked for."""
    if len(amounts) > _GROUP_LIMIT:
        return
    found = 0
    for mask in range(1 << len(amounts)):
        signs = [-1 if mask >> at & 1 else 1 for at in range(len(amounts))]
        if any(sign < 0 and not amount for sign, amount in zip(signs, amounts, strict=True)):
            continue
        if sum(sign * amount for sign, amount in zip(signs, amounts, strict=True)) == step:
            found += 1
            yield signs
        if found == 2:
            return


def _proved(priced: Sequence[_Priced], *, descending: bool | None, opening: int | None) -> dict[int, int] | None:
    """Each account and currency followed in the one row order under which all of them fit."""
    groups: dict[tuple[str, ...], list[_Priced]] = defaultdict(list)
    for row in priced:
        groups[row.group].append(row)
    opening = opening if len(groups) == 1 else None
    fits: list[dict[int, int]] = []
    for newest_first in (False, True) if descending is None else (descending,):
        ways = _followed(groups.values(), newest_first=newest_first, opening=opening)
        if ways:
            fits.append(ways)
    if not fits or (len(fits) == 2 and any(fits[0].get(line, way) != way for line, way in fits[1].items())):
        return None
    return max(fits, key=len)


def _followed(groups: Iterable[Sequence[_Priced]], *, newest_first: bool, opening: int | None) -> dict[int, int] | None:
    """None where the balances of any account do not follow in this order."""
    ways: dict[int, int] = {}
    for rows in groups:
        ordered = rows[::-1] if newest_first else rows
        if sum(1 for row in ordered if row.balance is not None) < 2 and opening is None:
            continue
        found = ways_of([row.amount for row in ordered], [row.balance for row in ordered], opening=opening)
        if found is None:
            return None
        ways.update((row.line.number, way) for row, way in zip(ordered, found, strict=True) if way)
    return ways


def _group(line: Line, columns: Columns) -> tuple[str, ...]:
    return tuple(line.cell(index) for index in columns.all(Role.ACCOUNT, Role.CURRENCY))


def _is_left_out(line: Line, columns: Columns, *, balance: int | None) -> bool:
    """Rows that are not booked do not move the balance."""
    status = "".join(line.cell(index) for index in columns.all(Role.STATUS)[:1])
    return is_failed(status) or (balance is None and is_pending(status))


def _with_words(ways: dict[int, int], columns: Columns, *, rows: Sequence[Line]) -> dict[int, int]:
    """Rows still open go the way that every proved row with the same word went."""
    roles = (Role.FLAG, Role.TYPE, Role.CATEGORY, Role.STATUS, Role.MEMO, Role.PAYEE)
    unnamed = [index for index, role in enumerate(columns.roles) if role is None and _holds_words(columns, index)]
    texts = [*unnamed, *(index for role in roles for index in columns.all(role))]
    held = [index for index in texts if columns.roles[index] is Role.FLAG or _holds_words(columns, index)]
    own = _own_words(held, ways, rows=rows)
    for index in texts:
        _take_words(ways, index, rows=rows)
    for index in texts:
        if all(line.number in ways for line in rows):
            break
        said: dict[str, list[int]] = defaultdict(list)
        for line in rows:
            if line.number in ways:
                said[line.cell(index)].append(ways[line.number])
        fewest = 1 if _tells_directions(said.values()) else _TELLING
        for line in rows:
            found = said.get(line.cell(index), []) if line.cell(index) else []
            is_told = line.number not in ways and len(set(found)) == 1 and len(found) >= fewest
            if is_told and own.get(line.number, found[0]) == found[0]:
                ways[line.number] = found[0]
    for line in rows:
        named = 0 if line.number in ways else named_way([line.cell(index) for index in texts])
        if named:
            ways[line.number] = named
    return ways


def _own_words(held: Sequence[int], ways: Mapping[int, int], *, rows: Sequence[Line]) -> dict[int, int]:
    """Line number -> the way of the word of direction in its row, which no other text of the row overrules.

    `held`: the columns of such words; one counts whose words are right on most of the proved rows (`ways`).
    """
    own: dict[int, int] = {}
    for index in held:
        said = {line.number: way for line in rows if (way := direction(line.cell(index)))}
        right = [way == ways[number] for number, way in said.items() if number in ways]
        if right.count(True) > right.count(False):
            own.update(said)
    return own


def _holds_words(columns: Columns, index: int) -> bool:
    """Whether half of a column's cells are words of direction, whatever its name."""
    profile = columns.profiles[index]
    return profile.flags > 1 and profile.mostly(profile.flags, 50)


def _take_words(ways: dict[int, int], index: int, *, rows: Sequence[Line]) -> None:
    """Words of direction in a column count for the open rows, where they are right on every proved row that has one."""
    said = {line.number: way for line in rows if (way := direction(line.cell(index)))}
    proved = [number for number in said if number in ways]
    if proved and all(said[number] == ways[number] for number in proved):
        ways.update({number: way for number, way in said.items() if number not in ways})


def _tells_directions(said: Collection[Sequence[int]]) -> bool:
    """Whether each word of a column stands for one way, and both ways have one."""
    return all(len(set(ways)) == 1 for ways in said) and {ways[0] for ways in said} == {-1, 1}
