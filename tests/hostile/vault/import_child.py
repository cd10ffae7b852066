"""A program that stages and commits a large statement, and says what was acknowledged, until it is killed."""

import sys
from datetime import date, timedelta
from pathlib import Path

from app.domain.statement import StatementRow
from app.ledger.commit import commit_batch
from app.ledger.stage_statement import ImportOptions
from tests.helpers.staging import stage, statement
from tests.helpers.vault import reopened

ROWS = 30_000


def rows(number: int) -> list[StatementRow]:
    """The rows of the n-th statement, enough for several parts and more than one write of the log."""
    first = date(2000, 1, 1) + timedelta(days=400 * number)
    return [
        StatementRow(
            line=line,
            booked_on=first + timedelta(days=line // 100),
            amount=-1 - line % 9000,
            printed_payee=f"CANARYPAYEE{line % 300}",
            memo=f"CANARYMEMO {number} {line:07d}",
        )
        for line in range(ROWS)
    ]


def main(folder: Path, number: int) -> None:
    """Stage, then commit; each line is written after the write has returned."""
    session = reopened(folder)
    staged = stage(session, statement(rows(number)), options=ImportOptions(account="Everyday Checking"))
    acknowledge(f"staged {staged.id}")
    acknowledge(f"committed {commit_batch(session, staged.id).batch}")
    sys.stdin.read()


def acknowledge(line: str) -> None:
    """Say that it is on disk."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
