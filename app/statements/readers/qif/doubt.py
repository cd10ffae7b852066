"""Date orders of a QIF file that one row alone speaks against: the order chosen instead is said."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from app.domain.statement_kinds import DateOrder
from app.statements.date_fields import DateConvention, parse_date
from app.statements.fields import FieldProblem

_FEWEST = 3
_SLACK = timedelta(days=370)
"""As of the proof: no bank books rows more than a year ahead."""


def is_told_by_one_row(columns: Sequence[Sequence[str]], chosen: DateConvention, *, today: date) -> bool:
    """Whether another order gives other days and fails at one row of several: no day, far ahead or out of order."""
    if sum(map(bool, (day for one in columns for day in one))) < _FEWEST:
        return False
    other = DateOrder.MONTH_FIRST if chosen.order is DateOrder.DAY_FIRST else DateOrder.DAY_FIRST
    reading = DateConvention(other, chosen.latest_year)
    against = sum(_against(column, reading, limit=today + _SLACK) for column in columns)
    return against == 1 and any(
        parse_date(day, reading) != parse_date(day, chosen) for one in columns for day in one if day
    )


def _against(column: Sequence[str], reading: DateConvention, *, limit: date) -> int:
    read = [parse_date(day, reading) for day in column if day]
    days = [day for day in read if not isinstance(day, FieldProblem) and day <= limit]
    ups = sum(one < two for one, two in pairwise(days))
    downs = sum(one > two for one, two in pairwise(days))
    return len(read) - len(days) + min(ups, downs)
