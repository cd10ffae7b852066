"""The vocabulary: the names a plan may use, out of the vault, never a transaction's text."""

from dataclasses import dataclass
from datetime import date

from app.domain.account import Account
from app.domain.category import Category
from app.domain.period import Period
from app.domain.plan import Flow


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPayee:
    """A payee with the other names it goes by and how often it occurs."""

    name: str
    aliases: tuple[str, ...] = ()
    transactions: int = 0
    flows: frozenset[Flow] = frozenset()
    """Which flows its transactions have; empty where that is not known."""
    categories: frozenset[str] = frozenset()
    """The categories its transactions are in; empty where that is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedName:
    """Words of a question, and the one payee or category the owner said they always mean."""

    span: str
    payee: str = ""
    category: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """All names and the span of days that questions are linked to."""

    payees: tuple[KnownPayee, ...]
    categories: tuple[Category, ...]
    accounts: tuple[Account, ...]
    currency: str
    """The owner's currency."""
    today: date
    span: Period | None
    """From the first to the last counted day in the vault; None where it is empty."""
    learned: tuple[LearnedName, ...] = ()
    """What the owner said words mean; goes before everything else."""
