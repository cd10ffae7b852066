"""An independent answer to plans: plain Decimals over plain rows, sharing no code with app.analysis or app.store."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from tests.helpers.plan_world import PlainRow, PlanWorld

CHILDREN = {"Eating out": {"Eating out", "Coffee"}}
CHECKING = 1
"""The account of a world that money is spent from; the other is a card."""
CENT = Decimal("0.01")


@dataclass(frozen=True)
class Asked:
    """A question in plain words; empty means no limit."""

    flow: str = "spending"
    payees: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    account: int | None = None
    without_payee: str = ""
    without_category: str = ""
    first: date | None = None
    last: date | None = None
    at_least: Decimal | None = None
    at_most: Decimal | None = None


def belongs(row: PlainRow, asked: Asked) -> bool:
    kinds = {
        "spending": {"expense", "refund"},
        "fees": {"expense", "refund"},
        "income": {"income"},
        "refunds": {"refund"},
        "transfers": {"transfer"},
        "any": {"expense", "income", "refund", "transfer"},
    }[asked.flow]
    wanted = {name for category in asked.categories for name in CHILDREN.get(category, {category})}
    unwanted = CHILDREN.get(asked.without_category, {asked.without_category})
    return all(
        (
            row.kind in kinds,
            asked.flow != "fees" or row.category == "Fees",
            not asked.payees or row.payee in asked.payees,
            not wanted or row.category in wanted,
            asked.account is None or row.account == asked.account,
            row.payee != asked.without_payee,
            row.category not in unwanted,
            asked.first is None or row.day >= asked.first,
            asked.last is None or row.day <= asked.last,
            asked.at_least is None or abs(row.amount) >= asked.at_least,
            asked.at_most is None or abs(row.amount) <= asked.at_most,
        )
    )


def one_way(world: PlanWorld, asked: Asked) -> list[PlainRow]:
    """The rows asked about; of an account's transfers those that leave the checking account or arrive at the card."""
    rows = [row for row in world.rows if belongs(row, asked)]
    if asked.flow != "transfers" or asked.account is None:
        return rows
    return [row for row in rows if (row.amount < 0) == (asked.account == CHECKING)]


def chosen(world: PlanWorld, asked: Asked, *, currency: str = "USD") -> list[PlainRow]:
    rows = [row for row in one_way(world, asked) if row.currency == currency]
    return sorted(rows, key=lambda row: (row.day, row.number))


def total(rows: list[PlainRow], flow: str) -> Decimal:
    amounts = [row.amount for row in rows]
    if flow in {"spending", "fees"}:
        return -sum(amounts, Decimal(0))
    if flow == "transfers":
        left = -sum((amount for amount in amounts if amount < 0), Decimal(0))
        return left or sum(amounts, Decimal(0))
    return sum(amounts, Decimal(0))


def counted(rows: list[PlainRow], flow: str) -> list[PlainRow]:
    if flow in {"spending", "fees"}:
        return [row for row in rows if row.kind == "expense"]
    if flow == "transfers":
        return [row for row in rows if row.amount < 0] or rows
    return rows


def rounded(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, ROUND_HALF_UP)
