"""A word of direction in one row alone is told where others mean the same; a column's own two are not."""

from collections.abc import Sequence

import pytest

from app.domain.statement import StatementFile
from app.domain.statement_kinds import Severity
from tests.helpers.statement_texts import read


def table(words: Sequence[str], name: str = "D/C") -> StatementFile:
    rows = (f"2025-01-{13 + at};Shop {at};{at + 1}.50;{word}\n" for at, word in enumerate(words))
    return read(f"Date;Text;Amount;{name}\n{''.join(rows)}".encode(), "a.csv")


def told(file: StatementFile) -> list[tuple[Severity, str, int | None, str | None]]:
    return [(finding.severity, finding.code, finding.line, finding.column) for finding in file.findings]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("D D C I C D", 5),
        ("DBIT CRDT DBIT + CRDT", 5),
        ("- + - + I -", 6),
        ("Soll Haben Soll Haben in", 6),
        ("C D O D C", 4),
        ("S S S I S S", 5),
        ("S S I", 4),
        ("Soll Soll H Soll", 4),
        ("CRDT DBIT DBIT debit_DR CRDT", 5),
        ("Debit Credit debite Debit Credit", 4),
        ("- + - debit/debit +", 5),
        ("DBIT DBIT inn", 4),
        ("CRDT CRDT debt", 4),
    ],
)
def test_a_word_that_is_none_of_the_columns_own_is_told_with_its_line(words: str, line: int) -> None:
    file = table(words.split())
    assert told(file) == [(Severity.WARNING, "lone_direction", line, "D/C")]
    assert len(file.statements[0].rows) == len(words.split())


def test_where_each_word_stands_once_none_is_the_columns_own() -> None:
    assert [line for _, _, line, _ in told(table(["D", "D", "C", "I"]))] == [4, 5]


@pytest.mark.parametrize(
    "words", ["D D C D", "D C", "S S H", "D H D", "K D D", "O I O", "- + -", "S S", "Debit Debit Kredit", "CRDT CRDT DBIT", "Withdrawal Deposit Withdrawal", "Purchase Purchase Fee Salary", "debit Credit DEBIT Debit credit", "Debit Credit Deposit Debit Deposit Credit"]
)
def test_the_columns_own_words_are_not_told(words: str) -> None:
    assert told(table(words.split())) == []


@pytest.mark.parametrize("word", ["I-", "C-", "D+", "+D", "-C"])
def test_a_word_that_its_sign_gainsays_says_nothing(word: str) -> None:
    file = table(["D", "C", word, "D", "C"])
    assert told(file) == [(Severity.ERROR, "unknown_direction", 4, "D/C")]


@pytest.mark.parametrize(("word", "amount"), [("D-", -350), ("C+", 350), ("-D", -350), ("+C", 350)])
def test_a_word_and_its_sign_that_agree_are_read(word: str, amount: int) -> None:
    assert table(["D", "C", word, "D", "C"]).statements[0].rows[2].amount == amount


@pytest.mark.parametrize("odd", ["=", "20250317", "1e5"])
def test_a_cell_that_is_no_word_among_words_of_one_way_is_not_read(odd: str) -> None:
    lines = f"Date,Text,Amount,Type,Balance\n2025-02-12,A,1.00,{odd},11.00\n2025-02-16,B,2.00,H,13.00\n2025-02-17,C,3.00,H,16.00\n"
    file = read(lines.encode(), "a.csv")
    assert told(file) == [(Severity.ERROR, "unknown_direction", 2, "Type")]


def test_a_word_of_its_own_among_words_of_one_way_is_told_though_the_balances_follow() -> None:
    rows = "2025-03-20;A;3.46;I;103.46\n2025-03-22;B;7.00;C;110.46\n2025-03-24;C;8.00;C;118.46\n"
    file = read(f"Date;Text;Amount;D/H;Balance\n{rows}".encode(), "a.csv")
    assert told(file) == [(Severity.WARNING, "lone_direction", 2, "D/H")]
