"""What the program says of committed transactions, said anew where the owner has not said it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.transaction import TransactionKind
from app.store.connection import Connection
from app.store.ids import id_list
from app.store.search_text import refresh_search

_NOT_EDITED = (
    "NOT EXISTS (SELECT 1 FROM edit WHERE edit.account_id = entry.account_id AND edit.row_hash = entry.row_hash"
    " AND edit.occurrence = entry.occurrence AND edit.field = ?)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Category and kind of one transaction."""

    entry_id: int
    category: str
    kind: TransactionKind


def judge(connection: Connection, judgements: Iterable[Judgement]) -> None:
    """Write categories and kinds, leaving alone what the owner has corrected."""
    listed = tuple(judgements)
    connection.executemany(
        f"UPDATE entry SET kind = ? WHERE id = ? AND kind <> ? AND {_NOT_EDITED}",  # noqa: S608
        ((item.kind.value, item.entry_id, item.kind.value, "kind") for item in listed),
    )
    connection.executemany(
        f"UPDATE entry SET category = ? WHERE id = ? AND category <> ? AND {_NOT_EDITED}",  # noqa: S608
        ((item.category, item.entry_id, item.category, "category") for item in listed),
    )
    refresh_search(connection, (item.entry_id for item in listed))


def money_in_from(connection: Connection, payee_ids: Iterable[int], *, category: str) -> tuple[int, ...]:
    """Money in from these payees that the rules gave one category, less transfers: income, or a refund.

    What the owner or a pairing put in the category's place does not count, so that the answer stays the same.
    """
    rows = connection.execute(
        "SELECT entry.id FROM entry LEFT JOIN as_judged USING (account_id, row_hash, occurrence)"
        " WHERE entry.payee_id IN (SELECT value FROM json_each(?)) AND amount > 0 AND kind <> ?"
        " AND coalesce(as_judged.category, entry.category) = ? ORDER BY entry.id",
        (id_list(payee_ids), TransactionKind.TRANSFER.value, category),
    )
    return tuple(int(row[0]) for row in rows)


def payees_paid_in(connection: Connection, batch: int) -> tuple[int, ...]:
    """Payees that money went to in a batch (its row number)."""
    rows = connection.execute(
        "SELECT DISTINCT payee_id FROM entry WHERE batch_id = ? AND amount < 0 AND payee_id IS NOT NULL", (batch,)
    )
    return tuple(int(row[0]) for row in rows)


def payee_ids_of(connection: Connection, ids: Iterable[int]) -> frozenset[int]:
    """The payees of these transactions."""
    rows = connection.execute(
        "SELECT DISTINCT payee_id FROM entry WHERE payee_id IS NOT NULL AND id IN (SELECT value FROM json_each(?))",
        (id_list(ids),),
    )
    return frozenset(int(row[0]) for row in rows)


def payees_of(connection: Connection, ids: Sequence[int]) -> dict[int, str]:
    """The payee's name of each transaction that has one."""
    rows = connection.execute(
        "SELECT entry.id, name FROM entry JOIN payee ON payee.id = payee_id"
        " WHERE entry.id IN (SELECT value FROM json_each(?))",
        (id_list(ids),),
    )
    return {int(number): str(name) for number, name in rows}
