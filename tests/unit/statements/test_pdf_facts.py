"""Whether a statement is of a card, and where it names accounts."""

import pytest

from app.statements.pdf_facts import account_marks, document_facts
from app.statements.pdf_rows import read_printed
from tests.helpers.pdf_drawn import scanned

ROWS = "\n40 Date | 110 Text | 400> Amount\n40 01/10/2023 | 110 Shop | 400> 5.00\n40 02/10/2023 | 110 Shop | 400> 6.00"


@pytest.mark.parametrize(
    ("text", "card"),
    [("Minimum payment due $25.00\n40 Payment due date 1 November 2023", True), ("Estratto conto della carta di credito", True), ("Apply for our new credit card today", False),
     ("Minimum monthly payment $25.00\n40 Due date 1 November 2023", True),
     ("Credit limit 5,000.00\n40 Visa\n40 Cash advances", True),
     ("Overdraft limit 500.00\n40 Card payments", False)],
)  # fmt: skip
def test_a_card_says_so_more_than_once(text: str, card: bool) -> None:
    assert document_facts(read_printed(scanned("40 " + text + ROWS)), "USD", file_name="a.pdf").card is card


def test_accounts_are_named_by_number_or_iban() -> None:
    lines = scanned("40 Account number 40-1234-5678\n40 IBAN DE02 1203 0000 0000 2020 51\n40 Account 12")
    assert account_marks(lines) == [(1, "4012345678"), (2, "DE02120300000000202051")]


def test_what_stands_in_a_row_that_cannot_be_read_names_no_currency() -> None:
    rows = "".join(f"\n40 0{day}.10.2023 | 110 Shop | 400> 5,00" for day in range(3, 8))
    text = f"40 Statement | 300 EUR\n40 Date | 110 Text | 400> Amount\n40 USD | 110 Shop | 400> 5,00{rows}"
    assert document_facts(read_printed(scanned(text)), "USD", file_name="a.pdf").currency == "EUR"
