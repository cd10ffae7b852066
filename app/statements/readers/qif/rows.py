"""One QIF entry to a statement row, or to the finding that says why it is none."""

from app.domain.statement import Finding, StatementRow
from app.domain.statement_kinds import Severity
from app.statements.date_fields import parse_date
from app.statements.fields import FieldProblem, parse_amount
from app.statements.readers.qif.conventions import Conventions, amount_letter, amount_text
from app.statements.readers.qif.dates import plain_date
from app.statements.readers.qif.records import Entry

_LONGEST_AMOUNT = 20
"""Characters; what is longer would not fit the vault's 64-bit amounts."""


def row_of(entry: Entry, found: Conventions, *, digits: int) -> StatementRow | Finding:
    """Read an entry in minor units; an error finding where its date or amount can't be read."""
    values = entry.values
    booked_on = parse_date(plain_date(values.get("D", "")), found.date)
    if isinstance(booked_on, FieldProblem):
        return _problem(
            entry, "bad_date", message=f"An entry's date can't be read: “{values.get('D', '')[:40]}”.", column="D"
        )
    printed = amount_text(entry)
    amount = parse_amount(printed, found.amount, digits=digits) if len(printed) <= _LONGEST_AMOUNT else None
    if amount is None or isinstance(amount, FieldProblem):
        message = f"An entry's amount can't be read: “{printed[:40]}”."
        return _problem(entry, "bad_amount", message=message, column=amount_letter(entry))
    payee, memo = (" ".join(values.get(letter, "").split()) for letter in "PM")
    number = values.get("N", "")
    numbered = any(char.isdigit() for char in number)
    return StatementRow(
        line=entry.line,
        booked_on=booked_on,
        amount=amount,
        printed_payee=payee or memo,
        memo=memo if payee else "",
        bank_reference=number if numbered else "",
        bank_category=values.get("L", ""),
        row_type="" if numbered else number,
    )


def _problem(entry: Entry, code: str, *, message: str, column: str) -> Finding:
    return Finding(severity=Severity.ERROR, code=code, message=message, line=entry.line, column=column)
