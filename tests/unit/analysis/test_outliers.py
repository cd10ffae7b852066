"""Outliers: doubled charges that are no habit, charges far above the usual."""

from datetime import date, timedelta

from app.analysis.outliers import duplicate_charges, unusual_charges
from app.domain.counted import CountedRow
from app.domain.transaction import TransactionKind


def row(number: int, day: date, minor: int, *, payee: str = "Bloom Florist", account: int = 1) -> CountedRow:
    return CountedRow(number, day, minor, "USD", payee, "Gifts", account, TransactionKind.EXPENSE)


def test_the_same_charge_within_two_days_looks_doubled() -> None:
    day = date(2025, 10, 3)
    pairs = duplicate_charges([row(1, day, -6400), row(2, day + timedelta(days=1), -6400), row(3, day, -6500)])
    assert [(one.id, other.id) for one, other in pairs] == [(1, 2)]


def test_another_account_or_a_later_day_is_no_double() -> None:
    day = date(2025, 10, 3)
    assert duplicate_charges([row(1, day, -6400), row(2, day, -6400, account=2)]) == ()
    assert duplicate_charges([row(1, day, -6400), row(2, day + timedelta(days=3), -6400)]) == ()


def test_a_daily_coffee_is_a_habit() -> None:
    coffees = [row(place, date(2025, 10, 1) + timedelta(days=place), -350, payee="Cafe") for place in range(9)]
    assert duplicate_charges(coffees) == ()


def test_a_charge_three_times_the_usual_is_told_with_the_usual() -> None:
    usual = [
        row(place, date(2025, 1, 1) + timedelta(days=9 * place), -1000 - place, payee="Shop") for place in range(8)
    ]
    (found,) = unusual_charges([*usual, row(99, date(2025, 6, 1), -9000, payee="Shop")])
    assert (found.row.id, found.usual) == (99, 1004)


def test_few_rows_make_nothing_usual() -> None:
    assert unusual_charges([row(1, date(2025, 1, 1), -100), row(2, date(2025, 1, 9), -90000)]) == ()


def test_where_one_goes_often_only_the_same_day_looks_doubled() -> None:
    visits = [
        row(place, date(2025, 9, 1) + timedelta(days=6 * place), -400 - place, payee="Roasters") for place in range(9)
    ]
    day = date(2025, 10, 1)
    apart = [row(90, day, -475, payee="Roasters"), row(91, day + timedelta(days=2), -475, payee="Roasters")]
    assert duplicate_charges([*visits, *apart]) == ()
    assert len(duplicate_charges([*visits, *apart, row(92, day, -475, payee="Roasters")])) == 1
