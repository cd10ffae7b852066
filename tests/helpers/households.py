"""Three made-up households as bank files with the truth behind them: American, British and German accounts.

The truth is written down while the rows are made, in plain Decimals and words; nothing here uses app code. Every file
carries balances, so that each statement can be proved.
"""

import calendar
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

TODAY = date(2025, 12, 10)
FIRST = date(2024, 10, 1)


@dataclass(frozen=True)
class TruthRow:
    """One transaction as the household's careful bookkeeper knows it; money out is negative."""

    day: date
    booked: date
    amount: Decimal
    payee: str
    printed: str
    category: str
    account: str
    kind: str
    bank_category: str = ""


@dataclass(frozen=True)
class BankFile:
    """A statement file as the bank would hand it out, and how it must be imported."""

    name: str
    text: str
    account: str
    kind: str


@dataclass(frozen=True)
class Household:
    """All files of a household, and all its transactions."""

    name: str
    currency: str
    files: tuple[BankFile, ...]
    rows: tuple[TruthRow, ...]
    accounts: tuple[str, ...]
    opening: dict[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True)
class Habit:
    """Something bought now and then: how often a month, and from how much to how much."""

    payee: str
    printed: str
    category: str
    times: int
    low: int
    high: int
    account: str
    bank_category: str = ""


@dataclass(frozen=True)
class Bill:
    """Something paid every month on a day; `steps` are later amounts with the month they start in."""

    payee: str
    printed: str
    category: str
    amount: str
    day: int
    account: str
    bank_category: str = ""
    steps: tuple[tuple[date, str], ...] = ()
    first: date = FIRST
    last: date = TODAY
    kind: str = "expense"


def months() -> Iterator[tuple[int, int]]:
    index = FIRST.year * 12 + FIRST.month - 1
    while index <= TODAY.year * 12 + TODAY.month - 1:
        yield index // 12, index % 12 + 1
        index += 1


def in_month(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


def habit_rows(habits: tuple[Habit, ...], seed: str) -> Iterator[TruthRow]:
    for habit in habits:
        chance = random.Random(f"{seed}-{habit.payee}")
        for year, month in months():
            for _ in range(max(0, habit.times + chance.choice([-1, 0, 0, 1]))):
                day = in_month(year, month, chance.randrange(1, 29))
                amount = -Decimal(chance.randrange(habit.low, habit.high)) / 100
                yield TruthRow(
                    day=day,
                    booked=day + timedelta(days=chance.choice([0, 1, 2])),
                    amount=amount,
                    payee=habit.payee,
                    printed=habit.printed,
                    category=habit.category,
                    account=habit.account,
                    kind="expense",
                    bank_category=habit.bank_category,
                )


def bill_rows(bills: tuple[Bill, ...]) -> Iterator[TruthRow]:
    for bill in bills:
        for year, month in months():
            day = in_month(year, month, bill.day)
            if not bill.first <= day <= bill.last:
                continue
            amount = Decimal(bill.amount)
            for start, later in bill.steps:
                amount = Decimal(later) if day >= start else amount
            yield TruthRow(
                day=day,
                booked=day,
                amount=amount,
                payee=bill.payee,
                printed=bill.printed,
                category=bill.category,
                account=bill.account,
                kind=bill.kind,
                bank_category=bill.bank_category,
            )


def settled(rows: list[TruthRow], without_purchase_day: frozenset[str]) -> tuple[TruthRow, ...]:
    """The rows up to today in order; accounts whose bank prints no purchase day count on the booked day."""
    kept = []
    for row in rows:
        day = row.booked if row.account in without_purchase_day else row.day
        if row.booked <= TODAY and day <= TODAY:
            kept.append(TruthRow(**{**row.__dict__, "day": day}))
    return tuple(sorted(kept, key=lambda row: (row.booked, row.account, row.printed, row.amount)))


def household(
    name: str,
    *,
    currency: str,
    rows: list[TruthRow],
    opening: dict[str, Decimal],
    without_purchase_day: frozenset[str],
    files: Callable[[tuple[TruthRow, ...], dict[str, Decimal]], tuple[BankFile, ...]],
) -> Household:
    """A household from its rows; `files` writes the bank's files for them."""
    truth = settled(rows, without_purchase_day)
    return Household(name, currency, files(truth, opening), truth, tuple(opening), opening)


def of_account(rows: tuple[TruthRow, ...], account: str) -> list[TruthRow]:
    return [row for row in rows if row.account == account]
