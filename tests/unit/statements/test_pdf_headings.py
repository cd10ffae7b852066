"""Titles above rows: which way the money below them went, or that none moved."""

import pytest

from app.statements.pdf_headings import heading_way, says_nothing_moved


@pytest.mark.parametrize(
    ("text", "card", "way"),
    [("Deposits and additions", False, 1), ("Withdrawals", False, -1), ("Payments", True, 1), ("Payments", False, -1),
     ("Account summary", False, 0)],
)  # fmt: skip
def test_a_heading_says_which_way(text: str, card: bool, way: int) -> None:
    assert heading_way(text, card=card) == way


@pytest.mark.parametrize(("title", "open_"), [("Pending transactions", True), ("Reverted from October 1", True),
                                              ("Compras parceladas - próximas faturas", True), ("Your next payments", True),
                                              ("Your next payments were made", False),
                                              ("Account transactions, pending ones are not shown", False)])  # fmt: skip
def test_a_title_says_that_nothing_moved(title: str, open_: bool) -> None:
    assert says_nothing_moved(title) is open_
