"""Two columns with only a currency over each: one holds the amounts, none is a running balance, a guess is told."""

import pytest

from app.domain.statement import StatementFile
from app.domain.statement_kinds import ProofState, Severity
from tests.helpers.pdf_drawn import drawn
from tests.helpers.statement_texts import read

ROWS = """40 01/10/2023 | 110 Shop | 400> -5.00 | 480> -4.70
40 15/10/2023 | 110 Pay | 400> 100.00 | 480> 94.00
40 20/10/2023 | 110 Rent | 400> -60.00 | 480> -56.40
"""


def statement(*, first: str = "USD", second: str = "EUR", title: str = "Statement", rows: str = ROWS) -> StatementFile:
    """A table whose amounts stand below two currencies."""
    return read(drawn(f"40 {title}\n40 Date | 110 Text | 400> {first} | 480> {second}\n{rows}"), "a.pdf")


def told(file: StatementFile) -> list[tuple[Severity, str]]:
    """Severity and code of its findings."""
    return [(one.severity, one.code) for one in file.findings]


@pytest.mark.parametrize(
    ("title", "currency", "amounts"),
    [("Account currency: EUR", "EUR", [-470, 9400, -5640]), ("Account currency: USD", "USD", [-500, 10000, -6000]),
     ("IBAN DE02120300000000202051", "EUR", [-470, 9400, -5640])],
)  # fmt: skip
def test_the_currency_of_the_account_says_which_column_counts(title: str, currency: str, amounts: list[int]) -> None:
    file = statement(title=title)
    (one,) = file.statements
    assert (one.currency, [row.amount for row in one.rows]) == (currency, amounts)
    assert one.proof.state is ProofState.UNPROVED
    assert told(file) == []


def test_where_nothing_says_which_counts_the_first_is_taken_with_a_word() -> None:
    file = statement()
    (one,) = file.statements
    assert (one.currency, [row.amount for row in one.rows]) == ("USD", [-500, 10000, -6000])
    assert [row.running_balance for row in one.rows] == [None] * 3
    assert told(file) == [(Severity.WARNING, "amount_guessed")]


def test_a_row_with_an_amount_only_in_the_other_currency_is_named() -> None:
    file = statement(title="Account currency: USD", rows=ROWS + "40 21/10/2023 | 110 Inn | 480> -7.00\n")
    assert (Severity.ERROR, "bad_amount") in told(file)


def test_one_currency_beside_a_balance_is_read_as_ever() -> None:
    rows = ROWS.replace("-4.70", "95.00").replace("94.00", "195.00").replace("-56.40", "135.00")
    (one,) = statement(second="Balance", rows=rows).statements
    assert [row.running_balance for row in one.rows] == [9500, 19500, 13500]
