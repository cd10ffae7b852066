"""One file of an import as the contract's JSON line."""

from typing import Any

from app.domain.money import Money
from app.domain.staged import StagedAccount, StagedBatch, StagedStatus, Verdict
from app.domain.statement import Balance, BrokenAt, Finding, Reading
from app.domain.statement_kinds import StatementFormat

Json = dict[str, Any]
_BY_MADE = frozenset({StatementFormat.CSV, StatementFormat.XLSX})
"""Tables of transactions: their span counts the purchase days. A statement's own period counts booking days."""


def import_line(staged: StagedBatch, *, batch: str | None = None) -> Json:
    """The contract's object for one file; `batch` is set once it is committed."""
    return {
        "file": staged.file,
        "status": (StagedStatus.COMMITTED if batch else staged.status).value,
        "format": staged.format.value if staged.format else None,
        "batch": batch,
        "preset": staged.preset,
        "reading": reading_json(staged.reading),
        "decisions": [{"question": item.question, "choices": list(item.choices)} for item in staged.decisions],
        "accounts": [_account(account, by_made=staged.format in _BY_MADE) for account in staged.accounts],
        "findings": [_finding(finding) for finding in staged.findings],
        "seconds": float(staged.seconds),
    }


def reading_json(reading: Reading) -> Json:
    """The parts of the reading that apply to the format."""
    parts = {
        "encoding": reading.encoding,
        "delimiter": reading.delimiter,
        "decimal": reading.decimal,
        "date_order": reading.date_order,
        "sign": reading.sign,
    }
    return {name: value for name, value in parts.items() if value}


def _account(staged: StagedAccount, *, by_made: bool) -> Json:
    statement = staged.statement
    rows = [item.row for item in staged.transactions]
    days = [row.made_on or row.booked_on if by_made else row.booked_on for row in rows]
    total = sum(item.row.amount for item in staged.transactions)
    duplicates = sum(item.verdict is Verdict.DUPLICATE for item in staged.transactions)
    return {
        "account": staged.name,
        "currency": statement.currency,
        "rows": len(staged.transactions),
        "new": len(staged.transactions) - duplicates,
        "duplicates": duplicates,
        "sum": _decimal(total, statement.currency),
        "first": min(days).isoformat() if days else None,
        "last": max(days).isoformat() if days else None,
        "opening": _balance(statement.opening, statement.currency),
        "closing": _balance(statement.closing, statement.currency),
        "proof": statement.proof.state.value,
        "broken_at": _broken_at(statement.proof.broken_at, statement.currency),
    }


def _finding(finding: Finding) -> Json:
    return {
        "severity": finding.severity.value,
        "code": finding.code,
        "message": finding.message,
        "line": finding.line,
        "column": finding.column,
    }


def _broken_at(broken: BrokenAt | None, code: str) -> Json | None:
    if broken is None:
        return None
    return {
        "line": broken.line,
        "expected": _decimal(broken.expected, code),
        "found": _decimal(broken.found, code),
    }


def _balance(balance: Balance | None, code: str) -> str | None:
    return None if balance is None else _decimal(balance.amount, code)


def _decimal(minor: int, code: str) -> str:
    return Money.of(minor, code).decimal()
