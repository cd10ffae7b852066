"""Words of direction, of pending and failed rows, of balances and totals."""

import pytest

from app.statements.table_flags import balance_word, direction, is_failed, is_flag, is_pending, is_total


@pytest.mark.parametrize(
    "word", ["D", "DR", "Debit", "Af", "S", "Soll", "Belastung", "Addebito", "O", "outflow", "-", "списання"]
)
def test_words_for_money_out(word: str) -> None:
    assert direction(word) == -1


@pytest.mark.parametrize(
    "word", ["C", "CR", "credit", "Bij", "H", "Haben", "Gutschrift", "Accredito", "I", "Inflow", "+", "зарахування"]
)
def test_words_for_money_in(word: str) -> None:
    assert direction(word) == 1


@pytest.mark.parametrize("word", ["", "EUR", "CHECK", "Coffee shop", "12"])
def test_other_words_say_nothing(word: str) -> None:
    assert direction(word) == 0
    assert not is_flag(word)


def test_pending_and_failed_rows_are_known() -> None:
    assert all(map(is_pending, ["Pending", "PENDING", "PDNG", "vorgemerkt", "En attente", "w toku"]))
    assert all(map(is_failed, ["REVERTED", "Declined", "storniert", "交易关闭"]))
    assert not any(map(is_pending, ["Completed", "Cleared", "Uncleared", "виконано"]))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Opening balance", "opening"),
        ("Anfangssaldo", "opening"),
        ("Saldo Anterior", "opening"),
        ("Alter Kontostand", "opening"),
        ("Solde en début de période : 100,00", "opening"),
        ("S A L D O", "closing"),
        ("Endsaldo", "closing"),
        ("#Saldo końcowe", "closing"),
        ("Kontostand vom 31.01.2025:", "closing"),
        ("New Balance Shoes", ""),
        ("Solde prix prestations", ""),
        ("Salad bar", ""),
    ],
)
def test_a_balance_is_told_from_a_payee(text: str, word: str) -> None:
    assert balance_word(text) == word


def test_totals_are_known_by_their_first_word() -> None:
    assert is_total("Total")
    assert is_total("Umsatztotal")
    assert all(map(is_total, ["סך הכל", "סך הכול לחיוב", 'סה"כ', "ยอดรวม", "Tổng cộng", "Yekûn", "Insgesamt:"]))
    assert not is_total("Totally Tea")
