"""Vaults for tests: real ones, encrypted as the product's, with a key derivation that costs next to nothing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from app.base.clock import Clock, FixedClock
from app.base.paths import Places, places_for
from app.domain.account import Account, AccountHint, AccountKind
from app.domain.changes import ChangeKind, Changes
from app.domain.staged import StagedBatch, StagedStatus
from app.domain.statement import Reading, StatementRow
from app.domain.statement_kinds import StatementFormat
from app.domain.transaction import TransactionKind
from app.store.accounts import add_account
from app.store.batches import add_batch
from app.store.connection import Connection
from app.store.insert_transactions import insert_transactions
from app.store.keys import KeyDerivation
from app.store.new_transactions import NewTransactions
from app.store.payees import payee_ids
from app.store.session import VaultSession
from app.store.staging import add_staged, remove_staged
from app.store.vault import PassphraseSecret, Secret, create_vault, open_vault

CHEAP = KeyDerivation(memory_kib=64, passes=1, lanes=1, for_tests=True)
PASSPHRASE = "correct horse battery staple"
TODAY = FixedClock(date(2025, 11, 30))


def places_in(folder: Path) -> Places:
    """The places of a vault in a folder that need not exist yet."""
    return places_for(folder / "vault", portable=False)


def new_vault(folder: Path, *, clock: Clock = TODAY) -> tuple[VaultSession, str]:
    """An open new vault in US dollars, and its recovery code."""
    return create_vault(places_in(folder), PASSPHRASE, currency="USD", derivation=CHEAP, clock=clock)


def reopened(folder: Path, *, secret: Secret | None = None, clock: Clock = TODAY) -> VaultSession:
    """Open the vault in the folder, without waiting after failures."""
    chosen = secret or PassphraseSecret(PASSPHRASE)
    return open_vault(places_in(folder), chosen, clock=clock, wait=lambda _seconds: None)


def account(session: VaultSession, name: str = "Everyday Checking") -> Account:
    """A new checking account."""
    return session.write(
        lambda connection: (
            add_account(connection, name, kind=AccountKind.CHECKING, currency="USD", hint=AccountHint()),
            Changes.of(ChangeKind.ACCOUNTS),
        )
    )


def statement_rows(number: int, *, first: date = date(2025, 1, 1), text: str = "GREEN GROCER") -> list[StatementRow]:
    """That many different rows, three a day."""
    return [
        StatementRow(
            line=line,
            booked_on=first + timedelta(days=line // 3),
            amount=-100 - line,
            printed_payee=f"{text} {line % 7}",
            memo=f"{text} memo {line}",
            bank_reference=f"R{line:06d}",
        )
        for line in range(number)
    ]


def staged(file: str = "november.csv") -> StagedBatch:
    """A staged batch without accounts."""
    return StagedBatch(id="", file=file, status=StagedStatus.STAGED, format=StatementFormat.CSV, reading=Reading())


def commit_rows(connection: Connection, account_id: int, rows: Sequence[StatementRow]) -> str:
    """Commit rows as one batch, each with a payee and a category; returns its id."""
    batch = add_staged(connection, staged(), at="2025-11-30T12:00:00.000Z")
    number = add_batch(connection, batch, file_digest="", at="2025-11-30T12:00:00.000Z")
    remove_staged(connection, batch.id)
    ids = payee_ids(connection, {row.printed_payee.title() for row in rows})
    new = replace(
        new_transactions(rows, account_id=account_id),
        payee_ids=[ids.get(row.printed_payee.title()) for row in rows],
        categories=["Groceries"] * len(rows),
    )
    insert_transactions(connection, number, parts=[new] if rows else [])
    return f"b-{number:06d}"


def new_transactions(rows: Sequence[StatementRow], *, account_id: int = 1) -> NewTransactions:
    """Rows on their way into an account, spent by nobody known on nothing known."""
    return NewTransactions(
        account_id=account_id,
        currency="USD",
        rows=rows,
        kinds=[TransactionKind.EXPENSE] * len(rows),
        payee_ids=[None] * len(rows),
        categories=[""] * len(rows),
    )


def commit(session: VaultSession, account_id: int, rows: Sequence[StatementRow]) -> str:
    """Commit rows in one write."""
    changes = Changes.of(ChangeKind.TRANSACTIONS, ChangeKind.BATCHES)
    return session.write(lambda connection: (commit_rows(connection, account_id, rows), changes))
