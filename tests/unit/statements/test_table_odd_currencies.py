"""A currency that only the sign in one row names is told; codes, and signs in several rows, are not."""

import pytest

from tests.helpers.statement_texts import read


def told(head: str, rows: list[str]) -> list[tuple[str, int | None, str | None]]:
    body = "".join(f"{13 + at}.01.2025;A;{row}\n" for at, row in enumerate(rows))
    file = read(f"Date;Text;{head}\n{body}".encode(), "a.csv")
    return [(one.code, one.line, one.column) for one in file.findings if one.code == "odd_currency"]


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        (["1.00;EUR", "2.00;R$", "-3.00;EUR"], 3),
        (["1.00;R$", "-2.00;EUR"], 2),
        (["1.00;EUR", "2.00;BRL", "-3.00;EUR"], None),
        (["1.00;€", "2.00;R$", "-3.00;€"], None),
        (["1.00;EUR", "2.00;R$", "-3.00;EUR", "-4.00;R$"], None),
    ],
)
def test_a_sign_among_codes_is_told(rows: list[str], line: int | None) -> None:
    assert told("Amount;Currency", rows) == ([] if line is None else [("odd_currency", line, "Currency")])


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        (["$1.00", "-S$7.83", "$3.00", "-$1.00"], 3),
        (["1.00", "-7.83", "£3.00", "-1.00"], 4),
        (["1.00", "-7.83", "3.00 CR", "-1.00"], None),
        (["$1.00", "-R$7.83", "$3.00", "-$1.00"], 3),
        (["1.00 EUR", "-7.83 USD", "3.00 EUR"], None),
        (["€1.00", "-£7.83", "€3.00", "-£1.00"], None),
    ],
)
def test_a_sign_beside_one_amount_is_told(rows: list[str], line: int | None) -> None:
    assert told("Amount", rows) == ([] if line is None else [("odd_currency", line, "Amount")])


@pytest.mark.parametrize(
    ("rows", "is_told"),
    [(["1.00", "-7.83 EUR"], True), (["1.00 EUR", "-7.83 EUR"], False), (["1.00", "2.00", "-7.83 EUR"], False)],
)
def test_of_two_amounts_one_with_a_currency_is_told(rows: list[str], is_told: bool) -> None:
    assert told("Amount", rows) == ([("odd_currency", None, "Amount")] if is_told else [])


def test_a_word_for_a_debit_is_no_currency() -> None:
    assert told("Amount", ["4.50 DB", "9.25 CR", "1.00 CR"]) == []
