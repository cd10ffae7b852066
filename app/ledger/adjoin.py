"""Statements of one account that adjoin: the balance one ends with is the balance the next begins with."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.domain.money import Money
from app.domain.statement import Balance, Finding, Proof, Statement
from app.domain.statement_kinds import ProofState, Severity
from app.store.spans import StatementSpan

NOT_ADJOINING = "balances_do_not_adjoin"
_CLOSE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Adjoined:
    """A statement held against the committed ones before it."""

    statement: Statement
    adjoining_day: date | None
    """The shared day, where the one before ends on the day this one begins with and the balances show it."""
    findings: tuple[Finding, ...] = ()


def adjoin(statement: Statement, spans: Sequence[StatementSpan]) -> Adjoined:
    """Find the statement before this one; prove by its closing balance, or say that the two do not adjoin."""
    days = [row.booked_on for row in statement.rows if not row.pending]
    if not days:
        return Adjoined(statement, None)
    first = min(days)
    before = [
        span
        for span in spans
        if span.closing is not None
        and span.currency == statement.currency
        and span.first < first
        and span.last <= first
    ]
    if not before:
        return Adjoined(statement, None)
    opening = statement.opening.amount if statement.opening else None
    # Of several that end on one day any may be the one before.
    previous = max(before, key=lambda span: (span.last, _ended(span) == opening))
    ended = _ended(previous)
    if opening is None:
        return Adjoined(_proved_by(statement, previous, ended=ended), None)
    if opening == ended:
        return Adjoined(statement, first if previous.last == first else None)
    if first - previous.last <= _CLOSE:
        return Adjoined(statement, None, (_gap(statement, previous, opening=opening),))
    return Adjoined(statement, None)


def _proved_by(statement: Statement, previous: StatementSpan, *, ended: int) -> Statement:
    """The statement with the balance before it as its opening, where all rows then lead to its closing balance."""
    if statement.closing is None or statement.proof.state is not ProofState.UNPROVED:
        return statement
    booked = sum(row.amount for row in statement.rows if not row.pending)
    if ended + booked != statement.closing.amount:
        return statement
    opening = Balance(amount=ended, on=previous.last)
    return replace(statement, opening=opening, proof=Proof(state=ProofState.PROVED))


def _ended(span: StatementSpan) -> int:
    return span.closing.amount if span.closing else 0


def _gap(statement: Statement, previous: StatementSpan, *, opening: int) -> Finding:
    here = Money.of(opening, statement.currency).decimal()
    there = Money.of(_ended(previous), statement.currency).decimal()
    return Finding(
        severity=Severity.WARNING,
        code=NOT_ADJOINING,
        message=f"The statement begins with {here} {statement.currency}, but the one before it on this account ends "
        f"with {there} on {previous.last}: it belongs to another account, or something between them is missing. "
        "Put it on the account it belongs to, or say that it goes here.",
    )
