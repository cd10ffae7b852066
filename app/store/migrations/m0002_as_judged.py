"""What the rules said of a transaction before something else took its place; rows that a review left out."""

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
    "ALTER TABLE deleted_row ADD COLUMN left_out INTEGER NOT NULL DEFAULT 0",
)
