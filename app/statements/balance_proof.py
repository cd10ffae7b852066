"""Balance proof: opening + rows = closing, and running balances that chain, shown in whole minor units."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.statement import Balance, BrokenAt, Proof, Statement, StatementRow
from app.domain.statement_kinds import ProofState


@dataclass(frozen=True, slots=True)
class Chain:
    """Running balances followed in one row order: what they begin and end with, and where they first break."""

    newest_first: bool
    opening: int
    closing: int
    links: int
    """How many running balances could be held against an earlier one."""
    breaks: int
    broken_at: BrokenAt | None
    after: int
    """Rows after the last running balance, which none of them shows."""


def prove(rows: Sequence[StatementRow], opening: Balance | None, *, closing: Balance | None) -> Proof:
    """Hold booked rows (file order, either direction) against the balances the bank states.

    Pending rows are left out. Proved needs two statements of the balance that the rows lie between: opening and
    closing, or one of them and a running balance, or running balances that chain. Running balances show what stands
    between them: an end of theirs that nothing states is missing, though they are proved.
    """
    booked = [row for row in rows if not row.pending]
    chain = follow(booked)
    if chain is not None and chain.broken_at is not None:
        return Proof(state=ProofState.BROKEN, broken_at=chain.broken_at)
    if chain is None:
        return _by_sum(booked, opening, closing=closing)
    if opening is not None and opening.amount != chain.opening:
        first = booked[-1] if chain.newest_first else booked[0]
        expected = chain.closing - sum(row.amount for row in booked)
        return _broken(
            first.line, expected + opening.amount - chain.opening + first.amount, found=expected + first.amount
        )
    if closing is not None and closing.amount != chain.closing:
        return _broken(None, chain.closing, found=closing.amount)
    alone = chain.links == 0 and opening is None
    if closing is None and (alone or chain.after):
        return Proof(state=ProofState.UNPROVED, missing="opening" if alone else "closing")
    return Proof(state=ProofState.PROVED, missing=missing_ends(opening, closing))


def missing_ends(opening: Balance | None, closing: Balance | None) -> str:
    return " and ".join(name for name, found in (("opening", opening), ("closing", closing)) if found is None)


def joined(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Statements of one account that follow one another as one: each opens with the closing before it."""
    result: list[list[Statement]] = []
    for statement in statements:
        if result and _adjoins(result[-1][-1], statement):
            result[-1].append(statement)
        else:
            result.append([statement])
    return tuple(_as_one(group) for group in result)


def _adjoins(earlier: Statement, later: Statement) -> bool:
    same = earlier.account == later.account and earlier.currency == later.currency
    both = earlier.closing is not None and later.opening is not None
    return same and both and _amount(earlier.closing) == _amount(later.opening)


def _amount(balance: Balance | None) -> int | None:
    return None if balance is None else balance.amount


def _as_one(group: list[Statement]) -> Statement:
    if len(group) == 1:
        return group[0]
    rows = tuple(row for statement in group for row in statement.rows)
    broken = next((one.proof for one in group if one.proof.state is ProofState.BROKEN), None)
    opening, closing = group[0].opening, group[-1].closing
    return replace(group[0], rows=rows, closing=closing, proof=broken or prove(rows, opening, closing=closing))


def follow(rows: Sequence[StatementRow]) -> Chain | None:
    """Follow the running balances oldest row first and newest row first; the order with fewer breaks is returned.

    None where no row carries a running balance.
    """
    if not any(row.running_balance is not None for row in rows):
        return None
    forward = _follow(rows, newest_first=False)
    if not forward.breaks and forward.links:
        return forward
    backward = _follow(rows[::-1], newest_first=True)
    return backward if backward.breaks < forward.breaks else forward


def _follow(rows: Sequence[StatementRow], *, newest_first: bool) -> Chain:
    known: int | None = None
    opening = between = links = breaks = after = 0
    broken_at: BrokenAt | None = None
    for row in rows:
        between += row.amount
        after += 1
        if row.running_balance is None:
            continue
        if known is None:
            opening = row.running_balance - between
        else:
            links += 1
            if known + between != row.running_balance:
                breaks += 1
                broken_at = broken_at or BrokenAt(line=row.line, expected=known + between, found=row.running_balance)
        known, between, after = row.running_balance, 0, 0
    closing = (known or 0) + between
    return Chain(newest_first, opening, closing, links, breaks, broken_at, after)


def _by_sum(rows: Sequence[StatementRow], opening: Balance | None, *, closing: Balance | None) -> Proof:
    if opening is None or closing is None:
        return Proof(state=ProofState.UNPROVED, missing=missing_ends(opening, closing))
    expected = opening.amount + sum(row.amount for row in rows)
    if expected != closing.amount:
        return _broken(None, expected, found=closing.amount)
    return Proof(state=ProofState.PROVED)


def _broken(line: int | None, expected: int, *, found: int) -> Proof:
    return Proof(state=ProofState.BROKEN, broken_at=BrokenAt(line=line, expected=expected, found=found))
