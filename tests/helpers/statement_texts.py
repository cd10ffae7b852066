"""Statement files as plain texts, to be held against goldens."""

from collections import defaultdict
from datetime import date
from typing import Any

from app.domain.currency import currency
from app.domain.money import decimal_text
from app.domain.statement import Balance, Statement, StatementFile, StatementRow
from app.statements.reader import ReadOptions, StatementSource
from app.statements.registry import read_statement

OPTIONS = ReadOptions(today=date(2026, 11, 22), default_currency="USD")


def read(data: bytes, name: str, **choices: str) -> StatementFile:
    """Read a file on 22 November 2026 with US dollars as the owner's currency."""
    options = ReadOptions(today=OPTIONS.today, default_currency=OPTIONS.default_currency, choices=choices)
    return read_statement(StatementSource(name, data), options)


def as_text(file: StatementFile) -> dict[str, Any]:
    """Everything a golden holds of a file."""
    return {
        "format": str(file.format) if file.format else None,
        "reading": {
            "encoding": file.reading.encoding,
            "delimiter": file.reading.delimiter,
            "decimal": file.reading.decimal,
            "date_order": file.reading.date_order,
            "sign": file.reading.sign,
        },
        "preset": file.preset,
        "decisions": [[item.question, *item.choices] for item in file.decisions],
        "findings": [[str(item.severity), item.code, item.line, item.column] for item in file.findings],
        "statements": [_statement(statement) for statement in file.statements],
    }


def totals(file: StatementFile) -> dict[str, str]:
    """The sum of all rows a currency, as decimal texts."""
    sums: dict[str, int] = defaultdict(int)
    for statement in file.statements:
        sums[statement.currency] += sum(row.amount for row in statement.rows)
    return {code: decimal_text(minor, currency(code).digits) for code, minor in sums.items()}


def _statement(statement: Statement) -> dict[str, Any]:
    account = statement.account
    return {
        "account": {
            "number": account.number,
            "iban": account.iban,
            "name": account.name,
            "institution": account.institution,
            "kind": str(account.kind) if account.kind else None,
        },
        "currency": statement.currency,
        "opening": _balance(statement.opening, statement.currency),
        "closing": _balance(statement.closing, statement.currency),
        "proof": str(statement.proof.state),
        "rows": [_row(row, statement.currency) for row in statement.rows],
    }


def _balance(balance: Balance | None, code: str) -> str | None:
    return None if balance is None else decimal_text(balance.amount, currency(code).digits)


def _row(row: StatementRow, code: str) -> dict[str, Any]:
    """The filled fields only, so that a golden stays readable."""
    digits = currency(code).digits
    full: dict[str, Any] = {
        "line": row.line,
        "booked_on": row.booked_on.isoformat(),
        "made_on": row.made_on.isoformat() if row.made_on else None,
        "value_on": row.value_on.isoformat() if row.value_on else None,
        "amount": decimal_text(row.amount, digits),
        "payee": row.printed_payee,
        "memo": row.memo,
        "reference": row.bank_reference,
        "category": row.bank_category,
        "type": row.row_type,
        "balance": None if row.running_balance is None else decimal_text(row.running_balance, digits),
        "original": f"{row.original_amount.decimal()} {row.original_amount.currency.code}"
        if row.original_amount
        else None,
    }
    return {name: value for name, value in full.items() if value not in {None, ""}}
