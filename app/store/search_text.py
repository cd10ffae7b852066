"""The searchable text of each transaction, kept beside it."""

from collections.abc import Iterable

from app.store.connection import Connection
from app.store.ids import id_list
from app.store.row_identity import folded_texts


def refresh_search(connection: Connection, ids: Iterable[int]) -> None:
    """Write the searchable text of these transactions anew."""
    rows = connection.execute(
        "SELECT entry.id, coalesce(payee.name, ''), printed_payee, memo, entry.category, bank_reference,"
        " amount, currency FROM entry LEFT JOIN payee ON payee.id = payee_id"
        " WHERE entry.id IN (SELECT value FROM json_each(?))",
        (id_list(ids),),
    ).fetchall()
    if not rows:
        return
    numbers, *texts, amounts, currencies = zip(*rows, strict=True)
    folded = folded_texts(*texts, amounts=amounts, currencies=currencies)
    connection.executemany(
        "INSERT OR REPLACE INTO entry_search (id, folded) VALUES (?, ?)", zip(numbers, folded, strict=True)
    )
