"""The owner's corrections of transactions, each remembered and back after an undo, and of accounts."""

from collections.abc import Callable, Sequence

from app.base.clock import iso_instant
from app.domain.account import AccountKind
from app.domain.audit_entry import AuditEvent
from app.domain.changes import ChangeKind, Changes
from app.domain.transaction import TransactionKind
from app.ledger.pairing import judged_around
from app.store import accounts, edits, payees, transactions
from app.store.connection import Connection
from app.store.session import VaultSession

_TOUCHED = Changes.of(ChangeKind.TRANSACTIONS)
_ACCOUNTS = Changes.of(ChangeKind.ACCOUNTS, ChangeKind.TRANSACTIONS)


def set_category(session: VaultSession, ids: Sequence[int], *, category: str) -> None:
    """Put transactions into a category, and remember it as the usual one where all of one payee are meant."""
    at = _now(session)

    def work(connection: Connection) -> None:
        edits.set_category(connection, ids, category=category, at=at)
        names = {item.payee for item in transactions.by_ids(connection, ids)}
        for name in names - {""}:
            payees.set_usual_category(connection, name, category=category)

    _edit(session, ids, field="category", work=work)


def set_payee(session: VaultSession, ids: Sequence[int], *, name: str) -> None:
    """Give transactions another payee; their printed payees mean it from now on."""
    at = _now(session)

    def work(connection: Connection) -> None:
        printed = {item.printed_payee for item in transactions.by_ids(connection, ids) if item.printed_payee}
        edits.set_payee(connection, ids, name=name, at=at)
        payees.remember_aliases(connection, dict.fromkeys(printed, name), by_owner=True)

    _edit(session, ids, field="payee", work=work)


def set_kind(session: VaultSession, ids: Sequence[int], *, kind: TransactionKind) -> None:
    """Say what transactions mean to the owner's money."""
    at = _now(session)
    _edit(session, ids, field="kind", work=lambda connection: edits.set_kind(connection, ids, kind=kind, at=at))


def delete(session: VaultSession, ids: Sequence[int]) -> None:
    """Delete transactions on purpose."""
    at = _now(session)
    _edit(session, ids, field="deleted", work=lambda connection: edits.delete_transactions(connection, ids, at=at))


def rename_account(session: VaultSession, account_id: int, *, name: str) -> None:
    """Give an account another name; raises NotFoundError, UsageError."""
    _edit_account(session, lambda connection: accounts.rename_account(connection, account_id, name=name))


def set_account_kind(session: VaultSession, account_id: int, *, kind: AccountKind) -> None:
    """Say what kind of account it is; raises NotFoundError."""
    _edit_account(session, lambda connection: accounts.set_account_kind(connection, account_id, kind=kind))


def _edit_account(session: VaultSession, work: Callable[[Connection], object]) -> None:
    def write(connection: Connection) -> tuple[None, Changes]:
        work(connection)
        return None, _ACCOUNTS

    session.write(write)


def _edit(session: VaultSession, ids: Sequence[int], *, field: str, work: Callable[[Connection], None]) -> None:
    def write(connection: Connection) -> tuple[None, Changes]:
        judged_around(connection, ids, change=lambda: work(connection))
        return None, _TOUCHED

    session.write(
        write,
        event=AuditEvent.TRANSACTIONS_EDITED,
        details=(("field", field), ("transactions", str(len(ids)))),
    )


def _now(session: VaultSession) -> str:
    return iso_instant(session.clock.now())
