"""Transactions as the vault holds them, and the words to look for some of them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.money import Money


class TransactionKind(StrEnum):
    """What a transaction means to the owner's money."""

    EXPENSE = "expense"
    INCOME = "income"
    TRANSFER = "transfer"
    REFUND = "refund"


@dataclass(frozen=True, slots=True, kw_only=True)
class Transaction:
    """One committed transaction; money out is negative."""

    id: int
    account_id: int
    account: str
    booked_on: date
    amount: Money
    made_on: date | None = None
    value_on: date | None = None
    payee: str = ""
    printed_payee: str = ""
    memo: str = ""
    category: str = ""
    kind: TransactionKind = TransactionKind.EXPENSE
    bank_reference: str = ""
    batch: str = ""

    @property
    def counted_on(self) -> date:
        """The day a period counts it on: the day it was made where known, else the booked day."""
        return self.made_on or self.booked_on


class SortKey(StrEnum):
    """What a list of transactions may be sorted by."""

    DATE = "date"
    AMOUNT = "amount"
    PAYEE = "payee"
    CATEGORY = "category"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True, kw_only=True)
class TransactionSearch:
    """Which transactions to list; empty means no limit."""

    account_ids: tuple[int, ...] = ()
    first: date | None = None
    last: date | None = None
    text: str = ""
    categories: tuple[str, ...] = ()
    ids: tuple[int, ...] = ()
    batch: str = ""
    sort: SortKey = SortKey.DATE
    descending: bool = True
