"""The country of a printed statement: numbers and addresses before words, and nothing where two are as likely."""

import pytest

from app.statements.pdf_countries import currency_of_country
from tests.helpers.pdf_drawn import scanned


@pytest.mark.parametrize(
    ("title", "code"),
    [("9 Elm Street, Ottawa ON K1P 5M7", "CAD"), ("P.O. Box 12, Montreal QC H3C 4W9", "CAD"),
     ("Springfield IL 62704-1180", "USD"), ("Columbus, OH 43218 - 2051", "USD"),
     ("Portland, OR 97201", "USD"), ("Portland OR 97201-1180", "USD"), ("Client ID 12345", ""), ("TARJETA DE 12345", ""), ("Enter PIN OR 12345", ""),
     ("Privacy ACT 1988", ""), ("NSW 9999", ""),
     ("Everyday U.S. Dollar Account", "USD"), ("Routing Number: 021000021", "USD"),
     ("BSB Number 302-162", "AUD"), ("ABN 12 345 678 901", "AUD"), ("1 Bay St BONDI NSW 2026", "AUD"),
     ("NIT 890.123.456-7", "COP"), ("Pueblo, Colombia", "COP"), ("CUIT 30-12345678-9", "ARS"), ("RUT: 97.004.000-5", "CLP"),
     ("RFC: HESL8801014X2", "MXN"), ("CLABE Interbancaria 002180881204488123", "MXN")],
)  # fmt: skip
def test_what_only_one_country_prints_says_the_dollar(title: str, code: str) -> None:
    assert currency_of_country(scanned(f"40 {title}"), dollars=True) == code


@pytest.mark.parametrize(
    ("title", "code"),
    [("GSTIN: 33ABCDE2702H2Z6", "INR"), ("Amount (in Rs.)", "INR"), ("CNPJ 12.345.678/0001-90", "BRL"),
     ("RUC 20123456789", "PEN"), ("ICE 001234567000089", "MAD"), ("7 Soi 4, Bangkok 10330", "THB"),
     ("CUENTA EN SOLES", "PEN"), ("Devise: dirham marocain", "MAD"), ("DEVISE DIRHAM", ""), ("Saving account in Baht", "THB"),
     ("Amounts in UAE dirham", "AED"), ("Bank AG, DE 60311 Frankfurt", ""), ("Ordered at 14 ON Monday", ""), ("Kurs 12.345.678", "")],
)  # fmt: skip
def test_what_says_the_country_without_a_dollar_sign(title: str, code: str) -> None:
    assert currency_of_country(scanned(f"40 {title}"), dollars=False) == code


def test_an_address_says_more_than_words_however_often_printed() -> None:
    lines = "40 9 Elm Street, Ottawa ON K1P 5M7\n40 Fees in New Zealand\n40 Not in New Zealand\n40 New Zealand desk"
    assert currency_of_country(scanned(lines), dollars=True) == "CAD"


def test_two_countries_addresses_say_nothing() -> None:
    lines = "40 9 Elm Street, Ottawa ON K1P 5M7\n40 Springfield IL 62704\n40 Sent from Canada"
    assert currency_of_country(scanned(lines), dollars=True) == ""


def test_one_line_on_every_page_counts_once() -> None:
    lines = "40 Springfield IL 62704\n40 Springfield IL 62704\n40 9 Elm Street, Ottawa ON K1P 5M7\n40 1 Oak Road, Ottawa ON K1P 5M7"
    assert currency_of_country(scanned(lines), dollars=True) == "CAD"


def test_a_country_without_dollars_does_not_count_beside_a_dollar_sign() -> None:
    assert currency_of_country(scanned("40 GSTIN: 33ABCDE2702H2Z6"), dollars=True) == ""


@pytest.mark.parametrize(("title", "code"), [("Ouvidoria 0800 700 0000", "BRL"), ("CBU 0440001 2204412881200", "ARS")])
def test_words_that_one_country_s_banks_alone_print(title: str, code: str) -> None:
    assert currency_of_country(scanned(f"40 {title}"), dollars=code == "ARS") == code


@pytest.mark.parametrize(("place", "code"), [("Agence Casablanca", "MAD"), ("Branch Dubai", "AED"), ("Agence", "")])
def test_the_dirham_is_the_one_of_the_place_that_is_named(place: str, code: str) -> None:
    assert currency_of_country(scanned(f"40 DEVISE DIRHAM\n40 {place}"), dollars=False) == code
