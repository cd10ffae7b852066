"""The MT940 reader: statement lines, reversal marks, balances, and what banks put into :86:."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.statement_kinds import ProofState, Severity
from app.statements.readers.mt940.details import details_of
from app.statements.readers.mt940.values import entry_day, exact_amount, statement_line
from tests.helpers.statement_texts import read


def swift(amount: int) -> str:
    return f"{abs(amount) // 100},{abs(amount) % 100:02}"


def mt940(amounts: list[int], opening: int, closing: int) -> str:
    lines = [f":61:2510021002{'C' if one >= 0 else 'D'}{swift(one)}NTRFNONREF//B{at}" for at, one in enumerate(amounts)]
    ends = [f":6{at}F:{'C' if one >= 0 else 'D'}251002EUR{swift(one)}" for at, one in ((0, opening), (2, closing))]
    return "\r\n".join([":20:X", ":25:1/2", ":28C:1/1", ends[0], *lines, ends[1], "-", ""])


@given(st.lists(st.integers(-(10**9), 10**9), max_size=12), st.integers(-(10**9), 10**9))
def test_generated_statements_come_back_and_are_proved(amounts: list[int], opening: int) -> None:
    (statement,) = read(mt940(amounts, opening, opening + sum(amounts)).encode(), "a.sta").statements
    assert [row.amount for row in statement.rows] == amounts
    assert [row.line for row in statement.rows] == list(range(5, 5 + len(amounts)))
    assert statement.proof.state is ProofState.PROVED


def test_a_file_cut_at_any_byte_is_never_read_as_if_it_were_whole() -> None:
    text = mt940([-100, 250, -75], 1000, 1075)
    for length in range(1, text.rindex(":62F:") + len(":62F:C251002EUR10,7")):
        file = read(text[:length].encode(), "a.sta")
        told = [finding for finding in file.findings if finding.severity is not Severity.INFO]
        assert file.refused or told, length


@pytest.mark.parametrize(
    ("mark", "minor"),
    [("C", 1234), ("D", -1234), ("RC", -1234), ("RD", 1234), ("CR", 1234), ("DR", -1234), ("RCR", -1234)],
)
def test_marks_and_funds_codes_say_the_direction(mark: str, minor: int) -> None:
    line = statement_line(f"2510021003{mark}12,34NTRFREF//BANK", "EUR")
    assert line is not None
    assert (line.amount, line.booked_on, line.value_on) == (minor, date(2025, 10, 3), date(2025, 10, 2))
    assert (line.customer_reference, line.bank_reference, line.row_type) == ("REF", "BANK", "NTRF")


def test_the_entry_day_lies_in_the_year_nearest_to_the_value_day() -> None:
    assert entry_day("0102", date(2024, 12, 31)) == date(2025, 1, 2)
    assert entry_day("1231", date(2025, 1, 1)) == date(2024, 12, 31)
    assert entry_day("    ", date(2025, 1, 1)) is None
    assert entry_day("0229", date(2025, 3, 1)) == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("printed", "minor"),
    [
        ("12,34", 1234),
        ("12,", 1200),
        ("12.34", 1234),
        ("0,3", 30),
        ("1.234,56", 123456),
        ("12,345", None),
        ("9" * 30, None),
    ],
)
def test_amounts_are_exact_or_none(printed: str, minor: int | None) -> None:
    assert exact_amount(printed, "EUR") == minor


def test_more_than_a_vault_can_hold_is_told_with_its_line() -> None:
    most = "9" * 18
    text = mt940([-100, 250], 1000, 1150).replace("C2,50N", f"C{most}N").replace("EUR10,00", f"EUR{most}")
    file = read(text.encode(), "a.sta")
    assert [row.amount for statement in file.statements for row in statement.rows] == [-100]
    assert {finding.line for finding in file.findings if finding.severity is not Severity.INFO} >= {4, 6}


@pytest.mark.parametrize(
    ("lines", "payee", "memo"),
    [
        (("166?00GUTSCHRIFT?20EREF+E1?21SVWZ+Rechnung 7?32Max ", "Muster?33mann"), "Max Muster mann", "Rechnung 7"),
        (("/TRTP/iDEAL/IBAN/NL20INGB0001234567/NAME/Shop/REMI/order 1/EREF/X",), "Shop", "order 1"),
        (
            ("03-12-2015 PAS: 1122", "NAAM: ATM  OMSCHRIJVING: x"),
            "ATM",
            "03-12-2015 PAS: 1122 NAAM: ATM OMSCHRIJVING: x",
        ),
        (("free text", "on two lines"), "free text on two lines", ""),
        (("106?00KARTENZAHLUNG",), "KARTENZAHLUNG", ""),
    ],
)
def test_details_are_read_in_each_way_of_writing(lines: tuple[str, ...], payee: str, memo: str) -> None:
    details = details_of(lines)
    assert (details.payee, details.memo) == (payee, memo)


def test_a_line_that_cannot_be_read_is_an_error_with_its_line() -> None:
    file = read(mt940([-100, 250], 0, 150).replace(":61:2510021002D1,00", ":61:2513021002D1,00").encode(), "a.sta")
    errors = [finding for finding in file.findings if finding.severity is Severity.ERROR]
    assert [finding.line for finding in errors] == [5]
    assert [row.amount for row in file.statements[0].rows] == [250]


def test_pages_of_one_statement_become_one() -> None:
    pages = mt940([-100], 500, 400).replace(":62F:", ":62M:") + mt940([50], 400, 450).replace(":60F:", ":60M:")
    (statement,) = read(pages.encode(), "a.sta").statements
    assert ([row.amount for row in statement.rows], statement.proof.state) == ([-100, 50], ProofState.PROVED)


def test_text_after_the_closing_balance_belongs_to_no_row() -> None:
    text = mt940([-100], 500, 400).replace("\r\n-\r\n", "\r\n:86:about the account\r\n-\r\n")
    assert read(text.encode(), "a.sta").statements[0].rows[0].printed_payee == ""


def test_a_letter_in_the_amount_is_no_shorter_amount() -> None:
    assert statement_line("2511031103DR4z7,18N005NONREF", "EUR") is None
    assert statement_line("2511031103DR4Z7,18N005NONREF", "EUR") is None
    assert statement_line("2511031103D45,NMSCNONREF//B1", "EUR") is not None


def mt942(lines: str, totals: str) -> str:
    return f":20:X\n:25:1/2\n:28C:1/1\n:34F:EUR0,\n:13D:2511031530+0100\n{lines}{totals}-\n"


LINES = ":61:2511031103D47,18NMSCNONREF\n:61:2511031103C100,00NTRFNONREF\n:61:2511031103D2,00NMSCNONREF\n"


@pytest.mark.parametrize(
    ("lines", "totals", "line"),
    [
        (LINES, ":90D:2EUR49,18\n:90C:1EUR100,\n", None),
        (LINES, ":90D:3EUR50,18\n:90C:1EUR100,\n", 9),
        (LINES, ":90D:2EUR49,18\n:90C:2EUR150,\n", 10),
        (LINES.replace("C100", "RC100"), ":90D:9EUR49,18\n", None),
        (LINES, ":90D:9USD49,18\n", None),
    ],
)
def test_an_interim_report_is_held_against_its_own_count(lines: str, totals: str, line: int | None) -> None:
    found = [
        item.line for item in read(mt942(lines, totals).encode(), "a.sta").findings if item.code == "count_differs"
    ]
    assert found == ([] if line is None else [line])


def test_an_intermediate_closing_balance_announces_a_message_that_must_come() -> None:
    text = mt940([-100, 250], 1000, 1150).replace(":62F:", ":62M:")
    assert [item.code for item in read(text.encode(), "a.sta").findings] == ["message_missing"]
    whole = text + mt940([50], 1150, 1200).replace(":60F:", ":60M:")
    assert read(whole.encode(), "a.sta").findings == ()


def test_a_message_that_is_only_begun_is_told() -> None:
    whole = mt940([-100, 250], 1000, 1150)
    assert read(whole.encode(), "a.sta").findings == ()
    for head in (":20:Y\r\n", ":20:Y\r\n:25:1/3\r\n", ":20:Y\r\n:25:1/3\r\n:28C:2/1\r\n"):
        file = read((whole + head).encode(), "a.sta")
        assert [item.code for item in file.findings] == ["message_unfinished"]
        assert len(file.statements) == 1


def of_types(*types: str, amount: str = "1,00") -> bytes:
    rows = "".join(f":61:2510021002D{amount}{one}NONREF//B{at}\n" for at, one in enumerate(types))
    return f":20:X\n:25:1/2\n:28C:1/1\n:60F:C251002EUR100,00\n{rows}-\n".encode()


def told_types(data: bytes) -> list[int | None]:
    """The lines of findings on types, None for one on all."""
    return [item.line for item in read(data, "a.sta").findings if item.code == "unknown_type"]


def test_a_type_that_swift_does_not_know_is_read_with_a_warning() -> None:
    data = of_types("BTRF", "NTRF", "DMSC", "N   ", "S103", "F   ")
    (statement,) = read(data, "a.sta").statements
    assert [row.amount for row in statement.rows] == [-100] * 6
    assert [row.row_type for row in statement.rows] == ["BTRF", "NTRF", "DMSC", "N", "S103", "F"]
    assert told_types(data) == [5, 7]


def test_a_bank_s_own_types_are_told_once() -> None:
    findings = read(of_types(*["BTRF", "BMSC", "NTRF"] * 4), "a.sta").findings
    told = [(item.severity, item.line, item.message[:27]) for item in findings if item.code == "unknown_type"]
    assert told == [(Severity.INFO, None, "4 rows are of the transacti")] * 2


def test_a_letter_between_amount_and_type_is_told_beside_a_bank_s_own_types() -> None:
    data = of_types(*["BTRF"] * 8).replace(b"D1,00BTRFNONREF//B3", b"D1,00SBTRFNONREF//B3")
    assert told_types(data) == [8, None]
    assert [row.amount for row in read(data, "a.sta").statements[0].rows] == [-100] * 8


def test_a_row_without_a_type_is_read_with_a_warning() -> None:
    data = of_types(*["NTRF"] * 8).replace(b"1,00NTRFNONREF//B3", b"1,00//B3").replace(b"1,00NTRFNONREF//B4", b"1,0")
    assert told_types(data) == [8, 9]
    assert [row.amount for row in read(data, "a.sta").statements[0].rows] == [-100] * 8
    assert told_types(of_types(*["NTRF"] * 8).replace(b"NTRFNONREF", b"")) == [None]


@pytest.mark.parametrize(
    "damaged",
    [
        "1,0//0BTRFNONREF",
        "1//BTRFNONREF",
        "1,0SBTRFNONREF",
        "1SBTRFNONREF",
        "1,S0BTRFNONREF",
        "1S00BTRFNONREF",
        "1,00 S890,39BTRF",
    ],
)
def test_an_amount_that_may_have_lost_figures_to_the_type_is_not_read(damaged: str) -> None:
    data = of_types(*["BTRF"] * 8).replace(b"1,00BTRFNONREF//B3", damaged.encode())
    file = read(data, "a.sta")
    assert [item.line for item in file.findings if item.severity is Severity.ERROR] == [8]
    assert len(file.statements[0].rows) == 7


@pytest.mark.parametrize(
    ("letters", "lines"),
    [("----", []), ("---R", []), ("---S", [8]), ("-S", [6]), ("S", [5]), ("SSSR", []), ("SSSX", [8]), ("FF--", [5, 6])],
)
def test_a_funds_code_that_is_none_of_the_currency_nor_of_most_rows_is_told(letters: str, lines: list[int]) -> None:
    rows = "".join(f":61:2510021002D{letter.strip('-')}890,39NTRFNONREF\n" for letter in letters)
    data = f":20:X\n:25:1/2\n:28C:1/1\n:60F:C251002EUR100,00\n{rows}-\n".encode()
    file = read(data, "a.sta")
    assert [item.line for item in file.findings if item.code == "unknown_funds_code"] == lines
    assert len(file.statements[0].rows) == len(letters)


@pytest.mark.parametrize(
    ("amounts", "lines"), [(("4,80", "4,8600", "1,00"), [6]), (("4,8000", "4,8600", "1,0000"), []), (("4,8", "4,"), [])]
)
def test_an_amount_with_more_decimals_than_its_currency_and_the_others_is_told(
    amounts: tuple[str, ...], lines: list[int]
) -> None:
    rows = "".join(f":61:2510021002D{amount}NTRFNONREF\n" for amount in amounts)
    data = f":20:X\n:25:1/2\n:28C:1/1\n:60F:C251002EUR100,00\n{rows}-\n".encode()
    file = read(data, "a.sta")
    assert [item.line for item in file.findings if item.code == "odd_amount"] == lines
    assert len(file.statements[0].rows) == len(amounts)


def test_the_old_code_of_the_ruble_is_the_currency_of_today() -> None:
    text = ":20:X\n:25:40702810/RUR\n:28C:1/1\n:60F:C251002RUR100,00\n:61:2510021002D5,00NTRFNONREF\n:62F:C251002RUR95,00\n-\n"
    (statement,) = read(text.encode(), "a.sta").statements
    assert (statement.currency, statement.proof.state) == ("RUB", ProofState.PROVED)


def test_a_balance_with_more_decimals_than_its_currency_is_told_but_names_the_currency() -> None:
    text = mt940([-100], 1000, 900).replace(":25:1/2", ":25:77889900")
    file = read(text.replace("EUR10,00", "EUR10,0050").replace("EUR9,00", "EUR9,005").encode(), "a.sta")
    (statement,) = file.statements
    assert (statement.currency, statement.opening, statement.closing) == ("EUR", None, None)
    assert [item.line for item in file.findings if item.code == "bad_balance"] == [4, 6]
    (same,) = read(text.replace("EUR10,00", "EUR10,0000").encode(), "a.sta").statements
    assert same.proof.state is ProofState.PROVED


def test_an_amount_with_more_decimals_than_its_currency_is_told() -> None:
    text = mt940([-100, 250], 1000, 1150)
    file = read(text.replace("D1,00N", "D1,005N").encode(), "a.sta")
    assert [row.amount for row in file.statements[0].rows] == [250]
    assert [item.line for item in file.findings if item.severity is Severity.ERROR] == [5]


def test_a_balance_in_a_currency_of_the_past_says_so() -> None:
    file = read(mt940([-100], 1000, 900).replace("EUR", "DEM").encode(), "a.sta")
    assert [one.code for one in file.findings] == ["bad_balance", "bad_balance"]
    assert "“DEM” is no currency in use" in file.findings[0].message
    assert not file.statements[0].currency_stated
