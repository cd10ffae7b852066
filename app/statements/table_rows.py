"""Reading the rows of one laid-out table: each becomes a statement row, more text, a balance, or a finding."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from app.domain.by_column import by_column
from app.domain.statement import StatementRow
from app.statements.date_fields import DateConvention
from app.statements.fields import AmountConvention, FieldProblem
from app.statements.locale_proof import date_reader, is_money
from app.statements.table import Line
from app.statements.table_amounts import AmountReader, CellProblem
from app.statements.table_currency import RowCurrency
from app.statements.table_findings import Findings
from app.statements.table_flags import is_balance_name
from app.statements.table_footers import closing_stub, is_cut_row, is_prose, is_stub
from app.statements.table_layout import Layout
from app.statements.table_odd import CellsRead, tell_odd_cells
from app.statements.table_side_lines import SideContext, SideLines
from app.statements.table_texts import TextColumns
from app.statements.table_words import Role, roles_of

Group = tuple[str, str]
"""Own account and currency."""
DateReader = Callable[[str], date | FieldProblem]
"""The day in a cell, or why there is none."""
_MONEY_NAMES = ((Role.DEBIT,), (Role.CREDIT,), (Role.AMOUNT,))
_FIGURES = frozenset("123456789")
_MORE_LINES = 12
"""Lines of text below a row that are kept in its memo."""
_FIELDS = (
    "line", "booked_on", "amount", "made_on", "value_on", "printed_payee", "memo", "bank_reference", "bank_category",
    "row_type", "running_balance", "original_amount",
)  # fmt: skip
"""What a row of a table says, in the order in which `_values` gives it."""


@dataclass(slots=True)
class RowsRead:
    """What reading a section gave: rows and balances in minor units, and how many lines could not be read."""

    rows: dict[Group, list[StatementRow]] = field(default_factory=dict)
    balances: dict[str, tuple[int, date | None]] = field(default_factory=dict)
    unread: int = 0


@dataclass(frozen=True, slots=True)
class RowContext:
    """What reading rows needs beside the layout."""

    dates: DateConvention
    amounts: AmountConvention
    default_currency: str
    findings: Findings
    year_first: frozenset[int] = frozenset()
    """Date columns that are written year first, whatever the order of the others."""


class RowReader:
    """Reads the lines of one section under its layout."""

    def __init__(self, layout: Layout, context: RowContext) -> None:
        columns = layout.columns
        self._layout = layout
        self._context = context
        self._findings = context.findings
        self._money = AmountReader(layout, context.amounts)
        self._texts = TextColumns(columns)
        self._date_columns = layout.dates()
        self._booked = self._date_columns[0]
        self._read_dates = _date_readers(self._date_columns, context)
        self._read_date = self._read_dates[self._booked]
        self._made = columns.first(Role.MADE)
        self._value = columns.first(Role.VALUE)
        self._account = columns.first(Role.ACCOUNT)
        self._width = len(columns.roles)
        unused = {None, Role.MEMO, Role.PAYEE, Role.DEBIT, Role.CREDIT}
        sources = {*layout.money.sources, layout.money.balance}
        self._unknown = [i for i, role in enumerate(columns.roles) if role in unused and i not in sources]
        self._is_short = False
        self._last_line = 0
        self._currency = RowCurrency(layout, context.findings, default=context.default_currency)
        code = layout.currency or context.default_currency
        self._side = SideLines(layout, SideContext(self._money, context.findings, self._texts.labels, code))
        self._read = RowsRead(balances=self._side.balances)
        self._values_of: dict[Group, list[tuple[Any, ...]]] = {}
        self._last: tuple[Group, int] | None = None
        self._more: dict[tuple[Group, int], list[str]] = {}

    def read_all(self, lines: Sequence[Line]) -> RowsRead:
        """Read every line; raises nothing for a bad cell, which becomes an error finding."""
        reach = min(self._layout.money.sources)
        self._last_line = lines[-1].number if lines else 0
        self._side.learn(lines)
        section = self._layout.section
        if section.header is None and section.preamble:
            self._side.is_heading(section.preamble[-1].number, section.preamble[-1].cells)
        for line in lines:
            number, cells = line
            self._is_short = len(cells) <= reach
            if number == self._last_line and self._closes(line, lines[:-1]):
                continue
            if len(cells) < self._width:
                cells = cells + [""] * (self._width - len(cells))
            self._line(number, cells)
        self._side.tell_among_rows(row[0] for values in self._values_of.values() for row in values)
        read = CellsRead(self._money.words(), self._codes(), self._context.year_first)
        tell_odd_cells(self._layout, lines, read=read, findings=self._findings)
        self._read.rows.update({group: _rows(values) for group, values in self._values_of.items()})
        for (group, position), more in self._more.items():
            row = self._read.rows[group][position]
            memo = " ".join(part for part in (row.memo, *more[:_MORE_LINES]) if part)
            self._read.rows[group][position] = replace(row, memo=memo)
        if len(self._read.rows) == 1:
            self._take_balances_out(next(iter(self._read.rows.values())))
        return self._read

    def _codes(self) -> dict[str, list[int]]:
        """The currencies read, each with the lines of one or two of its rows in each account."""
        codes: dict[str, list[int]] = {}
        for (_, code), values in self._values_of.items():
            codes.setdefault(code, []).extend(row[0] for row in values[:2])
        return codes

    def _take_balances_out(self, rows: list[StatementRow]) -> None:
        """A first and a last row that call themselves balances, and are those of the rows between, are no rows."""
        if len(rows) < 3 or any(row.running_balance is not None for row in rows):
            return
        if not all(is_balance_name(row.printed_payee or row.memo) for row in (rows[0], rows[-1])):
            return
        between = sum(row.amount for row in rows[1:-1])
        for opening, closing in ((rows[0], rows[-1]), (rows[-1], rows[0])):
            if opening.amount + between == closing.amount:
                self._side.balances.setdefault("opening", (opening.amount, opening.booked_on))
                self._side.balances.setdefault("closing", (closing.amount, closing.booked_on))
                for row in (rows[0], rows[-1]):
                    self._findings.count("balance_line", "balances and no transactions", line=row.line)
                rows[:] = rows[1:-1]
                return

    def _closes(self, line: Line, above: Sequence[Line]) -> bool:
        """The last line of a table without header may be a closing balance that nothing calls so."""
        if self._layout.section.header is not None or self._last is None or not is_stub(line, above):
            return False
        found = closing_stub(line, read_date=self._read_date)
        if found is not None:
            self._side.keep("closing", found[0], day=found[1], line=line.number)
        return found is not None

    def _line(self, number: int, cells: list[str]) -> None:
        day = self._read_date(cells[self._booked]) if cells[self._booked] else None
        if not isinstance(day, date) and self._side.is_heading(number, cells):
            return
        if not isinstance(day, date):
            day = self._other_day(number, cells, problem=day)
            if day is None:
                return
        if self._side.is_unbooked(number, cells):
            return
        code = self._currency.of(number, cells)
        amount = self._money.amount(cells, code, line=number) if code is not None else None
        if code is None or not isinstance(amount, int):
            self._unread_amount(number, cells, amount=amount, code=code)
            return
        if self._side.names_balance(number, cells, amount=amount, day=day):
            return
        self._currency.tell_taken(number, cells)
        if not cells[self._booked]:
            name = self._layout.columns.name(self._booked)
            self._findings.count("other_date", f"without a day in “{name}” and read by another of theirs", line=number)
        group = (cells[self._account] if self._account is not None else "", code)
        rows = self._values_of.get(group)
        if rows is None:
            rows = self._values_of[group] = []
        rows.append(self._values(number, cells, known=(day, amount, code)))
        self._last = (group, len(rows) - 1)

    def _values(self, number: int, cells: list[str], *, known: tuple[date, int, str]) -> tuple[Any, ...]:
        day, amount, code = known
        texts = self._texts
        balance = self._money.balance(cells, amount, code)
        if isinstance(balance, FieldProblem):
            self._unread_balance(balance, line=number)
            balance = None
        return (
            number,
            day,
            amount,
            None if self._made is None else self._day(self._made, cells, line=number),
            None if self._value is None else self._day(self._value, cells, line=number),
            *texts.payee_and_memo(cells),
            *texts.of_bank(cells),
            balance,
            texts.original(cells, self._money.convention, code=code) if texts.has_original else None,
        )

    def _day(self, column: int, cells: list[str], *, line: int = 0) -> date | None:
        """The day in a cell; None where it is empty or no day, which is told where a `line` is given."""
        if not cells[column]:
            return None
        day = self._read_dates[column](cells[column])
        if isinstance(day, date):
            return day
        if line:
            name = self._layout.columns.name(column)
            message = f"“{day.text}” in column “{name}” is not a date; the row was read without it."
            self._findings.warn("bad_date", message, line=line, column=name)
        return None

    def _unread_balance(self, found: FieldProblem, *, line: int) -> None:
        name = self._layout.columns.name(self._layout.money.balance or 0)
        self._findings.warn("bad_balance", f"“{found.text}” in column “{name}” is no balance.", line=line, column=name)

    def _other_day(self, number: int, cells: list[str], *, problem: FieldProblem | None) -> date | None:
        """A line without a booking day is booked by another date, pending, a balance, more text, or unreadable."""
        known = next((day for column in self._date_columns[1:] if (day := self._day(column, cells)) is not None), None)
        if problem is None and known is not None:
            return known
        if self._side.is_left_out(number, cells, problem=problem, known=known):
            return None
        if not any(cells[column] for column in self._layout.money.sources):
            if self._is_short and number == self._last_line and is_cut_row(cells, self._layout.columns):
                self._unread_amount(number, cells, amount=None, code=self._context.default_currency)
                return None
            text = " ".join(cell for cell in cells if cell)
            if self._last is not None:
                self._more.setdefault(self._last, []).append(text)
            return None
        if problem is not None and is_prose(cells, self._booked):
            self._findings.count("text_line", "words and no transactions", line=number)
            return None
        name = self._layout.columns.name(self._booked)
        what = f"“{problem.text}” is not a date" if problem is not None else "the date is missing"
        self._unread("bad_date", f"Line {number}: {what} in column “{name}”.", number=number, column=name)
        return None

    def _is_stray(self, cell: str, index: int) -> bool:
        """Money in a column of texts, or digits in one of figures or whose name speaks of money."""
        columns = self._layout.columns
        named = roles_of(columns.names[index])[:1] in _MONEY_NAMES
        figures = columns.roles[index] is None and columns.profiles[index].mostly(columns.profiles[index].amounts)
        return is_money(cell) or ((named or figures) and not _FIGURES.isdisjoint(cell))

    def _unread_amount(
        self, number: int, cells: list[str], *, amount: CellProblem | int | None, code: str | None
    ) -> None:
        if code is None:
            column = self._layout.currency_column or 0
            name = self._layout.columns.name(column)
            self._unread(
                "bad_currency", f"Line {number}: “{cells[column]}” is no currency code.", number=number, column=name
            )
        elif self._side.is_dated_total(number, cells):
            return
        elif isinstance(amount, CellProblem):
            name = self._layout.columns.name(amount.column)
            self._unread(amount.problem.code, amount.message(number, name), number=number, column=name)
        elif self._is_short:
            self._unread(
                "cut_short",
                f"Line {number} ends before its amount.",
                number=number,
                column=self._layout.columns.name(min(self._layout.money.sources)),
            )
        elif self._side.names_balance(number, cells, amount=None, day=None):
            return
        elif stray := next((cell for index in self._unknown if self._is_stray(cell := cells[index], index)), ""):
            message = f"Line {number}: “{stray}” looks like its amount, but its column is not known to hold money."
            self._unread(
                "no_amount", message, number=number, column=self._layout.columns.name(min(self._layout.money.sources))
            )
        else:
            self._findings.count("no_amount", "without an amount and left out", line=number)

    def _unread(self, code: str, message: str, *, number: int, column: str) -> None:
        self._read.unread += 1
        self._findings.error(code, message, line=number, column=column)


def _date_readers(columns: Sequence[int], context: RowContext) -> dict[int, DateReader]:
    """One reader for the columns in the order of the file, one for those that are written year first."""
    usual = date_reader(context.dates)
    year_first = date_reader(context.dates, stated=True) if context.year_first else usual
    return {column: year_first if column in context.year_first else usual for column in columns}


def _rows(values: list[tuple[Any, ...]]) -> list[StatementRow]:
    """The rows out of their values, made all at once."""
    columns: dict[str, Any] = dict(zip(_FIELDS, zip(*values, strict=True), strict=True))
    return by_column(StatementRow, len(values), **columns, pending=[False] * len(values))
