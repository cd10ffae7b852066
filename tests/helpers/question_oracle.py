"""What a question's answer must be, worked out from a household's own truth in plain Decimals; shares no code with app.

An expectation is a small table of plain words (see `tests/golden/questions/README.md`). Money out is positive where
spending is asked for; transfers and card payments are neither spending nor income; refunds lower spending; a
transaction counts on its purchase day where the bank prints one, and balances go by the booked day.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from tests.helpers.households import TODAY, Household
from tests.helpers.question_rows import (
    NONE,
    Expectation,
    day_of,
    grouped,
    parts_touched,
    purchases,
    span,
    total,
)  # fmt: skip

KEYS = frozenset(
    {
        "figure", "flow", "payees", "categories", "accounts", "without_payees", "without_categories",
        "without_accounts", "from", "to", "per", "by", "measure", "top", "least", "at_least", "at_most", "other",
        "percent", "change", "includes", "excludes", "amount", "day", "clarify", "unsupported",
    }
)  # fmt: skip
PATTERNS = ("subscriptions", "price_changes", "duplicates", "unusual")


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """The right answer: the field of its kind is set; `groups` are the rows where rows are asked for."""

    kind: str
    number: Decimal = NONE
    day: date | None = None
    names: tuple[str, ...] = ()
    """Any of them is right: the top name of a ranking, or the larger side of a comparison."""
    groups: tuple[tuple[str, Decimal], ...] = ()
    ordered: bool = False
    includes: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    unsigned: bool = False
    """Which side is taken from which is a matter of wording."""


def expected(household: Household, expectation: Expectation) -> Expected:
    """The right answer to one expectation; raises KeyError for a word or a name it does not know."""
    _check(household, expectation)
    for status in ("unsupported", "clarify"):
        if expectation.get(status):
            return Expected(kind=status)
    return FIGURES[expectation["figure"]](household, expectation)


def _check(household: Household, expectation: Expectation) -> None:
    unknown = set(expectation) - KEYS
    known = {
        "payees": {row.payee for row in household.rows},
        "categories": {row.category for row in household.rows},
        "accounts": set(household.accounts),
    }
    for key, names in known.items():
        unknown |= {*expectation.get(key, ()), *expectation.get(f"without_{key}", ())} - names
    unknown |= {*expectation.get("includes", ()), *expectation.get("excludes", ())} - known["payees"]
    if unknown:
        raise KeyError(household.name, *unknown)


def _money(number: Decimal, *, unsigned: bool = False) -> Expected:
    return Expected(kind="money", number=number, unsigned=unsigned)


def _total(household: Household, expectation: Expectation) -> Expected:
    return _money(total(household, expectation))


def _nothing(_household: Household, _expectation: Expectation) -> Expected:
    """Zero on purpose: a payee the household has never paid."""
    return _money(NONE)


def _fixed(_household: Household, expectation: Expectation) -> Expected:
    """A figure or a day written down by hand, where a rule of it would only repeat the household's own table."""
    if "day" in expectation:
        return Expected(kind="date", day=date.fromisoformat(expectation["day"]))
    return _money(Decimal(expectation["amount"]))


def _pattern(_household: Household, expectation: Expectation) -> Expected:
    names = tuple(expectation.get("includes", ())), tuple(expectation.get("excludes", ()))
    return Expected(kind="names", includes=names[0], excludes=names[1])


def _count(household: Household, expectation: Expectation) -> Expected:
    return Expected(kind="count", number=Decimal(len(purchases(household, expectation))))


def _list(household: Household, expectation: Expectation) -> Expected:
    return Expected(kind="list", number=Decimal(len(purchases(household, expectation))))


def _average(household: Household, expectation: Expectation) -> Expected:
    per = expectation.get("per", "transaction")
    if per == "transaction":
        return _money(total(household, expectation) / len(purchases(household, expectation)))
    return _money(total(household, expectation) / parts_touched(*span(expectation), per=per))


def _extreme(household: Household, expectation: Expectation) -> Expected:
    rows = purchases(household, expectation)
    size = (max if expectation["figure"] == "largest" else min)(abs(row.amount) for row in rows)
    found = [row for row in rows if abs(row.amount) == size]
    asked = expectation.get("by", "amount")
    if asked == "payee":
        return Expected(kind="text", names=tuple(name for row in found for name in (row.payee, row.printed)))
    if asked == "day":
        (row,) = found
        return Expected(kind="date", day=row.day)
    return _money(size)


def _edge(household: Household, expectation: Expectation) -> Expected:
    rows = purchases(household, expectation)
    row = rows[0] if expectation["figure"] == "first" else rows[-1]
    asked = expectation.get("by", "day")
    if asked == "amount":
        return _money(abs(row.amount))
    if asked == "payee":
        day = [other for other in rows if other.day == row.day]
        return Expected(kind="text", names=tuple(name for other in day for name in (other.payee, other.printed)))
    return Expected(kind="date", day=row.day)


def _ranking(household: Household, expectation: Expectation) -> Expected:
    least = bool(expectation.get("least"))
    groups = sorted(grouped(household, expectation), key=lambda group: group[1], reverse=not least)
    best = tuple(name for name, size in groups if size == groups[0][1])
    names = best
    if expectation["by"] == "payee":
        names += tuple(row.printed for row in household.rows if row.payee in best)
    top = tuple(groups[: expectation["top"]]) if "top" in expectation else ()
    return Expected(kind="text", names=tuple(dict.fromkeys(names)), groups=top, ordered=True)


def _breakdown(household: Household, expectation: Expectation) -> Expected:
    return Expected(kind="groups", groups=tuple(grouped(household, expectation)))


def _other(expectation: Expectation) -> dict[str, Any]:
    """The second side: what is not said again stays as on the first side; a category there replaces a payee here."""
    first, second = {key: expectation[key] for key in expectation if key != "other"}, expectation["other"]
    for key in ("from", "to"):
        if "from" in second or "to" in second:
            first.pop(key, None)
    return {**first, **second}


def _measured(household: Household, expectation: Expectation) -> Decimal:
    measure = expectation.get("measure", "amount")
    if measure == "count":
        return Decimal(len(purchases(household, expectation)))
    whole = total(household, expectation)
    return whole / len(purchases(household, expectation)) if measure == "average" else whole


def _compare(household: Household, expectation: Expectation) -> Expected:
    sides = expectation, _other(expectation)
    one, two = (_measured(household, side) for side in sides)
    larger = sides[0] if one >= two else sides[1]
    names = tuple(name for key in ("payees", "categories", "accounts") for name in larger.get(key, ()))
    if expectation.get("percent"):
        return Expected(kind="percent", number=100 * (one - two) / two, unsigned=True)
    kind = "count" if expectation.get("measure") == "count" else "money"
    return Expected(kind=kind, number=one - two, names=names, unsigned=True)


def _share(household: Household, expectation: Expectation) -> Expected:
    dates = {key: expectation[key] for key in ("from", "to", "flow") if key in expectation}
    whole = {"figure": "total", **dates, **expectation.get("other", {})}
    return Expected(kind="percent", number=100 * total(household, expectation) / total(household, whole))


def _net(household: Household, expectation: Expectation) -> Expected:
    income, spent = (total(household, {**expectation, "flow": flow}) for flow in ("income", "spending"))
    if expectation["figure"] == "savings_rate":
        return Expected(kind="percent", number=100 * (income - spent) / income)
    return _money(income - spent)


def _balance(household: Household, expectation: Expectation) -> Expected:
    last = day_of(expectation.get("to"), TODAY)
    accounts = expectation.get("accounts", household.accounts)
    booked = [row.amount for row in household.rows if row.account in accounts and row.booked <= last]
    number = sum((household.opening[account] for account in accounts), NONE) + sum(booked, NONE)
    return _money(number, unsigned=len(accounts) == 1)


def _what_if(household: Household, expectation: Expectation) -> Expected:
    """What a change of `change` percent saves in an average month of the period, or in twelve of them."""
    saved = -total(household, expectation) * Decimal(str(expectation["change"])) / 100
    monthly = saved / parts_touched(*span(expectation), per="month")
    return _money(monthly * 12 if expectation.get("per") == "year" else monthly)


FIGURES: dict[str, Callable[[Household, Expectation], Expected]] = {
    "total": _total,
    "count": _count,
    "list": _list,
    "nothing": _nothing,
    "fixed": _fixed,
    "average": _average,
    "largest": _extreme,
    "smallest": _extreme,
    "first": _edge,
    "last": _edge,
    "ranking": _ranking,
    "breakdown": _breakdown,
    "compare": _compare,
    "share": _share,
    "net": _net,
    "savings_rate": _net,
    "balance": _balance,
    "what_if": _what_if,
    **dict.fromkeys(PATTERNS, _pattern),
}
