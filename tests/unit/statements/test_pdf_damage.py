"""Words meant as a date or an amount: how far they may be off, and what is none."""

import pytest

from app.statements.pdf_damage import is_damaged_date, is_damaged_money, is_nearly_figures, shape_of

_DAYS = frozenset({"99.99.9999"})


def test_a_shape_says_what_stands_where() -> None:
    assert shape_of("05 Nov 2025") == "99 aaa 9999"
    assert shape_of("-1.000,0O €") == "-9.999,9a €"


@pytest.mark.parametrize("text", ["31.02.2025", "3x.11.2025", "05-11.2025", "05.11.202", "5.11.025", "0x.1y.2025"])
def test_a_date_may_be_two_characters_off(text: str) -> None:
    assert is_damaged_date(text, _DAYS)


@pytest.mark.parametrize("text", ["x.11.y025z", "5.11", "05:11", "05112025", "05.11.2025 to 07.11.2025 or so"])
def test_what_is_farther_off_is_no_date(text: str) -> None:
    assert not is_damaged_date(text, _DAYS)


def test_a_short_date_may_be_one_character_off() -> None:
    assert is_damaged_date("0x/11", {"99/99"})
    assert not is_damaged_date("0x-11", {"99/99"})


@pytest.mark.parametrize("text", ["1.0x0,00", "12,5", "12,5?", "12,50,", "1O,O0"])
def test_an_amount_is_known_by_its_figures(text: str) -> None:
    assert is_damaged_money(text)
    assert is_nearly_figures(text)


@pytest.mark.parametrize("text", ["12,50", "0.0", "word", "1a2b3c4d"])
def test_what_is_whole_or_too_far_off_is_not_damaged(text: str) -> None:
    assert not is_damaged_money(text)
