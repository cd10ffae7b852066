"""Schema 1: the first one. Amounts are whole minor units, days ISO texts, instants ISO texts in UTC."""

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE account (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL,
      currency TEXT NOT NULL,
      number TEXT NOT NULL DEFAULT '',
      iban TEXT NOT NULL DEFAULT '',
      institution TEXT NOT NULL DEFAULT '',
      retired INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
    """
    CREATE TABLE category (
      name TEXT PRIMARY KEY,
      parent TEXT NOT NULL DEFAULT '',
      income INTEGER NOT NULL DEFAULT 0,
      words TEXT NOT NULL DEFAULT '[]',
      keywords TEXT NOT NULL DEFAULT '[]',
      icon TEXT NOT NULL DEFAULT ''
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE payee (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      category TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    """
    CREATE TABLE payee_alias (
      printed TEXT PRIMARY KEY,
      payee_id INTEGER NOT NULL REFERENCES payee(id) ON DELETE CASCADE,
      by_owner INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE staged (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      file TEXT NOT NULL,
      created_at TEXT NOT NULL,
      status TEXT NOT NULL,
      json TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE staged_rows (
      staged_id INTEGER NOT NULL REFERENCES staged(id) ON DELETE CASCADE,
      account INTEGER NOT NULL,
      part INTEGER NOT NULL,
      many INTEGER NOT NULL,
      json TEXT NOT NULL,
      verdicts TEXT NOT NULL,
      PRIMARY KEY (staged_id, account, part)
    ) STRICT
    """,
    """
    CREATE TABLE batch (
      id INTEGER PRIMARY KEY,
      file TEXT NOT NULL,
      file_digest TEXT NOT NULL DEFAULT '',
      format TEXT NOT NULL,
      preset TEXT NOT NULL DEFAULT '',
      layout TEXT NOT NULL DEFAULT '',
      reading_json TEXT NOT NULL DEFAULT '{}',
      committed_at TEXT NOT NULL,
      undone_at TEXT
    ) STRICT
    """,
    """
    CREATE TABLE entry (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      account_id INTEGER NOT NULL REFERENCES account(id),
      batch_id INTEGER REFERENCES batch(id),
      made_on TEXT,
      booked_on TEXT NOT NULL,
      value_on TEXT,
      counted_on TEXT NOT NULL GENERATED ALWAYS AS (coalesce(made_on, booked_on)) STORED,
      amount INTEGER NOT NULL,
      currency TEXT NOT NULL,
      original_amount INTEGER,
      original_currency TEXT,
      payee_id INTEGER REFERENCES payee(id),
      printed_payee TEXT NOT NULL DEFAULT '',
      memo TEXT NOT NULL DEFAULT '',
      category TEXT NOT NULL DEFAULT '',
      kind TEXT NOT NULL,
      paired_with INTEGER,
      bank_reference TEXT NOT NULL DEFAULT '',
      bank_category TEXT NOT NULL DEFAULT '',
      row_type TEXT NOT NULL DEFAULT '',
      pending INTEGER NOT NULL DEFAULT 0,
      running_balance INTEGER,
      line INTEGER NOT NULL DEFAULT 0,
      row_hash TEXT NOT NULL,
      occurrence INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE UNIQUE INDEX entry_by_row ON entry (account_id, row_hash, occurrence)",
    "CREATE INDEX entry_by_day ON entry (counted_on, id, account_id, kind, category, payee_id, currency, amount)",
    "CREATE INDEX entry_by_account ON entry (account_id, counted_on, id, booked_on, currency, amount)",
    "CREATE INDEX entry_by_payee ON entry (payee_id, counted_on, kind, category, currency, amount, account_id)",
    "CREATE INDEX entry_by_category ON entry (category, counted_on, kind, currency, amount, payee_id, account_id)",
    "CREATE INDEX entry_by_batch ON entry (batch_id, account_id)",
    """
    CREATE TABLE entry_search (
      id INTEGER PRIMARY KEY REFERENCES entry(id) ON DELETE CASCADE,
      folded TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE superseded (
      batch_id INTEGER NOT NULL REFERENCES batch(id),
      entry_id INTEGER NOT NULL,
      json TEXT NOT NULL,
      PRIMARY KEY (batch_id, entry_id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE statement_span (
      id INTEGER PRIMARY KEY,
      batch_id INTEGER NOT NULL REFERENCES batch(id),
      account_id INTEGER NOT NULL REFERENCES account(id),
      currency TEXT NOT NULL,
      first TEXT NOT NULL,
      last TEXT NOT NULL,
      opening INTEGER,
      opening_on TEXT,
      closing INTEGER,
      closing_on TEXT,
      proof TEXT NOT NULL,
      missing TEXT NOT NULL DEFAULT '',
      broken_line INTEGER,
      broken_expected INTEGER,
      broken_found INTEGER
    ) STRICT
    """,
    "CREATE INDEX statement_span_by_account ON statement_span (account_id, last)",
    "CREATE INDEX statement_span_by_batch ON statement_span (batch_id)",
    """
    CREATE TABLE edit (
      account_id INTEGER NOT NULL REFERENCES account(id),
      row_hash TEXT NOT NULL,
      occurrence INTEGER NOT NULL,
      field TEXT NOT NULL,
      value TEXT NOT NULL,
      edited_at TEXT NOT NULL,
      PRIMARY KEY (account_id, row_hash, occurrence, field)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE undone_row (
      account_id INTEGER NOT NULL REFERENCES account(id),
      row_hash TEXT NOT NULL,
      occurrence INTEGER NOT NULL,
      batch_id INTEGER NOT NULL REFERENCES batch(id),
      PRIMARY KEY (account_id, row_hash, occurrence, batch_id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE deleted_row (
      account_id INTEGER NOT NULL REFERENCES account(id),
      row_hash TEXT NOT NULL,
      occurrence INTEGER NOT NULL,
      deleted_at TEXT NOT NULL,
      format TEXT NOT NULL,
      json TEXT NOT NULL,
      PRIMARY KEY (account_id, row_hash, occurrence)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE layout_memory (
      layout TEXT NOT NULL,
      question TEXT NOT NULL,
      choice TEXT NOT NULL,
      PRIMARY KEY (layout, question)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE rate (
      base TEXT NOT NULL,
      quote TEXT NOT NULL,
      on_day TEXT NOT NULL,
      factor TEXT NOT NULL,
      PRIMARY KEY (base, quote, on_day)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE cache_key (id INTEGER PRIMARY KEY CHECK (id = 1), wrapped BLOB NOT NULL) STRICT",
    """
    CREATE TABLE audit (
      number INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      event TEXT NOT NULL,
      actor TEXT NOT NULL,
      session TEXT NOT NULL,
      version TEXT NOT NULL,
      details TEXT NOT NULL,
      digest TEXT NOT NULL
    ) STRICT
    """,
)
