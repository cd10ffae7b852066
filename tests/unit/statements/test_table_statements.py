"""Statements out of rows: one an account and currency, balances from rows or the lines above, and their proof."""

import pytest

from app.domain.account import AccountKind
from app.domain.statement import Statement
from app.domain.statement_kinds import ProofState
from tests.helpers.statement_texts import read

ROWS = "13.01.2025;Shop;-2,50\n14.01.2025;Pay;100,00\n"
HEAD = "Date;Text;Amount (EUR)\n"


def only(text: str) -> Statement:
    (statement,) = read(text.encode(), "a.csv").statements
    return statement


@pytest.mark.parametrize(
    ("above", "state", "missing"),
    [
        ("Opening balance;100,00\nClosing balance;197,50\n", ProofState.PROVED, ""),
        ("Opening balance;100,00\nBalance;197,50\n", ProofState.PROVED, ""),
        ("Opening balance;100,00\nClosing balance;190,00\n", ProofState.BROKEN, ""),
        ("Closing balance;197,50\n", ProofState.UNPROVED, "opening"),
        ("Opening balance;100,00\nBalance;500,00\n", ProofState.UNPROVED, "closing"),
        ("", ProofState.UNPROVED, "opening and closing"),
    ],
)
def test_balances_above_the_table_prove_it_or_not(above: str, state: ProofState, missing: str) -> None:
    proof = only(above + HEAD + ROWS).proof
    assert (proof.state, proof.missing) == (state, missing)


def test_balance_rows_among_the_rows_count_before_the_lines_above() -> None:
    rows = f"01.01.2025;Opening balance;100,00\n{ROWS}31.01.2025;Closing balance;197,50\n"
    statement = only(f"Opening balance;1,00\n{HEAD}{rows}")
    assert statement.opening is not None
    assert statement.opening.amount == 10000
    assert statement.proof.state is ProofState.PROVED
    assert len(statement.rows) == 2


def test_each_account_and_currency_is_a_statement_of_its_own() -> None:
    rows = "A1 111;13.01.2025;X;-1,00;EUR\nB2 222;14.01.2025;Y;-2,00;EUR\nA1 111;15.01.2025;Z;-3,00;USD\n"
    file = read(f"Account;Date;Text;Amount;Currency\n{rows}".encode(), "a.csv")
    found = {(one.account.number, one.currency): [row.amount for row in one.rows] for one in file.statements}
    assert found == {("A1 111", "EUR"): [-100], ("B2 222", "EUR"): [-200], ("A1 111", "USD"): [-300]}


def test_the_account_is_an_iban_a_number_or_a_name() -> None:
    iban = only(f"IBAN;DE89 3704 0044 0532 0130 00\n{HEAD}{ROWS}").account
    assert iban.iban == "DE89370400440532013000"
    assert only(f"Account number;123-456-789\n{HEAD}{ROWS}").account.number == "123-456-789"
    named = only("Account;Date;Text;Amount (EUR)\nJoint;13.01.2025;A;-1,00\nJoint;14.01.2025;B;-1,00\n").account
    assert (named.name, named.number) == ("Joint", "")


def test_a_card_is_said_to_be_one() -> None:
    rows = "13.01.2025;Shop;2,50;*1234\n14.01.2025;Cafe;1,00;*1234\n"
    assert only(f"Date;Text;Amount (EUR);Card number\n{rows}").account.kind is AccountKind.CARD


def test_an_unlikely_day_is_told() -> None:
    file = read(f"{HEAD}{ROWS}01.01.1970;Old;-1,00\n".encode(), "a.csv")
    assert [item.line for item in file.findings if item.code == "unlikely_date"] == [4]


def test_unlikely_days_are_counted_in_each_statement() -> None:
    rows = "13.01.2025;Shop;-2,50;{0}\n01.01.1901;Old;-1,00;{0}\n02.01.1901;Old;-1,00;{0}\n14.01.2025;Pay;9,00;{0}\n"
    file = read(f"Date;Text;Amount;Currency\n{rows.format('EUR')}{rows.format('CHF')}".encode(), "a.csv")
    told = [item for item in file.findings if item.code == "unlikely_date"]
    assert [item.line for item in told] == [3, 7]
    assert all(item.message.endswith("Such days in more rows: 1.") for item in told)


def test_a_currency_nobody_states_is_the_default_and_said_to_be() -> None:
    statement = only(f"Date;Text;Amount\n{ROWS}")
    assert (statement.currency, statement.currency_stated) == ("USD", False)
