"""One part of a printed table: its lines, taken in order, become rows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.statements.pdf_balances import is_balance_text
from app.statements.pdf_columns import MoneyColumn, standing
from app.statements.pdf_date_column import date_under
from app.statements.pdf_fields import PrintedDate, PrintedMoney, is_mark
from app.statements.pdf_headers import Header
from app.statements.pdf_headings import is_heading
from app.statements.pdf_lines import ScannedLine
from app.statements.pdf_words import Points, Word, phrases
from app.statements.table_flags import is_total
from app.statements.table_words import Role

_AMOUNTS = frozenset({Role.AMOUNT, Role.DEBIT, Role.CREDIT, Role.NET, Role.GROSS})
_TOTALLING = re.compile(r"\btotal", re.IGNORECASE)
"""What stands beside a heading may tell the sum of its rows: `4 items totaling $649.06`."""
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
    beyond: list[str] = field(default_factory=list)
    """What stands on its lines right of the table: a box with other things."""
    baseline: Points = 0.0  # no money
    text_left: Points = 0.0  # no money
    late: PrintedDate | None = None
    """The day of booking, where its column stands right of the amounts."""


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


def join_moneyless(part: Part) -> None:
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


def _edge_of(part: Part) -> Points:
    """Where the table ends on its right: what stands beyond its last amounts is no text of a row.

    Unless the header names a column there.
    """
    right = max((column.right for column in part.columns), default=0.0)  # no money
    words = part.header.columns if part.header is not None else ()
    return right if words and all(word.left <= right for word in words) else float("inf")  # no money


def _late_column(part: Part) -> Word | None:
    """The word for the day of booking that stands right of all amounts, where another one stands left of them."""
    right = max((column.right for column in part.columns), default=0.0)  # no money
    named = part.header.date_columns() if part.header is not None else []
    late = next((word for role, word in named if role is Role.BOOKED and word.left + word.right >= 2 * right), None)
    return late if any(role is Role.MADE and word.right < right for role, word in named) else None


class RowBuilder:
    """Takes the lines of one part in order and makes rows of them."""

    def __init__(self, part: Part, index: int, *, dates: dict[int, tuple[PrintedDate, ...]], heading: str) -> None:
        self._part = part
        self._index = index
        self._dates = dates
        self._edge = _edge_of(part)
        self._late = _late_column(part)
        self.heading = heading
        self._summed = ""
        """What a total says of the rows below it that print no date of their own."""

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
            held = [
                (abs(column.right - money.right), i)
                for i, column in enumerate(self._part.columns)
                if column.holds(money)
            ]
            if held:
                found.setdefault(min(held)[1], money)
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
            heading=self.heading if dated or not self._summed else self._summed,
        )
        if not dated:
            row.text_left = self._part.rows[-1].text_left
        elif self._late is not None:
            row.late = date_under(one.line, self._late)
        late = () if row.late is None else (row.late,)
        self._add_text(one, row, money=money, skip=(*dates, *late) if dated else ())
        if row.texts and is_total(row.texts[0]):
            rest = row.texts[0].split(maxsplit=1)[-1]
            self._summed = rest if is_heading(rest) else ""
        elif dated:
            self._summed = ""
        self._part.rows.append(row)

    def _goes_on(self, one: ScannedLine, row: PrintedRow) -> bool:
        """Close below the row, on its page, and not left of its text: else it is a heading or a footer."""
        money = self._money(one)
        same = one.line.page == row.page or (one.line.page == row.page + 1 and bool(money) and bool(row.money))
        summed = not row.dated and bool(row.texts) and is_total(row.texts[0])
        if not money and (summed or one.line.words[0].left > self._edge):
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
        cells = phrases(one.line.words)
        summed = bool(one.money) and len(cells) == 2 and _TOTALLING.search(cells[1].text) is not None
        if (one.money and not summed) or len(cells) > 2:
            return
        title = cells[0].text if summed else one.text
        if is_heading(title):
            self.heading = title

    def _add_text(
        self, one: ScannedLine, row: PrintedRow, *, money: dict[int, PrintedMoney], skip: Sequence[PrintedDate] = ()
    ) -> None:
        spans = [(found.first, found.end) for found in skip] + [(found.first, found.end) for found in money.values()]
        taken = {index for first, end in spans for index in range(first, end)}
        words = [word for index, word in enumerate(one.line.words) if index not in taken and word.left <= self._edge]
        row.beyond += [" ".join(word.text for word in one.line.words if word.left > self._edge)]
        row.baseline = one.line.baseline
        row.lines.append(one.line.number)
        if words:
            row.texts.append("  ".join(phrase.text for phrase in phrases(words)))
            row.text_left = min(row.text_left or words[0].left, words[0].left)
