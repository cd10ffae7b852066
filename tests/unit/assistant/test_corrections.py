"""What is put right while speaking: only what was meant is left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.assistant.corrections import as_meant

PUT_RIGHT = {
    "november wihtout rent": "november without rent",
    "Groceries in October, no wait, September, how much?": "Groceries in September, how much?",
    "Petrol in August \u2014 hang on, I tell a lie, July?": "Petrol in July?",
    "Five categories, June, no August, in order": "Five categories, August, in order",
    "How much is in savings, no sorry, in everyday checking?": "How much is in everyday checking?",
    "pizza in may no sorry in june": "pizza in june",
    "Books since the spring, say March, for a bet": "Books since March, for a bet",
    "Tea since winter began, call it 1 December last year": "Tea since 1 December last year",
    "Could one see the lot since summer, say from June on?": "Could one see the lot since June on?",
    "This autumn, er, fall, a typical fill-up": "This fall, a typical fill-up",
}
AS_SAID = (
    "sorry, rent in may?", "groceries in may, no rent", "rent from may to june - no sorry, that was all",
    "in may no more than 50", "october or september, which was dearer", "since spring, so rent too", "say april", "may - june", "no october yet",
)  # fmt: skip


@pytest.mark.parametrize(("said", "meant"), PUT_RIGHT.items())
def test_the_first_of_two_is_left_out(said: str, meant: str) -> None:
    assert as_meant(said) == meant


@pytest.mark.parametrize("said", AS_SAID)
def test_what_puts_nothing_right_stays(said: str) -> None:
    assert as_meant(said) == said


@given(st.text(max_size=80))
def test_nothing_is_added(text: str) -> None:
    assert len(as_meant(text)) <= len(text) + text.count("-") + text.count("\u2013") + text.count("\u2014")
