"""What header words mean, and currencies in texts."""

import pytest

from app.statements.table_words import Role, currency_in, folded, roles_of


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Buchungstag", Role.BOOKED),
        ("Date de l'opération", Role.MADE),
        ("Rentedatum", Role.VALUE),
        ("Wertstellung", Role.VALUE),
        ("Betrag (EUR)", Role.AMOUNT),
        ("[-] EUR", Role.DEBIT),
        ("(+)", Role.CREDIT),
        ("Transaktionsbetrag", Role.AMOUNT),
        ("Belastungsbetrag (CHF)", Role.DEBIT),
        ("Importo di accredito (EUR)", Role.CREDIT),
        ("Сума списання", Role.DEBIT),
        ("Cума зарахування", Role.CREDIT),
        ("Kontostand", Role.BALANCE),
        ("Egyenleg", Role.BALANCE),
        ("CreditDebet", Role.FLAG),
        ("Af Bij", Role.FLAG),
        ("Sous-montant", Role.DETAIL),
        ("Exchange rate", Role.OTHER_NUMBER),
        ("Original amount", Role.ORIGINAL_AMOUNT),
        ("Amount (incl. VAT)", Role.AMOUNT),
        ("Amount including tax", Role.AMOUNT),
        ("Betrag inkl. MwSt.", Role.AMOUNT),
        ("Amount before VAT", Role.OTHER_NUMBER),
        ("VAT amount", Role.OTHER_NUMBER),
        ("Tax", Role.OTHER_NUMBER),
        ("local_currency", Role.ORIGINAL_CURRENCY),
        ("Waehrung", Role.CURRENCY),
        ("Tegenrekening IBAN/BBAN", Role.OTHER_ACCOUNT),
        ("Rekeningnummer", Role.ACCOUNT),
        ("Numero di carta", Role.CARD),
        ("Beguenstigter/Zahlungspflichtiger", Role.PAYEE),
        ("Verwendungszweck", Role.MEMO),
        ("Popis", Role.MEMO),
        ("Kategorie", Role.CATEGORY),
        ("Статус", Role.STATUS),
        ("วันที่ทำรายการ", Role.BOOKED),
        ("ถอนเงิน", Role.DEBIT),
        ("ฝากเงิน", Role.CREDIT),
        ("จำนวนเงิน", Role.AMOUNT),
        ("ยอดเงินคงเหลือ", Role.BALANCE),
        ("สกุลเงิน", Role.CURRENCY),
        ("เลขที่บัญชี", Role.ACCOUNT),
        ("รายละเอียด", Role.MEMO),
        ("סכום מקורי", Role.ORIGINAL_AMOUNT),
        ("מטבע מקורי", Role.ORIGINAL_CURRENCY),
        ("Референс платежа", Role.REFERENCE),
        ("Bokföringsdag", Role.BOOKED),
        ("Affärsdag", Role.MADE),
        ("Likviddag", Role.VALUE),
        ("Rubrik", Role.MEMO),
        ("remittanceInformationUnstructured", Role.MEMO),
        ("Číslo účtu", Role.ACCOUNT),
        ("入出金(円)", Role.AMOUNT),
        ("交易状态", Role.STATUS),
        ("CAD$", Role.AMOUNT),
        ("Rubrique", Role.CATEGORY),
        ("Описание", Role.MEMO),
        ("Категория", Role.CATEGORY),
        ("Номер карты", Role.OTHER_ACCOUNT),
        ("Member Name", Role.OTHER_ACCOUNT),
        ("Saaja/Maksaja", Role.PAYEE),
        ("Saajan tilinumero", Role.OTHER_ACCOUNT),
        ("Mokėtojas/Gavėjas", Role.PAYEE),
        ("IBAN Auftragskonto", Role.ACCOUNT),
        ("Lfd. Nr.", Role.OTHER_NUMBER),
    ],
)
def test_a_header_is_known_in_many_languages(header: str, role: Role) -> None:
    assert roles_of(header)[0] is role


def test_words_of_no_known_language_have_no_role() -> None:
    assert roles_of("Zzyzx") == roles_of("") == ()


def test_folding_splits_camel_case_and_drops_accents() -> None:
    assert folded("CréditDébit_(EUR)") == "credit debit eur"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Betrag (EUR)", "EUR"),
        ("Amount CZK", "CZK"),
        ("£12", "GBP"),
        ("12 €", "EUR"),
        ("CAD$", "CAD"),
        ("$5", ""),
        ("EUR/USD", ""),
        ("THE END", ""),
    ],
)
def test_a_currency_is_found_only_where_it_is_unmistakable(text: str, code: str) -> None:
    assert currency_in(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Addebiti (euro)", "EUR"),
        ("Määrä EUROA", "EUR"),
        ("入出金(円)", "JPY"),
        ("-12,34 TL", "TRY"),
        ("1 000 Ft", "HUF"),
        ("Rp 12.000", "IDR"),
        ("US$ 5", "USD"),
        ("CA$ 5", "CAD"),
        ("Shell Ft. Worth", ""),
        ("Europe trip", ""),
        ("$ 5", ""),
    ],
)
def test_words_and_signs_that_are_a_currency(text: str, code: str) -> None:
    assert currency_in(text) == code


@pytest.mark.parametrize("text", ["EURR$ 1", "E5UR$ 1", "UR$ 5", "AR$ 5"])
def test_a_sign_that_begins_within_a_word_is_none(text: str) -> None:
    assert currency_in(text) == ""


@pytest.mark.parametrize("text", ["R$ 5", "R$5", "5R$", "(R$)"])
def test_a_sign_of_its_own_is_one(text: str) -> None:
    assert currency_in(text) == "BRL"


@pytest.mark.parametrize("header", ["S/H", "D/H", "H/D", "D/K"])
def test_two_letters_of_direction_name_their_column(header: str) -> None:
    assert roles_of(header) == (Role.FLAG,)
