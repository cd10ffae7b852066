"""Own transfers: whenever transactions come or go, those near them of equal size are paired anew from scratch."""

from collections.abc import Callable, Sequence

from app.analysis.categories import TRANSFERS
from app.analysis.transfers import pair_transfers
from app.ledger.judging import judge_alone, judge_refunds
from app.store import accounts, edits, judgements, transactions
from app.store.connection import Connection
from app.store.pair_candidates import mark_transfers, pair_candidates, paired, part, partners

DAYS = 5
"""The two halves of a transfer are booked within so many days."""


def pair_anew(connection: Connection, touched: Sequence[int], *, fresh: Sequence[int] = ()) -> int:
    """Pair transactions that changed or lost their half, and all that competes with them; returns the pairs.

    `fresh` are those that came just now, of which none is half of a pair yet.

    Earlier pairs among those are parted and judged on their own first, so that the result does not depend on the order
    in which statements were imported.
    """
    apart = {*touched, *partners(connection, touched)}
    near = pair_candidates(connection, (*apart, *fresh), days=DAYS)
    before = paired(connection, {*near, *apart})
    part(connection, before)
    judge_alone(connection, before)
    known = {account.id: account for account in accounts.accounts(connection, retired=True)}
    pairs = [(pair.out_id, pair.in_id) for pair in pair_transfers(transactions.by_ids(connection, near), known)]
    if pairs:
        edits.pair_transactions(connection, pairs)
        mark_transfers(connection, [number for pair in pairs for number in pair], category=TRANSFERS)
    return len(pairs)


def judged_around(connection: Connection, ids: Sequence[int], *, change: Callable[[], object]) -> None:
    """Change or delete transactions, then judge and pair anew what their change bears upon."""
    freed = partners(connection, ids)
    payees = judgements.payee_ids_of(connection, ids)
    change()
    judge_alone(connection, freed)
    judge_refunds(connection, payees | judgements.payee_ids_of(connection, ids))
    pair_anew(connection, (*ids, *freed))
