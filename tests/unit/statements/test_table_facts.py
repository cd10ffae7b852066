"""What the lines around a table say of the account."""

import pytest

from app.domain.account import AccountKind
from app.statements.table import Line
from app.statements.table_facts import facts_of, iban_currency, is_masked_card, money_text
from tests.helpers.statement_texts import read


def test_labels_and_values_in_one_cell_or_two() -> None:
    facts = facts_of(
        [
            Line(1, ["Konto-Nr.: 1234567"]),
            Line(2, ["IBAN:", "CH93 0076 2011 6238 5295 7"]),
            Line(3, ["Währung", "CHF"]),
            Line(4, ["Anfangssaldo:", "100.00"]),
            Line(5, ["Schlusssaldo:", "1'200.50"]),
        ]
    )
    assert (facts.number, facts.iban, facts.currency) == ("1234567", "CH9300762011623852957", "CHF")
    assert (facts.opening, facts.closing) == ("100.00", "1'200.50")


def test_an_undated_balance_is_kept_apart() -> None:
    facts = facts_of([Line(1, ["Saldo: CHF 247383.74"]), Line(2, ["Available Balance", "6.66"])])
    assert (facts.opening, facts.closing, facts.currency) == ("", "", "CHF")
    assert facts.balance == "CHF 247383.74"


def test_a_card_is_known_by_its_words() -> None:
    assert facts_of([Line(1, ["Credit Card Number: 1234XXXXXXXX7890"])]).card
    assert not facts_of([Line(1, ["Girokonto"])]).card


@pytest.mark.parametrize(
    ("iban", "code"),
    [("NL02COFF0123456789", "EUR"), ("CH9300762011623852957", "CHF"), ("12345678901234", ""), ("", "")],
)
def test_the_country_of_an_iban_tells_its_currency(iban: str, code: str) -> None:
    assert iban_currency(iban) == code


@pytest.mark.parametrize(
    ("text", "figure"), [("CHF 247383.74", "CHF 247383.74"), ("1.234,56 EUR", "1.234,56 EUR"), ("none", "")]
)
def test_the_amount_in_a_text(text: str, figure: str) -> None:
    assert money_text(text) == figure


@pytest.mark.parametrize(
    "text", ["4980-****-****-1234", "4748********1234", "No. 5191 XXXX XXXX 1234", "424631xxxxxx1234"]
)
def test_a_card_number_with_a_covered_middle_is_known(text: str) -> None:
    assert is_masked_card(text)


@pytest.mark.parametrize("text", ["XXXX XXXX XXXX 1234", "4980-1234-5678-1234", "****1234", "2026-****-01", "4980 12"])
def test_other_numbers_are_no_covered_card(text: str) -> None:
    assert not is_masked_card(text)


BILL = "A ZORP,{},PLIM CARD\n2025/01/13,Bus,400,1,1,400\n2025/01/14,Tea,900,1,1,900\n2025/01/15,Inn,1200,1,1,1200\n"


def test_figures_below_a_card_number_are_its_charges() -> None:
    (statement,) = read(BILL.format("4980-****-****-1234").encode(), "a.csv").statements
    assert [row.amount for row in statement.rows] == [-40000, -90000, -120000]
    assert statement.account.kind is AccountKind.CARD


def test_figures_below_other_words_are_refused() -> None:
    assert read(BILL.format("PLAN B").encode(), "a.csv").refused


@pytest.mark.parametrize(
    ("cells", "number"),
    [
        (["Account Number", ":", "1234567890123"], "1234567890123"),
        (["Account Number", "123456789012 ( INR ) - A ZORP"], "123456789012"),
        (["Konto:", "Allkonto 123 456 789"], "123 456 789"),
        (["Account Number     :", "_00000012345678901"], "00000012345678901"),
        (["Bank 12; Branch 3109; Account 0123456-50 (Streamline)"], "0123456-50"),
        (["38-9012-0123456-00"], "38-9012-0123456-00"),
        (["Account summary 01.10.2025 - 31.10.2025"], ""),
        (["Account", "12345 or 67890"], ""),
        (["31.10.2025"], ""),
        (["Account balance", "1,234.56"], ""),
    ],
)
def test_the_number_of_the_account_is_found_among_words(cells: list[str], number: str) -> None:
    assert facts_of([Line(1, cells)]).number == number
