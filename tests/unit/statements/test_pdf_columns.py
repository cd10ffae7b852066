"""Columns of amounts: which amounts stand free, and the words over them."""

import pytest

from app.statements.pdf_columns import columns_of, standing
from app.statements.pdf_headers import headers_in
from app.statements.table_words import Role
from tests.helpers.pdf_drawn import scanned


@pytest.mark.parametrize(
    ("line", "texts"),
    [("40 Shop | 400> 12.50", ["12.50"]), ("40 paid 12.50 in cash | 400> 1.00", ["1.00"]), ("40 Shop | 400> 12.50 *", ["12.50"]),
     ("40 Shop | 400> 12.50 (", ["12.50"]), ("40 Shop | 400> 12.50 units", [])],
)  # fmt: skip
def test_an_amount_stands_free_of_running_text(line: str, texts: list[str]) -> None:
    assert [money.text for money in standing(scanned(line)[0])] == texts


def test_each_column_takes_the_words_above_it() -> None:
    lines = scanned("40 Date | 300> Withdrawals | 400> Deposits | 500> Balance\n40 1 Oct | 300> 5.00 | 500> 95.00\n"
                    "40 2 Oct | 400> 1,000.00 | 500> 1,095.00")  # fmt: skip
    header = next(iter(headers_in(lines).values()))
    assert [column.role for column in columns_of(lines[1:], header)] == [Role.DEBIT, Role.CREDIT, Role.BALANCE]
    assert [column.role for column in columns_of(lines[1:], None)] == [None, None, None]
