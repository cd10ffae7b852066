"""Own transfers: what was just committed is paired with its other half on another account."""

from collections.abc import Sequence

from app.analysis.categories import TRANSFERS
from app.analysis.transfers import pair_transfers
from app.store import accounts, edits, transactions
from app.store.connection import Connection
from app.store.pair_candidates import mark_transfers, opposite_amounts

DAYS = 5
"""The two halves of a transfer are booked within so many days."""


def pair_new_transactions(connection: Connection, new: Sequence[int]) -> int:
    """Pair new transactions with each other or with committed ones; returns how many pairs were made."""
    candidates = transactions.by_ids(connection, opposite_amounts(connection, new, days=DAYS))
    known = {account.id: account for account in accounts.accounts(connection, retired=True)}
    pairs = [(pair.out_id, pair.in_id) for pair in pair_transfers(candidates, known)]
    if pairs:
        edits.pair_transactions(connection, pairs)
        mark_transfers(connection, [number for pair in pairs for number in pair], category=TRANSFERS)
    return len(pairs)
