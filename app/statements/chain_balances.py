"""Balances out of running balances: what an account held before the first and after the last row of a statement."""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.statement import Balance, Finding, Statement
from app.domain.statement_kinds import ProofState, Severity
from app.statements.balance_proof import follow


def with_chain_balances(statement: Statement) -> Statement:
    """The statement with opening and closing balance, where the bank states neither but its running balances chain.

    A pending row belongs to no chain; a chain that breaks gives no balance.
    """
    booked = [row for row in statement.rows if not row.pending]
    chain = follow(booked)
    if chain is None or chain.broken_at is not None or not chain.links:
        return statement
    days = [row.booked_on for row in booked]
    return replace(
        statement,
        opening=statement.opening or Balance(amount=chain.opening),
        closing=statement.closing or Balance(amount=chain.closing, on=max(days)),
    )


def ends_not_stated(statements: Sequence[Statement]) -> tuple[Finding, ...]:
    """What running balances alone can't prove, said once for each end: nothing stands before the first row or behind.

    To be asked before the chain gives the balances that nothing states.
    """
    proved = [one for one in statements if one.proof.state is ProofState.PROVED and one.rows]
    return tuple(
        Finding(
            severity=Severity.INFO,
            code=f"{end}_not_stated",
            message=f"The running balances prove the rows between the first and the last, but nothing states the {end} "
            f"balance: a row missing {where} would not show.",
        )
        for end, where in (("opening", "before them"), ("closing", "behind them"))
        if any(end in one.proof.missing for one in proved)
    )
