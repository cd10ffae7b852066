"""Migrations: the schema is as the snapshot says, a step is whole or not there, and a backup is made before."""

from pathlib import Path

import pytest

from app.domain.errors import VaultNewerError
from app.store.connection import Connection, DatabaseError, open_vault_database
from app.store.migrate import STEPS, migrate, schema_text, schema_version

SNAPSHOT = Path(__file__).with_name("schema.sql")
KEY = bytes(range(32))
SECOND = (
    *STEPS,
    ("ALTER TABLE payee ADD COLUMN note TEXT NOT NULL DEFAULT ''", "CREATE INDEX payee_by_note ON payee (note)"),
)


def opened(folder: Path) -> tuple[Connection, Path]:
    path = folder / "vault.db"
    return open_vault_database(path, KEY), path


def test_the_schema_is_the_one_in_the_snapshot(tmp_path: Path) -> None:
    connection, path = opened(tmp_path)
    assert migrate(connection, path) is None
    assert schema_version(connection) == len(STEPS)
    assert schema_text(connection) == SNAPSHOT.read_text("utf-8"), (
        "a shipped migration was changed, or the snapshot is old"
    )
    connection.close()


def test_a_further_step_is_made_after_a_backup(tmp_path: Path) -> None:
    connection, path = opened(tmp_path)
    migrate(connection, path)
    connection.execute("INSERT INTO payee (name) VALUES ('kept')")
    backup = migrate(connection, path, steps=SECOND)
    assert backup is not None
    assert connection.execute("SELECT name, note FROM payee").fetchall() == [("kept", "")]
    connection.close()
    older = open_vault_database(backup, KEY)
    assert schema_version(older) == len(STEPS)
    assert older.execute("SELECT name FROM payee").fetchall() == [("kept",)]
    older.close()


def test_a_step_that_fails_leaves_the_schema_before_it(tmp_path: Path) -> None:
    connection, path = opened(tmp_path)
    migrate(connection, path)
    before = schema_text(connection)
    with pytest.raises(DatabaseError):
        migrate(connection, path, steps=(*STEPS, (*SECOND[-1], "CREATE TABLE payee (a)")))
    assert schema_text(connection) == before
    assert schema_version(connection) == len(STEPS)
    assert not connection.in_transaction
    connection.close()


def test_a_newer_schema_is_left_alone(tmp_path: Path) -> None:
    connection, path = opened(tmp_path)
    connection.execute("PRAGMA user_version = 7")
    with pytest.raises(VaultNewerError):
        migrate(connection, path)
    connection.close()
