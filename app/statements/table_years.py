"""Days printed without their year, which only the period above the table says: `22/09` becomes `22/09/2023`."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.statements.table import Line
from app.statements.table_sections import Section
from app.statements.table_words import Role, roles_of

_DAY = re.compile(r"'?(\d{1,2})([./-])(\d{1,2})[./-]?", re.ASCII)
_WHOLE = re.compile(
    r"(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-]((?:19|20)\d\d)|((?:19|20)\d\d)-\d{1,2}-\d{1,2})(?!\d)", re.ASCII
)
_MONTH = re.compile(r"((?:19|20)\d\d)\s?[年년]\s?(1[0-2]|0?[1-9])\s?[月월]", re.ASCII)
"""`2024年01月`: the month of a bill, whose days are written month first."""
_LAST_QUARTER = range(10, 13)
_DATES = frozenset({Role.BOOKED, Role.MADE, Role.VALUE})


def with_years(section: Section) -> Section | None:
    """The section with whole days in the column that holds days without years; None where there is none, or no period.

    A period over the turn of the year is taken for days written day first, which a day above 12 must show.
    """
    years = sorted({int(one or two) for line in section.preamble for one, two in _WHOLE.findall(" ".join(line.cells))})
    column = _column(section.body)
    if column is not None and not years:
        return _of_bill(section, column)
    if column is None or len(years) > 2 or years[-1] - years[0] > 1:
        return None
    found = [_DAY.fullmatch(line.cells[column]) for line in section.body if column < len(line.cells)]
    if len(years) == 2 and not any(match is not None and int(match[1]) > 12 for match in found):
        return None
    return replace(section, body=tuple(_with_year(line, column, years=years) for line in section.body))


def _of_bill(section: Section, column: int) -> Section | None:
    """The section with the years of a bill's month: a later month was in the year before; None without such a month."""
    months = {found for line in section.preamble for found in _MONTH.findall(" ".join(line.cells))}
    if len(months) != 1:
        return None
    year, month = (int(part) for part in months.pop())
    names = section.header.cells if section.header is not None else []
    named = [at for at, name in enumerate(names) if at != column and roles_of(name)[:1] and roles_of(name)[0] in _DATES]
    body = section.body
    for at in (column, *named):
        body = tuple(_with_year(line, at, years=_years_of(line, at, year=year, month=month)) for line in body)
    return replace(section, body=body)


def _years_of(line: Line, column: int, *, year: int, month: int) -> tuple[int]:
    match = _DAY.fullmatch(line.cells[column]) if column < len(line.cells) else None
    return (year - 1 if match is not None and int(match[1]) > month else year,)


def _column(lines: Sequence[Line]) -> int | None:
    """The leftmost column in which nearly all filled cells are days without a year."""
    rows = [line for line in lines if sum(1 for cell in line.cells if cell) > 2]
    for index in range(max((len(line.cells) for line in rows), default=0)):
        filled = [line.cells[index] for line in rows if index < len(line.cells) and line.cells[index]]
        days = sum(1 for cell in filled if _is_day(cell))
        alone = days == 1 and filled[0][:1] == "'"  # which keeps a spreadsheet from reading a fraction
        if alone or (days > 1 and days * 2 >= len(filled)):
            return index
    return None


def _is_day(cell: str) -> bool:
    """Two numbers of which one may be a month and the other a day; 1.50 and 12.34 are none."""
    match = _DAY.fullmatch(cell)
    if match is None:
        return False
    one, two = int(match[1]), int(match[3])
    return 1 <= min(one, two) <= 12 and max(one, two) <= 31 and len(match[3]) == len(match[1]) == 2


def _with_year(line: Line, column: int, *, years: Sequence[int]) -> Line:
    match = _DAY.fullmatch(line.cells[column]) if column < len(line.cells) else None
    if match is None or not _is_day(line.cells[column]):
        return line
    one, mark, two = match.groups()
    year = years[0] if len(years) == 1 or int(two) in _LAST_QUARTER else years[-1]
    cells = [*line.cells]
    cells[column] = f"{one}{mark}{two}{mark}{year}"
    return Line(line.number, cells)
