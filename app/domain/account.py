"""Accounts: what an account is, and what a statement says of the one it belongs to."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.money import Money
from app.domain.statement_kinds import ProofState


class AccountKind(StrEnum):
    """The kinds of account, as in the terminal face."""

    CHECKING = "checking"
    SAVINGS = "savings"
    CARD = "card"
    CASH = "cash"
    LOAN = "loan"
    INVESTMENT = "investment"


SPENT_FROM = frozenset({AccountKind.CHECKING, AccountKind.CASH})
"""Kinds that money is spent from: own transfers usually leave them, and arrive at all others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One account of the owner."""

    id: int
    name: str
    kind: AccountKind
    currency: str
    number: str = ""
    iban: str = ""
    institution: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountHint:
    """What a statement says of its account; empty where it is silent."""

    number: str = ""
    iban: str = ""
    institution: str = ""
    name: str = ""
    kind: AccountKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthCoverage:
    """How well one calendar month (`YYYY-MM`) of an account is covered by statements."""

    month: str
    state: ProofState | None
    """None where no statement covers the month."""
    overlapping: bool = False
    """Some of its days are covered by more than one statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountSummary:
    """An account with its balance, its coverage and the state of its proof."""

    account: Account
    balance: Money
    transactions: int
    first: str | None
    """ISO date of the first transaction."""
    last: str | None
    proof: ProofState
    coverage: tuple[MonthCoverage, ...] = ()
