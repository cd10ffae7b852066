"""Words that name balances: opening, closing, and those that name neither."""

import pytest

from app.statements.pdf_balances import balance_label, balances_in, is_balance_text, names_last
from tests.helpers.pdf_drawn import scanned


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Opening balance", "opening"), ("Alter Saldo", "opening"), ("Saldo per 29.02.2024", "opening"), ("Neuer Saldo per 28.03.2024", "closing"),
     ("Schlusssaldo am 28.03.2024", "closing"), ("Total Payment Due", "closing"), ("Total payments", ""), ("Solde précédent", "opening"), ("New balance", "closing"),
     ("Kontostand neu", "closing"), ("Minimum payment due", ""), ("Credit limit", ""), ("Corner Bakery", ""),
     ("SALDO AWAL", "opening"), ("Total withdrawals, debits and charges", ""), ("Saldo final", "closing")],
)  # fmt: skip
def test_a_label_names_a_balance(text: str, kind: str) -> None:
    assert balance_label(text) == kind


@pytest.mark.parametrize(("text", "kind"), [("BALANCE BROUGHT FORWARD", "opening"), ("Balance transfer fee", ""), ("Kontostand zum 31.10.2023", "balance"),
                                             ("Neuer Kontostand zu Ihren Gunsten per 31.10.2023", "closing"),
                                             ("Übertrag auf Blatt 2", "opening"), ("Übertrag von Girokonto Zinsen", ""),
                                             ("Einzug des Rechnungsbetrages", ""), ("Abbuchung Rechnungsbetrag", "")])  # fmt: skip
def test_a_dated_line_is_a_balance_only_where_it_speaks_of_nothing_else(text: str, kind: str) -> None:
    assert is_balance_text(text) == kind


def test_figures_are_balances_by_the_words_beside_or_above_them() -> None:
    lines = scanned("40 Alter Saldo | 400 Neuer Saldo\n40 EUR 100,00 | 400 EUR 25,00\n40 Minimum balance 5,00")
    found = balances_in(lines)
    assert ([one.text for one in found.opening], [one.text for one in found.closing]) == (["EUR 100,00"], ["EUR 25,00"])


def test_what_is_only_called_a_balance_opens_above_the_rows_and_closes_below() -> None:
    lines = scanned("40 Kontostand am 30.09.2023 | 500> 100,00\n40 Kontostand am 31.10.2023 | 500> 25,00")
    found = balances_in(lines, first_row=2)
    assert [one.text for one in found.opening] == ["100,00"]
    assert found.closing[-1].text == "25,00"
    assert not any(one.sure for one in (*found.opening, *found.closing))


@pytest.mark.parametrize(("text", "last"), [("Closing balance", True), ("Nouveau solde", True), ("SALDO ACTUAL", True), ("Saldo atual", True), ("Balance", False)])
def test_whether_a_balance_is_called_the_last(text: str, last: bool) -> None:
    assert names_last(text) is last


def test_what_is_called_the_last_never_opens_and_a_day_s_balance_is_neither() -> None:
    lines = scanned("40 Previous balance 10.00 | 300 New balance 25.00\n40 Date | 200> Balance\n40 02/10/2023 | 200> 15.00")
    found = balances_in(lines, first_row=9)
    assert [one.text for one in found.opening] == ["10.00"]
    assert [one.text for one in found.closing] == ["25.00"]


def test_a_minimum_below_a_card_s_last_figures_is_no_closing_balance() -> None:
    lines = scanned("40 Closing Date 10/31/23 | 300 Account ending 7-31004\n40 Due 11/25/23 | 300 Minimum Payment Due $35.00")
    assert balances_in(lines).closing == ()


def test_a_balance_behind_a_long_note_on_its_line_is_named() -> None:
    note = "* The balances above are those of the cycle in which service charges are worked out for this account."
    (closing,) = balances_in(scanned(f"20 {note} | 460 Ending Balance | 580> $10.00")).closing
    assert (closing.text, closing.sure) == ("$10.00", True)


def test_what_was_available_first_and_last_are_balances_and_what_is_available_or_withheld_is_none() -> None:
    lines = scanned(
        "200> Available beginning | 300> Available ending | 400> Withheld ending\n200> 12.00 | 300> 30.00 | 400> 0.00\n"
        "40 Beginning Available Balance | 300> 12.00\n40 Ending Available Balance | 300> 30.00\n40 Available Balance | 300> 9.00"
    )
    found = balances_in(lines)
    assert [one.text for one in found.opening] == ["12.00", "12.00"]
    assert [one.text for one in found.closing] == ["30.00", "30.00"]


def test_a_naught_before_a_balance_is_what_moved_and_a_label_beside_its_own_figure_is_over_no_other() -> None:
    lines = scanned("40 Opening balance | 400> 0.00 | 500> 12.20\n40 Previous balance 12.20\n40 Money in 70.00")
    assert [one.text for one in balances_in(lines).opening] == ["12.20", "12.20"]


def test_a_label_over_two_lines_is_one() -> None:
    lines = scanned("40 Balance on your\n^40 previous bill\n^45 12.20")
    assert [one.text for one in balances_in(lines).opening] == ["12.20"]


def test_a_naught_below_its_label_is_the_balance() -> None:
    head = "40 Opening balance | 160 Money in | 260 Money out | 360 Closing balance\n"
    found = balances_in(scanned(f"{head}40 0.00 | 160 500.00 | 260 20.00 | 360 480.00"))
    assert ([one.text for one in found.opening], [one.text for one in found.closing]) == (["0.00"], ["480.00"])
