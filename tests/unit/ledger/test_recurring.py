"""Recurring payments, what comes up and what is worth a look, from plain rows."""

from datetime import date, timedelta

import pytest

from app.analysis.recurring import Interval
from app.domain.counted import CountedRow
from app.domain.transaction import TransactionKind
from app.ledger.recurring import ExpenseRows, next_day, recurring_of
from app.ledger.upcoming import upcoming_of
from app.ledger.worth_a_look import LookReason, worth_a_look_of


def row(number: int, on: date, *, minor: int, payee: str = "Cinefile", category: str = "Fun") -> CountedRow:
    return CountedRow(number, on, minor, "USD", payee, category, 1, TransactionKind.EXPENSE)


def monthly(amounts: list[int], *, payee: str = "Cinefile", category: str = "Fun", day: int = 6) -> list[CountedRow]:
    return [
        row(at + 1, date(2025, at + 1, day), minor=-amount, payee=payee, category=category)
        for at, amount in enumerate(amounts)
    ]


@pytest.mark.parametrize(
    ("last", "interval", "then"),
    [
        (date(2025, 1, 31), Interval.MONTHLY, date(2025, 2, 28)),
        (date(2024, 2, 29), Interval.YEARLY, date(2025, 2, 28)),
        (date(2025, 11, 30), Interval.QUARTERLY, date(2026, 2, 28)),
        (date(2025, 12, 15), Interval.MONTHLY, date(2026, 1, 15)),
        (date(2025, 12, 29), Interval.WEEKLY, date(2026, 1, 5)),
        (date(2025, 12, 29), Interval.FORTNIGHTLY, date(2026, 1, 12)),
    ],
)
def test_the_next_day_keeps_to_the_calendar(last: date, interval: Interval, then: date) -> None:
    assert next_day(last, interval) == then


def test_active_payments_come_first_and_cash_is_none() -> None:
    ended = [row(50 + at, date(2025, 1, 3) + timedelta(days=30 * at), minor=-90_000, payee="Old") for at in range(4)]
    rows = [*ended, *monthly([799] * 8), *monthly([6_000] * 8, payee="Atm", category="Cash")]
    found = recurring_of(ExpenseRows(rows, date(2025, 8, 31)))
    assert [(each.payee, each.active) for each in found] == [("Cinefile", True), ("Old", False)]
    assert found[0].per_year.minor == 12 * 799


def test_what_comes_up_holds_days_no_statement_covers_yet() -> None:
    payments = recurring_of(ExpenseRows(monthly([799] * 8), date(2025, 9, 4)))
    assert [each.on for each in upcoming_of(payments, date(2025, 9, 8), known_until=date(2025, 9, 4))] == [
        date(2025, 9, 6),
        date(2025, 10, 6),
    ]
    covered = upcoming_of(payments, date(2025, 9, 8), known_until=date(2025, 9, 7))
    assert [each.on for each in covered] == [date(2025, 10, 6)]


def test_a_raised_and_a_doubled_charge_are_worth_a_look_newest_first() -> None:
    twice = [row(90 + at, date(2025, 8, 20 + at), minor=-6_400, payee="Bloom Florist") for at in range(2)]
    expenses = ExpenseRows([*monthly([799] * 6 + [999] * 2), *twice], date(2025, 8, 31))
    found = worth_a_look_of(expenses, recurring_of(expenses))
    assert [(each.reason, each.payee, each.amount.minor) for each in found] == [
        (LookReason.DOUBLED, "Bloom Florist", 6_400),
        (LookReason.RAISED, "Cinefile", 999),
    ]
    assert found[0].evidence == (90, 91)
    assert found[1].usual is not None
    assert found[1].usual.minor == 799


def test_a_change_downwards_or_long_ago_is_not() -> None:
    cheaper = ExpenseRows(monthly([999] * 4 + [799] * 4), date(2025, 8, 31))
    assert worth_a_look_of(cheaper, recurring_of(cheaper)) == ()
    old = ExpenseRows(monthly([799] + [999] * 7), date(2025, 8, 31))
    assert worth_a_look_of(old, recurring_of(old)) == ()
