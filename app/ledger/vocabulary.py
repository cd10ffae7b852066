"""The vocabulary of the vault: payees, categories, accounts and the span of days; never a transaction's text."""

from datetime import date

from app.domain.period import Period
from app.domain.vocabulary import Vocabulary
from app.ledger.learned_names import learned_names
from app.store import accounts, categories, payees, settings_table, transactions
from app.store.connection import Connection


def load_vocabulary(connection: Connection, today: date) -> Vocabulary:
    """All names a plan may use."""
    span = transactions.counted_span(connection)
    return Vocabulary(
        payees=payees.known_payees(connection),
        categories=categories.categories(connection),
        accounts=accounts.accounts(connection),
        currency=str(settings_table.setting(connection, "currency")),
        today=today,
        span=Period(*span) if span else None,
        learned=learned_names(connection),
    )
