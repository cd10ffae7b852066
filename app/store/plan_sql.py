"""Plan SQL: selections compiled to read-only statements out of fixed parts; every name and number is a bound value."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from app.domain.counted import CountedRow
from app.domain.period import Period
from app.domain.plan import Filter
from app.domain.selection import BalanceAnchor, Selection
from app.domain.transaction import TransactionKind

_ROWS = (
    "SELECT e.id, e.counted_on, e.amount, e.currency, coalesce(p.name, e.printed_payee), e.category, e.account_id,"
    " e.kind FROM entry AS e LEFT JOIN payee AS p ON p.id = e.payee_id"
)
_ORDER = " ORDER BY e.counted_on, e.id"
_SPAN = "SELECT min(counted_on), max(counted_on) FROM entry"
_BOOKED = "SELECT account_id, currency, sum(amount) FROM entry WHERE booked_on <= ? GROUP BY account_id, currency"
_ANCHORS = (
    "SELECT s.account_id, s.currency, coalesce(s.closing_on, s.last), s.closing FROM statement_span AS s"
    " WHERE s.closing IS NOT NULL"
    " ORDER BY coalesce(s.closing_on, s.last), s.id"
)
_OWN_NAME = "coalesce(p.name, e.printed_payee)"
_TEXT = f"({_OWN_NAME} || ' ' || e.printed_payee || ' ' || e.memo)"


def fetch_counted_rows(
    connection: Any, selection: Selection, *, kinds: Iterable[TransactionKind], fee_categories: Sequence[str] = ()
) -> list[CountedRow]:
    """The rows of a selection, oldest first.

    Args:
        connection: the read-only plan connection.
        selection: what is wanted; categories must already hold the ones below them.
        kinds: the kinds of transaction that belong to the selection's flow.
        fee_categories: limits the rows to these categories, where given.
    """
    sql, values = compile_selection(selection, kinds=kinds, fee_categories=fee_categories)
    rows = [
        CountedRow(row[0], date.fromisoformat(row[1]), row[2], row[3], row[4], row[5], row[6], TransactionKind(row[7]))
        for row in connection.execute(sql, values)
    ]
    return [row for row in rows if row.on.weekday() in selection.weekdays] if selection.weekdays else rows


def compile_selection(
    selection: Selection, *, kinds: Iterable[TransactionKind], fee_categories: Sequence[str] = ()
) -> tuple[str, tuple[object, ...]]:
    """The statement and its bound values."""
    parts: list[tuple[str, tuple[object, ...]]] = []
    wanted_kinds = sorted(kind.value for kind in kinds)
    if len(wanted_kinds) < len(TransactionKind):
        parts.append(_any_of("e.kind", wanted_kinds))
    if fee_categories:
        parts.append(_any_of("e.category", fee_categories))
    parts += _period(selection.period)
    parts += _amounts(selection)
    parts += _filter(selection.where)
    parts += [(f"NOT {sql}", values) for sql, values in _filter(selection.without)]
    where = " WHERE " + " AND ".join(sql for sql, _ in parts) if parts else ""
    return _ROWS + where + _ORDER, tuple(value for _, values in parts for value in values)


def counted_span(connection: Any) -> Period | None:
    """From the first to the last counted day in the vault; None where it is empty."""
    first, last = connection.execute(_SPAN).fetchone()
    return Period(date.fromisoformat(first), date.fromisoformat(last)) if first else None


def booked_sums(connection: Any, day: date) -> Mapping[tuple[int, str], int]:
    """The sum in minor units of all rows booked up to and on a day, by account and currency."""
    return {(row[0], row[1]): row[2] for row in connection.execute(_BOOKED, (day.isoformat(),))}


def newest_anchors(connection: Any) -> tuple[BalanceAnchor, ...]:
    """The newest stated balance of each account and currency."""
    newest = {
        (row[0], row[1]): BalanceAnchor(account_id=row[0], currency=row[1], on=row[2], amount=row[3])
        for row in connection.execute(_ANCHORS)
    }
    return tuple(newest.values())


def _filter(wanted: Filter) -> list[tuple[str, tuple[object, ...]]]:
    parts: list[tuple[str, tuple[object, ...]]] = []
    if wanted.payees:
        parts.append(_payees(wanted.payees))
    if wanted.categories:
        parts.append(_any_of("e.category", wanted.categories))
    if wanted.either and len(parts) == 2:
        (one, ones), (other, others) = parts
        parts = [(f"({one} OR {other})", (*ones, *others))]
    if wanted.account_ids:
        parts.append(_any_of("e.account_id", wanted.account_ids))
    if wanted.text:
        parts.append((f"({_TEXT} LIKE ? ESCAPE '\\')", (f"%{_escaped(wanted.text)}%",)))
    return parts


def _payees(names: Sequence[str]) -> tuple[str, tuple[object, ...]]:
    marks = ", ".join("?" * len(names))
    known = f"e.payee_id IN (SELECT id FROM payee WHERE name IN ({marks}))"  # noqa: S608 - only question marks
    unnamed = f"e.payee_id IS NULL AND e.printed_payee IN ({marks})"
    return f"(coalesce({known}, 0) OR ({unnamed}))", (*names, *names)


def _period(period: Period | None) -> list[tuple[str, tuple[object, ...]]]:
    if period is None:
        return []
    return [("e.counted_on BETWEEN ? AND ?", (period.first.isoformat(), period.last.isoformat()))]


def _amounts(selection: Selection) -> list[tuple[str, tuple[object, ...]]]:
    parts: list[tuple[str, tuple[object, ...]]] = []
    if selection.at_least is not None:
        parts.append(("abs(e.amount) >= ?", (selection.at_least,)))
    if selection.at_most is not None:
        parts.append(("abs(e.amount) <= ?", (selection.at_most,)))
    return parts


def _any_of(column: str, values: Sequence[object]) -> tuple[str, tuple[object, ...]]:
    return f"({column} IN ({', '.join('?' * len(values))}))", tuple(values)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
