"""Amounts, dates and counts as people read them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.currency import currency_codes
from app.domain.money import Money
from app.presenters.formatting import (
    MINUS,
    bytes_text,
    count_text,
    day_and_time,
    day_text,
    money_text,
    month_and_year,
    month_before,
    month_name,
    month_short,
    percent_text,
    short_amount,
    veiled_text,
)


@pytest.mark.parametrize(
    ("minor", "code", "text"),
    [
        (-121940, "USD", "−$1,219.40"),
        (0, "USD", "$0.00"),
        (-5, "USD", "−$0.05"),
        (123456789, "JPY", "¥123,456,789"),
        (-1500, "KWD", "−KWD\u00a01.500"),
        (100000, "PLN", "1,000.00\u00a0zł"),
        (100000, "CAD", "CA$1,000.00"),
        (100000, "CHF", "CHF\u00a01,000.00"),
    ],
)
def test_money(minor: int, code: str, text: str) -> None:
    assert money_text(Money.of(minor, code)) == text


def test_money_signs() -> None:
    amount = Money.of(498000, "USD")
    assert money_text(amount, plus=True) == "+$4,980.00"
    assert money_text(-amount, sign=False) == "$4,980.00"
    assert money_text(-amount, symbol=False) == "−4,980.00"
    assert money_text(Money.of(0, "USD"), plus=True) == "$0.00"


@given(st.integers(-(10**15), 10**15), st.sampled_from(currency_codes()))
def test_money_text_keeps_every_digit(minor: int, code: str) -> None:
    money = Money.of(minor, code)
    shown = money_text(money, symbol=False)
    back = Decimal(shown.replace(",", "").replace(MINUS, "-"))
    assert back == Decimal(money.decimal())
    assert "-" not in shown


@pytest.mark.parametrize(
    ("minor", "code", "text"),
    [
        (0, "USD", "0"),
        (600000, "USD", "6k"),
        (150000, "USD", "1.5k"),
        (25000, "USD", "250"),
        (-200000, "USD", "−2k"),
        (50, "USD", "0.50"),
        (250_000_000, "USD", "2.5m"),
        (3_000_000_000, "JPY", "3bn"),
    ],
)
def test_axis_marks(minor: int, code: str, text: str) -> None:
    assert short_amount(minor, code) == text


def test_months() -> None:
    assert month_name("2025-11") == "November"
    assert month_short("2025-09") == "Sep"
    assert month_and_year("2025-01") == "Jan 2025"
    assert month_before("2025-01") == "2024-12"
    assert month_before("2025-12") == "2025-11"


@given(st.dates(min_value=date(1, 2, 1)))
def test_the_month_before_ends_the_day_before_the_first(day: date) -> None:
    first = day.replace(day=1)
    earlier = date.fromordinal(first.toordinal() - 1)
    assert month_before(f"{day:%Y-%m}".zfill(7)) == f"{earlier.year:04d}-{earlier.month:02d}"


def test_days() -> None:
    now = datetime(2025, 11, 29, 20, 0, tzinfo=UTC)
    assert day_text(date(2025, 11, 9)) == "9 Nov 2025"
    assert day_and_time(datetime(2025, 11, 29, 9, 41, tzinfo=UTC), now) == "today 09:41"
    assert day_and_time(datetime(2025, 11, 28, 23, 59, tzinfo=UTC), now) == "yesterday 23:59"
    assert day_and_time(datetime(2025, 11, 1, 9, 41, tzinfo=UTC), now) == "1 Nov 2025"


@pytest.mark.parametrize(
    ("part", "whole", "decimals", "text"),
    [
        (1, 2, 0, "50\u00a0%"),
        (1, 8, 0, "13\u00a0%"),
        (25, 1000, 0, "3\u00a0%"),
        (-1, 3, 1, "−33.3\u00a0%"),
        (1, 0, 0, ""),
    ],
)
def test_percent_rounds_half_up(part: int, whole: int, decimals: int, text: str) -> None:
    assert percent_text(part, whole, decimals=decimals) == text


def test_sizes_and_counts() -> None:
    assert [bytes_text(size) for size in (0, 999, 18_220, 4_612_096)] == ["0 bytes", "999 bytes", "18 kB", "4.6 MB"]
    assert count_text(1, "row", many="rows") == "1 row"
    assert count_text(1204, "row", many="rows") == "1,204 rows"


@pytest.mark.parametrize(
    ("text", "veiled"),
    [
        ("The balance should be 1,234.50, not 2.234,50", "The balance should be •••••, not •••••"),
        ("03.04.2026 -> 2026-04-03: CORNER SHOP -12.00", "03.04.2026 -> 2026-04-03: CORNER SHOP -•••••"),
        ("7 rows on line 12, account 4471", "7 rows on line 12, account 4471"),
        ("$10000.00", "$•••••"),
    ],
)
def test_amounts_in_a_text_are_veiled_and_days_are_not(text: str, veiled: str) -> None:
    assert veiled_text(text) == veiled
