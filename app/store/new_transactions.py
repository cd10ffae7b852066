"""Statement rows on their way into an account, column by column: many at a time are written so."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from app.domain.statement import StatementRow
from app.domain.transaction import TransactionKind
from app.store.row_identity import Days

Column = Sequence[str | int]
WRITTEN = (
    "made_on", "booked_on", "value_on", "amount", "currency", "original_amount", "original_currency", "payee_id",
    "printed_payee", "memo", "category", "kind", "bank_reference", "bank_category", "row_type", "pending",
    "running_balance", "line", "row_hash", "occurrence", "batch_id",
)  # fmt: skip
"""What a statement says of a transaction, by the names of the table's columns, and where it came from."""
_OR_NONE = frozenset({"made_on", "value_on", "original_amount", "original_currency", "payee_id", "running_balance"})
"""Those that have no value in some rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTransactions:
    """Rows of one account with what was worked out about each: every column is as long as `rows`."""

    account_id: int
    currency: str
    rows: Sequence[StatementRow]
    kinds: Sequence[TransactionKind]
    payee_ids: Sequence[int | None]
    categories: Sequence[str]
    revive: Sequence[bool] = field(default=())
    """True where the owner brings back a transaction that was deleted on purpose; empty where none is."""
    occurrences: Sequence[int | None] = field(default=())
    """The number each had among identical rows when it was imported before; empty where none was."""


def places_of(columns: Iterable[str]) -> str:
    """Where the values of these columns go in an SQL statement.

    Binding a None takes sqlcipher3 as long as six texts, so that an empty text stands for it on the way in.
    """
    return ", ".join("nullif(?, '')" if name in _OR_NONE else "?" for name in columns)


def columns_of(new: NewTransactions, days: Days) -> dict[str, Column]:
    """What is written of each transaction, up to its hash; an empty text stands for none."""
    rows = new.rows
    originals = [row.original_amount for row in rows]
    return {
        "made_on": [days[row.made_on] for row in rows],
        "booked_on": [days[row.booked_on] for row in rows],
        "value_on": [days[row.value_on] for row in rows],
        "amount": [row.amount for row in rows],
        "currency": [new.currency] * len(rows),
        "original_amount": ["" if original is None else original.minor for original in originals],
        "original_currency": ["" if original is None else original.currency.code for original in originals],
        "payee_id": ["" if payee_id is None else payee_id for payee_id in new.payee_ids],
        "printed_payee": [row.printed_payee for row in rows],
        "memo": [row.memo for row in rows],
        "category": new.categories,
        "kind": list(map(str, new.kinds)),
        "bank_reference": [row.bank_reference for row in rows],
        "bank_category": [row.bank_category for row in rows],
        "row_type": [row.row_type for row in rows],
        "pending": [int(row.pending) for row in rows],
        "running_balance": ["" if row.running_balance is None else row.running_balance for row in rows],
        "line": [row.line for row in rows],
    }
