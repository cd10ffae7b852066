"""Money: exact in and out, never across currencies."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.currency import currency, currency_codes, is_currency, todays_code
from app.domain.errors import AmountError, MixedCurrencyError, UnknownCurrencyError
from app.domain.money import Money, decimal_text, minor_units
from app.domain.money_text import money_text

minors = st.integers(min_value=-(10**15), max_value=10**15)
codes = st.sampled_from(currency_codes())


@given(minors, codes)
def test_a_decimal_comes_back_as_the_same_money(minor: int, code: str) -> None:
    money = Money.of(minor, code)
    assert Money.parse(money.decimal(), code) == money


@given(minors, codes)
def test_the_decimal_is_the_minor_units_moved_by_the_digits(minor: int, code: str) -> None:
    money = Money.of(minor, code)
    assert Decimal(money.decimal()) == Decimal(minor).scaleb(-money.currency.digits)
    assert len(money.decimal().partition(".")[2]) == money.currency.digits


@given(minors, minors)
def test_sums_are_exact(one: int, other: int) -> None:
    assert (Money.of(one, "EUR") + Money.of(other, "EUR") - Money.of(other, "EUR")).minor == one
    assert (-Money.of(one, "EUR")).minor == -one
    assert abs(Money.of(one, "EUR")).minor == abs(one)


def test_two_currencies_are_never_added() -> None:
    with pytest.raises(MixedCurrencyError):
        Money.of(1, "EUR") + Money.of(1, "USD")


@pytest.mark.parametrize("text", ["", "12,34", "1.234", "1e3", "--1", "12.", ".5", "1 000", "NaN", "٣"])
def test_a_text_that_would_lose_digits_is_refused(text: str) -> None:
    with pytest.raises(AmountError):
        minor_units(text, 2)


def test_zeros_past_the_digits_lose_nothing() -> None:
    assert minor_units("12.3400", 2) == 1234
    assert minor_units("5.000", 0) == 5
    assert minor_units("-0.05", 2) == -5


@given(codes | st.text(max_size=4))
def test_a_code_in_use_is_todays_and_others_are_not(text: str) -> None:
    assert todays_code(f" {text.lower()}") == (text.strip().upper() if is_currency(text) else "") or text == "RUR"


@pytest.mark.parametrize(("old", "code"), [("RUR", "RUB"), ("rur", "RUB"), ("BYR", ""), ("TRL", ""), ("ROL", "")])
def test_an_old_code_is_todays_only_where_the_money_is_the_same(old: str, code: str) -> None:
    assert todays_code(old) == code
    assert not is_currency(old)


@given(st.text(max_size=6))
def test_only_codes_in_use_are_currencies(text: str) -> None:
    if is_currency(text):
        assert currency(text).code == text.strip().upper()
    else:
        with pytest.raises(UnknownCurrencyError):
            currency(text)


def test_digits_follow_iso_4217() -> None:
    assert [currency(code).digits for code in ("USD", "JPY", "KWD", "ISK")] == [2, 0, 3, 0]
    assert len(currency_codes()) == len(set(currency_codes())) > 150


@pytest.mark.parametrize(
    ("minor", "code", "text"),
    [
        (140218, "USD", "$1,402.18"),
        (-1200, "EUR", "−€12.00"),
        (5, "GBP", "£0.05"),
        (-123456, "JPY", "−¥123,456"),
        (1234567, "KWD", "KWD\N{NO-BREAK SPACE}1,234.567"),
    ],
)
def test_money_as_people_write_it(minor: int, code: str, text: str) -> None:
    assert money_text(Money.of(minor, code)) == text


def test_a_plus_only_marks_money_in() -> None:
    assert money_text(Money.of(1, "USD"), plus=True) == "+$0.01"
    assert money_text(Money.of(0, "USD"), plus=True) == "$0.00"
    assert decimal_text(-1, 2) == "-0.01"
