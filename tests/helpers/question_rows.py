"""Which of a household's rows a question means, and their sums and groups, in plain Decimals; no app code."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from tests.helpers.households import FIRST, TODAY, Household, TruthRow

Expectation = Mapping[str, Any]
NONE = Decimal(0)
# The part of the product's category tree in which one category lies inside another.
INSIDE = {
    "Electricity and gas": "Utilities",
    "Water": "Utilities",
    "Internet and phone": "Utilities",
    "Streaming and software": "Entertainment",
    "Coffee": "Eating out",
    "Fuel": "Transport",
    "Fitness": "Health",
}
FLOWS: dict[str, Callable[[TruthRow], bool]] = {
    "spending": lambda row: row.kind in ("expense", "refund"),
    "income": lambda row: row.kind == "income",
    "any": lambda row: True,
    "transfers": lambda row: row.kind == "transfer",
    "refunds": lambda row: row.kind == "refund",
    "fees": lambda row: row.kind == "expense" and row.category == "Fees",
}
GROUPS: dict[str, Callable[[TruthRow], str]] = {
    "payee": lambda row: row.payee,
    "category": lambda row: row.category,
    "top_category": lambda row: INSIDE.get(row.category, row.category),
    "account": lambda row: row.account,
    "day": lambda row: row.day.isoformat(),
    "weekday": lambda row: f"{row.day:%A}",
    "week": lambda row: (row.day - timedelta(days=row.day.weekday())).isoformat(),
    "month": lambda row: f"{row.day:%Y-%m}",
    "quarter": lambda row: f"{row.day.year}-Q{(row.day.month + 2) // 3}",
    "year": lambda row: f"{row.day.year}",
}


def chosen(household: Household, expectation: Expectation) -> list[TruthRow]:
    """The rows an expectation counts, in order of their day; of a transfer the half that leaves, if no account is said."""
    flow = expectation.get("flow", "spending")
    rows = [row for row in household.rows if FLOWS[flow](row) and _meant(row, expectation)]
    if flow == "transfers" and "accounts" not in expectation:
        rows = [row for row in rows if row.amount < 0]
    return sorted(rows, key=lambda row: (row.day, row.booked))


def purchases(household: Household, expectation: Expectation) -> list[TruthRow]:
    """What is counted, found and averaged: a refund is no purchase, unless refunds are asked for."""
    rows = chosen(household, expectation)
    if expectation.get("flow", "spending") != "spending":
        return rows
    return [row for row in rows if row.kind == "expense"]


def span(expectation: Expectation) -> tuple[date, date]:
    """The days an expectation reaches over, as far as there is data."""
    first, last = day_of(expectation.get("from"), FIRST), day_of(expectation.get("to"), TODAY)
    return max(first, FIRST), min(last, TODAY)


def day_of(text: str | None, default: date) -> date:
    """An ISO day, or the default where none is said."""
    return date.fromisoformat(text) if text else default


def _meant(row: TruthRow, expectation: Expectation) -> bool:
    first, last = day_of(expectation.get("from"), FIRST), day_of(expectation.get("to"), TODAY)
    size = abs(row.amount)
    for key, name in (("payees", row.payee), ("categories", row.category), ("accounts", row.account)):
        if name not in expectation.get(key, (name,)) or name in expectation.get(f"without_{key}", ()):
            return False
    return (
        first <= row.day <= last
        and size >= Decimal(str(expectation.get("at_least", 0)))
        and size <= Decimal(str(expectation.get("at_most", 10**9)))
    )


def summed(rows: Iterable[TruthRow], flow: str) -> Decimal:
    """The sum as an answer says it: spending and fees positive, transfers by their size."""
    if flow == "transfers":
        return sum((abs(row.amount) for row in rows), NONE)
    sign = -1 if flow in ("spending", "fees") else 1
    return sum((sign * row.amount for row in rows), NONE)


def total(household: Household, expectation: Expectation) -> Decimal:
    """The sum of what an expectation counts."""
    return summed(chosen(household, expectation), expectation.get("flow", "spending"))


def grouped(household: Household, expectation: Expectation) -> list[tuple[str, Decimal]]:
    """Group names with what they are measured by, in no order; groups that come to nothing are left out."""
    key, measure = GROUPS[expectation["by"]], expectation.get("measure", "amount")
    sides: dict[str, list[TruthRow]] = defaultdict(list)
    for row in chosen(household, expectation):
        sides[key(row)].append(row)
    sizes = {name: summed(rows, expectation.get("flow", "spending")) for name, rows in sides.items()}
    counts = {name: sum(1 for row in rows if row.kind != "refund") for name, rows in sides.items()}
    if measure == "count":
        sizes = {name: Decimal(number) for name, number in counts.items()}
    if measure == "average":
        sizes = {name: sizes[name] / counts[name] for name in sizes if counts[name]}
    return [(name, size) for name, size in sizes.items() if size]


def parts_touched(first: date, last: date, *, per: str) -> Decimal:
    """How many months (weeks, days …) of the calendar a span touches; `week_exact` counts seven days as one."""
    days = Decimal((last - first).days + 1)
    if per == "month":
        return Decimal(last.year * 12 + last.month - first.year * 12 - first.month + 1)
    if per == "year":
        return Decimal(last.year - first.year + 1)
    if per == "week":
        monday = first - timedelta(days=first.weekday())
        return Decimal((last - monday).days // 7 + 1)
    return days / 7 if per == "week_exact" else days
