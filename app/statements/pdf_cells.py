"""The cells of a printed table: what of a line stands in a column of dates or amounts, read or not."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.statements.pdf_columns import standing
from app.statements.pdf_damage import shape_of
from app.statements.pdf_fields import PrintedDate, PrintedMoney, date_at
from app.statements.pdf_headers import MONEY_ROLES, money_role
from app.statements.pdf_lines import ScannedLine
from app.statements.pdf_row_builder import Part, PrintedRow
from app.statements.pdf_words import Points, Word

EDGE = 3.5  # no money: points by which a cell may stand off its column
ASIDE = 14.0  # no money: points by which a date may stand off the column of dates
ROOM = 0.7  # no money: text sizes of space beside a cell
DATE_MARKS = "./-"
_LINE_GAP = 2.3  # no money: text sizes between the lines of one row
_MOST_SHAPES = 12
_MOST_ABOVE = 8
"""Lines above the first row read that may be a row with its texts."""
_FEW = 3
"""Rows of a part below which the other parts say where dates stand."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the dates, or the amounts, of a part stand, the words over them, and what its dates look like."""

    left: Points
    right: Points
    name: str
    shapes: frozenset[str] = frozenset()

    def holds(self, money: PrintedMoney) -> bool:
        """Whether an amount stands here."""
        overlaps = min(self.right, money.right) > max(self.left, money.left)
        return overlaps or abs(self.right - money.right) <= EDGE


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of a line that stand in a column, and the space on both sides in text sizes."""

    words: tuple[Word, ...]
    first: int
    before: Points
    after: Points

    @property
    def text(self) -> str:
        """As printed."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True)
class TableLine:
    """A line in or beside the rows of a part; `row` is the one it belongs to."""

    one: ScannedLine
    row: PrintedRow | None

    @property
    def begins(self) -> bool:
        """Whether a row with a date of its own was read from it."""
        return self.row is not None and self.row.dated and self.row.number == self.one.line.number

    @cached_property
    def amounts(self) -> list[PrintedMoney]:
        """The amounts that stand free."""
        return standing(self.one)

    def has_amount(self, places: Sequence[Place]) -> bool:
        """Whether an amount stands in one of the columns."""
        return any(place.holds(money) for place in places for money in self.amounts)

    def cell(self, place: Place) -> Cell | None:
        """What stands in a column: the words that share its middle, theirs within it, or an edge with it."""
        words = self.one.line.words
        inside = [index for index, word in enumerate(words) if _within(word, place)]
        if not inside:
            return None
        first, end = inside[0], inside[-1] + 1
        size = words[first].size
        before = (words[first].left - words[first - 1].right) / size if first else float("inf")  # no money
        after = (words[end].left - words[end - 1].right) / size if end < len(words) else float("inf")  # no money
        return Cell(words[first:end], first, before, after)

    def date_in(self, cell: Cell) -> tuple[Points, Points] | None:
        """From where to where the date in a cell reaches; None where none can be read."""
        if self.begins and self.row is not None:
            for day in self.row.dates:
                if day.left < cell.words[-1].right and day.right > cell.words[0].left:
                    return day.left, day.right
        dates = (date_at(self.one.line.words, cell.first + place) for place in range(len(cell.words)))
        found = next((day for day in dates if day is not None), None)
        return None if found is None else (found.left, found.right)

    def behind(self, cell: Cell) -> Sequence[Word]:
        """The words behind a cell and what runs on from it."""
        words, end = self.one.line.words, cell.first + len(cell.words)
        while end < len(words) and (words[end].left - words[end - 1].right) / words[end].size < ROOM:
            end += 1
        return words[end:]

    def torn_off(self, cell: Cell) -> str:
        """The word right behind a cell where a mark of dates joins them, `10 .02.2025`, `10. 02.2025`; else nothing."""
        after = self.one.line.words[cell.first + len(cell.words) :][:1]
        joined = bool(after) and cell.after < ROOM and (after[0].text[:1] in DATE_MARKS or cell.text[-1:] in DATE_MARKS)
        return after[0].text if joined else ""


def _within(word: Word, place: Place) -> bool:
    middle = place.left - EDGE <= (word.left + word.right) / 2 <= place.right + EDGE
    covers = word.left < place.left and word.right > (place.left + place.right) / 2
    return middle or covers or abs(word.left - place.left) <= EDGE or abs(word.right - place.right) <= EDGE


def lines_of_rows(part: Part, lines: Mapping[int, ScannedLine]) -> Iterator[TableLine]:
    """The lines of a part's rows, those from its header to the first one, and others right above or below one of them.

    `lines` are all lines by number.
    """
    header = part.header.numbers if part.header is not None else frozenset()
    rows = {number: row for row in part.rows for number in row.lines}
    first = _first(lines, min(rows), header=header)
    for number in range(first, max(rows) + 2):
        one, row = lines.get(number), rows.get(number)
        if one is None or number in header:
            continue
        beside = (lines[other] for other in (number - 1, number + 1) if other in rows)
        if row is not None or number < min(rows) or any(_adjoins(one, other) for other in beside):
            yield TableLine(one, row)


def _first(lines: Mapping[int, ScannedLine], number: int, *, header: Collection[int]) -> int:
    """The number of the first of the lines that stand close together above a row, below its header."""
    for above in range(number - 1, number - 1 - _MOST_ABOVE, -1):
        if above not in lines or above in header or not _adjoins(lines[above], lines[above + 1]):
            return above + 1
    return number - _MOST_ABOVE


def _adjoins(one: ScannedLine, other: ScannedLine) -> bool:
    gap = abs(one.line.baseline - other.line.baseline)
    return one.line.page == other.line.page and gap <= _LINE_GAP * max(one.line.size, 6.0)  # no money


def places_of_dates(part: Part, beside: Sequence[PrintedRow]) -> list[Place]:
    """The columns of the rows' first dates and, where most rows have two, of their second ones."""
    dated = [row.dates for row in part.rows if row.dated]
    if len(dated) < _FEW:
        own = [day.left for dates in dated for day in dates]
        dated += [row.dates for row in beside if row.dated and any(abs(row.dates[0].left - at) <= ASIDE for at in own)]
    found = []
    for place in (0, 1):
        dates = [dates[place] for dates in dated if len(dates) > place]
        if dates and len(dates) * 2 >= len(dated):
            found.append(_place_of(dates, part))
    return found


def _place_of(dates: Sequence[PrintedDate], part: Part) -> Place:
    left, right = min(day.left for day in dates), max(day.right for day in dates)
    words = part.header.date_columns() if part.header is not None else []
    name = next((word.text for _, word in words if word.left < right and word.right > left), "")
    shapes = Counter(shape_of(day.text) for day in dates)
    return Place(left, right, name, frozenset(shape for shape, _ in shapes.most_common(_MOST_SHAPES)))


def places_named(part: Part) -> list[Place]:
    """The columns of amounts of which only the header speaks: no amount stands in them."""
    words = part.header.columns if part.header is not None else ()
    return [
        Place(word.left - ASIDE, word.right + EDGE, word.text)
        for word in words
        if money_role(word.text) in MONEY_ROLES
        and all(word.right < column.left or word.left > column.right for column in part.columns)
    ]
