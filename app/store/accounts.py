"""The table of accounts."""

from dataclasses import dataclass, replace
from datetime import date

from app.domain.account import Account, AccountHint, AccountKind
from app.domain.errors import NotFoundError, UsageError
from app.store.connection import Connection, Row

_COLUMNS = "id, name, kind, currency, number, iban, institution"


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountTotal:
    """What an account holds in one currency: the sum of its amounts in minor units, and its first and last day."""

    account_id: int
    currency: str
    amount: int
    transactions: int
    first: date
    last: date


def accounts(connection: Connection, *, retired: bool = False) -> tuple[Account, ...]:
    """The accounts by name; with `retired` also those emptied by an undo."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM account WHERE retired <= ? ORDER BY name COLLATE NOCASE",  # noqa: S608
        (int(retired),),
    )
    return tuple(_account(row) for row in rows)


def account_by_id(connection: Connection, account_id: int) -> Account:
    """One account; raises NotFoundError."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM account WHERE id = ?", (account_id,)).fetchone()  # noqa: S608
    if row is None:
        raise NotFoundError("account", str(account_id))
    return _account(row)


def add_account(connection: Connection, name: str, *, kind: AccountKind, currency: str, hint: AccountHint) -> Account:
    """Add an account; where the name is taken a number is put after it."""
    number = 1
    free = name
    while connection.execute("SELECT 1 FROM account WHERE name = ?", (free,)).fetchone() is not None:
        number += 1
        free = f"{name} {number}"
    made = connection.execute(
        "INSERT INTO account (name, kind, currency, number, iban, institution) VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
        (free, kind.value, currency, hint.number, hint.iban, hint.institution),
    ).fetchall()
    return account_by_id(connection, int(made[0][0]))


def complete_account(connection: Connection, account_id: int, *, hint: AccountHint) -> Account:
    """Fill in what a statement newly says of an account; what is known already stays."""
    known = account_by_id(connection, account_id)
    told = replace(
        known,
        number=known.number or hint.number,
        iban=known.iban or hint.iban,
        institution=known.institution or hint.institution,
    )
    connection.execute(
        "UPDATE account SET number = ?, iban = ?, institution = ? WHERE id = ?",
        (told.number, told.iban, told.institution, account_id),
    )
    return told


def rename_account(connection: Connection, account_id: int, *, name: str) -> None:
    """Give an account another name; raises NotFoundError, UsageError where the name is empty or taken."""
    account_by_id(connection, account_id)
    taken = connection.execute("SELECT 1 FROM account WHERE name = ? AND id <> ?", (name, account_id)).fetchone()
    if not name.strip() or taken is not None:
        raise UsageError("An account needs a name of its own.", "Choose a name that no other account has.")
    connection.execute("UPDATE account SET name = ? WHERE id = ?", (name, account_id))


def set_account_kind(connection: Connection, account_id: int, *, kind: AccountKind) -> None:
    """Say what kind of account it is; raises NotFoundError."""
    account_by_id(connection, account_id)
    connection.execute("UPDATE account SET kind = ? WHERE id = ?", (kind.value, account_id))


def account_totals(connection: Connection) -> tuple[AccountTotal, ...]:
    """Sum, number and span of days of each account and currency that has transactions."""
    rows = connection.execute(
        "SELECT account_id, currency, sum(amount), count(*), min(counted_on), max(counted_on)"
        " FROM entry GROUP BY account_id, currency ORDER BY account_id, currency"
    )
    return tuple(
        AccountTotal(
            account_id=account_id,
            currency=currency,
            amount=amount,
            transactions=transactions,
            first=date.fromisoformat(first),
            last=date.fromisoformat(last),
        )
        for account_id, currency, amount, transactions, first, last in rows
    )


def _account(row: Row) -> Account:
    number, name, kind, currency, printed_number, iban, institution = row
    return Account(
        id=number,
        name=name,
        kind=AccountKind(kind),
        currency=currency,
        number=printed_number,
        iban=iban,
        institution=institution,
    )
