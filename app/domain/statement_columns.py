"""Statement rows as columns of plain values: as they cross the worker's pipe, and as they wait in the vault.

A column holds one value for each row, or a single one where all are the same. Nothing that comes in is trusted to be
of the right type; columns are checked as wholes, which costs a tenth of what checking each value does.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from app.domain.by_column import by_column
from app.domain.money import Money
from app.domain.statement import StatementRow

Columns = list[list[Any]]

_LARGEST = 2**63
_TEXT, _WHOLE, _TRUTH = frozenset({str}), frozenset({int}), frozenset({bool})
_NOTHING = frozenset({type(None)})


def to_columns(rows: Sequence[StatementRow]) -> Columns:
    """The rows' values field by field; days as ISO texts, an original amount as minor units and currency."""
    day = _Days()
    originals = [row.original_amount for row in rows]
    return [
        alike_once(column)
        for column in (
            [row.line for row in rows],
            [day[row.booked_on] for row in rows],
            [row.amount for row in rows],
            [day[row.made_on] for row in rows],
            [day[row.value_on] for row in rows],
            [row.printed_payee for row in rows],
            [row.memo for row in rows],
            [row.bank_reference for row in rows],
            [row.bank_category for row in rows],
            [row.row_type for row in rows],
            [row.running_balance for row in rows],
            [None if original is None else original.minor for original in originals],
            [None if original is None else original.currency.code for original in originals],
            [row.pending for row in rows],
        )
    ]


def from_columns(columns: Columns, count: int) -> list[StatementRow]:
    """The `count` rows out of `to_columns`.

    Raises TypeError or ValueError where a column has another length or type, UnknownCurrencyError.
    """
    line, booked, amount, made, value, payee, memo, reference, category, row_type, running, minor, code, pending = (
        as_often(column, count) for column in columns
    )
    parsed = _ParsedDays()
    return by_column(
        StatementRow,
        count,
        line=_wholes(line),
        booked_on=_days(booked, parsed),
        amount=_wholes(amount),
        made_on=_days_or_none(made, parsed),
        value_on=_days_or_none(value, parsed),
        printed_payee=_texts(payee),
        memo=_texts(memo),
        bank_reference=_texts(reference),
        bank_category=_texts(category),
        row_type=_texts(row_type),
        running_balance=_wholes_or_none(running),
        original_amount=_originals(minor, code),
        pending=_truths(pending),
    )


def alike_once(column: list[Any]) -> list[Any]:
    """The column, as one value where all are equal."""
    same = len(column) > 1 and column[0] == column[-1] and column.count(column[0]) == len(column)
    return column[:1] if same else column


def as_often(column: Any, count: int) -> list[Any]:
    """The column with as many values as there are rows; raises TypeError, ValueError."""
    if type(column) is not list:
        raise TypeError("a column was expected")
    if len(column) == 1:
        return column * count
    if len(column) != count:
        raise ValueError("a column of another length")
    return column


class _Days(dict[date | None, str | None]):
    """ISO texts by day, each written once."""

    def __missing__(self, day: date | None) -> str | None:
        text = self[day] = None if day is None else day.isoformat()
        return text


class _ParsedDays(dict[Any, date]):
    """Days by ISO text, each read once."""

    def __missing__(self, text: Any) -> date:
        day = self[text] = date.fromisoformat(text)
        return day


def _days(column: list[Any], parsed: _ParsedDays) -> list[date]:
    return [parsed[text] for text in _texts(column)]


def _days_or_none(column: list[Any], parsed: _ParsedDays) -> Sequence[date | None]:
    _check(column, _TEXT | _NOTHING)
    return [None if text is None else parsed[text] for text in column]


def _texts(column: list[Any]) -> list[str]:
    return _check(column, _TEXT)


def _truths(column: list[Any]) -> list[bool]:
    return _check(column, _TRUTH)


def _wholes(column: list[Any]) -> list[int]:
    return _in_range(_check(column, _WHOLE), column)


def _wholes_or_none(column: list[Any]) -> list[int | None]:
    _check(column, _WHOLE | _NOTHING)
    return _in_range(column, [value for value in column if value is not None])


def _originals(minor: list[Any], code: list[Any]) -> Sequence[Money | None]:
    if not any(code):
        _check(code, _NOTHING)
        return _check(minor, _NOTHING)
    amounts, codes = _wholes_or_none(minor), _check(code, _TEXT | _NOTHING)
    return [
        None if amount is None and unit is None else Money.of(_given(amount), _given(unit))
        for amount, unit in zip(amounts, codes, strict=True)
    ]


def _given(value: Any) -> Any:
    if value is None:
        raise TypeError("an original amount without its currency, or the reverse")
    return value


def _check(column: list[Any], types: frozenset[type]) -> list[Any]:
    found = set(map(type, column))
    if not found <= types:
        raise TypeError(f"a column of {', '.join(sorted(kind.__name__ for kind in found))}")
    return column


def _in_range(column: list[Any], numbers: list[int]) -> list[Any]:
    if numbers and (min(numbers) < -_LARGEST or max(numbers) >= _LARGEST):
        raise ValueError("a number that no vault can hold")
    return column
