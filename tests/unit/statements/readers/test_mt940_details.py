"""What an MT940 keeps beside date and amount: payee, purpose and references in the ways banks write them."""

import pytest

from app.domain.statement import StatementRow
from app.domain.statement_kinds import ProofState
from app.statements.readers.mt940.details import details_of
from tests.helpers.statement_texts import read

_HEAD = ":20:X\n:25:/PL10105000997603123456789123\n:28C:1\n:60F:C251001EUR10,00\n"
_TAIL = "\n:62F:C251002EUR7,50\n-\n"


def only_row(body: str) -> StatementRow:
    """The one row of a statement of that body, which is proved."""
    (statement,) = read((_HEAD + body + _TAIL).encode(), "a.sta").statements
    assert statement.proof.state is ProofState.PROVED
    assert statement.account.number == statement.account.iban == "PL10105000997603123456789123"
    (row,) = statement.rows
    return row


@pytest.mark.parametrize(
    ("lines", "payee", "memo", "kind"),
    [
        ("8300<00PROWIZJA<10\n<20Opłata za wrzesień\n<27\n<61NONREF", "Opłata za wrzesień", "", "PROWIZJA"),
        ("7660<00PRZELEW\n<20Faktura 12\n<27LAS SP. Z O\n<32LAS SP. Z O.O.", "LAS SP. Z O.O.", "Faktura 12", "PRZELEW"),
        ("020<00PRZELEW<20FVT 12<2145<2621109011020000999999<27LAS SP. Z O.O UL. DŁUGA 2<284 GDYNIA<32LAS SP. Z O.O UL. DŁUGA 24", "LAS SP. Z O.O UL. DŁUGA 24", "FVT 12 45", "PRZELEW"),
        ("020<00PRZELEW<20FVT<211234567890123456<22luty<32ANNA NOWAK", "ANNA NOWAK", "FVT 1234567890123456 luty", "PRZELEW"),
        ("020<00PRZELEW<20FVT<21ANNA<22luty<27ANNA NOW<32ANNA NOWAK", "ANNA NOWAK", "FVT ANNA luty", "PRZELEW"),
        ("?20PIRKINYS?21VILNIUS?32MEDIS UAB\n?31LT1211", "MEDIS UAB", "PIRKINYS VILNIUS", ""),
        (">20Usługa 10/25>3149\n>32BIURO GROUP\nUL. DŁUGA 3", "BIURO GROUP UL. DŁUGA 3", "Usługa 10/25", ""),
        ("TBB+00PREVOD\n+21FAKTURA 77\n+30AAAABGSF+32FIRMA AD", "FIRMA AD", "FAKTURA 77", "PREVOD"),
        ("150~00PRZELEW~20test\n~32OLA          \n~33NOWAK\n~62UL. POLNA 1", "OLA NOWAK", "test", "PRZELEW"),
        ("000>100000\n>20RABONL2U>21NL13RABO0123456789>22BETAALVERZOEK", "BETAALVERZOEK", "", ""),
        ("159?00RETOURE?20EREF+NR 40?21MTLG:Konto gesperrt?22zum 1.10.", "MTLG:Konto gesperrt zum 1.10.", "", "RETOURE"),
        ("166?00G?20SVWZ+Warum? Darum?32ANNA", "ANNA", "Warum? Darum", "G"),
        ("100.00 EUR\npaid", "100.00 EUR paid", "", ""),
        ("+4930 123", "+4930 123", "", ""),
        ("/REMI/Invoice 12\nsecond part/CNTP/NL1/B/Shop", "Shop", "Invoice 12 second part", ""),
    ],
)  # fmt: skip
def test_subfields_are_read_with_every_mark(lines: str, payee: str, memo: str, kind: str) -> None:
    details = details_of(tuple(lines.split("\n")))
    assert (details.payee, details.memo, details.bank_category) == (payee, memo, kind)


def test_a_full_subfield_goes_on_in_the_same_word() -> None:
    full = "Beitrag fuer den Sportverei"
    assert len(full) == 27
    assert details_of((f"105?00X?20SVWZ+?21{full}?22n Adler?32V",)).memo == "Beitrag fuer den Sportverein Adler"


def test_all_details_of_a_row_belong_together() -> None:
    row = only_row(":61:2510021002D2,50NMSCNONREF\n:86:PAYMENT REF. 12\n:86:INVOICE 7")
    assert row.printed_payee == "PAYMENT REF. 12 INVOICE 7"
    row = only_row(":61:2510021002D2,50S150\n:86:150\n:86:150~00PRZELEW\n~20test\n~32ALA")
    assert (row.printed_payee, row.memo) == ("ALA", "test")


def test_a_name_behind_the_reference_is_the_payee() -> None:
    row = only_row(":61:251002D2,50N084P002445588      Waterschap Noord\n:86:BETALINGSKENM. 12")
    assert (row.bank_reference, row.printed_payee, row.memo) == ("P002445588", "Waterschap Noord", "BETALINGSKENM. 12")


def test_a_word_for_where_the_reference_stands_is_none() -> None:
    assert only_row(":61:251002D2,50NNOVEREF\n:86:text").bank_reference == ""


def test_line_ends_written_as_two_at_signs_are_line_ends() -> None:
    plain = _HEAD + ":61:2510021002D2,50NMSCNONREF\n:86:105?00X?20one@home?32ANNA" + _TAIL
    whole, joined = read(plain.encode(), "a.sta"), read(("@@" + plain.replace("\n", "@@")).encode(), "a.sta")
    assert joined.statements[0].proof.state is ProofState.PROVED
    assert joined.statements[0].rows[0].memo == "one@home"
    assert len(whole.statements[0].rows) == len(joined.statements[0].rows) == 1


def test_two_at_signs_in_a_text_end_no_line() -> None:
    text = "x@@:20:Y@@:25:Z@@:60F:C251002EUR0,@@:61:2510021002C9,00NMSCNONREF@@:62F:C251002EUR9,"
    row = only_row(f":61:2510021002D2,50NMSCNONREF\n:86:{text}")
    assert (row.amount, row.printed_payee) == (-250, text)


def test_a_second_text_of_the_same_row_says_its_code_again() -> None:
    row = only_row(":61:2510021002D2,50NMSCNONREF\n:86:166?00PAY?20FVT 12?32ANNA\n:86:166?21MAI")
    assert (row.printed_payee, row.memo, row.bank_category) == ("ANNA", "FVT 12 MAI", "PAY")


def test_words_of_a_subfield_that_no_standard_numbers_are_kept() -> None:
    numbered = details_of(("166?00CREDIT?109310?20SVWZ+Rent May?32Ida Holm?34997?45Paid at till 2?64Blue envelope",))
    assert (numbered.payee, numbered.memo) == ("Ida Holm", "Rent May Paid at till 2 Blue envelope")
    alone = details_of(("020?00CARD?109310?45Paid at till 2",))
    assert alone.payee == "Paid at till 2"


def test_codes_and_accounts_in_further_subfields_are_no_words() -> None:
    numbered = details_of(("166?00CREDIT?20Rent May?32Ida Holm?34997?38DE02120300000000202051?40HOLMDEFF?450042",))
    assert numbered.memo == "Rent May"
