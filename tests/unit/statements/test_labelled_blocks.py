"""Transactions printed as lines of label and value are read as the rows they are."""

import pytest

from app.domain.statement import StatementFile
from app.domain.statement_kinds import ProofState, Severity
from app.statements.labelled_blocks import block_lines
from tests.helpers.statement_texts import read

ABOVE = "From: 01/01/2025 to 31/01/2025\n\nAccount: XXXX 7788\n\n"
BLOCK = "Date: {}\nDescription: {}\nAmount: {} \nBalance: {} \n\n"
BLOCKS = [
    BLOCK.format("15/01/2025", "PAID TO ZORP, RATE 1.00/GBP ON 14-01-2025", "-12.40", "537.60"),
    BLOCK.format("14/01/2025", "PAY REF: PLIM LTD", "450.25", "550.00"),
    BLOCK.format("13/01/2025", "BUS", "-0.25", "99.75"),
]
TEXT = ABOVE + "".join(BLOCKS)


def table(text: str) -> StatementFile:
    return read(text.encode("cp1252"), "a.txt")


def errors(file: StatementFile) -> list[int | None]:
    return [item.line for item in file.findings if item.severity is Severity.ERROR]


@pytest.mark.parametrize("text", [TEXT, TEXT.replace(": ", ":\xa0"), TEXT.replace("\n", "\r\n")])
def test_each_block_is_a_row(text: str) -> None:
    file = table(text)
    (statement,) = file.statements
    assert [(row.booked_on.day, row.amount) for row in statement.rows] == [(15, -1240), (14, 45025), (13, -25)]
    assert "PLIM LTD" in f"{statement.rows[1].printed_payee} {statement.rows[1].memo}"
    assert statement.proof.state is ProofState.PROVED
    assert statement.rows[0].line == 5
    assert not file.decisions


@pytest.mark.parametrize(("old", "new"), [("Amount: 450.25", "Amuont: 450.25"), ("Date: 14/01/2025\n", "")])
def test_a_block_that_lacks_its_day_or_amount_is_named(old: str, new: str) -> None:
    file = table(TEXT.replace(old, new))
    assert errors(file)
    assert all(row.amount in {-1240, -25} for one in file.statements for row in one.rows)


@pytest.mark.parametrize(
    "text",
    [
        "Date,Text,Amount\n2025-01-13 10:11,Note: x,4.00\n",
        "Title: a\nBody: b\nTitle: c\nBody: d\n",
        "Date: 13/01/2025\nAmount: 4.00\n",
        "",
        "words\nand words\n",
    ],
)
def test_other_texts_are_none(text: str) -> None:
    assert block_lines(text) is None
