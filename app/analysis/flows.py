"""Flows: what counts as spending, income, transfers, refunds or fees, and how each is added up."""

from collections.abc import Iterable, Sequence

from app.domain.counted import CountedRow
from app.domain.plan import Flow
from app.domain.transaction import TransactionKind

_KINDS = {
    Flow.SPENDING: frozenset({TransactionKind.EXPENSE, TransactionKind.REFUND}),
    Flow.FEES: frozenset({TransactionKind.EXPENSE, TransactionKind.REFUND}),
    Flow.INCOME: frozenset({TransactionKind.INCOME}),
    Flow.TRANSFERS: frozenset({TransactionKind.TRANSFER}),
    Flow.REFUNDS: frozenset({TransactionKind.REFUND}),
    Flow.ANY: frozenset(TransactionKind),
}
OUTWARD = frozenset({Flow.SPENDING, Flow.FEES})
"""Flows whose amounts are shown as positive sizes of money out."""


def kinds_of(flow: Flow) -> frozenset[TransactionKind]:
    """The kinds of transaction that belong to a flow."""
    return _KINDS[flow]


def total(rows: Iterable[CountedRow], flow: Flow) -> int:
    """The flow's sum in minor units: spending and fees positive for money out, the others positive for money in.

    Of transfers the legs that left are added up, positive; where only arriving legs are present, those.
    """
    amounts = [row.minor for row in rows]
    if flow is Flow.TRANSFERS:
        left = -sum(amount for amount in amounts if amount < 0)
        return left or sum(amounts)
    return -sum(amounts) if flow in OUTWARD else sum(amounts)


def size(row: CountedRow, flow: Flow) -> int:
    """One row's amount as the flow shows it, in minor units."""
    if flow is Flow.TRANSFERS:
        return abs(row.minor)
    return -row.minor if flow in OUTWARD else row.minor


def events(rows: Sequence[CountedRow], flow: Flow) -> list[CountedRow]:
    """The rows that are an event of the flow: refunds lower spending, but are no purchase; a transfer counts once."""
    if flow in OUTWARD:
        return [row for row in rows if row.kind is TransactionKind.EXPENSE]
    if flow is Flow.TRANSFERS:
        left = [row for row in rows if row.minor < 0]
        return left or list(rows)
    return list(rows)


def divided(amount: int, parts: int) -> int:
    """The amount divided by a positive whole number, halves rounded away from zero."""
    quotient, rest = divmod(abs(amount) * 2 + parts, parts * 2)
    del rest
    return -quotient if amount < 0 else quotient
