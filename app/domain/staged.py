"""Staged batches: a statement file after reading and matching, waiting for the owner's review."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.account import AccountKind
from app.domain.statement import Decision, Finding, Reading, Statement, StatementRow
from app.domain.statement_kinds import StatementFormat


class Verdict(StrEnum):
    """What matching found of a staged transaction."""

    NEW = "new"
    DUPLICATE = "duplicate"
    SETTLES = "settles"
    """A pending transaction that is in the vault already and is now booked."""


class StagedStatus(StrEnum):
    """The states of the terminal face."""

    STAGED = "staged"
    COMMITTED = "committed"
    NOTHING_NEW = "nothing_new"
    NEEDS_DECISION = "needs_decision"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class StagedTransaction:
    """A statement row with what matching found and whether it will be committed."""

    position: int
    """0-based position within its staged account."""
    row: StatementRow
    verdict: Verdict
    included: bool
    reason: str = ""
    """Why the verdict, in words: `same bank reference, amount and day as a committed transaction`."""
    matched_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StagedAccount:
    """One statement of the file, with the account it will go to."""

    account_id: int | None
    """None where a new account is proposed."""
    name: str
    kind: AccountKind
    statement: Statement
    transactions: tuple[StagedTransaction, ...]
    reason: str = ""
    """Why this account: `IBAN`, `account number`, `file name`, `earlier import`, `new account`."""
    doubts: tuple[Finding, ...] = ()
    """Why it may be the wrong account."""
    sure: bool = False
    """The owner said that it goes there in spite of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StagedBatch:
    """A file that was read and matched; nothing of it is in the vault's books yet."""

    id: str
    """`s-000012`; becomes `b-000012` when committed."""
    file: str
    status: StagedStatus
    format: StatementFormat | None
    reading: Reading
    accounts: tuple[StagedAccount, ...] = ()
    findings: tuple[Finding, ...] = ()
    decisions: tuple[Decision, ...] = ()
    preset: str | None = None
    layout: str = ""
    file_digest: str = ""
    """SHA-256 of the file's bytes, hex."""
    seconds: str = "0.00"
    stamp: str = ""
    """What the books held when its rows were matched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportBatch:
    """A committed import, which can be undone."""

    id: str
    file: str
    committed_at: str
    """ISO date and time, UTC."""
    format: str
    transactions: int
    accounts: tuple[str, ...]
    undone_at: str | None = None
