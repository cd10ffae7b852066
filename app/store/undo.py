"""Taking a past import back, whole."""

from app.domain.errors import NotFoundError, UsageError
from app.store.also_from import hand_over
from app.store.as_it_was import keep_batch
from app.store.connection import Connection
from app.store.ids import number_of
from app.store.insert_transactions import restore_superseded


def undo_batch(connection: Connection, name: str, *, at: str) -> int:
    """Take a batch back; returns how many transactions went. Edits stay remembered, deletions on purpose too.

    What another import has a row for as well stays, and is that one's from now on. Raises NotFoundError, UsageError
    where the batch was undone before. Runs inside the caller's SQL transaction.
    """
    number = number_of(name)
    row = connection.execute("SELECT undone_at FROM batch WHERE id = ?", (number,)).fetchone()
    if row is None:
        raise NotFoundError("import", name)
    if row[0] is not None:
        raise UsageError(f"The import {name} was taken back already.", "Import its file again to bring it back.")
    _remember_rows(connection, number)
    hand_over(connection, number)
    keep_batch(connection, number)
    restore_superseded(connection, number)
    connection.execute(
        "UPDATE entry SET paired_with = NULL WHERE paired_with IN (SELECT id FROM entry WHERE batch_id = ?)", (number,)
    )
    gone = connection.execute("DELETE FROM entry WHERE batch_id = ?", (number,)).rowcount
    connection.execute("DELETE FROM statement_span WHERE batch_id = ?", (number,))
    connection.execute(
        "UPDATE batch SET undone_at = ?, newest_when_undone = (SELECT seq FROM sqlite_sequence WHERE name = 'entry')"
        " WHERE id = ?",
        (at, number),
    )
    _retire_empty_accounts(connection, number)
    return gone


def _remember_rows(connection: Connection, number: int) -> None:
    """Which rows the batch had brought, those included that stay: settled since, or another import has them too."""
    connection.execute(
        "INSERT OR IGNORE INTO undone_row (account_id, row_hash, occurrence, batch_id, entry_id)"
        " SELECT account_id, row_hash, occurrence, batch_id, id FROM entry WHERE batch_id = ?1"
        " UNION SELECT json ->> 'account_id', json ->> 'row_hash', json ->> 'occurrence', ?1, entry_id FROM superseded"
        " WHERE json ->> 'batch_id' = ?1 AND entry_id IN (SELECT id FROM entry)",
        (number,),
    )


def _retire_empty_accounts(connection: Connection, number: int) -> None:
    connection.execute(
        "UPDATE account SET retired = 1"
        " WHERE id IN (SELECT account_id FROM undone_row WHERE batch_id = ?)"
        " AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.account_id = account.id)"
        " AND NOT EXISTS (SELECT 1 FROM statement_span WHERE statement_span.account_id = account.id)",
        (number,),
    )
