"""The amount of a row out of its cells under the sign rule, and the balance beside it."""

import pytest

from app.statements.fields import AmountConvention
from app.statements.table_amounts import AmountReader, CellProblem
from tests.helpers.tables import laid_out

HEADS = {
    "one": "Date;Text;Amount;Balance\n2025-01-13;A;-1.00;9.00\n2025-01-14;B;2.00;11.00\n",
    "pair": "Date;Text;Debit;Credit\n2025-01-13;A;1.00;\n2025-01-14;B;;2.00\n",
    "flag": "Date;Text;Amount;D/C\n2025-01-13;A;1.00;D\n2025-01-14;B;2.00;C\n",
    "card": "Date;Text;Amount;Card number\n2025-01-13;A;1.00;*1\n2025-01-14;B;2.00;*1\n2025-01-15;C;-3.00;*1\n",
    "plus": "Date;Text;Amount\n2025-01-13;A;1.00\n2025-01-14;B;+2.00\n",
    "fee": "Date;Text;Amount;Fee;Balance\n2025-01-13;A;-1;0.10;8.90\n2025-01-14;B;2;0.00;10.90\n2025-01-15;C;-1;0.5;9.40\n",
    "open": "Date;Text;Amount;Balance\n2025-01-13;A;20;480\n2025-01-14;B;5;485\n2025-01-15;C;1;484\n",
}


def reader(head: str) -> AmountReader:
    return AmountReader(laid_out(HEADS[head]), AmountConvention("."))


@pytest.mark.parametrize(
    ("head", "cells", "wanted"),
    [
        ("one", ["-7.50", ""], -750),
        ("one", ["", ""], None),
        ("pair", ["7.50", ""], -750),
        ("pair", ["", "7.50"], 750),
        ("pair", ["", ""], None),
        ("flag", ["7.50", "D"], -750),
        ("flag", ["7.50", "C"], 750),
        ("card", ["7.50", "*1"], -750),
        ("card", ["-7.50", "*1"], 750),
        ("plus", ["7.50"], -750),
        ("plus", ["+7.50"], 750),
        ("fee", ["-7.50", "0.25", ""], -775),
        ("open", ["0", ""], 0),
    ],
)
def test_an_amount_is_signed_by_the_rule(head: str, cells: list[str], wanted: int | None) -> None:
    assert reader(head).amount(["2025-01-20", "X", *cells], "EUR", line=9) == wanted


@pytest.mark.parametrize(
    ("head", "cells", "column", "code"),
    [
        ("one", ["7x", ""], 2, "not_an_amount"),
        ("pair", ["7.50", "1.00"], 3, "not_an_amount"),
        ("pair", ["", "7.505"], 3, "too_many_decimals"),
        ("flag", ["7.50", "Q"], 3, "unknown_direction"),
        ("fee", ["-7.50", "x", ""], 3, "not_an_amount"),
        ("open", ["7.50", ""], 2, "unknown_direction"),
    ],
)
def test_a_problem_names_its_column(head: str, cells: list[str], column: int, code: str) -> None:
    found = reader(head).amount(["2025-01-20", "X", *cells], "EUR", line=9)
    assert isinstance(found, CellProblem)
    assert (found.column, found.problem.code) == (column, code)


def test_digits_follow_the_currency() -> None:
    assert reader("one").amount(["2025-01-20", "X", "-7", ""], "JPY", line=9) == -7
    assert reader("one").amount(["2025-01-20", "X", "-7", ""], "KWD", line=9) == -7000


def test_the_balance_after_the_row() -> None:
    assert reader("one").balance(["2025-01-20", "X", "-7.50", "3.50"], -750, "EUR") == 350
    assert reader("one").balance(["2025-01-20", "X", "-7.50", ""], -750, "EUR") is None
