"""A row read against its word, or a column whose minus one row alone explains, is told with its line."""

import pytest

from app.domain.statement_kinds import Severity
from tests.helpers.statement_texts import read


def told(text: str) -> list[tuple[Severity, str, int | None]]:
    return [(one.severity, one.code, one.line) for one in read(text.encode(), "a.csv").findings]


def test_a_word_against_the_sign_of_its_row_is_told() -> None:
    rows = "2025-03-24;A;-6.54;Debit\n2025-03-22;B;243.67;Debit\n2025-03-17;C;8.26;Credit\n"
    assert told(f"Date;Text;Amount;D/H\n{rows}") == [(Severity.WARNING, "direction_gainsaid", 3)]


def test_words_that_repeat_the_signs_are_not_told() -> None:
    rows = "2025-03-24;A;-6.54;Debit\n2025-03-22;B;-243.67;Debit\n2025-03-17;C;8.26;Credit\n"
    assert told(f"Date;Text;Amount;D/H\n{rows}") == []


@pytest.mark.parametrize(("debit", "credit", "lines"), [("5.00", "-7.00", [4]), ("5.00", "7.00", [])])
def test_a_minus_in_the_one_amount_of_a_column_is_told(debit: str, credit: str, lines: list[int]) -> None:
    rows = f"2025-03-24;A;{debit};;90.00\n2025-03-22;B;{debit};;95.00\n2025-03-17;C;;{credit};100.00\n"
    assert told(f"Date;Text;Debit;Credit;Balance\n{rows}") == [(Severity.WARNING, "lone_minus", line) for line in lines]
    bare = "".join(line.rpartition(";")[0] + "\n" for line in rows.splitlines())
    assert told(f"Date;Text;Debit;Credit\n{bare}") == [(Severity.WARNING, "lone_minus", line) for line in lines]


def test_a_minus_in_the_one_amount_of_a_row_that_names_a_payment_is_not_told() -> None:
    rows = "2025-03-24;A;5.00;\n2025-03-22;Payment, thank you;;-9.00\n2025-03-17;C;8.00;\n"
    assert told(f"Date;Text;Debit;Credit\n{rows}") == []


def test_minus_signs_in_several_amounts_of_money_in_are_not_told() -> None:
    rows = "2025-03-24;A;5.00;\n2025-03-22;B;;-9.00\n2025-03-17;C;;-7.00\n"
    assert told(f"Date;Text;Debit;Credit\n{rows}") == []


@pytest.mark.parametrize(("word", "code"), [("Debbit", "direction_gainsaid"), ("Credit", None)])
def test_a_cell_without_a_word_beside_a_proved_balance_is_told(word: str, code: str | None) -> None:
    rows = f"2025-03-17;A;5.00;{word};105.00\n2025-03-22;B;7.00;Credit;112.00\n2025-03-24;C;8.00;Credit;120.00\n"
    found = [(Severity.WARNING, code, 2)] if code else []
    assert told(f"Date;Text;Amount;Type;Balance\n{rows}") == found


def test_a_minus_that_can_not_be_read_turns_no_other_row() -> None:
    rows = "22.02.2025;A;;-56,111\n20.02.2025;B;1.951,76;\n18.02.2025;C;;203,03\n"
    file = read(f"Datum;Text;Soll;Haben\n{rows}".encode(), "a.csv")
    assert [row.amount for row in file.statements[0].rows] == [-195176, 20303]


def test_of_two_rows_the_one_against_its_word_is_told() -> None:
    rows = "2025-01-16;A;2810.75;Debit;1166.97\n2025-01-17;B;-844.26;Debit;322.71\n"
    assert told(f"Date;Text;Amount;D/H;Balance\n{rows}")[0][:2] == (Severity.WARNING, "direction_gainsaid")


def test_of_two_rows_the_one_without_a_word_is_told() -> None:
    rows = "2025-01-16;A;5.00;Debit\n2025-01-17;B;7.00;x\n"
    assert (Severity.WARNING, "direction_gainsaid", 3) in told(f"Date;Text;Amount;Type\n{rows}")


@pytest.mark.parametrize(("words", "lines"), [("DCD", [2]), ("DDD", [2, 3]), ("CCD", []), ("XYD", [])])
def test_words_that_the_minus_of_one_amount_makes_pass_over_are_told_where_they_gainsay(words: str, lines: list[int]) -> None:
    amounts = ("52.78", "82.03", "4.41-")
    rows = "".join(f"2025-03-{19 + at};A;{amount};{words[at]}\n" for at, amount in enumerate(amounts))
    found = [line for _, code, line in told(f"Date;Text;Amount;Type\n{rows}") if code == "direction_gainsaid"]
    assert found == lines
