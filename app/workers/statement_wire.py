"""A statement file as messages between the statement worker and the app, a few thousand rows each.

What comes from the worker is not trusted: it held hostile bytes. Every value is checked for its type on the way in.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from app.domain.account import AccountHint, AccountKind
from app.domain.currency import currency
from app.domain.errors import CofferError
from app.domain.statement import (
    Balance,
    BrokenAt,
    Decision,
    Finding,
    Proof,
    Reading,
    Statement,
    StatementFile,
    StatementRow,
)
from app.domain.statement_columns import from_columns, to_columns
from app.domain.statement_kinds import ProofState, Severity, StatementFormat
from app.workers.protocol import ProtocolError

ROWS_A_MESSAGE = 5000
_NOTHING: dict[str, Any] = {}
_LARGEST = 2**63

Message = dict[str, Any]


def to_messages(file: StatementFile) -> Iterator[Message]:
    """The file as messages: first everything but the rows, then the rows in order."""
    yield {
        "format": file.format.value if file.format is not None else None,
        "reading": {
            "encoding": file.reading.encoding,
            "delimiter": file.reading.delimiter,
            "decimal": file.reading.decimal,
            "date_order": file.reading.date_order,
            "sign": file.reading.sign,
        },
        "statements": [_statement_out(statement) for statement in file.statements],
        "findings": [
            [finding.severity.value, finding.code, finding.message, finding.line, finding.column]
            for finding in file.findings
        ],
        "decisions": [
            [decision.question, list(decision.choices), [list(rows) for rows in decision.examples]]
            for decision in file.decisions
        ],
        "preset": file.preset,
        "layout": file.layout,
    }
    for statement in file.statements:
        for start in range(0, len(statement.rows), ROWS_A_MESSAGE):
            part = statement.rows[start : start + ROWS_A_MESSAGE]
            yield {"rows": len(part), "columns": to_columns(part)}


def from_messages(messages: Iterable[Message]) -> StatementFile:
    """The file out of its messages; raises ProtocolError where one is not as it should be."""
    source = iter(messages)
    try:
        head = next(source, _NOTHING)
        return StatementFile(
            format=None if head["format"] is None else StatementFormat(head["format"]),
            reading=Reading(**{name: _text(value) for name, value in head["reading"].items()}),
            statements=tuple(_statement_in(item, source) for item in head["statements"]),
            findings=tuple(_finding_in(item) for item in head["findings"]),
            decisions=tuple(_decision_in(item) for item in head["decisions"]),
            preset=_text_or_none(head["preset"]),
            layout=_text(head["layout"]),
        )
    except (LookupError, TypeError, ValueError, AttributeError, CofferError) as error:
        raise ProtocolError(f"{type(error).__name__}: {error}") from error


def _statement_out(statement: Statement) -> Message:
    hint, broken = statement.account, statement.proof.broken_at
    return {
        "account": [hint.number, hint.iban, hint.institution, hint.name, hint.kind.value if hint.kind else None],
        "currency": statement.currency,
        "currency_stated": statement.currency_stated,
        "proof": [
            statement.proof.state.value,
            statement.proof.missing,
            None if broken is None else [broken.line, broken.expected, broken.found],
        ],
        "opening": _balance_out(statement.opening),
        "closing": _balance_out(statement.closing),
        "rows": len(statement.rows),
    }


def _statement_in(item: Message, source: Iterator[Message]) -> Statement:
    number, iban, institution, name, kind = item["account"]
    state, missing, broken = item["proof"]
    rows: list[StatementRow] = []
    while len(rows) < _whole(item["rows"]):
        rows.extend(_rows_in(next(source, _NOTHING)))
    if len(rows) != item["rows"]:
        raise ProtocolError("more rows than were announced")
    return Statement(
        account=AccountHint(
            number=_text(number),
            iban=_text(iban),
            institution=_text(institution),
            name=_text(name),
            kind=None if kind is None else AccountKind(kind),
        ),
        currency=currency(_text(item["currency"])).code,
        currency_stated=item["currency_stated"] is True,
        proof=Proof(state=ProofState(state), missing=_text(missing), broken_at=_broken_in(broken)),
        opening=_balance_in(item["opening"]),
        closing=_balance_in(item["closing"]),
        rows=tuple(rows),
    )


def _rows_in(message: Message) -> list[StatementRow]:
    count = _whole(message["rows"])
    if not 0 < count <= ROWS_A_MESSAGE:
        raise ProtocolError("more rows in a message than there may be, or none")
    return from_columns(message["columns"], count)


def _finding_in(item: list[Any]) -> Finding:
    severity, code, message, line, column = item
    return Finding(
        severity=Severity(severity),
        code=_text(code),
        message=_text(message),
        line=None if line is None else _whole(line),
        column=_text_or_none(column),
    )


def _decision_in(item: list[Any]) -> Decision:
    question, choices, examples = item
    return Decision(
        question=_text(question),
        choices=tuple(_text(choice) for choice in choices),
        examples=tuple(tuple(_text(text) for text in rows) for rows in examples),
    )


def _broken_in(item: list[Any] | None) -> BrokenAt | None:
    if item is None:
        return None
    line, expected, found = item
    return BrokenAt(line=None if line is None else _whole(line), expected=_whole(expected), found=_whole(found))


def _balance_out(balance: Balance | None) -> list[Any] | None:
    if balance is None:
        return None
    return [balance.amount, balance.on.isoformat() if balance.on else None]


def _balance_in(item: list[Any] | None) -> Balance | None:
    if item is None:
        return None
    amount, on = item
    return Balance(amount=_whole(amount), on=None if on is None else date.fromisoformat(on))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"a text was expected, not {type(value).__name__}")
    return value


def _text_or_none(value: Any) -> str | None:
    return None if value is None else _text(value)


def _whole(value: Any) -> int:
    if type(value) is not int:
        raise TypeError(f"a whole number was expected, not {type(value).__name__}")
    if not -_LARGEST <= value < _LARGEST:
        raise ValueError("a number that no vault can hold")
    return value
