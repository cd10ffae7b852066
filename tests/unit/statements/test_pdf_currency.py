"""The currency: beside the amounts, named, else by words that only one country's banks use."""

import pytest

from app.statements.pdf_currency import currency_of_document, dollar_of, tells_foreign
from app.statements.pdf_facts import document_facts
from app.statements.pdf_rows import read_printed
from app.statements.table_facts import Facts
from tests.helpers.pdf_drawn import scanned

ROWS = "40 Date | 110 Text | 400> Amount\n40 01/10/2023 | 110 Shop | 400> {}5.00\n40 02/10/2023 | 110 Shop | 400> {}6.00"


@pytest.mark.parametrize(
    ("title", "unit", "code"),
    [("Statement", "£", "GBP"), ("Statement", "S$", "SGD"), ("IFSC Code : UTIB0000123", "", "INR"), ("Member FDIC", "$", "USD"),
     ("BSB 083-004", "$", "AUD"), ("Royal Bank of Canada", "$", "CAD"), ("Solde en euros", "", "EUR"), ("Summary in KSh", "", "KES"),
     ("France and Canada", "", ""), ("Statement", "$", "$"), ("IFSC Code", "$", "$"), ("Statement", "", "")],
)  # fmt: skip
def test_what_says_the_currency(title: str, unit: str, code: str) -> None:
    table = read_printed(scanned(f"40 {title}\n" + ROWS.replace("{}", unit)))
    assert currency_of_document(table, Facts()).code == code


def test_amounts_in_another_currency_beside_the_rows_do_not_say_it() -> None:
    lines = "40 Datum | 110 Tekst | 300> Bedrag in vreemde valuta | 450> Bedrag in euro's\n40 28 dec | 300> 5,00 GBP | 450> 6,00"
    table = read_printed(scanned(lines + "\n40 29 dec | 300> 7,00 GBP | 450> 8,00"))
    assert currency_of_document(table, Facts()).code == "EUR"


@pytest.mark.parametrize(("unit", "code"), [("Rs.", "INR"), ("RM", "MYR"), ("TL", "TRY"), ("net", "")])
def test_a_unit_in_brackets_in_the_words_over_the_amounts_says_the_currency(unit: str, code: str) -> None:
    table = read_printed(scanned(ROWS.replace("{}", "").replace("Amount", f"Amount ({unit})")))
    assert currency_of_document(table, Facts()).code == code


@pytest.mark.parametrize(("default", "code"), [("CAD", "CAD"), ("COP", "COP"), ("EUR", "USD")])
def test_some_dollar_is_the_owner_s(default: str, code: str) -> None:
    assert dollar_of(default) == code


@pytest.mark.parametrize("words", ["FOREIGN CURRENCY 90.78 USD", "@ EXCHANGE RATE 90.78 USD", "90.78 USD", "EUR 90.78 @ 1.10"])
def test_lines_below_a_row_that_tell_a_shop_s_currency_do_not_say_the_statement_s(words: str) -> None:
    rows = ROWS.replace("{}", "$").replace("\n40 02", f"\n\n\n\n\n110 {words}\n40 02")
    table = read_printed(scanned(f"40 9 Elm Street, Ottawa ON K1P 5M7\n{rows}"))
    foreign = next(one for one in table.others if "90.78" in one.text)
    assert tells_foreign(foreign, table)
    assert document_facts(table, "USD", file_name="a.pdf").currency == "CAD"


def test_a_column_without_words_beside_the_amount_does_not_say_it() -> None:
    lines = "40 Date | 110 Text | 400> Amount\n40 01/10/2023 | 110 Shop | 330> USD 7.00 | 400> 5.00\n40 02/10/2023 | 110 Shop | 400> 6.00"
    assert currency_of_document(read_printed(scanned(f"40 GSTIN: 33ABCDE2702H2Z6\n{lines}")), Facts()).code == "INR"


@pytest.mark.parametrize(("words", "code"), [("Amount ($A)", "AUD"), ("Amount ($NZ)", "NZD"), ("Amount (C$)", "CAD"), ("Amount ($)", "$")])
def test_the_words_over_the_amounts_say_which_dollar(words: str, code: str) -> None:
    table = read_printed(scanned(ROWS.replace("{}", "$").replace("400> Amount", f"400> {words}")))
    assert currency_of_document(table, Facts()).code == code
