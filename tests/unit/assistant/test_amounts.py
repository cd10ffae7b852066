"""Amounts, counts and changes as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.assistant.amounts import amount, change, count
from tests.helpers.assistant_samples import english


@pytest.mark.parametrize(
    ("said", "minor"),
    [("50", 5000), ("$50", 5000), ("1,000", 100_000), ("1,250.00", 125_000), ("1.250,00", 125_000), ("12.5", 1250), ("49,99", 4999), ("1k", 100_000),
     ("fifty", 5000), ("two hundred dollars", 20_000), ("a thousand", 100_000), ("20 bucks", 2000), ("0.05", 5)],
)  # fmt: skip
def test_an_amount_is_exact(said: str, minor: int) -> None:
    assert amount(said, english(), code="USD") == minor


@pytest.mark.parametrize("said", ["50 euros", "£20", "many", "", "30 chf"])
def test_another_currency_or_no_amount_is_none(said: str) -> None:
    assert amount(said, english(), code="USD") is None


def test_a_currency_without_minor_unit() -> None:
    assert amount("5,000", english(), code="JPY") == 5000


@given(st.integers(0, 10**9))
def test_every_plain_decimal_is_read_back(minor: int) -> None:
    assert amount(f"{minor // 100}.{minor % 100:02}", english(), code="USD") == minor
    assert amount(f"{minor // 100:,}.{minor % 100:02}", english(), code="USD") == minor


@pytest.mark.parametrize(
    ("said", "number"), [("5", 5), ("top ten", 10), ("three", 3), ("0", None), ("all", None), ("5000", None)]
)
def test_a_count(said: str, number: int | None) -> None:
    assert count(said, english()) == number


@pytest.mark.parametrize(
    ("said", "question", "percent"),
    [("half", "what if i cut rent in half", -50), ("20%", "if i spend 20% less on food", -20), ("20%", "what if rent goes up by 20%", 20),
     ("a third", "cut food by a third", -33), ("two thirds", "cut food by two thirds", -66), ("cancelled", "if i cancelled streamly", -100),
     ("15 percent", "15 percent less", -15), ("double", "what if i double food", 100), ("1/4", "cut it by 1/4", -25), ("$50", "spend $50 less", None),
     ("half", "half as much on food", -50), ("half", "what if i spend half as much again", 50)],
)  # fmt: skip
def test_a_change(said: str, question: str, percent: int | None) -> None:
    assert change(said, question, language=english()) == percent
