"""Printed statements of many made-up banks: each layout is data, and the rows it must give are known by construction."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from tests.helpers.pdf_writer import PdfWriter

_SHOPS = ("Corner Bakery", "City Water Works", "Green Grocer 24", "Northern Rail", "Book Nook", "Cinema Lux", "Pharmacy 7",
          "Salary ACME Ltd", "Refund Shoe Barn", "Gym Monthly", "Taxi 4711", "Cafe Central", "Hardware & More")  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One transaction: its day, minor units with money out negative, and what is printed."""

    on: date
    amount: int
    text: str
    more: tuple[str, ...] = ()


def rows_from(first: date, count: int = 14, *, step: int = 2, seed: int = 1) -> tuple[Row, ...]:
    """Rows of odd amounts, every fourth or so money in, some with more lines of text."""
    made = []
    for index in range(count):
        size = 137 * (index + seed) * (index + 3) % 90000 + 105
        incoming = index % 4 == 2
        more = ("Reference 00-4711 wrapped", "second line of it") if index % 5 == 3 else ()
        day = first + timedelta(days=index * step)
        made.append(Row(day, size * 3 if incoming else -size, _SHOPS[index % len(_SHOPS)], more))
    return tuple(made)


Day = date
DayWriter = Callable[[date], str]


@dataclass(frozen=True)
class Column:
    """What a column prints, the words over it, where it stands, and whether it is set to the right."""

    holds: str
    """date, value, text, amount, debit, credit, balance, reference, number."""
    words: tuple[str, ...]
    x: float
    right: bool = False


NEW_YEAR = date(2024, 1, 3)


@dataclass(frozen=True)
class Layout:
    """How one made-up bank prints."""

    name: str
    columns: tuple[Column, ...]
    date: DayWriter
    money: Callable[[int], str]
    above: tuple[str, ...] = ()
    """Lines at the top; {first}, {last}, {opening}, {closing} are filled in."""
    opening_line: str = ""
    closing_line: str = ""
    first: Day = NEW_YEAR
    count: int = 14
    opening: int = 250_000
    balance_money: Callable[[int], str] | None = None
    summary: str = ""
    """What is printed of the balances at the top: label and figure, or nothing."""
    rows_a_page: int = 40
    newest_first: bool = False
    ruled: bool = False
    kern: float = 0.0
    header_again: bool = True
    date_once: bool = False
    turned: bool = False
    size: float = 9
    currency: str = "USD"
    order_chosen: str = ""
    gap: float = 14
    amount_on_last_line: bool = False
    pages_text: str = "Page {page}"
    _rows: tuple[Row, ...] = field(default=())

    @property
    def rows(self) -> tuple[Row, ...]:
        """The transactions, oldest first."""
        return self._rows or rows_from(self.first, self.count)

    @property
    def closing(self) -> int:
        """Opening and all rows."""
        return self.opening + sum(row.amount for row in self.rows)


def print_statement(layout: Layout) -> bytes:
    """The layout's statement as a PDF."""
    writer = PdfWriter(turned=layout.turned)
    y = _top(writer, layout)
    y = _header(writer, layout, y)
    y = _balance_line(writer, layout, y, layout.opening_line, amount=layout.opening)
    balance = layout.opening if not layout.newest_first else layout.closing
    ordered = layout.rows if not layout.newest_first else layout.rows[::-1]
    before: date | None = None
    for position, row in enumerate(ordered):
        if position and position % layout.rows_a_page == 0:
            _footer(writer, layout)
            writer.page()
            y = _header(writer, layout, 60) if layout.header_again else 74
        balance = balance + row.amount if not layout.newest_first else balance
        printed = None if layout.date_once and row.on == before else row.on
        y = _row(writer, layout, y, row=row, day=printed, balance=balance)
        before = row.on
        balance = balance if not layout.newest_first else balance - row.amount
    _balance_line(writer, layout, y, layout.closing_line, amount=layout.closing)
    _footer(writer, layout)
    return writer.data()


def _top(writer: PdfWriter, layout: Layout) -> float:
    writer.text(50, 50, f"{layout.name.title()} Bank", size=14)
    y = 80.0
    first, last = layout.rows[0].on, layout.rows[-1].on
    for line in layout.above:
        write = layout.balance_money or layout.money
        text = line.format(first=first, last=last, opening=write(layout.opening), closing=write(layout.closing),
                           start=layout.date(first), end=layout.date(last))  # fmt: skip
        label, mark, figure = text.partition("|")
        writer.text(50, y, label, size=layout.size)
        if mark:
            writer.right(330, y, figure, size=layout.size)
        y += 14
    return y + 16


def _header(writer: PdfWriter, layout: Layout, y: float) -> float:
    tall = max(len(column.words) for column in layout.columns)
    for column in layout.columns:
        for line, word in enumerate(column.words):
            _put(writer, column, y + line * 10, word, size=layout.size)
    if layout.ruled:
        writer.rule(45, y + tall * 10, 560, y + tall * 10)
    return y + tall * 10 + 12 if any(column.words for column in layout.columns) else y


def _put(writer: PdfWriter, column: Column, y: float, text: str, *, size: float, kern: float = 0.0) -> None:
    put = writer.right if column.right else writer.text
    put(column.x, y, text, size=size, kern=kern)


def _row(writer: PdfWriter, layout: Layout, y: float, *, row: Row, day: date | None, balance: int) -> float:
    last = y + layout.gap * 0.8 * len(row.more) if layout.amount_on_last_line else y
    for column in layout.columns:
        text = _cell(layout, column.holds, row=row, day=day, balance=balance)
        low = column.holds in {"amount", "debit", "credit", "balance"}
        kern = layout.kern if low else 0.0
        _put(writer, column, last if low else y, text, size=layout.size, kern=kern)
    text_at = next(column.x for column in layout.columns if column.holds == "text")
    for index, line in enumerate(row.more, start=1):
        writer.text(text_at, y + layout.gap * 0.8 * index, line, size=layout.size)
    y += layout.gap + layout.gap * 0.8 * len(row.more)
    if layout.ruled:
        writer.rule(45, y - layout.gap * 0.7, 560, y - layout.gap * 0.7)
    return y


def _cell(layout: Layout, holds: str, *, row: Row, day: date | None, balance: int) -> str:
    write_balance = layout.balance_money or layout.money
    cells: dict[str, Callable[[], str]] = {
        "date": lambda: layout.date(day) if day else "",
        "value": lambda: layout.date(row.on + timedelta(days=1)) if day else "",
        "text": lambda: row.text,
        "amount": lambda: layout.money(row.amount),
        "debit": lambda: layout.money(abs(row.amount)) if row.amount < 0 else "",
        "credit": lambda: layout.money(row.amount) if row.amount > 0 else "",
        "balance": lambda: write_balance(balance),
        "reference": lambda: str(12345678 + abs(row.amount)),
        "number": lambda: str(abs(row.amount) % 97),
    }
    return cells[holds]()


def _balance_line(writer: PdfWriter, layout: Layout, y: float, words: str, *, amount: int) -> float:
    if not words:
        return y
    write = layout.balance_money or layout.money
    places = [column for column in layout.columns if column.holds in {"balance", "amount", "credit"}]
    place = next((column for column in places if column.holds == "balance"), places[0])
    text_at = next(column for column in layout.columns if column.holds == "text")
    writer.text(text_at.x, y, words, size=layout.size)
    _put(writer, place, y, write(amount), size=layout.size)
    return y + layout.gap


def _footer(writer: PdfWriter, layout: Layout) -> None:
    writer.text(50, 815, "Made-up Bank plc, registered in Nowhere, number 123456. Calls cost 12.50 a minute.", size=6)
    writer.text(500, 815, layout.pages_text.format(page=1), size=6)


def days_are_in_order(rows: tuple[Row, ...]) -> bool:
    """Whether rows run in time, as all layouts print them."""
    return all(one.on <= two.on for one, two in pairwise(rows))
