"""Days that lie years from all others of their statement or row are told: a slip in a year reads as any other day."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from itertools import pairwise

from app.domain.statement import Finding, Statement, StatementRow
from app.domain.statement_kinds import Severity

_APART = timedelta(days=400)
"""Interest and fees come once a year; what lies further from its neighbours stands apart."""
_FEW = 5
"""One row in so many may stand apart and be told; where more do, the account was hardly used."""
_FEWEST = 3
_SHOWN = 20


def tell_far_days(statement: Statement, *, told: Collection[int | None]) -> tuple[Finding, ...]:
    """A warning for each of the few rows with a day more than a year from that of every other group of rows.

    And for each row whose value or purchase day lies as far from the day on which it was booked.
    `told`: the lines of which something was said already.
    """
    far = [row for row in far_rows(statement.rows) if row.line not in told]
    lines = {*told, *(row.line for row in far)}
    split = [row for row in split_rows(statement.rows) if row.line not in lines]
    return (
        *_told("day_far_from_others", [(row, _FROM_OTHERS.format(row.booked_on.isoformat())) for row in far]),
        *_told("days_far_apart", [(row, _FROM_BOOKING.format(*map(date.isoformat, _far_pair(row)))) for row in split]),
    )


_FROM_OTHERS = "The day {} lies more than a year from those of the other rows."
_FROM_BOOKING = "The day {} of a row lies more than a year from the day {} on which it was booked."


def _told(code: str, rows: Sequence[tuple[StatementRow, str]]) -> list[Finding]:
    """One by one up to a limit, the rest counted."""
    found = [
        Finding(severity=Severity.WARNING, code=code, message=message, line=row.line) for row, message in rows[:_SHOWN]
    ]
    if len(rows) > _SHOWN:
        more = f"{len(rows) - _SHOWN} more rows have a day that far away, the first is in line {rows[_SHOWN][0].line}."
        found.append(Finding(severity=Severity.WARNING, code=code, message=more))
    return found


def far_rows(rows: Sequence[StatementRow]) -> list[StatementRow]:
    """Those rows, in the order of their days; none where the days lie in one group or in several large ones."""
    if len(rows) < _FEWEST:
        return []
    days = [row.booked_on for row in rows]
    if max(days) - min(days) <= _APART:
        return []
    groups = _groups(sorted(rows, key=lambda row: row.booked_on))
    most = max(1, len(rows) // _FEW)
    few = [group for group in groups if len(group) <= most]
    apart = [row for group in few for row in group]
    return apart if len(apart) <= most else []


def _groups(ordered: Sequence[StatementRow]) -> list[list[StatementRow]]:
    """Rows in order of their days, parted where the next is more than a year later."""
    groups = [[ordered[0]]]
    for one, two in pairwise(ordered):
        if two.booked_on - one.booked_on > _APART:
            groups.append([])
        groups[-1].append(two)
    return groups


def split_rows(rows: Sequence[StatementRow]) -> list[StatementRow]:
    """The rows whose value or purchase day lies more than a year from the day they were booked on."""
    return [
        row
        for row in rows
        if (row.value_on is not None and abs(row.value_on - row.booked_on) > _APART)
        or (row.made_on is not None and abs(row.made_on - row.booked_on) > _APART)
    ]


def _far_pair(row: StatementRow) -> tuple[date, date]:
    """The day that lies so far away, and the one on which the row was booked."""
    days = [day for day in (row.value_on, row.made_on) if day is not None]
    return max(days, key=lambda day: abs(day - row.booked_on)), row.booked_on
