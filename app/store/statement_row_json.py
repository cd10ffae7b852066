"""Statement rows as short JSON lists, quick enough for a hundred thousand of them."""

from datetime import date
from typing import Any

from app.domain.money import Money
from app.domain.statement import StatementRow


def row_to_list(row: StatementRow) -> list[Any]:
    """The row as a list of texts, whole numbers and nulls."""
    original = row.original_amount
    return [
        row.line,
        row.booked_on.isoformat(),
        row.amount,
        None if row.made_on is None else row.made_on.isoformat(),
        None if row.value_on is None else row.value_on.isoformat(),
        row.printed_payee,
        row.memo,
        row.bank_reference,
        row.bank_category,
        row.row_type,
        row.running_balance,
        None if original is None else [original.minor, original.currency.code],
        int(row.pending),
    ]


def row_from_list(stored: list[Any]) -> StatementRow:
    """The row out of `row_to_list`."""
    line, booked, amount, made, value, payee, memo, reference, category, row_type, running, original, pending = stored
    return StatementRow(
        line=line,
        booked_on=date.fromisoformat(booked),
        amount=amount,
        made_on=None if made is None else date.fromisoformat(made),
        value_on=None if value is None else date.fromisoformat(value),
        printed_payee=payee,
        memo=memo,
        bank_reference=reference,
        bank_category=category,
        row_type=row_type,
        running_balance=running,
        original_amount=None if original is None else Money.of(original[0], original[1]),
        pending=bool(pending),
    )
