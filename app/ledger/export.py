"""Export: all transactions as CSV or OFX, or an encrypted backup, by the file's ending."""

from dataclasses import dataclass
from pathlib import Path

from app.base.files import not_writable
from app.domain.audit_entry import AuditEvent
from app.domain.errors import ExportRefusedError
from app.domain.transaction import Transaction, TransactionSearch
from app.ledger.export_text import csv_text, ofx_text
from app.ledger.overview import load_accounts
from app.store import backup, transactions
from app.store.connection import Connection
from app.store.session import VaultSession

BACKUP_ENDING = "coffer"
_ALL = TransactionSearch(descending=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What was written."""

    format: str
    transactions: int
    bytes: int


def export_text(session: VaultSession, target: Path, *, search: TransactionSearch | None = None) -> Exported:
    """Write CSV or OFX; raises ExportRefusedError for another ending or an existing file, FolderNotWritableError."""
    ending = _ending(target)
    text, count = session.read(lambda connection: _text(connection, ending, session=session, search=search))
    data = text.encode("utf-8")
    _write(target, data)
    _note(session, ending, count=count)
    return Exported(format=ending, transactions=count, bytes=len(data))


def export_backup(session: VaultSession, target: Path) -> Exported:
    """Write an encrypted backup that the vault's passphrase and recovery code open; raises ExportRefusedError."""
    _ending(target)
    count = session.read(lambda connection: transactions.count(connection, _ALL))
    size = backup.write_backup(session, target)
    _note(session, BACKUP_ENDING, count=count)
    return Exported(format=BACKUP_ENDING, transactions=count, bytes=size)


def is_backup(target: Path) -> bool:
    """Whether the file's ending asks for a backup."""
    return target.suffix.casefold() == f".{BACKUP_ENDING}"


def _ending(target: Path) -> str:
    ending = target.suffix.casefold().removeprefix(".")
    if ending not in {"csv", "ofx", BACKUP_ENDING}:
        raise ExportRefusedError(
            f"The ending of {target.name} names no format to export.", "Use .csv, .ofx or .coffer.", file=target.name
        )
    if target.exists():
        raise ExportRefusedError(f"{target.name} is there already.", "Choose another name.", file=target.name)
    return ending


def _text(
    connection: Connection, ending: str, *, session: VaultSession, search: TransactionSearch | None
) -> tuple[str, int]:
    found = transactions.page(connection, search or _ALL, offset=0, limit=-1)
    if search is None:
        found = tuple(sorted(found, key=_content))
    if ending == "csv":
        return csv_text(found), len(found)
    today = session.clock.today()
    by_account: dict[int, list[Transaction]] = {}
    for item in found:
        by_account.setdefault(item.account_id, []).append(item)
    summaries = load_accounts(connection, today)
    accounts = [(item.account, by_account.get(item.account.id, []), item.balance.minor) for item in summaries]
    return ofx_text(accounts, today=today), len(found)


def _content(item: Transaction) -> tuple[object, ...]:
    """Oldest first; within a day by what is printed, never by ids, which another import of the same file changes."""
    made, booked = item.made_on or item.booked_on, item.booked_on
    value_on = item.value_on or booked
    printed = (item.printed_payee, item.memo, item.bank_reference)
    said = (item.payee, item.category, item.kind.value)
    stated = (item.made_on is None, item.value_on is None)
    return (made, booked, item.account, item.amount.minor, *printed, value_on, *said, *stated)


def _write(target: Path, data: bytes) -> None:
    try:
        with target.open("xb") as file:
            file.write(data)
    except OSError as error:
        raise not_writable(target.parent) from error


def _note(session: VaultSession, kind: str, *, count: int) -> None:
    session.note(AuditEvent.EXPORTED, (("format", kind), ("transactions", str(count))), actor="owner")
