"""Exports as text: CSV that no spreadsheet runs, OFX that our own reader reads back, no ids of the vault."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest

from app.domain.account import Account, AccountKind
from app.domain.money import Money
from app.domain.transaction import Transaction, TransactionKind
from app.ledger.export_text import CSV_COLUMNS, csv_text, inert_cell, ofx_text
from app.statements.reader import ReadOptions, StatementSource
from app.statements.registry import read_statement

GIRO = Account(
    id=1, name="Giro", kind=AccountKind.CHECKING, currency="USD", number="000123454471", institution="Harbor"
)
CARD = Account(id=2, name="Lumen <Card>", kind=AccountKind.CARD, currency="USD")
TODAY = date(2026, 4, 1)


def transaction(
    number: int, amount: int, *, payee: str = "CAFE LUNA", memo: str = "", reference: str = ""
) -> Transaction:
    return Transaction(
        id=number,
        account_id=1,
        account="Giro",
        booked_on=date(2026, 3, number),
        amount=Money.of(amount, "USD"),
        made_on=date(2026, 2, 28) if number == 1 else None,
        payee=payee.title(),
        printed_payee=payee,
        memo=memo,
        category="Eating out",
        kind=TransactionKind.EXPENSE,
        bank_reference=reference,
    )


def test_csv_has_a_header_and_one_line_a_transaction_as_it_is() -> None:
    text = csv_text([transaction(1, -475, memo='two "cups",\nplease', reference="A1"), transaction(2, 200000)])
    assert text.count("\r\n") == 3
    header, first, second = csv.reader(io.StringIO(text, newline=""))
    assert tuple(header) == CSV_COLUMNS
    assert first == [
        "Giro", "2026-02-28", "2026-03-01", "", "-4.75", "USD", "Cafe Luna", "CAFE LUNA", 'two "cups",\nplease',
        "Eating out", "expense", "A1",
    ]  # fmt: skip
    assert (second[1], second[4]) == ("", "2000.00")


@pytest.mark.parametrize("text", ["=1+1", "+49 30", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_a_text_that_a_spreadsheet_would_run_is_led_by_an_apostrophe(text: str) -> None:
    assert inert_cell(text) == f"'{text}"
    row = next(reversed(list(csv.reader(io.StringIO(csv_text([transaction(1, -1, payee=text)]), newline="")))))
    assert not any(cell.startswith(("=", "+", "@", "\t", "\r", "\n")) for cell in row)
    assert [cell for cell in row if cell.startswith("-")] == ["-0.01"], "an amount stays a number"


def test_an_ordinary_text_is_left_as_it_is() -> None:
    assert inert_cell("CAFE = LUNA") == "CAFE = LUNA"
    assert inert_cell("") == ""


def test_ofx_is_read_back_by_our_own_reader() -> None:
    rows = [transaction(1, -475, payee="A & B <Shop>", reference="R1"), transaction(2, 2000, memo="x" * 40)]
    text = ofx_text([(GIRO, rows, 1525), (CARD, [transaction(3, -900)], -900)], today=TODAY)
    read = read_statement(
        StatementSource("export.ofx", text.encode()),
        ReadOptions(today=TODAY, default_currency="EUR", choices={}, presets={}),
    )
    giro, card = read.statements
    assert (giro.account.number, giro.currency, giro.account.kind) == ("000123454471", "USD", AccountKind.CHECKING)
    assert [(row.booked_on.day, row.amount, row.printed_payee) for row in giro.rows] == [
        (1, -475, "A & B <Shop>"),
        (2, 2000, "CAFE LUNA"),
    ]
    assert (giro.rows[0].made_on, giro.rows[0].bank_reference) == (date(2026, 2, 28), "R1")
    assert giro.rows[1].memo == "x" * 40
    assert giro.closing is not None
    assert giro.closing.amount == 1525
    assert (card.account.kind, [row.amount for row in card.rows]) == (AccountKind.CARD, [-900])


def test_identical_transactions_of_a_day_get_different_references() -> None:
    text = ofx_text([(GIRO, [transaction(2, -475), transaction(2, -475), transaction(2, -5)], 0)], today=TODAY)
    parts = [part.split("</FITID>")[0] for part in text.split("<FITID>")[1:]]
    assert len(set(parts)) == len(parts) == 3


def test_an_account_without_transactions_has_a_statement_without_days() -> None:
    text = ofx_text([(GIRO, [], 0)], today=TODAY)
    assert "<DTSTART>" not in text
    assert "<BALAMT>0.00</BALAMT>" in text
    assert "CREDITCARDMSGSRSV1" not in text


def test_the_ids_of_the_vault_are_in_neither() -> None:
    one = [transaction(number, -475) for number in (1, 2)]
    other = [replace(item, id=item.id + 900, account_id=77, batch="b-000009") for item in one]
    assert csv_text(one) == csv_text(other)
    assert ofx_text([(GIRO, one, 0)], today=TODAY) == ofx_text([(replace(GIRO, id=77), other, 0)], today=TODAY)
