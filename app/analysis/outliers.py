"""Outliers: charges that look doubled, and charges far above what is usual for their payee or category."""

import itertools
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median_low
from typing import TypeVar

from app.domain.counted import CountedRow
from app.domain.transaction import TransactionKind

Key = TypeVar("Key", bound=Hashable)
_NEAR_DAYS = 2
_HABIT_DAYS = 7
_REGULAR_DAYS = 14
_HABIT_LEAST = 4
_USUAL_LEAST = 6
_TIMES_USUAL = 3
_KNOWN_LEAST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Unusual:
    """A charge with what would be usual, in minor units as a positive size."""

    row: CountedRow
    usual: int


def duplicate_charges(rows: Iterable[CountedRow]) -> tuple[tuple[CountedRow, CountedRow], ...]:
    """Pairs of expenses at one payee, account and amount within two days, where that is no habit; newest first.

    Where the owner goes every other week or oftener, only two charges of one day look doubled.
    """
    by_charge: dict[tuple[str, int, int, str], list[CountedRow]] = defaultdict(list)
    by_payee: dict[str, list[CountedRow]] = defaultdict(list)
    for row in rows:
        if row.kind is TransactionKind.EXPENSE:
            by_charge[row.payee, row.account_id, row.minor, row.currency].append(row)
            by_payee[row.payee].append(row)
    regular = {payee for payee, inside in by_payee.items() if _is_habit(_in_time(inside), _REGULAR_DAYS)}
    pairs = []
    for (payee, *_), inside in by_charge.items():
        ordered = _in_time(inside)
        if not _is_habit(ordered, _HABIT_DAYS):
            near = 0 if payee in regular else _NEAR_DAYS
            pairs += [(one, other) for one, other in itertools.pairwise(ordered) if (other.on - one.on).days <= near]
    return tuple(sorted(pairs, key=lambda pair: (pair[1].on, pair[1].id), reverse=True))


def unusual_charges(rows: Iterable[CountedRow]) -> tuple[Unusual, ...]:
    """Expenses over three times the usual of their payee; newest first.

    Where the payee is rare its category is looked at, and where that is rare too, the upper quarter of all expenses.
    """
    expenses = [row for row in rows if row.kind is TransactionKind.EXPENSE]
    by_payee = _usuals(_sizes(expenses, lambda row: (row.payee, row.currency)))
    by_category = _usuals(_sizes(expenses, lambda row: (row.category, row.currency)))
    of_all = {code: _upper_quarter(sizes) for code, sizes in _sizes(expenses, lambda row: row.currency).items()}
    found = []
    for row in expenses:
        usual = by_payee.get((row.payee, row.currency))
        if usual is None:
            usual = by_category.get((row.category, row.currency), of_all[row.currency])
        if usual is not None and -row.minor > _TIMES_USUAL * usual:
            found.append(Unusual(row=row, usual=usual))
    return tuple(sorted(found, key=lambda each: (each.row.on, each.row.id), reverse=True))


def _sizes(rows: Sequence[CountedRow], key_of: Callable[[CountedRow], Key]) -> dict[Key, list[int]]:
    sizes: dict[Key, list[int]] = defaultdict(list)
    for row in rows:
        sizes[key_of(row)].append(-row.minor)
    return sizes


def _usuals(sizes: Mapping[Key, Sequence[int]]) -> dict[Key, int]:
    """The median of each group that is large enough to have one."""
    return {key: median_low(each) for key, each in sizes.items() if len(each) >= _USUAL_LEAST}


def _upper_quarter(sizes: Sequence[int]) -> int | None:
    """The size that a quarter of all expenses reaches; None where too few are known to call one unusual."""
    return sorted(sizes)[len(sizes) * 3 // 4] if len(sizes) >= _KNOWN_LEAST else None


def _in_time(rows: Sequence[CountedRow]) -> list[CountedRow]:
    return sorted(rows, key=lambda row: (row.on, row.id))


def _is_habit(ordered: Sequence[CountedRow], most_days: int) -> bool:
    if len(ordered) < _HABIT_LEAST:
        return False
    gaps = [(after.on - before.on).days for before, after in itertools.pairwise(ordered)]
    return median_low(gaps) <= most_days
