"""The table of exchange rates."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from app.domain.rate import Rate
from app.store.connection import Connection


def add_rates(connection: Connection, rates: Iterable[Rate]) -> None:
    """Add rates, or replace those of the same pair and day."""
    connection.executemany(
        "INSERT OR REPLACE INTO rate (base, quote, on_day, factor) VALUES (?, ?, ?, ?)",
        ((rate.base, rate.quote, rate.on.isoformat(), str(rate.factor)) for rate in rates),
    )


def rate_on(connection: Connection, base: str, *, quote: str, on: date) -> Rate | None:
    """The rate of that day, or the newest one before it; None where there is none."""
    row = connection.execute(
        "SELECT on_day, factor FROM rate WHERE base = ? AND quote = ? AND on_day <= ? ORDER BY on_day DESC LIMIT 1",
        (base, quote, on.isoformat()),
    ).fetchone()
    return None if row is None else Rate(base=base, quote=quote, on=date.fromisoformat(row[0]), factor=Decimal(row[1]))
