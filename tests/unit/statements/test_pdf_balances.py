"""Words that name balances: opening, closing, and those that name neither."""

import pytest

from app.statements.pdf_balances import balance_label, is_balance_text
from app.statements.pdf_headers import heading_way


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Opening balance", "opening"), ("Alter Saldo", "opening"), ("Solde précédent", "opening"), ("New balance", "closing"),
     ("Kontostand neu", "closing"), ("Minimum payment due", ""), ("Credit limit", ""), ("Corner Bakery", "")],
)  # fmt: skip
def test_a_label_names_a_balance(text: str, kind: str) -> None:
    assert balance_label(text) == kind


@pytest.mark.parametrize(("text", "kind"), [("BALANCE BROUGHT FORWARD", "opening"), ("Balance transfer fee", "")])
def test_a_dated_line_is_a_balance_only_where_it_speaks_of_nothing_else(text: str, kind: str) -> None:
    assert is_balance_text(text) == kind


@pytest.mark.parametrize(
    ("text", "card", "way"),
    [("Deposits and additions", False, 1), ("Withdrawals", False, -1), ("Payments", True, 1), ("Payments", False, -1),
     ("Account summary", False, 0)],
)  # fmt: skip
def test_a_heading_says_which_way(text: str, card: bool, way: int) -> None:
    assert heading_way(text, card=card) == way
