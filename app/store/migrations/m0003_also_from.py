"""Which further imports have a row for a transaction, and what an import taken back needs to come back the same."""

STATEMENTS = (
    """
    CREATE TABLE also_from (
      entry_id INTEGER NOT NULL REFERENCES entry(id) ON DELETE CASCADE,
      batch_id INTEGER NOT NULL REFERENCES batch(id),
      pending INTEGER NOT NULL,
      PRIMARY KEY (entry_id, batch_id, pending)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX also_from_by_batch ON also_from (batch_id)",
    """
    CREATE TABLE batch_statement (
      account_id INTEGER NOT NULL REFERENCES account(id),
      statement TEXT NOT NULL,
      batch_id INTEGER NOT NULL REFERENCES batch(id),
      first_batch_id INTEGER NOT NULL REFERENCES batch(id),
      PRIMARY KEY (account_id, statement, batch_id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX superseded_by_entry ON superseded (entry_id)",
    "ALTER TABLE batch ADD COLUMN newest_when_undone INTEGER",
    "DELETE FROM edit WHERE field LIKE 'place %'",
    "ALTER TABLE undone_row ADD COLUMN entry_id INTEGER",
)
