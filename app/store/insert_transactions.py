"""Writing transactions: many at once, each with its occurrence, its searchable text, and the owner's earlier edits."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from app.domain.statement import StatementRow
from app.domain.transaction import TransactionKind
from app.store.connection import Connection
from app.store.edits import CORRECTED, reapply_edits
from app.store.occurrences import Occurrences
from app.store.payees import payee_names
from app.store.row_decisions import SETTLED
from app.store.row_identity import Days, folded_texts, row_hash, row_hashes
from app.store.search_text import refresh_search

_WRITTEN = (
    "made_on, booked_on, value_on, amount, currency, original_amount, original_currency, payee_id, printed_payee, memo,"
    " category, kind, bank_reference, bank_category, row_type, pending, running_balance, line, row_hash, occurrence,"
    " batch_id"
)
_KEPT = (
    "account_id, batch_id, made_on, booked_on, value_on, amount, currency, original_amount, original_currency,"
    " payee_id, printed_payee, memo, category, kind, bank_reference, bank_category, row_type, pending,"
    " running_balance, line, row_hash, occurrence"
)
_VALUES = (
    # Binding a None takes sqlcipher3 as long as six texts, so that an empty text stands for it on the way in.
    "nullif(?, ''), ?, nullif(?, ''), ?, ?, nullif(?, ''), nullif(?, ''), nullif(?, ''), ?, ?,"
    " ?, ?, ?, ?, ?, ?, nullif(?, ''), ?, ?, ?, ?"
)
_INSERT = f"INSERT INTO entry (id, account_id, {_WRITTEN}) VALUES (?, ?, {_VALUES})"  # noqa: S608
_SETTLE = f"UPDATE entry SET ({_WRITTEN}) = ({_VALUES}) WHERE id = ?"  # noqa: S608
_AT_ONCE = 5000
"""So many rows are worked out and written at a time; their number does not bear upon the result."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTransaction:
    """A statement row on its way into an account, with what was worked out about it."""

    account_id: int
    row: StatementRow
    currency: str
    kind: TransactionKind
    payee_id: int | None = None
    category: str = ""
    revive: bool = False
    """True where the owner brings back a transaction that was deleted on purpose."""
    occurrence: int | None = None
    """The number it had among identical rows when it was imported before."""


def insert_transactions(
    connection: Connection, batch: int, *, items: Iterable[NewTransaction], occurrences: Occurrences | None = None
) -> range:
    """Write the transactions of a batch (its row number); returns their ids, in order.

    `occurrences` tells the caller which rows were not the first of their kind.
    """
    first = last = _next_id(connection)
    occurrences = occurrences or Occurrences(connection)
    accounts: set[int] = set()
    source = iter(items)
    while part := list(islice(source, _AT_ONCE)):
        accounts.update(item.account_id for item in part)
        _insert(connection, batch, part=part, first=last, occurrences=occurrences)
        last += len(part)
    connection.executemany("UPDATE account SET retired = 0 WHERE id = ?", ((number,) for number in accounts))
    reapply_edits(connection, range(first, last))
    return range(first, last)


def _insert(
    connection: Connection, batch: int, *, part: Sequence[NewTransaction], first: int, occurrences: Occurrences
) -> None:
    days = Days()
    rows = [item.row for item in part]
    accounts = [item.account_id for item in part]
    digests = row_hashes(rows, days)
    keys = list(zip(accounts, digests, strict=True))
    taken = occurrences.numbers(keys, revive=[item.revive for item in part], wanted=[item.occurrence for item in part])
    ids = range(first, first + len(part))
    batches = [batch] * len(part)
    connection.executemany(_INSERT, zip(ids, accounts, *_columns(part, days), digests, taken, batches, strict=True))
    names = payee_names(connection, {item.payee_id for item in part if item.payee_id is not None})
    folded = folded_texts(
        ["" if item.payee_id is None else names.get(item.payee_id, "") for item in part],
        [row.printed_payee for row in rows],
        [row.memo for row in rows],
        [item.category for item in part],
        [row.bank_reference for row in rows],
        amounts=[row.amount for row in rows],
        currencies=[item.currency for item in part],
    )
    connection.executemany("INSERT INTO entry_search (id, folded) VALUES (?, ?)", zip(ids, folded, strict=True))


def settle(connection: Connection, batch: int, *, entry_id: int, item: NewTransaction) -> None:
    """Turn a pending transaction into the booked one of this batch; the old version is kept for the undo."""
    names = _KEPT.split(", ")
    old = connection.execute(f"SELECT {_KEPT} FROM entry WHERE id = ?", (entry_id,)).fetchall()[0]  # noqa: S608
    connection.execute(
        "INSERT OR IGNORE INTO superseded (batch_id, entry_id, json) VALUES (?, ?, ?)",
        (batch, entry_id, json.dumps(dict(zip(names, old, strict=True)), ensure_ascii=False)),
    )
    digest = row_hash(item.row)
    key = (item.account_id, digest)
    occurrences = Occurrences(connection)
    occurrences.look_up((key,))
    occurrence = occurrences.take(key, revive=False, wanted=item.occurrence)
    values = [column[0] for column in _columns((item,), Days())]
    connection.execute(_SETTLE, (*values, digest, occurrence, batch, entry_id))
    pending = (old[names.index("row_hash")], old[names.index("occurrence")])
    connection.execute(
        "INSERT OR REPLACE INTO edit (account_id, row_hash, occurrence, field, value, edited_at)"
        " SELECT ?, ?, ?, ?, ?, committed_at FROM batch WHERE id = ?",
        (*key, occurrence, SETTLED, f"{pending[1]} {pending[0]}", batch),
    )
    # The owner's edits of the pending row go on to the booked one.
    connection.execute(
        "INSERT OR IGNORE INTO edit (account_id, row_hash, occurrence, field, value, edited_at)"  # noqa: S608
        " SELECT account_id, ?, ?, field, value, edited_at FROM edit"
        f" WHERE account_id = ? AND row_hash = ? AND occurrence = ? AND {CORRECTED}",
        (digest, occurrence, item.account_id, *pending),
    )
    reapply_edits(connection, range(entry_id, entry_id + 1))
    refresh_search(connection, (entry_id,))


def settled_by(connection: Connection, batch: int) -> tuple[int, ...]:
    """The transactions that were pending until this batch (its row number) settled them."""
    rows = connection.execute("SELECT entry_id FROM superseded WHERE batch_id = ?", (batch,))
    return tuple(int(row[0]) for row in rows)


def restore_superseded(connection: Connection, batch: int) -> None:
    """Put the pending versions back that this batch had settled, where an import still has them."""
    rows = connection.execute(
        "SELECT entry_id, json FROM superseded WHERE batch_id = ? AND json ->> 'batch_id' IS NOT NULL", (batch,)
    ).fetchall()
    columns = _KEPT.split(", ")
    sql = f"UPDATE entry SET ({_KEPT}) = ({', '.join('?' * len(columns))}) WHERE id = ?"  # noqa: S608
    restored = []
    for entry_id, text in rows:
        old: Mapping[str, Any] = json.loads(text)
        connection.execute(sql, (*(old[column] for column in columns), entry_id))
        restored.append(int(entry_id))
    connection.execute("DELETE FROM superseded WHERE batch_id = ?", (batch,))
    refresh_search(connection, restored)


def _next_id(connection: Connection) -> int:
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'entry'").fetchone()
    return 1 if row is None else int(row[0]) + 1


def _columns(items: Sequence[NewTransaction], days: Days) -> tuple[list[Any], ...]:
    """What is written of each transaction, one column after another, up to its hash; an empty text stands for none."""
    rows = [item.row for item in items]
    originals = [row.original_amount for row in rows]
    return (
        [days[row.made_on] for row in rows],
        [days[row.booked_on] for row in rows],
        [days[row.value_on] for row in rows],
        [row.amount for row in rows],
        [item.currency for item in items],
        ["" if original is None else original.minor for original in originals],
        ["" if original is None else original.currency.code for original in originals],
        ["" if item.payee_id is None else item.payee_id for item in items],
        [row.printed_payee for row in rows],
        [row.memo for row in rows],
        [item.category for item in items],
        [item.kind.value for item in items],
        [row.bank_reference for row in rows],
        [row.bank_category for row in rows],
        [row.row_type for row in rows],
        [int(row.pending) for row in rows],
        ["" if row.running_balance is None else row.running_balance for row in rows],
        [row.line for row in rows],
    )
