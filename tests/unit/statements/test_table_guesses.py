"""Guesses among columns that nothing names are said, each with its column; a header that names them keeps silent."""

import pytest

from tests.helpers.statement_texts import read

_TWO_DAYS = "13.01.2025;15.01.2025;Tea;-2,50\n14.01.2025;16.01.2025;Bus;-1,00\n15.01.2025;17.01.2025;Pay;100,00\n"
_STATES = "2025-01-13,Tea,-2.50,booked\n2025-01-14,Bus,-1.00,booked\n2025-01-15,Hotel,-90.00,pending\n2025-01-16,Pay,9.00,booked\n"
_UNSIGNED = "2025-01-13,Tea,2.50\n2025-01-14,Bus,1.00\n2025-01-15,Pay,100.00\n"
_MOSTLY_IN = "2025-01-13,Tea,2.50\n2025-01-14,Bus,1.00\n2025-01-14,Tram,3.00\n2025-01-15,Thanks,-100.00\n"
_BARE = "2025-01-13,Tea,-2.50,97.50\n2025-01-14,Bus,-1.00,96.50\n2025-01-15,Pay,100.00,196.50\n2025-01-16,Rent,-9.00,\n"


def codes(text: str) -> set[tuple[str, int | None]]:
    file = read(text.encode(), "a.csv")
    assert file.statements, file.findings
    return {(finding.code, finding.line) for finding in file.findings}


@pytest.mark.parametrize(
    ("header", "rows", "told"),
    [
        ("Blorf;Quux;Zandor;Wibble\n", _TWO_DAYS, ("date_guessed", 2)),
        ("Blorf,Quux,Zandor,Wibble\n", _STATES, ("state_guessed", 4)),
        ("Date,Text,Amount\n", _UNSIGNED, ("directions_unknown", None)),
        ("Blorf,Quux,Zandor\n", _MOSTLY_IN, ("directions_unknown", None)),
        ("Date,Text,Amount,Balance\n", _BARE, ("no_balance", 5)),
        ("2025-01-12,Milk,-1.20\nDate,Text,Amount\n", _MOSTLY_IN, ("row_above_header", 1)),
    ],
)
def test_a_guess_is_said(header: str, rows: str, told: tuple[str, int | None]) -> None:
    assert told in codes(header + rows)


def test_a_header_shorter_than_its_rows_hides_no_row_above_it() -> None:
    assert "row_above_header" not in {code for code, _ in codes("Total,Shop\nAmount,S\n-3.00,x,2025-01-02,\n")}


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        ("Buchungstag;Valuta;Text;Betrag\n", _TWO_DAYS),
        ("Date,Text,Amount,Status\n", _STATES),
        ("Date,Text,Amount\n", _MOSTLY_IN),
        ("Date,Text,Amount,Balance\n", _BARE.replace("-9.00,", "-9.00,187.50")),
    ],
)
def test_what_the_header_names_is_no_guess(header: str, rows: str) -> None:
    guesses = {"date_guessed", "state_guessed", "directions_unknown", "no_balance", "row_above_header"}
    assert not {code for code, _ in codes(header + rows)} & guesses


def test_of_two_rows_the_one_without_a_word_is_told() -> None:
    rows = "2025-03-20;A;6909.02;;-4831.08\n2025-03-23;B;819.04;D;-5650.12\n"
    assert ("direction_of_blank", 2) in codes(f"Date;Text;Amount;S/H;Balance\n{rows}")


def test_of_two_figures_on_one_row_none_is_taken_in_silence() -> None:
    file = read(b'"13-01-2025","NL12","1.250,00","Debet","Zorp","853,55"\n', "a.csv")
    assert [row.amount for one in file.statements for row in one.rows] == [-125000]
    assert "amount_guessed" in {item.code for item in file.findings}


def test_one_amount_without_a_sign_is_not_taken_for_money_in_silently() -> None:
    file = read(b"date,category,title,amount\n2025-01-13,market,Zorp,123.45\n", "a.csv")
    assert {item.code for item in file.findings} == {"directions_unknown"}


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (["-1,250", "2,500"], True),
        (["-1,250", "2,500.00"], False),
        (["-1,250", "250"], False),
        (["-1,250,000", "2,500"], False),
        (["-1,250 HUF", "2,500 HUF"], False),
        (["-1,250 JPY", "2,500 JPY"], False),
    ],
)
def test_three_digits_behind_the_mark_of_every_amount_are_told(rows: list[str], told: bool) -> None:
    text = "".join(f"1{3 + at}.03.2024;Shop {at};{row}\n" for at, row in enumerate(rows))
    file = read(f"Date;Text;Amount\n{text}".encode(), "a.csv")
    assert ("grouping_guessed" in {item.code for item in file.findings}) is told


@pytest.mark.parametrize(("word", "is_told"), [("DR", True), ("CR", False)])
def test_rows_without_a_word_are_told_where_one_alone_says_that_money_went_out(word: str, is_told: bool) -> None:
    rows = f"2025-01-10;A;4.66;-\n2025-01-11;B;7.00;-\n2025-01-12;C;8.00;-\n2025-01-13;D;9.00;{word}\n"
    assert (("direction_of_blank", None) in codes(f"Date;Text;Amount;Type\n{rows}")) is is_told
