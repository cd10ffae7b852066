"""Which days of which account the committed statements cover, with their balances and the state of their proof."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.statement import Balance, BrokenAt, Proof
from app.domain.statement_kinds import ProofState
from app.store.connection import Connection, Row

_COLUMNS = (
    "batch_id, account_id, currency, first, last, opening, opening_on, closing, closing_on,"
    " proof, missing, broken_line, broken_expected, broken_found"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementSpan:
    """One committed statement of an account: its first and last day, balances in minor units, and its proof."""

    batch_number: int
    account_id: int
    currency: str
    first: date
    last: date
    proof: Proof
    opening: Balance | None = None
    closing: Balance | None = None


def add_spans(connection: Connection, spans: Iterable[StatementSpan]) -> None:
    """Write the spans of a batch."""
    connection.executemany(
        f"INSERT INTO statement_span ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
        (_values(span) for span in spans),
    )


def spans(connection: Connection, account_id: int | None = None) -> tuple[StatementSpan, ...]:
    """The spans of one account or of all, oldest first."""
    where = "" if account_id is None else " WHERE account_id = ?"
    values = () if account_id is None else (account_id,)
    rows = connection.execute(f"SELECT {_COLUMNS} FROM statement_span{where} ORDER BY last, first, id", values)  # noqa: S608
    return tuple(_span(row) for row in rows)


def _values(span: StatementSpan) -> Row:
    broken = span.proof.broken_at
    return (
        span.batch_number,
        span.account_id,
        span.currency,
        span.first.isoformat(),
        span.last.isoformat(),
        *_balance_values(span.opening),
        *_balance_values(span.closing),
        span.proof.state.value,
        span.proof.missing,
        *((None, None, None) if broken is None else (broken.line, broken.expected, broken.found)),
    )


def _balance_values(balance: Balance | None) -> tuple[int | None, str | None]:
    if balance is None:
        return None, None
    return balance.amount, None if balance.on is None else balance.on.isoformat()


def _span(row: Row) -> StatementSpan:
    batch, account, currency, first, last, opening, opening_on, closing, closing_on = row[:9]
    state, missing, line, expected, found = row[9:]
    broken = None if expected is None else BrokenAt(line=line, expected=expected, found=found)
    return StatementSpan(
        batch_number=batch,
        account_id=account,
        currency=currency,
        first=date.fromisoformat(first),
        last=date.fromisoformat(last),
        proof=Proof(state=ProofState(state), missing=missing, broken_at=broken),
        opening=_balance(opening, opening_on),
        closing=_balance(closing, closing_on),
    )


def _balance(amount: int | None, on: str | None) -> Balance | None:
    if amount is None:
        return None
    return Balance(amount=amount, on=None if on is None else date.fromisoformat(on))
