"""The balance tells which amount and which currency are the account's, whatever the columns are called."""

from app.domain.statement import StatementFile
from app.domain.statement_kinds import ProofState
from tests.helpers.statement_texts import read

SPENT = "Date,Text,Amount,Currency,Source currency amount,Source currency,Balance\n"


def rows(file: StatementFile) -> list[tuple[str, list[int]]]:
    return [(one.currency, [row.amount for row in one.rows]) for one in file.statements]


def test_the_amount_that_the_balance_follows_from_is_the_accounts() -> None:
    text = (
        "2025-01-13,Pay,90.00,GBP,90.00,GBP,190.00\n2025-01-14,Inn,-20.00,EUR,-17.10,GBP,172.90\n"
        "2025-01-15,Bus,-3.00,GBP,-3.00,GBP,169.90\n2025-01-16,Tea,-4.00,GBP,-4.00,GBP,165.90\n"
    )
    file = read((SPENT + text).encode(), "a.csv")
    assert rows(file) == [("GBP", [9000, -1710, -300, -400])]
    assert file.statements[0].proof.state is ProofState.PROVED


def test_a_funds_currency_is_not_that_of_the_money_paid_for_it() -> None:
    head = "Date;Kind;Fund;Fund currency;Amount;Balance\n"
    text = (
        "2025-01-13;Deposit;;CHF;700.00;700.00\n2025-01-14;Buy;Lakes;CHF;-200.00;500.00\n"
        "2025-01-15;Buy;Plains;USD;-150.00;350.00\n2025-01-16;Fee;;CHF;-5.00;345.00\n"
    )
    file = read((head + text).encode(), "a.csv")
    assert rows(file) == [("CHF", [70000, -20000, -15000, -500])]


def test_accounts_that_begin_with_nothing_are_kept_apart() -> None:
    head = "Date,Text,Amount,Currency,Balance\n"
    text = (
        "2025-01-13,Pay,90.00,EUR,90.00\n2025-01-14,Inn,-90.00,EUR,0.00\n"
        "2025-01-15,Gift,30.00,USD,30.00\n2025-01-16,Tea,-4.00,USD,26.00\n"
    )
    assert rows(read((head + text).encode(), "a.csv")) == [("EUR", [9000, -9000]), ("USD", [3000, -400])]
