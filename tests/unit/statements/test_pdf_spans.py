"""Which lines belong to which account."""

from app.statements.pdf_spans import Told, spans_by_accounts, spans_by_balances, spans_by_currencies
from tests.helpers.pdf_drawn import scanned


def test_each_account_number_begins_a_span() -> None:
    lines = scanned("40 Account number 12345678\n40 Details\n40 Account number 87654321\n40 Account number 87654321")
    assert [(span.number, span.start, span.end > 100) for span in spans_by_accounts(lines)] == [
        ("12345678", 0, False), ("87654321", 3, True)]  # fmt: skip


def test_titles_with_another_currency_begin_spans_whose_balances_stand_anywhere() -> None:
    spans = spans_by_currencies(scanned("40 History - EUR\n40 Fee in USD | 300> 5.00\n40 History - USD"))
    assert [(span.currency, span.start, span.everywhere) for span in spans] == [("EUR", 0, True), ("USD", 3, True)]


def test_a_balance_that_carries_on_begins_no_account() -> None:
    told = [Told(1, "opening", 100), Told(2, "", 50), Told(3, "closing", 50), Told(4, "opening", 50), Told(5, "", 70)]
    assert len(spans_by_balances([], told)) == 1
    other = [*told[:3], Told(14, "opening", 800), Told(15, "", 70)]
    assert [(span.start, span.end > 100) for span in spans_by_balances([], other)] == [(1, False), (4, True)]


def test_a_span_takes_number_name_and_currency_from_its_title() -> None:
    lines = scanned("40 One\n40 Two\n40 Three\n40 Savings USD - 36087654321")
    told = [Told(1, "opening", 1), Told(2, "closing", 3), Told(5, "opening", 8)]
    last = spans_by_balances(lines, told)[-1]
    assert (last.number, last.name, last.currency) == ("36087654321", "Savings USD - 36087654321", "USD")


def test_the_second_of_two_balances_right_below_each_other_opens_the_next_account() -> None:
    told = [Told(1, "balance", 100), Told(2, "", None), Told(3, "balance", 50), Told(9, "balance", 800), Told(10, "", None)]
    assert [span.start for span in spans_by_balances([], told)] == [1, 4]
    carried = [*told[:3], Told(9, "balance", 50), *told[4:]]
    assert len(spans_by_balances([], carried)) == 1
