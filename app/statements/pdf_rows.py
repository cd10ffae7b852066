"""The rows of a printed table: a date, its amounts by column, and its text over as many lines as it takes."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.statements.pdf_balances import is_balance_text
from app.statements.pdf_columns import MoneyColumn, columns_of, standing
from app.statements.pdf_date_column import dates_of_rows, without_dates
from app.statements.pdf_fields import PrintedDate, PrintedMoney, is_mark
from app.statements.pdf_headers import Header, headers_in, heading_way, says_nothing_moved
from app.statements.pdf_lines import ScannedLine
from app.statements.pdf_words import Points, phrases
from app.statements.table_flags import is_total
from app.statements.table_words import Role

_AMOUNTS = frozenset({Role.AMOUNT, Role.DEBIT, Role.CREDIT, Role.NET, Role.GROSS})
_MOST_TEXT_LINES = 8
_LINE_GAP = 2.3  # no money: text sizes between the lines of one row
_LEFT = 10.0  # no money


@dataclass(slots=True)
class PrintedRow:
    """One row as printed: line number, dates, amounts by column index of its part, texts, the heading above."""

    number: int
    page: int
    part: int
    dates: tuple[PrintedDate, ...]
    dated: bool
    """False where the date stands on an earlier row and is not printed again."""
    money: dict[int, str]
    texts: list[str]
    heading: str
    lines: list[int] = field(default_factory=list)
    baseline: Points = 0.0  # no money
    text_left: Points = 0.0  # no money


@dataclass(slots=True)
class Part:
    """The rows below one header."""

    header: Header | None
    columns: tuple[MoneyColumn, ...] = ()
    rows: list[PrintedRow] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The words of its header."""
        return self.header.name if self.header is not None else ""

    @property
    def is_headed(self) -> bool:
        """Whether its header names a date and a column of amounts that are no balances."""
        amounts = any(column.role in _AMOUNTS for column in self.columns)
        return self.header is not None and bool(self.header.date_columns()) and amounts


@dataclass(slots=True)
class PrintedTable:
    """The parts that hold transactions, and the lines that belong to none of their rows."""

    parts: list[Part]
    others: list[ScannedLine]

    @property
    def rows(self) -> list[PrintedRow]:
        """The rows of all parts in the order printed."""
        return [row for part in self.parts for row in part.rows]


def read_printed(lines: Sequence[ScannedLine]) -> PrintedTable:
    """Find the parts, their columns and their rows."""
    headers = headers_in(lines)
    dates = dates_of_rows(_groups(lines, headers))
    lines = [without_dates(one, dates.get(one.line.number)) for one in lines]
    groups = _groups(lines, headers)
    parts: list[Part] = []
    before: tuple[MoneyColumn, ...] = ()
    heading = ""
    title = ""
    for header, group in groups:
        is_open = header is not None and says_nothing_moved(title)
        title = group[-1].text if group else ""
        if is_open:
            continue
        rows = [one for one in group if one.line.number in dates and standing(one)]
        rows += _below(group, dates)
        columns = columns_of(rows, header) if rows else ()
        columns = _with_undated(columns, header, undated=_between(group, rows))
        if header is None or not any(column.role for column in columns):
            columns = _inherited(columns, before)
        before = columns if any(column.role for column in columns) else before
        part = Part(header, columns)
        builder = _Builder(part, len(parts), dates=dates, heading=heading)
        for one in group:
            builder.take(one)
        _join_moneyless(part)
        heading = builder.heading
        parts.append(part)
    kept = _transactions(parts)
    taken = {number for part in kept for row in part.rows for number in row.lines}
    return PrintedTable(kept, [one for one in lines if one.line.number not in taken])


def _transactions(parts: Sequence[Part]) -> list[Part]:
    """Parts whose header names a date and an amount; what stands above the first header only where it looks the same.

    Where no header says so, every part with rows.
    """
    filled = [part for part in parts if part.columns and part.rows]
    texts = [part for part in filled if any(row.texts for row in part.rows)]
    filled = texts if len(texts) < len(filled) and any(part.is_headed for part in texts) else filled
    strong = [part for part in filled if part.is_headed]
    if not strong:
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
    for one in lines:
        if one.line.number not in named:
            groups[-1][1].append(one)
        header = headers.get(one.line.number)
        before = groups[-1][0]
        if header is not None and (before is None or not before.is_again(header)):
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


def _join_moneyless(part: Part) -> None:
    """A dated line without an amount right below a row, such as its value date, goes on with the row's text."""
    kept: list[PrintedRow] = []
    for row in part.rows:
        above = kept[-1] if kept else None
        if not row.money and above is not None and above.money and row.lines[0] == above.lines[-1] + 1:
            above.texts += row.texts
            above.lines += row.lines
        else:
            kept.append(row)
    part.rows[:] = kept


def _inherited(columns: tuple[MoneyColumn, ...], before: tuple[MoneyColumn, ...]) -> tuple[MoneyColumn, ...]:
    """Columns without words over them take those of the part before where they stand in the same place."""
    result = []
    for column in columns:
        same = next((old for old in before if min(old.right, column.right) - max(old.left, column.left) > 0), None)
        name, role = (same.name, same.role) if same is not None else (column.name, column.role)
        result.append(MoneyColumn(column.left, column.right, name, role))
    return tuple(result)


class _Builder:
    """Takes the lines of one part in order and makes rows of them."""

    def __init__(self, part: Part, index: int, *, dates: dict[int, tuple[PrintedDate, ...]], heading: str) -> None:
        self._part = part
        self._index = index
        self._dates = dates
        self.heading = heading

    def take(self, one: ScannedLine) -> None:
        """Begin a row, go on with one, or put the line aside."""
        dates = self._dates.get(one.line.number)
        last = self._part.rows[-1] if self._part.rows else None
        money = self._money(one)
        if dates is not None:
            self._begin(one, dates, money=money, dated=True)
        elif last is not None and self._goes_on(one, last):
            self._go_on(one, last, money=money)
        else:
            self._aside(one)

    def _money(self, one: ScannedLine) -> dict[int, PrintedMoney]:
        found: dict[int, PrintedMoney] = {}
        for money in standing(one):
            place = next((i for i, column in enumerate(self._part.columns) if column.holds(money)), None)
            if place is not None:
                found.setdefault(place, money)
        return found

    def _begin(
        self, one: ScannedLine, dates: tuple[PrintedDate, ...], *, money: dict[int, PrintedMoney], dated: bool
    ) -> None:
        row = PrintedRow(
            number=one.line.number,
            page=one.line.page,
            part=self._index,
            dates=dates,
            dated=dated,
            money={place: found.text for place, found in money.items()},
            texts=[],
            heading=self.heading,
        )
        if not dated:
            row.text_left = self._part.rows[-1].text_left
        self._add_text(one, row, money=money, skip=dates if dated else ())
        if row.texts and is_total(row.texts[0]):
            self.heading = row.texts[0].split(maxsplit=1)[-1]
        self._part.rows.append(row)

    def _goes_on(self, one: ScannedLine, row: PrintedRow) -> bool:
        """Close below the row, on its page, and not left of its text: else it is a heading or a footer."""
        money = self._money(one)
        same = one.line.page == row.page or (one.line.page == row.page + 1 and bool(money) and bool(row.money))
        if not money and row.texts and is_total(row.texts[0]):
            return False
        if money and not row.money and is_balance_text(self._bare_text(one, money)):
            return False
        near = one.line.baseline - row.baseline <= _LINE_GAP * max(one.line.size, 6.0)  # no money
        near = near or one.line.page != row.page
        left = min(row.dates[0].left, row.text_left or row.dates[0].left) - _LEFT
        inside = one.line.words[0].left >= left if row.money else True
        beside = row.text_left == 0.0 or one.line.words[0].left >= row.text_left - _LEFT  # no money
        return same and near and (beside if not money else inside) and len(row.texts) < _MOST_TEXT_LINES

    def _go_on(self, one: ScannedLine, row: PrintedRow, *, money: dict[int, PrintedMoney]) -> None:
        if not money and is_mark(one.text) and len(row.money) == 1:
            row.money = {place: f"{text} {one.text}" for place, text in row.money.items()}
            row.lines.append(one.line.number)
        elif not money:
            self._add_text(one, row, money={})
        elif not row.money:
            row.money = {place: found.text for place, found in money.items()}
            self._add_text(one, row, money=money)
        else:
            self._begin(one, row.dates, money=money, dated=False)

    @staticmethod
    def _bare_text(one: ScannedLine, money: dict[int, PrintedMoney]) -> str:
        taken = {index for found in money.values() for index in range(found.first, found.end)}
        return " ".join(word.text for index, word in enumerate(one.line.words) if index not in taken)

    def _aside(self, one: ScannedLine) -> None:
        if one.money or len(phrases(one.line.words)) > 2:
            return
        if heading_way(one.text, card=True) or heading_way(one.text, card=False):
            self.heading = one.text

    def _add_text(
        self, one: ScannedLine, row: PrintedRow, *, money: dict[int, PrintedMoney], skip: Sequence[PrintedDate] = ()
    ) -> None:
        spans = [(found.first, found.end) for found in skip] + [(found.first, found.end) for found in money.values()]
        taken = {index for first, end in spans for index in range(first, end)}
        words = [word for index, word in enumerate(one.line.words) if index not in taken]
        row.baseline = one.line.baseline
        row.lines.append(one.line.number)
        if words:
            row.texts.append("  ".join(phrase.text for phrase in phrases(words)))
            row.text_left = min(row.text_left or words[0].left, words[0].left)
