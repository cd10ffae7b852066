"""Purchases abroad on a card: the amounts billed are of the card's currency, whatever was paid with in the shop."""

import pytest

from tests.helpers.statement_texts import read, totals

HEAD = "Transaction Date,Billing Amount,Merchant,Debit or Credit,Transaction Currency\n"
AT_HOME = ["3.40,Tea,DBIT,CHF", "18.00,Cinema,DBIT,CHF", "-60.00,Thanks,CRDT,CHF", "7.10,Bread,DBIT,CHF"]


def text_of(rows: list[str], head: str = HEAD) -> bytes:
    return (head + "".join(f"2025-02-{10 + at},{row}\n" for at, row in enumerate(rows))).encode()


def test_a_purchase_abroad_is_of_the_currency_it_was_billed_in() -> None:
    file = read(text_of([*AT_HOME, "21.55,Bistro,DBIT,EUR"]), "a.csv")
    assert totals(file) == {"CHF": "9.95"}
    assert [(item.code, item.column) for item in file.findings if item.severity == "warning"] == [
        ("currency_of_purchases", "Transaction Currency")
    ]


def test_as_many_purchases_abroad_as_at_home_say_nothing_of_the_card() -> None:
    file = read(text_of([*AT_HOME[:3], "21.55,Bistro,DBIT,EUR", "2.00,Tram,DBIT,EUR", "9.00,Museum,DBIT,SEK"]), "a.csv")
    assert list(totals(file)) == ["USD"]
    assert not file.statements[0].currency_stated
    assert "currency_of_purchases" in {item.code for item in file.findings}


@pytest.mark.parametrize(
    ("head", "rows", "wanted"),
    [
        (HEAD, AT_HOME, ["CHF"]),
        (HEAD.replace("Billing", "Transaction"), [*AT_HOME, "21.55,Bistro,DBIT,EUR"], ["CHF", "EUR"]),
        (HEAD.replace("Transaction Currency", "Billing Currency"), [*AT_HOME, "2.00,Bistro,DBIT,EUR"], ["CHF", "EUR"]),
        (HEAD.replace("Billing Amount", "Billing Amount (GBP)"), [*AT_HOME, "2.00,Bistro,DBIT,EUR"], ["GBP"]),
    ],
)
def test_a_currency_named_for_the_amounts_counts(head: str, rows: list[str], wanted: list[str]) -> None:
    file = read(text_of(rows, head), "a.csv")
    assert sorted(totals(file)) == wanted
    assert "currency_of_purchases" not in {item.code for item in file.findings}
