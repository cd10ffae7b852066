"""Sums for the overview: flows by month, kind and category, and what was booked by month, by covering index."""

from dataclasses import dataclass
from datetime import date

from app.domain.period import Period
from app.domain.transaction import TransactionKind
from app.store.connection import Connection

_FLOWS = (
    "SELECT substr(counted_on, 1, 7), kind, category, sum(amount), count(*) FROM entry"
    " WHERE counted_on BETWEEN ? AND ? AND currency = ? GROUP BY 1, 2, 3"
)
_BOOKED = (
    "SELECT account_id, currency, substr(booked_on, 1, 7), sum(amount) FROM entry"
    " GROUP BY account_id, currency, substr(booked_on, 1, 7)"
)
_NEWEST = "SELECT max(counted_on) FROM entry WHERE counted_on <= ?"


@dataclass(frozen=True, slots=True)
class FlowSum:
    """What one kind and category came to in one month (`YYYY-MM`), in minor units, money out negative."""

    month: str
    kind: TransactionKind
    category: str
    amount: int
    transactions: int


@dataclass(frozen=True, slots=True)
class BookedSum:
    """What was booked on one account in one month, in minor units."""

    account_id: int
    currency: str
    month: str
    amount: int


def flow_sums(connection: Connection, period: Period, *, currency: str) -> tuple[FlowSum, ...]:
    """The flows of a period in one currency."""
    rows = connection.execute(_FLOWS, (period.first.isoformat(), period.last.isoformat(), currency))
    return tuple(FlowSum(row[0], TransactionKind(row[1]), row[2], int(row[3]), int(row[4])) for row in rows)


def booked_by_month(connection: Connection) -> tuple[BookedSum, ...]:
    """What was booked on every account in every month."""
    return tuple(BookedSum(int(row[0]), row[1], row[2], int(row[3])) for row in connection.execute(_BOOKED))


def newest_day(connection: Connection, today: date) -> date | None:
    """The last counted day with a transaction, up to today; None in an empty vault."""
    found = connection.execute(_NEWEST, (today.isoformat(),)).fetchone()
    return date.fromisoformat(found[0]) if found and found[0] else None
