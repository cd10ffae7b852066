"""Statements committed from just behind the statement worker: real placing, matching and commit, no file to read."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from app.domain.account import AccountHint, AccountKind
from app.domain.changes import Changes
from app.domain.staged import StagedBatch
from app.domain.statement import Balance, Proof, Reading, Statement, StatementFile, StatementRow
from app.domain.statement_kinds import ProofState, StatementFormat
from app.ledger.commit import commit_batch
from app.ledger.stage_statement import ImportOptions, stage_file
from app.ledger.vault_access import default_categories
from app.store import staging
from app.store.categories import put_categories
from app.store.connection import Connection
from app.store.session import VaultSession
from tests.helpers.vault import new_vault

DAY = date(2026, 3, 1)


def row(text: str, amount: int, *, days: int = 0, pending: bool = False) -> StatementRow:
    """A statement row booked so many days after `DAY`; the amount in minor units."""
    return StatementRow(
        line=1, booked_on=DAY + timedelta(days=days), amount=amount, printed_payee=text, pending=pending
    )


def books(folder: Path) -> VaultSession:
    """A new open vault with the categories that every vault begins with."""
    session, _ = new_vault(folder)

    def work(connection: Connection) -> tuple[None, Changes]:
        put_categories(connection, default_categories())
        return None, Changes()

    session.write(work)
    return session


def statement(
    rows: Sequence[StatementRow],
    *,
    hint: AccountHint | None = None,
    opening: int | None = None,
    closing: int | None = None,
) -> Statement:
    """A statement in US dollars, proved where it has both balances."""
    proved = opening is not None and closing is not None
    return Statement(
        account=hint or AccountHint(),
        currency="USD",
        currency_stated=True,
        rows=tuple(rows),
        proof=Proof(state=ProofState.PROVED if proved else ProofState.UNPROVED),
        opening=None if opening is None else Balance(amount=opening, on=None),
        closing=None if closing is None else Balance(amount=closing, on=None),
    )


def stage(
    session: VaultSession, *statements: Statement, options: ImportOptions, name: str = "export.csv"
) -> StagedBatch:
    """Stage a file of these statements."""
    file = StatementFile(format=StatementFormat.CSV, reading=Reading(), statements=statements)
    batch = session.read(lambda connection: stage_file(connection, file, name=name, options=options))
    return session.write(lambda connection: (staging.add_staged(connection, batch, at="t"), Changes()))


def commit(
    session: VaultSession, rows: Sequence[StatementRow], *, account: str, kind: AccountKind | None = None
) -> str:
    """Stage and commit rows as one file for an account; returns the batch."""
    staged = stage(session, statement(rows), options=ImportOptions(account=account, kind=kind))
    return commit_batch(session, staged.id).batch
