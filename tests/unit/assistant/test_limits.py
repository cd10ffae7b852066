"""Amount limits as a question says them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.assistant.limits import limits_said
from app.assistant.question import plain
from tests.helpers.assistant_samples import english

SAID = {
    "little stuff under ten bucks in november": ("", "ten bucks"),
    "receipts of 100 dollar or more": ("100 dollar", ""),
    "from 50 euro upwards": ("50 euro", ""),
    "stuff costing a fiver or less": ("", "a fiver"),
    "over $1,000, to whom": ("$1,000", ""),
    "between 20 and 30 euros": ("20", "30 euros"),
    "over 50 but under 100": ("50", "100"),
    "leaving out anything under thirty bucks": ("thirty bucks", ""),
    "excluding payments over 500 euro": ("", "500 euro"),
    "50+ purchases": ("50", ""),
    "at most two hundred": ("", "two hundred"),
    "over 2 months": ("", ""),
    "more than 3 times": ("", ""),
    "over 2024": ("", ""),
    "up to 3 november": ("", ""),
    "between june and july": ("", ""),
    "more than 20% of income": ("", ""),
    "less than last month": ("", ""),
}


@pytest.mark.parametrize(("question", "meant"), SAID.items())
def test_limits_are_found(question: str, meant: tuple[str, str]) -> None:
    found = limits_said(plain(question).text, english())
    assert (found.at_least, found.at_most) == meant


@given(st.integers(1, 9_999), st.sampled_from(["$", "€", "£"]), st.sampled_from(["over", "above", "more than"]))
def test_an_amount_with_its_sign_is_a_limit(amount: int, sign: str, lead: str) -> None:
    assert limits_said(f"purchases {lead} {sign}{amount} in may", english()).at_least == f"{sign}{amount}"
