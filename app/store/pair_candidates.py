"""Transactions that may be the two halves of an own transfer, and marking those that are."""

from collections import defaultdict
from collections.abc import Sequence

from app.store.connection import Connection
from app.store.ids import id_list
from app.store.search_text import refresh_search

_AROUND = (
    "SELECT id, account_id, amount, currency FROM entry WHERE paired_with IS NULL AND amount <> 0"
    " AND booked_on >= (SELECT date(min(booked_on), ?) FROM entry WHERE id BETWEEN ? AND ?)"
    " AND booked_on <= (SELECT date(max(booked_on), ?) FROM entry WHERE id BETWEEN ? AND ?)"
)
_MARK = (
    "UPDATE entry SET kind = 'transfer', category = ? WHERE id IN (SELECT value FROM json_each(?))"
    " AND NOT EXISTS (SELECT 1 FROM edit WHERE edit.account_id = entry.account_id AND edit.row_hash = entry.row_hash"
    " AND edit.occurrence = entry.occurrence AND edit.field IN ('kind', 'category'))"
)


def opposite_amounts(connection: Connection, new: Sequence[int], *, days: int) -> tuple[int, ...]:
    """Unpaired transactions of equal size, opposite sign and two accounts, at least one of them new."""
    if not new or connection.execute("SELECT count(*) FROM account").fetchall()[0][0] < 2:
        return ()
    first, last = min(new), max(new)
    rows = connection.execute(_AROUND, (f"-{days} days", first, last, f"+{days} days", first, last))
    groups: defaultdict[tuple[str, int], list[tuple[int, int, int]]] = defaultdict(list)
    for number, account_id, amount, currency in rows:
        groups[currency, abs(amount)].append((number, account_id, amount))
    fresh = frozenset(new)
    return tuple(
        number
        for group in groups.values()
        if len({account for _, account, _ in group}) > 1
        and len({amount for _, _, amount in group}) > 1
        and any(number in fresh for number, _, _ in group)
        for number, _, _ in group
    )


def mark_transfers(connection: Connection, ids: Sequence[int], *, category: str) -> None:
    """Say that these are transfers between own accounts, where the owner has not said otherwise."""
    connection.execute(_MARK, (category, id_list(ids)))
    refresh_search(connection, ids)
