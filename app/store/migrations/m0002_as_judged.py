"""What the rules said of a transaction before a pairing or the owner put something else in its place."""

STATEMENTS = (
    """
    CREATE TABLE as_judged (
      account_id INTEGER NOT NULL REFERENCES account(id),
      row_hash TEXT NOT NULL,
      occurrence INTEGER NOT NULL,
      payee_id INTEGER REFERENCES payee(id) ON DELETE SET NULL,
      category TEXT NOT NULL,
      PRIMARY KEY (account_id, row_hash, occurrence)
    ) STRICT, WITHOUT ROWID
    """,
)
