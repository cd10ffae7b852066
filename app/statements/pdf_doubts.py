"""Lines in a table of rows whose date or amount stands in its place and can't be read: none goes without a word."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from app.statements.locale_months import month_number
from app.statements.pdf_balances import is_balance_text
from app.statements.pdf_cells import (
    ASIDE,
    DATE_MARKS,
    EDGE,
    ROOM,
    Cell,
    Place,
    TableLine,
    lines_of_rows,
    places_named,
    places_of_dates,
)
from app.statements.pdf_damage import is_damaged_date, is_damaged_money, is_nearly_figures
from app.statements.pdf_fields import date_at
from app.statements.pdf_lines import ScannedLine
from app.statements.pdf_row_builder import Part, PrintedRow
from app.statements.pdf_words import Points, Word
from app.statements.table_flags import is_total

_TAIL = ",;*"
_MINUS = "-−–—"
_SIGNS = f"+{_MINUS}"
_ODD = 10
"""One line in so many may lack what all others have, for its cell to be odd."""
_FIGURES = 5
_SHORT = 2
_WIDE = 1.6  # no money
_WIDEST = 70.0  # no money: points that a word in the place of an amount may be wide
_YEAR = re.compile(r"(19|20)\d\d", re.ASCII)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A line that looks like a row: number and page, what can't be read, `date` or `amount`, and what stands there."""

    line: int
    page: int
    what: str
    text: str
    column: str


@dataclass(frozen=True, slots=True)
class _Table:
    """Where the cells of a part stand, and which of them nearly all of its rows fill."""

    days: Sequence[Place]
    sources: Sequence[Place]
    balances: Sequence[Place]
    named: Sequence[Place]
    text: Points
    """Where the texts of its rows begin."""
    always_dated: bool
    always_paid: bool
    always_balanced: bool


def doubts_in(
    part: Part,
    lines: Mapping[int, ScannedLine],
    *,
    columns: tuple[Sequence[int], Sequence[int]],
    beside: Sequence[PrintedRow] = (),
) -> Iterator[Doubt]:
    """The lines of a part, and those right above and below its rows, that should be rows and can't be read.

    `columns` are those of amounts and of balances; `beside` are the rows of all parts, which say where the dates stand
    where this one has too few.
    """
    days = places_of_dates(part, beside)
    near = list(lines_of_rows(part, lines)) if days else []
    if not near:
        return
    sources, balances = ([_place(part, index) for index in indexes] for indexes in columns)
    dated = [line for line in near if (cell := line.cell(days[0])) is not None and line.date_in(cell) is not None]
    paid = [line for line in near if line.has_amount(sources)]
    days_read = {line.one.line.number for line in dated}
    table = _Table(
        days,
        sources,
        balances,
        places_named(part),
        text=median(row.text_left for row in part.rows if row.dated),
        always_dated=_nearly_all(line.one.line.number in days_read for line in paid),
        always_paid=_nearly_all(line.has_amount(sources) for line in dated),
        always_balanced=_nearly_all(line.has_amount(balances) for line in dated),
    )
    for line in near:
        date = _date_doubt(line, table) or _second_doubt(line, table)
        amount = _money_doubt(line, table) if line.row is not None or line.one.money else None
        yield from (doubt for doubt in (date, amount) if doubt is not None)


def _place(part: Part, index: int) -> Place:
    column = part.columns[index]
    return Place(column.left, column.right, column.name)


def _nearly_all(found: Iterator[bool]) -> bool:
    every = list(found)
    missing = every.count(False)
    return every.count(True) >= 2 and missing <= max(1, len(every) // _ODD)


def _doubt(line: TableLine, what: str, *, cell: Cell, place: Place) -> Doubt:
    return Doubt(line.one.line.number, line.one.line.page, what, cell.text, place.name)


def _date_doubt(line: TableLine, table: _Table) -> Doubt | None:
    """A word in the place of the dates that looks like one, or anything else there on a line with an amount."""
    place = table.days[0]
    cell = line.cell(place)
    if cell is None or _is_read(line, cell) or (_YEAR.fullmatch(cell.text) and not table.always_dated):
        return None
    if abs(cell.words[0].left - place.left) > ASIDE and abs(cell.words[-1].right - place.right) > EDGE:
        return None
    text = line.one.text
    if is_total(text) or is_balance_text(text):
        return None
    return _doubt(line, "date", cell=cell, place=place) if _was_date(line, cell, table=table) else None


def _was_date(line: TableLine, cell: Cell, *, table: _Table) -> bool:
    paid = line.has_amount(table.sources)
    text = f"{cell.text}{line.torn_off(cell)}"
    figures = sum(map(str.isdigit, text))
    alike = is_damaged_date(cell.text.rstrip(_TAIL), table.days[0].shapes) and _may_be_date(cell, figures)
    marked = any(mark in text for mark in DATE_MARKS) and figures > 0
    rest = line.behind(cell)
    in_text = bool(rest) and abs(rest[0].left - table.text) <= EDGE
    ends = cell.after >= ROOM or (table.always_dated and (figures > 0 or in_text))
    apart = ends and cell.before >= ROOM and any(map(str.isalpha, " ".join(word.text for word in rest)))
    if (alike and (paid or marked)) or (paid and table.always_dated and _runs_into_date(line, cell)):
        return True
    named = figures > 0 and table.always_dated and any(_is_month(word) for word in cell.words)
    return paid and (
        (apart and (figures > 0 or table.always_dated))
        or (figures >= _FIGURES and (marked or table.always_dated))
        or named
    )


def _runs_into_date(line: TableLine, cell: Cell) -> bool:
    """Whether a line begins with figures that more run on from, as a day does that stands there twice."""
    end = len(line.one.line.words) - len(line.behind(cell))
    text = "".join(word.text for word in line.one.line.words[:end])
    return cell.first == 0 and cell.text[0].isdigit() and sum(map(str.isdigit, text)) > _FIGURES


def _may_be_date(cell: Cell, figures: int) -> bool:
    return figures > 0 or any(_is_month(word) for word in cell.words)


def _is_month(word: Word) -> bool:
    return month_number(word.text.strip(".,")) is not None


def _is_read(line: TableLine, cell: Cell) -> bool:
    """Whether a date is read from a cell, and no other part of a date stands beside it."""
    span = line.date_in(cell)
    if span is None:
        return False
    rest = [word for word in cell.words if word.right <= span[0] or word.left >= span[1]]
    if any(_is_month(word) or (len(word.text) <= 3 and any(map(str.isdigit, word.text))) for word in rest):
        return False
    before = [word for word in rest if word.right <= span[0] and any(map(str.isdigit, word.text))]
    return all(date_at([word], 0) is not None for word in before)


def _second_doubt(line: TableLine, table: _Table) -> Doubt | None:
    """A word in the place of the second dates that looks like one, on a row that has only its first."""
    if len(table.days) < 2 or not line.begins or line.row is None or len(line.row.dates) > 1:
        return None
    place = table.days[1]
    cell = line.cell(place)
    if cell is None or _is_read(line, cell) or not is_damaged_date(cell.text.rstrip(_TAIL), place.shapes):
        return None
    return _doubt(line, "date", cell=cell, place=place)


def _money_doubt(line: TableLine, table: _Table) -> Doubt | None:
    """Words that stand free in a column of amounts and are no amount, or figures that stand close to one."""
    day = line.cell(table.days[0])
    begins = day is not None and line.date_in(day) is not None
    odd_amount = begins and table.always_paid and not line.has_amount(table.sources)
    odd_balance = begins and table.always_balanced
    for places, odd in ((table.sources, odd_amount), (table.balances, odd_balance), (table.named, odd_amount)):
        for place in places:
            cell = line.cell(place)
            if cell is None or (day is not None and cell.first == day.first):
                continue
            if line.has_amount([place]):
                doubtful = begins and _is_crowded(line, place, day=day, others=_others(table, place))
                doubtful |= begins and _is_followed(line, place)
            else:
                doubtful = _is_odd(line, cell, place=place, day=day) if odd else False
                doubtful |= cell.before >= ROOM and _was_money(
                    line, cell, place=place, bare=begins and not line.amounts
                )
            if doubtful:
                return _doubt(line, "amount", cell=cell, place=place)
    return None


def _others(table: _Table, place: Place) -> list[Place]:
    return [other for other in (*table.sources, *table.balances) if other is not place]


def _is_crowded(line: TableLine, place: Place, *, day: Cell | None, others: Sequence[Place]) -> bool:
    """Whether figures or signs stand right before an amount, `3 ,98` or `-- 3,98`: it may be only a part of it."""
    words = line.one.line.words
    for money in line.amounts:
        before = words[money.first - 1] if money.first and place.holds(money) else None
        if before is None or (day is not None and money.first - 1 < day.first + len(day.words)):
            continue
        closing = next((other for other in line.amounts if other.end == money.first), None)
        if closing is not None and any(one.holds(closing) for one in others):
            continue
        gap = (words[money.first].left - before.right) / before.size
        is_part = closing is not None or _is_mostly_figures(before.text) or _ends_in_sign(before.text)
        if gap < ROOM and before.right > place.left - ASIDE and is_part:
            return True
    return False


def _is_followed(line: TableLine, place: Place) -> bool:
    """Whether figures stand right behind an amount in its own column, `7.92 7.92`: nothing says which counts."""
    words = line.one.line.words
    for money in line.amounts:
        after = words[money.end] if place.holds(money) and money.end < len(words) else None
        if after is not None and after.right <= place.right + EDGE and _is_mostly_figures(after.text):
            return (after.left - words[money.end - 1].right) / after.size < ROOM
    return False


def _ends_in_sign(text: str) -> bool:
    """Whether a sign or a decimal mark stands alone or among marks, `-/.`, or a minus beside letters, `X-`, `-o`.

    It may be of the amount behind it.
    """
    alone = not any(map(str.isalnum, text)) and any(sign in text for sign in f"{_SIGNS}.,'")
    return alone or text[-1] in _MINUS or (text[0] in _SIGNS and len(text) <= _SHORT)


def _is_mostly_figures(text: str) -> bool:
    return any(map(str.isdigit, text)) and sum(map(str.isdigit, text)) >= sum(map(str.isalpha, text))


def _is_odd(line: TableLine, cell: Cell, *, place: Place, day: Cell | None) -> bool:
    """Whether a cell where all other rows have an amount is no end of a long text, and no line of a balance."""
    words = line.one.line.words
    first = cell.first
    while first and (words[first].left - words[first - 1].right) / words[first].size < ROOM:
        first -= 1
    wide = cell.words[-1].right - words[first].left > max(_WIDE * (place.right - place.left), _WIDEST)
    text = "".join(word.text for word in words[first : cell.first + len(cell.words)])
    wide &= not _is_mostly_figures(text)
    return not wide and not (day is not None and first <= day.first) and not _is_named(line, cell, day=day)


def _is_named(line: TableLine, cell: Cell, *, day: Cell | None) -> bool:
    """Whether the words before a cell name a balance, or a total on a line without a date: it has no amount."""
    start = day.first + len(day.words) if day is not None else 0
    text = " ".join(word.text for word in line.one.line.words[start : cell.first])
    dated = day is not None and line.date_in(day) is not None
    return bool(is_balance_text(text)) or (is_total(text) and not dated)


def _was_money(line: TableLine, cell: Cell, *, place: Place, bare: bool) -> bool:
    aligned = abs(cell.words[-1].right - place.right) <= EDGE or abs(cell.words[0].left - place.left) <= EDGE
    strict = is_damaged_money(cell.text) and (line.begins or bool(line.amounts) or aligned)
    return strict or (bare and is_nearly_figures(cell.text))
