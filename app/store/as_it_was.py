"""What an undo must remember so that the same file brings back the same books.

Rules that the owner taught by a correction apply to what is imported later, and leave older rows alone. A row that is
taken back and imported again is older than the rule.
"""

from app.store.connection import Connection, Row

_ROWS = (
    "SELECT account_id, row_hash, occurrence, printed_payee, coalesce(payee.name, ''), entry.category, kind,"
    " paired_with FROM entry LEFT JOIN payee ON payee.id = payee_id WHERE batch_id = ?"
)


def remember_as_it_was(connection: Connection, batch: int, *, at: str) -> None:
    """Keep payee, category and kind of those rows of a batch (its row number) that a taught rule would change."""
    names = {
        str(printed): str(name)
        for printed, name in connection.execute(
            "SELECT printed, name FROM payee_alias JOIN payee ON payee.id = payee_id WHERE by_owner = 1"
        )
    }
    usual = {
        str(name): str(category)
        for name, category in connection.execute("SELECT name, category FROM payee WHERE category <> ''")
    }
    if not names and not usual:
        return
    kept: list[Row] = []
    for *key, printed, payee, category, kind, paired_with in connection.execute(_ROWS, (batch,)).fetchall():
        taught_name = names.get(printed.casefold(), payee)
        if taught_name != payee:
            kept.append((*key, "payee", payee, at))
        taught = usual.get(str(taught_name), "")
        if paired_with is None and taught:
            # The kind follows from the category that the row had before the rule was taught.
            kept.extend(((*key, "category", category, at), (*key, "kind", kind, at)))
    connection.executemany(
        "INSERT OR IGNORE INTO edit (account_id, row_hash, occurrence, field, value, edited_at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        kept,
    )
