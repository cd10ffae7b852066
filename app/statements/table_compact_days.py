"""Days of six figures, `260701`, below a Chinese or Japanese word for a day: year, month and day get their marks."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.domain.statement_kinds import DateOrder
from app.statements.date_fields import DateConvention, parse_date
from app.statements.table import Line
from app.statements.table_sections import Section

_DAY_NAME = re.compile(r"日$|日期|日付")
_SIX = re.compile(r"\d{6}", re.ASCII)
_FEWEST = 2
_ISO = DateConvention(DateOrder.YEAR_FIRST, 2099)


def with_marks(section: Section) -> Section | None:
    """The section with whole days where a column so named holds nothing but six figures that are days; else None.

    Lands that write these words write the year first.
    """
    names = section.header.cells if section.header is not None else []
    columns = [at for at, name in enumerate(names) if _DAY_NAME.search(name) and _are_days(section.body, at)]
    if not columns:
        return None
    return replace(section, body=tuple(_marked(line, columns) for line in section.body))


def _are_days(lines: Sequence[Line], column: int) -> bool:
    cells = [line.cell(column) for line in lines if sum(map(bool, line.cells)) > 1]
    filled = [cell for cell in cells if cell]
    return len(filled) >= _FEWEST and all(map(_is_day, filled))


def _is_day(cell: str) -> bool:
    return _SIX.fullmatch(cell) is not None and isinstance(parse_date(_iso(cell), _ISO), date)


def _iso(cell: str) -> str:
    return f"20{cell[:2]}-{cell[2:4]}-{cell[4:]}"


def _marked(line: Line, columns: Sequence[int]) -> Line:
    cells = [_iso(cell) if at in columns and _is_day(cell) else cell for at, cell in enumerate(line.cells)]
    return Line(line.number, cells)
