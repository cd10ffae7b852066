"""A minus in a column of money out whose others have none is told: it may be a word of its own, or take one back."""

import pytest

from app.domain.statement import StatementFile
from tests.helpers.statement_texts import read

ROWS = "2025-01-13;Tea;4.00;\n2025-01-14;Pay;;90.00\n2025-01-15;Zorp;-3.00;\n2025-01-16;Bus;2.00;\n"


def told(file: StatementFile) -> list[tuple[int | None, str | None]]:
    return [(item.line, item.column) for item in file.findings if item.code == "odd_sign"]


def test_a_lone_minus_among_debits_is_read_as_taken_back_and_told() -> None:
    file = read(f"Date;Text;Debit;Credit\n{ROWS}".encode(), "a.csv")
    assert [row.amount for row in file.statements[0].rows] == [-400, 9000, 300, -200]
    assert told(file) == [(4, "Debit")]


def test_a_plain_amount_among_debits_with_a_minus_is_told_too() -> None:
    rows = "2025-01-13;Tea;-4.00;\n2025-01-14;Zorp;3.00;\n2025-01-15;Bus;-2.00;\n2025-01-16;Pay;;9.00\n"
    file = read(f"Date;Text;Debit;Credit\n{rows}".encode(), "a.csv")
    assert told(file) == [(3, "Debit")]


@pytest.mark.parametrize(
    "text",
    [
        "Date;Text;Debit;Credit\n2025-01-13;Tea;-4.00;\n2025-01-14;Pay;;9.00\n2025-01-15;Bus;-2.00;0.00\n",
        "Date;Text;Debit;Credit;Balance\n2025-01-13;Tea;4.00;;96.00\n2025-01-14;Zorp;-3.00;;99.00\n2025-01-15;Bus;2.00;;97\n",
        "Date;Text;Amount\n2025-01-13;Tea;-4.00\n2025-01-14;Zorp;3.00\n2025-01-15;Bus;-2.00\n",
    ],
)
def test_signs_that_are_alike_or_proved_by_balances_are_not_told(text: str) -> None:
    assert told(read(text.encode(), "a.csv")) == []
