"""Migrations: bring a vault up to this program's schema, one numbered step a transaction, after a backup."""

import shutil
from pathlib import Path

from app.base.files import not_writable
from app.store.connection import Connection
from app.store.migrations import m0001_initial, m0002_as_judged, m0003_also_from
from app.store.slot_file import newer

Steps = tuple[tuple[str, ...], ...]

STEPS: Steps = (m0001_initial.STATEMENTS, m0002_as_judged.STATEMENTS, m0003_also_from.STATEMENTS)
"""Step n (counted from 1) turns schema n - 1 into schema n."""


def schema_version(connection: Connection) -> int:
    """The schema of the open database; 0 where it is empty."""
    return int(connection.execute("PRAGMA user_version").fetchall()[0][0])


def migrate(connection: Connection, path: Path, *, steps: Steps = STEPS) -> Path | None:
    """Bring the database at `path` to the newest schema; returns the backup made before, if one was needed.

    Raises VaultNewerError, FolderNotWritableError. A crash between two steps leaves the schema of a whole step.
    """
    version = schema_version(connection)
    if version > len(steps):
        raise newer(path)
    backup = _backup(connection, path, version=version) if 0 < version < len(steps) else None
    for number in range(version + 1, len(steps) + 1):
        _step(connection, steps[number - 1], number=number)
    return backup


def schema_text(connection: Connection) -> str:
    """Every table and index as SQL, sorted by name, for the schema snapshot."""
    rows = connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name")
    return "\n".join(" ".join(str(row[0]).split()) + ";" for row in rows) + "\n"


def _step(connection: Connection, statements: tuple[str, ...], *, number: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in statements:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _backup(connection: Connection, path: Path, *, version: int) -> Path:
    # The file is encrypted as it lies; once the WAL is written back, a copy of it is a whole vault.
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    target = path.with_name(f"{path.stem}.schema-{version}.backup")
    try:
        shutil.copyfile(path, target)
        target.chmod(0o600)
    except OSError as error:
        raise not_writable(path.parent) from error
    return target
