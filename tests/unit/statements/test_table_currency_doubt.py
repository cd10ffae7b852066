"""Rows without a currency beside rows with one: the usual one is taken, else a person is asked."""

import pytest

from tests.helpers.statement_texts import read, totals

HEAD = "Date;Text;Amount;Currency\n"
TWO = f"{HEAD}2025-01-13;Zorp;-4.10;\n2025-01-14;Quill;-7.20;chf\n"


def test_a_blank_beside_one_other_currency_is_asked_and_the_choice_taken() -> None:
    asked = read(TWO.encode(), "a.csv")
    assert [(one.question, one.choices) for one in asked.decisions] == [("currency", ("CHF", "USD"))]
    assert asked.decisions[0].examples[1] == ("2025-01-13 Zorp -4.10 → USD",)
    for code, wanted in (("CHF", {"CHF": "-11.30"}), ("USD", {"USD": "-4.10", "CHF": "-7.20"})):
        chosen = read(TWO.encode(), "a.csv", currency=code)
        assert not chosen.decisions
        assert totals(chosen) == wanted


def test_the_money_of_the_country_whose_letters_name_the_columns_may_be_chosen() -> None:
    text = "תאריך;תיאור;סכום;מטבע\n13/01/2025;Zorp;-4.10;\n14/01/2025;Quill;-7.20;usd\n"
    assert [one.choices for one in read(text.encode(), "a.csv").decisions] == [("ILS", "USD")]


def test_two_currencies_on_other_rows_name_none_for_a_blank() -> None:
    rows = "2025-01-15;Vane;-1.00;SEK\n2025-01-16;Vane;-1.00;SEK\n"
    asked = read(f"{TWO}{rows}".encode(), "a.csv")
    assert [one.choices for one in asked.decisions] == [("CHF", "SEK", "USD")]


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}2025-01-13;Zorp;-4.10;\n2025-01-14;Quill;-7.20;CHF\n2025-01-15;Vane;3.00;CHF\n",
        f"{HEAD}2025-01-13;Zorp;-4.10;\n2025-01-14;Quill;-7.20;USD\n",
        f"{HEAD}2025-01-13;Zorp;-4.10;\n2025-01-14;Quill;-7.20;\n",
        f"Account currency: CHF;;;\n{TWO}",
    ],
)
def test_one_usual_currency_or_one_above_the_table_is_not_asked(text: str) -> None:
    assert not read(text.encode(), "a.csv").decisions
