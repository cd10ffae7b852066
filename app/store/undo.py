"""Taking a past import back, whole."""

from app.domain.errors import NotFoundError, UsageError
from app.store.as_it_was import keep_batch
from app.store.connection import Connection
from app.store.ids import number_of
from app.store.insert_transactions import restore_superseded


def undo_batch(connection: Connection, name: str, *, at: str) -> int:
    """Take a batch back; returns how many transactions went. Edits stay remembered, deletions on purpose too.

    Raises NotFoundError, UsageError where it was undone before. Runs inside the caller's SQL transaction.
    """
    number = number_of(name)
    row = connection.execute("SELECT undone_at FROM batch WHERE id = ?", (number,)).fetchone()
    if row is None:
        raise NotFoundError("import", name)
    if row[0] is not None:
        raise UsageError(f"The import {name} was taken back already.", "Import its file again to bring it back.")
    keep_batch(connection, number)
    restore_superseded(connection, number)
    # A later batch may have settled a pending transaction of this one: the booked one is that batch's own by now.
    connection.execute("DELETE FROM superseded WHERE json_extract(json, '$.batch_id') = ?", (number,))
    connection.execute(
        "INSERT OR IGNORE INTO undone_row (account_id, row_hash, occurrence, batch_id)"
        " SELECT account_id, row_hash, occurrence, batch_id FROM entry WHERE batch_id = ?",
        (number,),
    )
    connection.execute(
        "UPDATE entry SET paired_with = NULL WHERE paired_with IN (SELECT id FROM entry WHERE batch_id = ?)", (number,)
    )
    gone = connection.execute("DELETE FROM entry WHERE batch_id = ?", (number,)).rowcount
    connection.execute("DELETE FROM statement_span WHERE batch_id = ?", (number,))
    connection.execute("UPDATE batch SET undone_at = ? WHERE id = ?", (at, number))
    _retire_empty_accounts(connection, number)
    return gone


def _retire_empty_accounts(connection: Connection, number: int) -> None:
    connection.execute(
        "UPDATE account SET retired = 1"
        " WHERE id IN (SELECT account_id FROM undone_row WHERE batch_id = ?)"
        " AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.account_id = account.id)"
        " AND NOT EXISTS (SELECT 1 FROM statement_span WHERE statement_span.account_id = account.id)",
        (number,),
    )
