"""A small made-up world for plans: rows in a real table of the vault's schema, and the same rows as plain Decimals."""

import random
import sqlite3
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from app.domain.account import Account, AccountKind
from app.domain.category import Category
from app.domain.period import Period
from app.domain.vocabulary import KnownPayee, Vocabulary
from app.store.migrations import m0001_initial

PAYEES = ("Green Grocer", "Green Energy", "Noodle Bar", "Acme", "50% Off Shop", "O'Hara_1", "Quayside Homes")
CATEGORIES = (
    Category(name="Groceries"),
    Category(name="Eating out"),
    Category(name="Coffee", parent="Eating out"),
    Category(name="Fees"),
    Category(name="Salary", income=True),
)
TODAY = date(2025, 6, 15)
START = date(2024, 11, 3)


@dataclass(frozen=True)
class PlainRow:
    """A row as a careful person would note it down: a signed Decimal and plain words."""

    number: int
    day: date
    booked: date
    amount: Decimal
    currency: str
    payee: str
    category: str
    account: int
    kind: str


@dataclass(frozen=True)
class PlanWorld:
    """The rows twice: in a table and as plain rows, with the vocabulary for both."""

    connection: sqlite3.Connection
    rows: tuple[PlainRow, ...]
    vocabulary: Vocabulary


def plan_world(seed: int, *, size: int = 300, currencies: tuple[str, ...] = ("USD",)) -> PlanWorld:
    """A world of `size` rows, always the same for a seed."""
    rows = tuple(_row(number, random.Random(f"{seed}-{number}"), currencies) for number in range(1, size + 1))
    connection = sqlite3.connect(":memory:")
    for statement in m0001_initial.STATEMENTS:
        connection.execute(statement)
    accounts = (
        Account(id=1, name="Everyday", kind=AccountKind.CHECKING, currency="USD"),
        Account(id=2, name="Card", kind=AccountKind.CARD, currency="USD"),
    )
    _fill(connection, rows, accounts)
    days = [row.day for row in rows]
    vocabulary = Vocabulary(
        payees=tuple(KnownPayee(name=name) for name in PAYEES),
        categories=CATEGORIES,
        accounts=accounts,
        currency="USD",
        today=TODAY,
        span=Period(min(days), max(days)) if days else None,
    )
    return PlanWorld(connection, rows, vocabulary)


def _row(number: int, chance: random.Random, currencies: tuple[str, ...]) -> PlainRow:
    kind = chance.choices(["expense", "income", "refund", "transfer"], [70, 12, 8, 10])[0]
    size = Decimal(chance.choice([chance.randrange(1, 900), chance.randrange(900, 250_000)])) / 100
    outward = kind == "expense" or (kind == "transfer" and chance.random() < 0.5)
    booked = START + timedelta(days=chance.randrange(0, (TODAY - START).days + 1))
    return PlainRow(
        number=number,
        day=booked - timedelta(days=chance.choice([0, 0, 1, 3])),
        booked=booked,
        amount=-size if outward else size,
        currency=chance.choice(currencies),
        payee=chance.choice(PAYEES),
        category="Salary" if kind == "income" else chance.choice(["Groceries", "Eating out", "Coffee", "Fees"]),
        account=chance.choice([1, 1, 2]),
        kind=kind,
    )


def _fill(connection: sqlite3.Connection, rows: tuple[PlainRow, ...], accounts: tuple[Account, ...]) -> None:
    connection.executemany(
        "INSERT INTO account (id, name, kind, currency) VALUES (?, ?, ?, ?)",
        [(account.id, account.name, account.kind.value, account.currency) for account in accounts],
    )
    connection.executemany("INSERT INTO payee (id, name) VALUES (?, ?)", list(enumerate(PAYEES, 1)))
    connection.executemany(
        "INSERT INTO entry (id, account_id, made_on, booked_on, amount, currency, payee_id, printed_payee, category,"
        " kind, row_hash, occurrence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
        [
            (
                row.number, row.account, row.day.isoformat(), row.booked.isoformat(), int(row.amount * 100),
                row.currency, PAYEES.index(row.payee) + 1, row.payee.upper(), row.category, row.kind, str(row.number),
            )
            for row in rows
        ],
    )  # fmt: skip
