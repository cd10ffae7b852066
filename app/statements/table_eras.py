"""Years of the Buddhist era, which Thailand counts by: 2569 is 2026."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from app.statements.date_fields import DateParts, date_parts
from app.statements.table import Line
from app.statements.table_sections import Section

BUDDHIST = 543
"""Years by which that era is ahead of the common one."""
_THAI = re.compile(r"[\u0e01-\u0e5b]|\bTHB\b")
_CENTURY = 2500
_LOOKED_AT = 20
_OLDEST = 60
"""No bank exports rows older by so many years."""
_LAST_DAY = 31
"""A year of two figures up to this may be a day, or a year of this century."""


def in_common_era(section: Section, columns: Sequence[int], *, today: date) -> Section | None:
    """The section with the years of its date columns in the common era; None where they are not of the Buddhist one.

    They are where the table is written in Thai or in baht, and every one of them is a year of that era up to this.
    """
    if not columns or not _fits(section.body[:_LOOKED_AT], columns, today=today) or not _is_thai(section):
        return None
    if not _fits(section.body, columns, today=today):
        return None
    body = tuple(_moved(line, columns) for line in section.body)
    return replace(section, body=body, years_off=BUDDHIST, country_currency="THB")


def _is_thai(section: Section) -> bool:
    head = [*section.preamble, *([section.header] if section.header is not None else []), *section.body[:_LOOKED_AT]]
    return any(_THAI.search(cell) for line in head for cell in line.cells)


def _fits(lines: Sequence[Line], columns: Sequence[int], *, today: date) -> bool:
    years = [_common_year(parts, today) for line in lines for parts in _days(line, columns)]
    return bool(years) and all(year is not None for year in years)


def _days(line: Line, columns: Sequence[int]) -> Iterator[DateParts]:
    for index in columns:
        found = date_parts(line.cells[index]) if index < len(line.cells) and line.cells[index] else None
        if found is not None:
            yield found


def _year_text(found: DateParts) -> str:
    """The part that is the year: the one of four figures, else the last."""
    return next((part for part in found.parts if len(part) == 4), found.parts[2])


def _common_year(found: DateParts, today: date) -> int | None:
    """The year in the common era; None where the printed one is not of the Buddhist era or may be of either."""
    text = _year_text(found)
    if len(text) == 4:
        year = int(text) - BUDDHIST
    elif int(text) > max(_LAST_DAY, today.year - 1999):
        year = _CENTURY + int(text) - BUDDHIST
    else:
        return None
    return year if today.year - _OLDEST < year <= today.year + 1 else None


def _moved(line: Line, columns: Sequence[int]) -> Line:
    cells = [*line.cells]
    for index in columns:
        found = date_parts(cells[index]) if index < len(cells) and cells[index] else None
        if found is not None:
            cells[index] = _with_common_year(cells[index], _year_text(found))
    return Line(line.number, cells)


def _with_common_year(cell: str, printed: str) -> str:
    year = int(printed) if len(printed) == 4 else _CENTURY + int(printed)
    return re.sub(rf"(?<!\d){printed}(?!\d)", str(year - BUDDHIST), cell, count=1)
