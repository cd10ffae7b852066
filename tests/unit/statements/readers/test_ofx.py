"""The OFX reader: what banks write, what the standard says, and what must never happen in silence."""

from datetime import date
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.account import AccountKind
from app.domain.money import decimal_text
from app.domain.statement import StatementFile
from app.domain.statement_kinds import Severity
from app.statements.readers.ofx.values import amount_in_minor_units, day
from tests.helpers.statement_texts import read


class Printed(NamedTuple):
    """One transaction as a test writes it."""

    day: date
    amount: int
    payee: str
    reference: str


_PAYEES = st.text(st.characters(min_codepoint=33, max_codepoint=0x17F, exclude_categories=["C", "Z"]), max_size=20)
_ROWS = st.lists(
    st.builds(Printed, st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.integers(-(10**9), 10**9), _PAYEES, _PAYEES)
)


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def ofx(rows: str, *, currency: str = "USD", closed: bool = False, header: str = "OFXHEADER:100\n\n") -> str:
    end = "</CURDEF>" if closed else ""
    return (
        f"{header}<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>{currency}{end}<BANKACCTFROM><ACCTID>1</ACCTID>"
        f"<ACCTTYPE>SAVINGS</ACCTTYPE></BANKACCTFROM><BANKTRANLIST>{rows}</BANKTRANLIST></STMTRS></STMTTRNRS>"
        "</BANKMSGSRSV1></OFX>\n"
    )


def row(closed: bool, **values: str) -> str:
    parts = (f"<{name}>{escaped(value)}" + (f"</{name}>" if closed else "\n") for name, value in values.items())
    return f"<STMTTRN>{''.join(parts)}</STMTTRN>\n"


def printed_row(one: Printed, closed: bool) -> str:
    amount, name = decimal_text(one.amount, 2), one.payee or "x"
    return row(closed, DTPOSTED=f"{one.day:%Y%m%d}", TRNAMT=amount, FITID=one.reference, NAME=name)


def one_row(**values: str) -> StatementFile:
    return read(ofx(row(closed=False, **{"DTPOSTED": "20250105", "TRNAMT": "-1.00", **values})).encode(), "a.ofx")


@given(_ROWS, st.booleans(), st.sampled_from(["utf-8", "utf-16"]))
def test_generated_statements_come_back_whole(rows: list[Printed], closed: bool, encoding: str) -> None:
    text = ofx("".join(printed_row(one, closed) for one in rows), closed=closed)
    file = read(text.encode(encoding), "a.ofx")
    assert not [finding for finding in file.findings if finding.severity is Severity.ERROR]
    found = [(one.booked_on, one.amount, one.bank_reference) for one in file.statements[0].rows]
    assert found == [(one.day, one.amount, one.reference) for one in rows]


def test_a_file_cut_at_any_byte_is_never_read_as_if_it_were_whole() -> None:
    rows = [Printed(date(2025, 1, number), -number * 111, f"Shop {number}", "") for number in range(1, 4)]
    for closed in (False, True):
        text = ofx("".join(printed_row(one, closed) for one in rows), closed=closed)
        whole = text.rindex("</OFX>") + len("</OFX>")
        for length in range(1, whole):
            file = read(text[:length].encode(), "a.ofx")
            assert file.refused, (closed, length)
            assert any(finding.severity is Severity.ERROR for finding in file.findings)


@given(st.data())
def test_a_file_with_one_byte_taken_out_never_loses_a_row_in_silence(data: st.DataObject) -> None:
    rows = [Printed(date(2025, 1, number), -number * 111, f"Shop {number}", f"R{number}") for number in range(1, 4)]
    text = ofx("".join(printed_row(one, closed=False) for one in rows))
    at = data.draw(st.integers(0, len(text) - 1))
    file = read((text[:at] + text[at + 1 :]).encode(), "a.ofx")
    told = file.refused or any(finding.severity is Severity.ERROR for finding in file.findings)
    assert told or sum(len(statement.rows) for statement in file.statements) == 3


@pytest.mark.parametrize(
    ("printed", "minor"),
    [
        ("-12.34", -1234), ("12,34", 1234), ("+1 006,60", 100660), ("1,500", 150000), ("1.500", 150), ("-.5", -50),
        ("10.00-", -1000), ("1.234,56", 123456), ("1,234.56", 123456), ("1,234,567", 123456700), ("7", 700),
        ("1'006.60", 100660), ("-1.0E2", -10000), ("5e-1", 50), ("12.340000", 1234), ("−3.00", -300), ("5.", 500),
        ("1E+05-", None), ("12.345", None), ("1.2.3", None), ("12,34,56", None), ("", None), ("-", None), ("abc", None), ("1e99", None),
        ("--5", None), ("5 USD", None), ("0,123", None), ("9" * 5000, None), ("9" * 30, None), ("１２", None),
    ],
)  # fmt: skip
def test_amounts_are_exact_or_none(printed: str, minor: int | None) -> None:
    assert amount_in_minor_units(printed, 2) == minor


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("20131231233000[-8:PST]", date(2013, 12, 31)), ("20131231", date(2013, 12, 31)),
        ("2013-12-31T23:30:00Z", date(2013, 12, 31)), ("2009021100000000[-5:EST]", date(2009, 2, 11)),
        ("00000000", None), ("20130230", None), ("", None), ("31122013", None), ("2013", None),
    ],
)  # fmt: skip
def test_the_day_is_the_one_printed(printed: str, found: date | None) -> None:
    assert day(printed) == found


def test_the_purchase_day_is_kept_beside_the_booked_day() -> None:
    (found,) = one_row(DTUSER="20250103", DTAVAIL="20250107").statements[0].rows
    assert (found.made_on, found.booked_on, found.value_on) == (date(2025, 1, 3), date(2025, 1, 5), date(2025, 1, 7))


def test_yen_have_no_decimals() -> None:
    text = ofx(row(closed=False, DTPOSTED="20250105", TRNAMT="-1200", NAME="x"), currency="JPY")
    assert read(text.encode(), "a.ofx").statements[0].rows[0].amount == -1200


@pytest.mark.parametrize(
    ("printed", "odd"),
    [
        ("78.297.829", True), ("-1.311.341", True), ("2.372,37", True), ("-1.002.372,37", True),
        ("78,297,829", False), ("-1297.83", False), ("2,372.37", False), ("2372,37", False),
    ],
)
def test_an_amount_grouped_by_the_decimal_mark_of_the_others_is_told(printed: str, odd: bool) -> None:
    good = row(closed=False, DTPOSTED="20250105", TRNAMT="-1.05", NAME="good")
    other = row(closed=False, DTPOSTED="20250105", TRNAMT=printed, NAME="other")
    file = read(ofx(good + other).encode(), "a.ofx")
    assert len(file.statements[0].rows) == 2
    told = [(finding.line, finding.column) for finding in file.findings if finding.code == "odd_amount"]
    assert told == ([(7, "TRNAMT")] if odd else [])


@pytest.mark.parametrize(
    "values", [{"TRNAMT": "12,3x"}, {"TRNAMT": ""}, {"DTPOSTED": "20251301"}, {"DTPOSTED": ""}, {"TRNAMT": "1.005"}]
)
def test_an_unreadable_row_is_an_error_with_its_line(values: dict[str, str]) -> None:
    good = row(closed=False, DTPOSTED="20250105", TRNAMT="-1.00", NAME="good")
    bad = row(closed=False, **{"DTPOSTED": "20250105", "TRNAMT": "-1.00", **values})
    file = read(ofx(good + bad).encode(), "a.ofx")
    assert len(file.statements[0].rows) == 1
    errors = [finding for finding in file.findings if finding.severity is Severity.ERROR]
    assert [(finding.line, finding.column) for finding in errors] == [(7, next(iter(values)))]


def test_a_row_that_swallowed_its_neighbour_is_an_error() -> None:
    inside = "<DTPOSTED>20250101<TRNAMT>-1.00<NAME>a\n"
    file = read(ofx(f"<STMTTRN>{inside}{inside}</STMTTRN>").encode(), "a.ofx")
    assert file.refused
    assert "twice" in file.findings[0].message


def test_a_row_outside_its_element_is_an_error() -> None:
    assert read(ofx("<DTPOSTED>20250101<TRNAMT>-1.00\n").encode(), "a.ofx").refused


def test_rows_in_another_currency_are_kept_apart() -> None:
    plain = row(closed=False, DTPOSTED="20250105", TRNAMT="-1.00", NAME="a")
    other = plain.replace("</STMTTRN>", "<CURRENCY><CURRATE>1.1<CURSYM>EUR</CURRENCY></STMTTRN>")
    file = read(ofx(plain + other).encode(), "a.ofx")
    assert {statement.currency: len(statement.rows) for statement in file.statements} == {"USD": 1, "EUR": 1}


def test_an_unstated_currency_takes_the_owners_and_says_so() -> None:
    (statement,) = read(ofx(row(closed=False, DTPOSTED="20250105", TRNAMT="1"), currency="").encode(), "a").statements
    assert (statement.currency, statement.currency_stated, len(statement.rows)) == ("USD", False, 1)


def test_the_banks_error_is_what_the_owner_reads() -> None:
    text = (
        "<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>2000<SEVERITY>ERROR<MESSAGE>Try &amp; later</STATUS></SONRS></OFX>"
    )
    file = read(text.encode(), "a.ofx")
    assert file.refused
    assert "Try & later (code 2000)" in file.findings[0].message


def test_a_dtd_is_refused() -> None:
    text = '<?xml version="1.0"?><!DOCTYPE OFX [<!ENTITY a "b">]>' + ofx("", header="")
    assert "DTD" in read(text.encode(), "a.ofx").findings[0].message


def test_unknown_elements_comments_cdata_and_stray_signs_are_read_over() -> None:
    inside = "<X.NEW><Y>1</Y></X.NEW><!-- <TRNAMT>9 --><NAME><![CDATA[A <b> & C]]></NAME><MEMO>1 < 2 & 3</MEMO><Z/>"
    file = read(ofx(f"<STMTTRN><DTPOSTED>20250101<TRNAMT>-1.00{inside}</STMTTRN>").encode(), "a.ofx")
    assert [(one.printed_payee, one.memo) for one in file.statements[0].rows] == [("A <b> & C", "1 < 2 & 3")]


def test_the_account_is_what_the_file_says() -> None:
    (statement,) = one_row().statements
    assert (statement.account.number, statement.account.kind) == ("1", AccountKind.SAVINGS)
    text = ofx("").replace("<ACCTID>1<", "<ACCTID>DE02 1203 0000 0000 2020 51<")
    assert read(text.encode(), "a.ofx").statements[0].account.iban == "DE02120300000000202051"


def test_a_loan_statement_is_read_with_its_own_account_and_words() -> None:
    rows = "".join(
        f"<LOANSTMTTRN><LOANTRNTYPE>{kind}<DTPOSTED>202510{day:02}<TRNAMT>{amount}"
        f"<LOANTRNAMT><PRINAMT>1.00<INTAMT>2.00</LOANTRNAMT><FITID>{day}<NAME>x</LOANSTMTTRN>"
        for kind, day, amount in (("PAYMENT", 1, "1450.00"), ("FEE", 15, "-25.00"))
    )
    text = (
        "<OFX><LOANMSGSRSV1><LOANSTMTTRNRS><LOANSTMTRS><CURDEF>USD<LOANACCTFROM><LOANACCTID>L-9"
        f"<LOANACCTTYPE>MORTGAGE</LOANACCTFROM><LOANTRANLIST>{rows}</LOANTRANLIST>"
        "</LOANSTMTRS></LOANSTMTTRNRS></LOANMSGSRSV1></OFX>"
    )
    file = read(text.encode(), "a.ofx")
    (statement,) = file.statements
    assert (file.findings, statement.account.number, statement.account.kind) == ((), "L-9", AccountKind.LOAN)
    assert [(one.amount, one.row_type) for one in statement.rows] == [(145000, "PAYMENT"), (-2500, "FEE")]


@pytest.mark.parametrize(
    ("kinds", "wanted"),
    [
        (("DEBIT", "CREDIT", "POS"), [-100, 100, -100]),
        (("DEBIT", "OTHER", "POS"), [100, 100, 100]),
        (("DEBIT", "DEBIT", "POS"), [100, 100, 100]),
    ],
)
def test_amounts_without_any_sign_go_the_way_their_types_say(kinds: tuple[str, ...], wanted: list[int]) -> None:
    rows = "".join(row(False, TRNTYPE=kind, DTPOSTED="20250105", TRNAMT="1.00", FITID=kind) for kind in kinds)
    assert [one.amount for one in read(ofx(rows).encode(), "a.ofx").statements[0].rows] == wanted


def test_an_old_code_of_todays_money_is_the_currency_of_the_statement() -> None:
    file = read(
        ofx(row(False, TRNTYPE="DEBIT", DTPOSTED="20250113", TRNAMT="-45.00"), currency="RUR").encode(), "a.ofx"
    )
    assert [(one.currency, one.currency_stated) for one in file.statements] == [("RUB", True)]
    assert not file.findings


def test_a_day_that_cannot_be_read_is_told_as_printed_with_its_own_element() -> None:
    bad = row(False, DTTRAN="2025X014", TRNAMT="-1.00", FITID="2", NAME="x")
    good = row(False, DTPOSTED="20251014", TRNAMT="-1.00", FITID="1", NAME="x")
    (told,) = [one for one in read(ofx(good + bad).encode(), "a.ofx").findings if one.severity is Severity.ERROR]
    assert (told.code, told.column, "2025X014" in told.message) == ("bad_date", "DTTRAN", True)
