"""Days of six figures, `260701`, below a Chinese or Japanese word for a day: year, month and day get their marks."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from app.domain.statement_kinds import DateOrder
from app.statements.date_fields import DateConvention, parse_date
from app.statements.table import Line
from app.statements.table_sections import Section

_DAY_NAME = re.compile(r"日$|日期|日付")
_SIX = re.compile(r"\d{6}", re.ASCII)
_FEWEST = 2
_ISO = DateConvention(DateOrder.YEAR_FIRST, 2099)
_SLACK = timedelta(days=370)
"""As of the proof: no bank books rows more than a year ahead."""
_BEFORE_REIWA = 2018
"""Japan counts years by its emperors too: in 2026 the year 07 may be 2025, and up to 08 nothing tells."""


def with_marks(section: Section, today: date) -> Section | None:
    """The section with whole days where a column so named holds nothing but six figures that are days; else None.

    Lands that write these words write the year first.
    """
    names = section.header.cells if section.header is not None else []
    named = [at for at, name in enumerate(names) if _DAY_NAME.search(name)]
    columns = [at for at in named if _are_days(section.body, at, today=today)]
    if not columns:
        return None
    first = next(cell for line in section.body if _SIX.fullmatch(cell := line.cell(columns[0])))
    body = tuple(_marked(line, columns) for line in section.body)
    return replace(section, body=body, six_figures=f"{first} as {_iso(first)}")


def _are_days(lines: Sequence[Line], column: int, *, today: date) -> bool:
    """Whether all cells of the rows are days of this century and of no other era."""
    cells = [line.cell(column) for line in lines if sum(map(bool, line.cells)) > 1]
    days = [_day(cell) for cell in cells if cell]
    eldest = date(2000 + today.year - _BEFORE_REIWA, 12, 31)
    return len(days) >= _FEWEST and all(day is not None and eldest < day <= today + _SLACK for day in days)


def _day(cell: str) -> date | None:
    day = parse_date(_iso(cell), _ISO) if _SIX.fullmatch(cell) is not None else None
    return day if isinstance(day, date) else None


def _iso(cell: str) -> str:
    return f"20{cell[:2]}-{cell[2:4]}-{cell[4:]}"


def _marked(line: Line, columns: Sequence[int]) -> Line:
    cells = [_iso(cell) if at in columns and _day(cell) else cell for at, cell in enumerate(line.cells)]
    return Line(line.number, cells)
