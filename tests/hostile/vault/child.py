"""A program that works on a vault and says on standard output what was acknowledged, until it is killed."""

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from app.domain.changes import ChangeKind, Changes
from app.domain.statement import StatementRow
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
    changes = Changes.of(ChangeKind.TRANSACTIONS)
    number = start
    while True:
        number += 1
        batch = commit(session, 1, rows(number))
        acknowledge(f"committed {batch} {number}")
        ids = session.read(
            lambda c, batch=batch: [
                r[0] for r in c.execute("SELECT id FROM entry WHERE batch_id = ?", (int(batch[2:]),))
            ]
        )
        session.write(lambda c, ids=ids, n=number: (set_category(c, ids, f"CANARYCATEGORY{n}", at="t"), changes))
        acknowledge(f"edited {batch} CANARYCATEGORY{number}")
        if number % 3 == 0:
            session.write(lambda c, batch=batch: (undo_batch(c, batch, at="t"), changes))
            acknowledge(f"undone {batch}")
        if number % 4 == 0:
            change_passphrase(session, PASSPHRASE, PASSPHRASE, derivation=CHEAP)
            acknowledge("rekeyed")
        if number % 5 == 0:
            acknowledge(f"code {renew_recovery_code(session)}")
            session.cache_write(lambda c, n=number: c.execute("SELECT ?", (n,)).fetchall())
            session.destroy_caches()


def acknowledge(line: str) -> None:
    """Say that it is on disk."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
