"""What the vault knows that helps to place and match a statement, read in one go."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from app.domain.account import Account
from app.domain.statement import Statement
from app.ledger.account_choice import stem
from app.ledger.match import SETTLING_DAYS
from app.store import accounts, batches, committed, layout_memory, settings_table, spans
from app.store.committed import CommittedStatementRow
from app.store.connection import Connection
from app.store.spans import StatementSpan

_AROUND = timedelta(days=SETTLING_DAYS)


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultFacts:
    """Accounts (emptied ones too), the owner's currency and decisions, and where earlier files went."""

    accounts: tuple[Account, ...]
    currency: str
    presets: Mapping[str, Mapping[str, str]]
    remembered: Mapping[str, frozenset[int]]
    """Accounts by file-name stem."""


def load_facts(connection: Connection) -> VaultFacts:
    """The facts that do not depend on the statement."""
    remembered: dict[str, frozenset[int]] = {}
    for file, ids in batches.accounts_by_file(connection).items():
        remembered[stem(file)] = remembered.get(stem(file), frozenset()) | ids
    return VaultFacts(
        accounts=accounts.accounts(connection, retired=True),
        currency=str(settings_table.setting(connection, "currency")),
        presets=layout_memory.all_remembered_choices(connection),
        remembered=remembered,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountFacts:
    """What is committed on one account around a statement's days."""

    rows: tuple[CommittedStatementRow, ...] = ()
    spans: tuple[StatementSpan, ...] = ()


def load_account_facts(connection: Connection, account_id: int | None, *, statement: Statement) -> AccountFacts:
    """The facts on the account that a statement goes to; nothing for a new account."""
    if account_id is None or not statement.rows:
        return AccountFacts()
    first = min(row.booked_on for row in statement.rows) - _AROUND
    last = max(row.booked_on for row in statement.rows) + _AROUND
    return AccountFacts(
        rows=committed.committed_rows(connection, account_id, first=first, last=last),
        spans=spans.spans(connection, account_id),
    )
