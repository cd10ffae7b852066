"""Balances out of running balances: what an account held before the first and after the last row of a statement."""

from dataclasses import replace

from app.domain.statement import Balance, Statement
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
