"""The parts of a table: lines above it, the header wherever it stands, the body; several of them in one file."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.statements.date_fields import date_parts
from app.statements.locale_proof import looks_like_amount
from app.statements.table import Line
from app.statements.table_facts import is_masked_card
from app.statements.table_words import Role, folded, roles_of

_DATE_ROLES = frozenset({Role.BOOKED, Role.MADE, Role.VALUE})
_MONEY_ROLES = frozenset({Role.AMOUNT, Role.DEBIT, Role.CREDIT, Role.NET, Role.GROSS})
_TOP = 200
"""How far down the first row or header is looked for."""


@dataclass(frozen=True, slots=True)
class Section:
    """One table of a file; `header` is None where the rows begin at once."""

    preamble: tuple[Line, ...]
    header: Line | None
    body: tuple[Line, ...]
    years_off: int = 0
    """What was taken off the years printed in its date columns."""
    country_currency: str = ""
    """The currency of the one country that counts its years so."""
    six_figures: str = ""
    """The first of its days that are printed in six figures, and what it was taken for."""


def find_sections(lines: Sequence[Line]) -> list[Section]:
    """Split a table at its headers; a file without a telling header is one section."""
    heads = [index for index, line in enumerate(lines) if _may_be_header(line) and is_header(line)]
    if not heads:
        return [_unheaded(lines)]
    sections: list[Section] = []
    start = 0
    for position, head in enumerate(heads):
        end = heads[position + 1] if position + 1 < len(heads) else len(lines)
        tail = end
        while end < len(lines) and tail - 1 > head and not is_data(lines[tail - 1]) and _filled(lines[tail - 1]) <= 2:
            tail -= 1
        header, below = _whole_header(lines[head : head + 2])
        sections.append(Section(tuple(lines[start:head]), header, tuple(lines[head + below : tail])))
        start = tail
    return _without_repeats(sections)


def _whole_header(lines: Sequence[Line]) -> tuple[Line, int]:
    """A header with the line below it where that goes on with the names: short words and no digit; and its height."""
    head, *rest = lines
    if not rest or len(rest[0].cells) != len(head.cells) or _filled(rest[0]) < 3:
        return head, 1
    more = rest[0].cells
    if is_header(rest[0]) or any(len(cell) > 30 or any(map(str.isdigit, cell)) for cell in more) or len(set(more)) < 3:
        return head, 1
    return Line(head.number, [f"{one} {two}".strip() for one, two in zip(head.cells, more, strict=True)]), 2


def _without_repeats(sections: Sequence[Section]) -> list[Section]:
    """A header that is printed again on the next page, with nothing new above it, goes on with the same table."""
    joined = [sections[0]]
    for section in sections[1:]:
        last = joined[-1]
        same = last.header is not None and section.header is not None and last.header.cells == section.header.cells
        if same and not section.preamble:
            joined[-1] = Section(last.preamble, last.header, last.body + section.body)
        else:
            joined.append(section)
    return joined


def _may_be_header(line: Line) -> bool:
    """The cheap test: no cell of a header begins with a digit or a sign."""
    if len(line.cells) < 2 or line.cells[0][:1].isdigit():
        return False
    return not any(cell and (cell[0].isdigit() or cell[0] in "-(.") for cell in line.cells)


def is_header(line: Line) -> bool:
    """Whether a line's words name a date column and a money column, and most of its words are column names."""
    named = [roles_of(cell) for cell in line.cells if cell and len(cell) < 60]
    if len(named) < 2 or any(date_parts(cell) is not None or looks_like_amount(cell) for cell in line.cells):
        return False
    dates = [index for index, roles in enumerate(named) if _DATE_ROLES & set(roles)]
    money = [index for index, roles in enumerate(named) if _MONEY_ROLES & set(roles)]
    if not any(one != two for one in dates for two in money):
        return False
    return sum(1 for roles in named if roles) * 2 >= len(named)


def is_data(line: Line) -> bool:
    """Whether a line holds a date and an amount, each a whole cell."""
    dated = [cell for cell in line.cells if cell and date_parts(cell) is not None]
    return bool(dated) and any(cell not in dated and looks_like_amount(cell) for cell in line.cells)


def _filled(line: Line) -> int:
    return sum(1 for cell in line.cells if cell)


def _unheaded(lines: Sequence[Line]) -> Section:
    """Without a telling header: the line of words above the first row may still be one."""
    first = _first_row(lines)
    if first is None:
        return _rowless(lines)
    above = lines[first - 1] if first else None
    if above is not None and _is_wordy(above, lines[first]):
        return Section(tuple(lines[: first - 1]), above, tuple(lines[first:]))
    return Section(tuple(lines[:first]), None, tuple(lines[first:]))


def _first_row(lines: Sequence[Line]) -> int | None:
    """The first line with a day and an amount whose day stands and is written as on most such lines."""
    data = [(index, _day_place(line)) for index, line in enumerate(lines[:_TOP]) if is_data(line)]
    if not data:
        return None
    usual = Counter(place for _, place in reversed(data)).most_common(1)[0][0]  # of equals the one nearer the rows
    return next(index for index, place in data if place == usual)


def _day_place(line: Line) -> tuple[int, bool]:
    """The column of a line's first day, and whether that is written year first."""
    found = ((index, date_parts(cell)) for index, cell in enumerate(line.cells) if cell)
    return next((index, parts.order is not None) for index, parts in found if parts is not None)


def _rowless(lines: Sequence[Line]) -> Section:
    """No line is a row: the line with the most column names is shown as the header, if there is one."""
    best = max(range(min(len(lines), _TOP)), key=lambda index: _named(lines[index]), default=0)
    if not lines or _named(lines[best]) < 2:
        return Section(tuple(lines), None, ())
    return Section(tuple(lines[:best]), lines[best], tuple(lines[best + 1 :]))


def _named(line: Line) -> int:
    return sum(1 for cell in line.cells if len(cell) < 40 and roles_of(cell))


def _is_wordy(line: Line, row: Line) -> bool:
    """Words only, hardly one twice, about as many as the row below has cells."""
    words = [folded(cell) for cell in line.cells if cell]
    if len(words) < 2 or len(set(words)) * 5 < len(words) * 4 or len(words) * 2 < _filled(row):
        return False
    return not any(
        looks_like_amount(cell) or date_parts(cell) is not None or is_masked_card(cell) for cell in line.cells
    )
