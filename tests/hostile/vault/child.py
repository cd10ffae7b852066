"""A program that works on a vault and says on standard output what was acknowledged, until it is killed."""

import sys
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from app.domain.changes import ChangeKind, Changes
from app.domain.statement import StatementRow
from app.store.caches import put
from app.store.connection import Connection
from app.store.edits import set_category
from app.store.key_slots import change_passphrase, renew_recovery_code
from app.store.undo import undo_batch
from tests.helpers.vault import CHEAP, PASSPHRASE, commit, reopened

ROWS = 25


def rows(number: int) -> list[StatementRow]:
    """The rows of the n-th batch."""
    first = StatementRow(line=1, booked_on=date(2025, 1, 1), amount=-1, memo=f"CANARYMEMO{number}")
    return [
        replace(
            first,
            line=line,
            amount=-number - 1,
            printed_payee=f"CANARYPAYEE{number}",
            bank_reference=f"CANARYREF{line}",
        )
        for line in range(ROWS)
    ]


def main(folder: Path, start: int) -> None:
    """Import, edit, undo, change keys and wipe caches for ever; each line is written after the write has returned."""
    session = reopened(folder)
    number = start
    while True:
        number += 1
        batch = commit(session, 1, rows(number))
        acknowledge(f"committed {batch} {number}")
        session.write(partial(edit, batch, category=f"CANARYCATEGORY{number}"))
        acknowledge(f"edited {batch} CANARYCATEGORY{number}")
        if number % 3 == 0:
            session.write(partial(undo, batch))
            acknowledge(f"undone {batch}")
        if number % 4 == 0:
            change_passphrase(session, PASSPHRASE, new=PASSPHRASE, derivation=CHEAP)
            acknowledge("rekeyed")
        if number % 5 == 0:
            acknowledge(f"code {renew_recovery_code(session)}")
            session.cache_write(
                partial(put, room="answers", key=f"CANARYKEY{number}", value=b"CANARYVALUE", stored_at="t")
            )
            session.destroy_caches()


def edit(batch: str, connection: Connection, *, category: str) -> tuple[None, Changes]:
    """Put the batch into another category."""
    found = connection.execute("SELECT id FROM entry WHERE batch_id = ?", (int(batch[2:]),))
    set_category(connection, [row[0] for row in found.fetchall()], category=category, at="t")
    return None, Changes.of(ChangeKind.TRANSACTIONS)


def undo(batch: str, connection: Connection) -> tuple[int, Changes]:
    """Take the batch back."""
    return undo_batch(connection, batch, at="t"), Changes.of(ChangeKind.TRANSACTIONS)


def acknowledge(line: str) -> None:
    """Say that it is on disk."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
