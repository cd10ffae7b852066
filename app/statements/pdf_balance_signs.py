"""Which way the money of printed rows went by the balances beside them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.statements.fields import Mark, PrintedAmount
from app.statements.pdf_amounts import RowMoney
from app.statements.table_sign import named_way


@dataclass(frozen=True, slots=True)
class SignedRow:
    """What the signs are told by: the row's money, the way its heading says, and its text."""

    money: RowMoney
    heading_way: int
    text: str


def balances_of(rows: Sequence[SignedRow], factor: int) -> tuple[int | None, ...]:
    """The balance after each row in minor units, None where it states none."""
    return tuple(None if row.money.balance is None else stated_minor(row.money.balance, factor) for row in rows)


def stated_minor(balance: PrintedAmount, factor: int) -> int:
    """A balance in minor units: CR and DR say it themselves, else a card's debt is printed as positive."""
    if balance.mark is Mark.CREDIT:
        return abs(balance.minor)
    if balance.mark is Mark.DEBIT:
        return -abs(balance.minor)
    return factor * balance.minor


def as_printed(row: SignedRow) -> int:
    """The amount in minor units, with the way its column says or the sign it has."""
    return row.money.amount.minor * row.money.way if row.money.way else row.money.amount.minor


def by_balance(rows: Sequence[SignedRow], factor: int) -> list[tuple[int, ...]]:
    """Each row's sign is the one under which the next balance printed follows; none where some balance is missing.

    The row before the first balance may have gone either way: both, the likelier first.
    """
    balances = balances_of(rows, factor)
    if len(rows) < 2 or any(balance is None for balance in balances):
        return []
    steps = [(two or 0) - (one or 0) for one, two in pairwise(balances)]
    sizes = [abs(row.money.amount.minor) for row in rows]
    if all(abs(step) == size for step, size in zip(steps, sizes[1:], strict=False)):
        likely = _likely_way(rows[0], zip(rows[1:], steps, strict=True))
        return [(way * sizes[0], *steps) for way in _ways(rows[0], likely)]
    if all(abs(step) == size for step, size in zip(steps, sizes, strict=False)):
        back = [-step for step in steps]
        likely = _likely_way(rows[-1], zip(rows[:-1], back, strict=True))
        return [(*back, way * sizes[-1]) for way in _ways(rows[-1], likely)]
    return []


def _ways(row: SignedRow, likely: int) -> tuple[int, ...]:
    if row.money.way:
        return (1 if as_printed(row) > 0 else -1,)
    return (likely, -likely) if row.money.amount.mark is Mark.NONE else (likely,)


def _likely_way(row: SignedRow, others: Iterable[tuple[SignedRow, int]]) -> int:
    """The way of a row that no balance tells: as the signs of the other rows agree with theirs, else by its words."""
    known = list(others)
    if any(one.money.amount.mark is not Mark.NONE for one, _ in known):
        agreed = sum(1 if (as_printed(one) > 0) == (step > 0) else -1 for one, step in known)
        return 1 if (as_printed(row) > 0) == (agreed >= 0) else -1
    mark = row.money.amount.mark
    return _word_way(row) if mark is Mark.NONE else (1 if row.money.amount.minor > 0 else -1)


def _word_way(row: SignedRow) -> int:
    return row.heading_way or named_way([row.text]) or -1
