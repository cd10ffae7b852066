"""Days that lie years from all others of their statement are told: a slip in a year reads as a day like any other."""

from collections.abc import Collection, Sequence
from datetime import timedelta
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
    """A warning for each of the few rows whose day is more than a year from that of every other group of rows.

    `told`: the lines of which something was said already.
    """
    return tuple(
        Finding(
            severity=Severity.WARNING,
            code="day_far_from_others",
            message=f"The day {row.booked_on.isoformat()} lies more than a year from those of the other rows.",
            line=row.line,
        )
        for row in far_rows(statement.rows)[:_SHOWN]
        if row.line not in told
    )


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
