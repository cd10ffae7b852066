"""The rows of a printed table: a date, its amounts by column, and its text over as many lines as it takes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from app.statements.pdf_columns import MoneyColumn, columns_of, standing
from app.statements.pdf_date_column import dates_of_rows, without_dates
from app.statements.pdf_fields import PrintedDate
from app.statements.pdf_headers import Header, headers_in
from app.statements.pdf_headings import says_nothing_moved
from app.statements.pdf_lines import ScannedLine
from app.statements.pdf_row_builder import Part, PrintedRow, RowBuilder, join_moneyless
from app.statements.pdf_tails import without_tail

_LEFT = 10.0  # no money


@dataclass(frozen=True, slots=True)
class LeftTable:
    """A table that is left out: page and number of its first line, the words above it, its lines with an amount."""

    page: int
    line: int
    title: str
    count: int
    is_doubtful: bool = False
    """Whether it has a column of texts, and most of its rows have one, as transactions do."""


@dataclass(slots=True)
class PrintedTable:
    """The parts that hold transactions, and the lines that belong to none of their rows."""

    parts: list[Part]
    others: list[ScannedLine]
    left: list[LeftTable] = field(default_factory=list)
    """Tables with dates and amounts that hold no transactions."""

    @property
    def rows(self) -> list[PrintedRow]:
        """The rows of all parts in the order printed."""
        return [row for part in self.parts for row in part.rows]


def read_printed(lines: Sequence[ScannedLine], *, wide: bool = False) -> PrintedTable:
    """Find the parts, their columns and their rows; `wide` keeps parts whose header names no amounts too."""
    headers = headers_in(lines)
    dates = dates_of_rows(_groups(lines, headers))
    lines = [without_dates(one, dates.get(one.line.number)) for one in lines]
    groups = _groups(lines, headers)
    parts: list[Part] = []
    before: tuple[MoneyColumn, ...] = ()
    heading = ""
    above: ScannedLine | None = None
    unmoved = ""
    left: list[LeftTable] = []
    for header, every in groups:
        unmoved = _unmoved(header, above, before=unmoved)
        title = above.text if above is not None else ""
        above = every[-1] if every else None
        if unmoved:
            left += _left_below(every, dates, title=title)
            continue
        group = without_tail(every, dates)
        rows = [one for one in group if one.line.number in dates and standing(one)]
        rows += _below(group, dates)
        over = None if header is None or header.sums_up else header
        columns = columns_of(rows, over) if rows else ()
        columns = _with_undated(columns, over, undated=_between(group, rows))
        if over is None or not any(column.role for column in columns):
            columns = _inherited(columns, before)
        before = columns if any(column.role for column in columns) else before
        part = Part(header, columns)
        builder = RowBuilder(part, len(parts), dates=dates, heading=heading)
        for one in group:
            builder.take(one)
        join_moneyless(part)
        heading = builder.heading
        parts.append(part)
    kept = _transactions(parts, wide=wide)
    taken = {number for part in kept for row in part.rows for number in row.lines}
    left += [_left(part) for part in parts if _is_table(part) and all(part is not one for one in kept)]
    return PrintedTable(kept, [one for one in lines if one.line.number not in taken], left)


def _left_below(lines: Sequence[ScannedLine], dates: Collection[int], *, title: str) -> list[LeftTable]:
    """What is left out of the lines below a title that says that nothing moved; the next block has no title."""
    held = [one.line for one in lines if one.line.number in dates and one.money]
    return [LeftTable(held[0].page, held[0].number, title, len(held))] if held and not title[-1:].isdigit() else []


def _is_table(part: Part) -> bool:
    """Whether a part has dates below a header, and amounts."""
    return part.header is not None and any(row.dated and row.money for row in part.rows)


def _left(part: Part) -> LeftTable:
    first = part.rows[0]
    names = " | ".join(column.text for column in part.header.columns) if part.header is not None else ""
    told = sum(1 for row in part.rows if any(map(str.isalpha, "".join(row.texts))))
    count = sum(1 for row in part.rows if row.money)
    doubtful = part.header is not None and part.header.names_texts and count > 1 and 2 * told > len(part.rows)
    return LeftTable(first.page, first.number, names, count, is_doubtful=doubtful)


def _unmoved(header: Header | None, above: ScannedLine | None, *, before: str) -> str:
    """The header's words where the line above it says that nothing moved, or it is the next block of such rows."""
    if header is None or above is None:
        return ""
    next_block = header.name == before and bool(above.money)
    return header.name if next_block or says_nothing_moved(above.text) else ""


def _transactions(parts: Sequence[Part], *, wide: bool) -> list[Part]:
    """Parts whose header names a date and an amount; what stands above the first header only where it looks the same.

    Where no header says so, every part with rows.
    """
    filled = [part for part in parts if part.columns and part.rows]
    texts = [part for part in filled if any(row.texts for row in part.rows)]
    filled = texts if len(texts) < len(filled) and any(part.is_headed for part in texts) else filled
    filled = [part for part in filled if part.header is None or not part.header.names_rates] or filled
    strong = [part for part in filled if part.is_headed]
    if not strong or wide:
        return filled
    return [part for part in filled if part.is_headed or _looks_like(part, strong)]


def _looks_like(part: Part, strong: Sequence[Part]) -> bool:
    if part.header is not None or len(part.rows) < 2:
        return False
    edges = [(column.left, column.right) for other in strong for column in other.columns]
    lefts = [row.dates[0].left for other in strong for row in other.rows]
    same = all(any(min(c.right, right) > max(c.left, left) for left, right in edges) for c in part.columns)
    return same and any(abs(part.rows[0].dates[0].left - left) < _LEFT / 2 for left in lefts)


def _groups(lines: Sequence[ScannedLine], headers: dict[int, Header]) -> list[tuple[Header | None, list[ScannedLine]]]:
    groups: list[tuple[Header | None, list[ScannedLine]]] = [(None, [])]
    named = {number for header in headers.values() for number in header.numbers}
    above: ScannedLine | None = None
    for one in lines:
        if one.line.number not in named:
            groups[-1][1].append(one)
            above = one
        header = headers.get(one.line.number)
        if header is None:
            continue
        before = groups[-1][0]
        title = above.text if above is not None else ""
        if before is None or says_nothing_moved(title) or not before.is_again(header):
            groups.append((header, []))
    return groups


def _below(group: Sequence[ScannedLine], dates: dict[int, tuple[PrintedDate, ...]]) -> list[ScannedLine]:
    """Lines with an amount right below a dated line without one: the row's amount stands on its last line."""
    found = []
    open_lines = 0
    for one in group:
        if one.line.number in dates:
            open_lines = 0 if one.money else 5
        elif open_lines:
            open_lines -= 1
            if standing(one):
                found.append(one)
                open_lines = 0
    return found


def _between(group: Sequence[ScannedLine], rows: Sequence[ScannedLine]) -> list[ScannedLine]:
    """Lines with amounts from the first dated row on: rows of a day that is printed once."""
    numbers = {row.line.number for row in rows}
    first = min(numbers, default=1 << 40)
    return [one for one in group if one.line.number > first and one.line.number not in numbers and standing(one)]


def _with_undated(
    columns: tuple[MoneyColumn, ...], header: Header | None, *, undated: Sequence[ScannedLine]
) -> tuple[MoneyColumn, ...]:
    """Columns that only lines without a date fill, where the header names them."""
    if header is None or not columns or not undated:
        return columns
    roles = {column.role for column in columns}
    more = [column for column in columns_of(undated, header) if column.role is not None and column.role not in roles]
    apart = [new for new in more if all(min(new.right, old.right) <= max(new.left, old.left) for old in columns)]
    return tuple(sorted((*columns, *apart), key=lambda column: column.left))


def _inherited(columns: tuple[MoneyColumn, ...], before: tuple[MoneyColumn, ...]) -> tuple[MoneyColumn, ...]:
    """Columns without words over them take those of the part before where they stand in the same place."""
    result = []
    for column in columns:
        same = next((old for old in before if min(old.right, column.right) - max(old.left, column.left) > 0), None)
        name, role = (same.name, same.role) if same is not None else (column.name, column.role)
        result.append(MoneyColumn(column.left, column.right, name, role))
    return tuple(result)
