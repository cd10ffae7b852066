"""Transactions that may be the two halves of an own transfer, and marking those that are."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from app.store.as_it_was import keep
from app.store.connection import Connection
from app.store.ids import id_list
from app.store.search_text import refresh_search

_AMONG = "id IN (SELECT value FROM json_each(?))"
_OF_THESE_SIZES = (
    "SELECT id, account_id, amount, currency, booked_on FROM entry WHERE amount <> 0 AND abs(amount) IN"  # noqa: S608
    f" (SELECT abs(amount) FROM entry WHERE {_AMONG}) ORDER BY booked_on, id"
)
_MARK = (
    "UPDATE entry SET kind = 'transfer', category = ? WHERE id IN (SELECT value FROM json_each(?))"
    " AND NOT EXISTS (SELECT 1 FROM edit WHERE edit.account_id = entry.account_id AND edit.row_hash = entry.row_hash"
    " AND edit.occurrence = entry.occurrence AND edit.field IN ('kind', 'category'))"
)

_Candidate = tuple[int, int, int, date]
"""Id, account, amount, booked day."""


def pair_candidates(connection: Connection, touched: Sequence[int], *, days: int) -> tuple[int, ...]:
    """All that any of these transactions might be paired with, those paired already included, and what those might.

    That is, of equal size and one currency, on two accounts at least, of both signs, and never more than so many days
    from one to the next.
    """
    if not touched or connection.execute("SELECT count(*) FROM account").fetchall()[0][0] < 2:
        return ()
    groups: defaultdict[tuple[str, int], list[_Candidate]] = defaultdict(list)
    for number, account_id, amount, currency, booked in connection.execute(_OF_THESE_SIZES, (id_list(touched),)):
        groups[currency, abs(amount)].append((number, account_id, amount, date.fromisoformat(booked)))
    fresh = frozenset(touched)
    return tuple(
        number
        for group in groups.values()
        if _may_pair(group)
        for run in _runs(group, days)
        if _may_pair(run) and any(number in fresh for number, *_ in run)
        for number, *_ in run
    )


def paired(connection: Connection, ids: Iterable[int]) -> tuple[int, ...]:
    """Those of them that are half of a pair."""
    rows = connection.execute(f"SELECT id FROM entry WHERE paired_with IS NOT NULL AND {_AMONG}", (id_list(ids),))  # noqa: S608
    return tuple(int(row[0]) for row in rows)


def other_halves(connection: Connection, batch: int) -> tuple[int, ...]:
    """Transactions of other batches that are paired with one of this batch (its row number)."""
    rows = connection.execute(
        "SELECT id FROM entry WHERE batch_id IS NOT ?"
        " AND paired_with IN (SELECT id FROM entry WHERE batch_id = ? AND paired_with IS NOT NULL)",
        (batch, batch),
    )
    return tuple(int(row[0]) for row in rows)


def partners(connection: Connection, ids: Iterable[int]) -> tuple[int, ...]:
    """The other halves of those of them that are paired."""
    sql = f"SELECT paired_with FROM entry WHERE paired_with IS NOT NULL AND {_AMONG}"  # noqa: S608
    rows = connection.execute(sql, (id_list(ids),))
    return tuple(int(row[0]) for row in rows)


def part(connection: Connection, ids: Iterable[int]) -> None:
    """Say that these are halves of no pair."""
    connection.execute(f"UPDATE entry SET paired_with = NULL WHERE {_AMONG}", (id_list(ids),))  # noqa: S608


def mark_transfers(connection: Connection, ids: Sequence[int], *, category: str) -> None:
    """Say that these are transfers between own accounts, where the owner has not said otherwise."""
    keep(connection, ids)
    connection.execute(_MARK, (category, id_list(ids)))
    refresh_search(connection, ids)


def _may_pair(group: Sequence[_Candidate]) -> bool:
    return len({account for _, account, *_ in group}) > 1 and len({amount for _, _, amount, _ in group}) > 1


def _runs(group: list[_Candidate], days: int) -> Iterator[list[_Candidate]]:
    """The group, oldest first, cut wherever nothing happened for longer than so many days."""
    run = group[:1]
    for before, after in pairwise(group):
        if (after[3] - before[3]).days > days:
            yield run
            run = []
        run.append(after)
    yield run
