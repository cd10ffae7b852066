"""Directions that only a person can tell are asked for, and read as chosen."""

import pytest

from app.domain.statement import StatementFile
from app.domain.statement_kinds import Severity
from tests.helpers.statement_texts import read

PAIR = "2025-01-13;Ann;12.34;\n2025-01-14;Bob;;100.00\n2025-01-15;Cid;45.00;\n"
KINDS = "2025-01-13;Ann;Zorp;12.34\n2025-01-14;Bob;Klun;100.00\n2025-01-15;Cid;Zorp;45.00\n"


def amounts(file: StatementFile) -> list[int]:
    return [row.amount for statement in file.statements for row in statement.rows]


@pytest.mark.parametrize(
    "text",
    [PAIR, f"Date;Name;Blif;Nerk\n{PAIR}", f"Date;Name;Kind;Amount\n{KINDS}", f"Date;Name;Type;Amount\n{KINDS}"],
)
def test_what_the_file_leaves_open_is_asked_with_rows_both_ways(text: str) -> None:
    file = read(text.encode(), "a.csv")
    (decision,) = file.decisions
    assert (decision.question, decision.choices) == ("sign", ("as_printed", "inverted"))
    assert [len(shown) for shown in decision.examples] == [3, 3]
    assert all(one != two for one, two in zip(*decision.examples, strict=True))


@pytest.mark.parametrize("text", [f"Date;Name;Blif;Nerk\n{PAIR}", f"Date;Name;Kind;Amount\n{KINDS}"])
@pytest.mark.parametrize(
    ("choice", "wanted"), [("as_printed", [-1234, 10000, -4500]), ("inverted", [1234, -10000, 4500])]
)
def test_the_choice_taken_settles_it(text: str, choice: str, wanted: list[int]) -> None:
    file = read(text.encode(), "a.csv", sign=choice)
    assert file.decisions == ()
    assert amounts(file) == wanted


def test_texts_of_the_rows_settle_a_pair_without_words_above_it() -> None:
    rows = "2025-01-13;Cafe;;12.34\n2025-01-14;Payroll deposit;100.00;\n2025-01-15;Direct debit power;;45.00\n"
    file = read(rows.encode(), "a.csv")
    assert file.decisions == ()
    assert amounts(file) == [-1234, 10000, -4500]


def test_known_words_for_kinds_are_read_in_their_language() -> None:
    rows = "13.01.2025;Cafe;Betaalautomaat;12,34\n14.01.2025;Acme;Storting;100,00\n15.01.2025;Gas;Incasso;45,00\n"
    file = read(f"Datum;Naam;Soort;Bedrag\n{rows}".encode(), "a.csv")
    assert (file.decisions, amounts(file)) == ((), [-1234, 10000, -4500])


def test_a_kind_nobody_knows_among_known_ones_is_named_with_its_line() -> None:
    rows = "13.01.2025;Cafe;POS;12,34\n14.01.2025;Acme;Deposit;100,00\n15.01.2025;Gas;Zorp;45,00\n16.01.2025;Tea;POS;1,00\n"
    file = read(f"Date;Name;Type;Amount\n{rows}".encode(), "a.csv")
    assert [(item.code, item.line) for item in file.findings if item.severity is Severity.ERROR] == [
        ("unknown_direction", 4)
    ]


def test_categories_are_no_directions() -> None:
    rows = "2025-01-13;Ann;Food;12.34\n2025-01-14;Bob;Rent;100.00\n2025-01-15;Cid;Food;45.00\n"
    file = read(f"Date;Name;Category;Amount\n{rows}".encode(), "a.csv")
    assert (file.decisions, amounts(file)) == ((), [1234, 10000, 4500])


def test_signs_in_a_pair_without_words_count_unless_the_texts_say_otherwise() -> None:
    rows = "2025-01-13;Cafe;12.34;\n2025-01-14;{};;-100.00\n2025-01-15;Tea;45.00;\n"
    assert amounts(read(rows.format("Online payment, thank you").encode(), "a.csv")) == [-1234, 10000, -4500]
    assert amounts(read(rows.format("Zorp").encode(), "a.csv")) == [1234, -10000, 4500]
