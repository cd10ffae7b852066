"""A bank's words for its rows say which way money went, where they say it of one way only."""

import pytest

from app.statements.table_kind_words import is_income, kind_way


@pytest.mark.parametrize(
    "word",
    [
        "POS purchase",
        "Direct Debit",
        "Lastschrift",
        "Prélèvement",
        "Płatność kartą",
        "消费",
        "Uttag",
        "Комиссия",
        "Market buy",
        "Kauf",
    ],
)
def test_words_for_money_out(word: str) -> None:
    assert kind_way(word) == -1


@pytest.mark.parametrize(
    "word",
    [
        "Deposit",
        "Payroll",
        "Zahlungseingang",
        "Virement reçu",
        "Nómina",
        "給与",
        "Insättning",
        "Зарплата",
        "Limit sell",
        "Verkauf",
    ],
)
def test_words_for_money_in(word: str) -> None:
    assert kind_way(word) == 1


@pytest.mark.parametrize("word", ["Zorp", "Transfer", "Deposit fee", "", "Food", "Rent"])
def test_words_that_tell_neither_or_both(word: str) -> None:
    assert kind_way(word) == 0


@pytest.mark.parametrize("word", ["Income", "income", "Gehalt", "Salaire", "Nómina", "Зарплата", "給与"])
def test_words_for_what_is_earned(word: str) -> None:
    assert is_income(word)


@pytest.mark.parametrize("word", ["Income tax", "Lohnsteuer", "regular", "", "Payroll deduction", "transfer"])
def test_words_for_something_else(word: str) -> None:
    assert not is_income(word)
