"""A vault with as many transactions as wanted, written through the store."""

from datetime import date, timedelta
from pathlib import Path

from app.base.paths import Places
from app.domain.statement import StatementRow
from tests.helpers.vault import account, commit, new_vault, places_in

PAYEES = 400
_YEARS = 8
_CHUNK = 10_000


def vault_of(folder: Path, transactions: int) -> Places:
    """Make it, close it, and say where it lies; three accounts, eight years, four hundred payees."""
    session, _code = new_vault(folder)
    accounts = [account(session, name).id for name in ("Everyday Checking", "Rainy Day Savings", "Blue Card")]
    for start in range(0, transactions, _CHUNK):
        numbers = range(start, min(start + _CHUNK, transactions))
        rows = [_row(number, of=transactions) for number in numbers]
        commit(session, accounts[(start // _CHUNK) % len(accounts)], rows)
    session.close()
    return places_in(folder)


def _row(number: int, *, of: int) -> StatementRow:
    day = date(2025, 11, 29) - timedelta(days=number * 365 * _YEARS // of)
    return StatementRow(
        line=number,
        booked_on=day,
        amount=-100 - number * 7919 % 25_000,
        printed_payee=f"PAYEE NUMBER {number * 31 % PAYEES}",
        memo=f"memo {number}",
        bank_reference=f"R{number:08d}",
    )
