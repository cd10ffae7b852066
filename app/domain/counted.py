"""Counted rows: the few facts of a transaction that figures are computed from."""

from dataclasses import dataclass
from datetime import date

from app.domain.transaction import TransactionKind


@dataclass(frozen=True, slots=True)
class CountedRow:
    """One transaction as the plan runner sees it; `minor` in minor units, money out negative."""

    id: int
    on: date
    """The day a period counts it on."""
    minor: int
    currency: str
    payee: str
    category: str
    account_id: int
    kind: TransactionKind
