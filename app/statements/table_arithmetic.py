"""What the numbers say of their columns: which is a running balance, of which amounts, and read in which direction."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, combinations, pairwise, permutations

Values = Sequence[int | None]
_TELLING_ROWS = 3
"""Rows from which on it is no chance that a column has no decimals."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How well balances follow from amounts: percent of links that hold, and whether balances stand before the row."""

    percent: int
    links: int
    before: bool = False
    moves: bool = False
    """Whether any balance differs from the one before it: a column that stands still follows from nothing."""


def chain_fit(amounts: Values, balances: Values, *, descending: bool | None = None) -> Fit:
    """Follow the balances row by row, oldest or newest first (`descending` where the dates tell), after or before.

    A balance that stands only on some rows is held against all amounts since the last one.
    """
    sums = list(accumulate(amount or 0 for amount in amounts))
    known = [index for index, balance in enumerate(balances) if balance is not None]
    links = [(one, two, (balances[two] or 0) - (balances[one] or 0)) for one, two in pairwise(known)]
    if not links:
        return Fit(0, 0)
    later = [(step, sums[two] - sums[one]) for one, two, step in links]
    earlier = [(step, sums[two] - (amounts[two] or 0) - sums[one] + (amounts[one] or 0)) for one, two, step in links]
    counts = {
        (False, False): sum(1 for step, moved in later if step == moved),
        (False, True): sum(1 for step, moved in earlier if step == moved),
        (True, False): sum(1 for step, moved in earlier if step == -moved),
        (True, True): sum(1 for step, moved in later if step == -moved),
    }
    allowed = {key: count for key, count in counts.items() if descending is None or key[0] == descending}
    best = max(allowed, key=lambda key: (allowed[key], not key[1]))
    moves = any(step for _, _, step in links)
    return Fit(allowed[best] * 100 // len(links), len(links), best[1], moves)


@dataclass(frozen=True, slots=True)
class MoneyGuess:
    """Which of several unnamed money columns is what; indexes into the columns given."""

    amount: int | None = None
    debit: int | None = None
    credit: int | None = None
    balance: int | None = None
    proved: bool = False
    """Whether balances follow from the amounts read this way."""
    unsure: bool = False
    """Whether other columns could be the amount just as well."""


def guess_money(columns: Sequence[Values], *, descending: bool | None = None) -> MoneyGuess:
    """Tell unnamed money columns apart: a chain proves amount and balance, exclusive columns are debit and credit."""
    if len(columns) == 1:
        return MoneyGuess(amount=0)
    candidates: list[tuple[int, int, MoneyGuess]] = []
    for amount, balance in permutations(range(len(columns)), 2):
        fit = chain_fit(columns[amount], columns[balance], descending=descending)
        if any(columns[amount]) and (fit.moves or not fit.links):
            candidates.append((fit.percent, 1, MoneyGuess(amount=amount, balance=balance)))
    for one, two in combinations(range(len(columns)), 2):
        if exclusive(columns[one], columns[two]):
            candidates += _pairs(columns, (one, two), descending=descending)
    best = max(candidates, key=lambda found: found[:2], default=None)
    if best is not None and best[0] >= 60:
        return replace(best[2], proved=True)
    return _unsigned(columns) or _unproved(columns)


def _unsigned(columns: Sequence[Values]) -> MoneyGuess | None:
    """Amounts without any sign beside their balance: every step has the size of a row, at three steps or more."""
    for amount, balance in permutations(range(len(columns)), 2):
        amounts, balances = columns[amount], columns[balance]
        if any(value is not None and value < 0 for value in amounts):
            continue
        for later in (0, 1):  # the row the step belongs to: the one after it, or before it where the newest comes first
            steps = [
                (abs(two - one), amounts[at + 1 - later])
                for at, (one, two) in enumerate(pairwise(balances))
                if one is not None and two is not None
            ]
            if len(steps) > 2 and any(step for step, _ in steps) and all(step == size for step, size in steps):
                return MoneyGuess(amount=amount, balance=balance, proved=True)
    return None


def _pairs(
    columns: Sequence[Values], pair: tuple[int, int], *, descending: bool | None
) -> list[tuple[int, int, MoneyGuess]]:
    found: list[tuple[int, int, MoneyGuess]] = []
    for debit, credit in (pair, pair[::-1]):
        amounts = [_pair_amount(d, c) for d, c in zip(columns[debit], columns[credit], strict=True)]
        for balance in range(len(columns)):
            if balance not in pair:
                fit = chain_fit(amounts, columns[balance], descending=descending)
                found.append((fit.percent, 2, MoneyGuess(debit=debit, credit=credit, balance=balance)))
    return found


def _pair_amount(debit: int | None, credit: int | None) -> int | None:
    return None if debit is None and credit is None else (credit or 0) - abs(debit or 0)


def exclusive(one: Values, two: Values) -> bool:
    """Whether exactly one of the two columns says an amount in nearly every row."""
    both = sum(1 for a, b in zip(one, two, strict=True) if a and b)
    either = sum(1 for a, b in zip(one, two, strict=True) if a or b)
    if not (any(one) and any(two)):
        return False
    return either > 0 and both == 0 and either * 10 >= len(one) * 8


def are_sides(*columns: Values) -> bool:
    """Whether these are two columns of which each row has one amount, without a minus, and each column two at least."""
    if len(columns) != 2 or any(value < 0 for column in columns for value in column if value):
        return False
    return exclusive(*columns) and all(sum(map(bool, column)) > 1 for column in columns)


def _unproved(columns: Sequence[Values]) -> MoneyGuess:
    """Without a chain: exclusive columns are debit and credit, else the first column with minus signs is the amount."""
    for one, two in combinations(range(len(columns)), 2):
        if exclusive(columns[one], columns[two]):
            negative = sum(1 for value in columns[two] if value and value < 0)
            debit, credit = (two, one) if negative or _fuller(columns[two], columns[one]) else (one, two)
            rest = [index for index in range(len(columns)) if index not in (one, two)]
            return MoneyGuess(debit=debit, credit=credit, balance=rest[0] if rest else None)
    shown = [index for index, values in enumerate(columns) if any(value and value % 100 for value in values)]
    shown = shown if len(columns[0]) >= _TELLING_ROWS else []
    open_ones = shown or list(range(len(columns)))  # numbers without decimals beside amounts with them count things
    signed = [index for index in open_ones if any(value is not None and value < 0 for value in columns[index])]
    likely = [index for index in signed or open_ones if any(columns[index])]
    rivals = [index for index in likely[1:] if list(columns[index]) != list(columns[likely[0]])]
    return MoneyGuess(amount=likely[0] if likely else open_ones[0], unsure=bool(rivals))


def _fuller(one: Values, two: Values) -> bool:
    """Owners spend more often than they earn: the fuller column is the debit."""
    return sum(1 for value in one if value) > sum(1 for value in two if value)
