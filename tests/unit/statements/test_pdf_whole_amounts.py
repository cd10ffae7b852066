"""Currencies printed without decimals: yen, won and forints are amounts where the statement names such a currency."""

from datetime import date

import pytest

from app.domain.statement_kinds import ProofState
from tests.helpers.pdf_layouts import AMOUNT_BALANCE, PERIOD
from tests.helpers.pdf_marks import dashed
from tests.helpers.pdf_statements import Column, Layout, Row, print_statement
from tests.helpers.statement_texts import read

ROWS = tuple(
    Row(date(2024, 5, 2 + 3 * index), (-1 if index % 3 else 4) * (1357 * index + 480), f"Shop {index}")
    for index in range(8)
)


def whole(minor: int) -> str:
    return f"{minor:,}"


def dotted(minor: int) -> str:
    return f"{minor:,}".replace(",", ".")


@pytest.mark.parametrize(
    ("code", "write", "factor"),
    [("JPY", whole, 1), ("KRW", whole, 1), ("HUF", dotted, 100)],
    ids=["yen", "won", "forint"],
)
def test_whole_amounts_are_read_and_proved(code: str, write: object, factor: int) -> None:
    columns = (*AMOUNT_BALANCE[:2], Column("amount", (f"Amount {code}",), 450, right=True),
               Column("balance", (f"Balance {code}",), 545, right=True))  # fmt: skip
    layout = Layout("whole", columns, dashed, write, above=(PERIOD,), opening=95_000, _rows=ROWS)  # type: ignore[arg-type]
    (statement,) = read(print_statement(layout), "whole.pdf").statements
    assert [row.amount for row in statement.rows] == [row.amount * factor for row in ROWS]
    assert [row.booked_on for row in statement.rows] == [row.on for row in ROWS]
    assert (statement.currency, statement.proof.state) == (code, ProofState.PROVED)


def test_whole_numbers_are_no_amounts_of_a_currency_with_cents() -> None:
    layout = Layout("whole", AMOUNT_BALANCE, dashed, whole, above=(PERIOD,), opening=95_000, _rows=ROWS)
    assert read(print_statement(layout), "whole.pdf").refused
