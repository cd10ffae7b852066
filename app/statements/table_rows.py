"""Reading the rows of one laid-out table: each becomes a statement row, more text, a balance, or a finding."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from app.domain.statement import StatementRow
from app.statements.date_fields import DateConvention, date_parts
from app.statements.fields import AmountConvention, FieldProblem, parse_amount
from app.statements.locale_proof import date_reader, is_money
from app.statements.table import Line
from app.statements.table_amounts import AmountReader, CellProblem
from app.statements.table_currency import RowCurrency
from app.statements.table_facts import money_text
from app.statements.table_findings import Findings
from app.statements.table_flags import balance_word, is_balance_name, is_failed, is_pending, is_total, is_turnover
from app.statements.table_layout import Layout
from app.statements.table_texts import TextColumns
from app.statements.table_words import Role, roles_of

Group = tuple[str, str]
"""Own account and currency."""
_MONEY_NAMES = ((Role.DEBIT,), (Role.CREDIT,), (Role.AMOUNT,))
_STUB_NUMBER = re.compile(r"(?=.*\d{4})[\d ]{5,}[A-Z]?")
_MORE_LINES = 12
"""Lines of text below a row that are kept in its memo."""


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


class RowReader:
    """Reads the lines of one section under its layout."""

    def __init__(self, layout: Layout, context: RowContext) -> None:
        columns = layout.columns
        self._layout = layout
        self._context = context
        self._findings = context.findings
        self._money = AmountReader(layout, context.amounts)
        self._texts = TextColumns(columns)
        self._read_date: Callable[[str], date | FieldProblem] = date_reader(context.dates)
        self._date_columns = layout.dates()
        self._booked = self._date_columns[0]
        self._made = columns.first(Role.MADE)
        self._value = columns.first(Role.VALUE)
        self._account = columns.first(Role.ACCOUNT)
        self._status = columns.first(Role.STATUS)
        self._width = len(columns.roles)
        self._unknown = [index for index, role in enumerate(columns.roles) if role in {None, Role.MEMO, Role.PAYEE}]
        self._is_short = False
        self._last_line = 0
        self._currency = RowCurrency(layout, context.findings, default=context.default_currency)
        self._read = RowsRead()
        self._last: tuple[Group, int] | None = None
        self._more: dict[tuple[Group, int], list[str]] = {}

    def read_all(self, lines: Sequence[Line]) -> RowsRead:
        """Read every line; raises nothing for a bad cell, which becomes an error finding."""
        reach = min(self._layout.money.sources)
        self._last_line = lines[-1].number if lines else 0
        for line in lines:
            cells = line.cells
            self._is_short = len(cells) <= reach
            if self._is_stub(line) and self._closes(line):
                continue
            if len(cells) < self._width:
                cells = cells + [""] * (self._width - len(cells))
            self._line(line.number, cells)
        for (group, position), more in self._more.items():
            row = self._read.rows[group][position]
            memo = " ".join(part for part in (row.memo, *more[:_MORE_LINES]) if part)
            self._read.rows[group][position] = replace(row, memo=memo)
        return self._read

    def _is_stub(self, line: Line) -> bool:
        """The last line of a table without header, where it has hardly more than half as many cells as the rows."""
        if line.number != self._last_line or self._layout.section.header is not None or self._last is None:
            return False
        return len(line.cells) * 10 <= self._width * 6

    def _closes(self, line: Line) -> bool:
        """Such a stub that says a day, a figure and a number of an account, and no word, is the closing balance."""
        day = next((day for cell in line.cells if cell and isinstance(day := self._read_date(cell), date)), None)
        figures = [cell for cell in line.cells if is_money(cell)]
        others = [cell for cell in line.cells if cell and cell not in figures and not date_parts(cell)]
        if day is None or len(figures) != 1 or not others or not all(_STUB_NUMBER.fullmatch(cell) for cell in others):
            return False
        amount = parse_amount(
            figures[0], self._money.convention, digits=self._money.digits(self._context.default_currency)
        )
        if isinstance(amount, int):
            self._read.balances.setdefault("closing", (amount, day))
        self._findings.count("balance_line", "balances and no transactions", line=line.number)
        return True

    def _line(self, number: int, cells: list[str]) -> None:
        day = self._read_date(cells[self._booked]) if cells[self._booked] else None
        if not isinstance(day, date):
            day = self._other_day(number, cells, problem=day)
            if day is None:
                return
        if self._status is not None and self._is_unbooked(number, cells):
            return
        code = self._currency.of(number, cells)
        amount = self._money.amount(cells, code, line=number) if code is not None else None
        if code is None or not isinstance(amount, int):
            self._unread_amount(number, cells, amount=amount, code=code)
            return
        if self._names_balance(number, cells, amount=amount, day=day):
            return
        group = (cells[self._account] if self._account is not None else "", code)
        rows = self._read.rows.setdefault(group, [])
        rows.append(self._row(number, cells, known=(day, amount, code)))
        self._last = (group, len(rows) - 1)

    def _row(self, number: int, cells: list[str], *, known: tuple[date, int, str]) -> StatementRow:
        day, amount, code = known
        texts = self._texts
        payee, memo = texts.payee_and_memo(cells)
        return StatementRow(
            line=number,
            booked_on=day,
            amount=amount,
            made_on=None if self._made is None else self._day(self._made, cells),
            value_on=None if self._value is None else self._day(self._value, cells),
            printed_payee=payee,
            memo=memo,
            bank_reference=texts.reference(cells),
            bank_category=texts.category(cells),
            row_type=texts.kind(cells),
            running_balance=self._balance(number, cells, amount=amount, code=code),
            original_amount=texts.original(cells, self._money.convention, code=code),
        )

    def _day(self, column: int, cells: list[str]) -> date | None:
        if not cells[column]:
            return None
        day = self._read_date(cells[column])
        return day if isinstance(day, date) else None

    def _balance(self, number: int, cells: list[str], *, amount: int, code: str) -> int | None:
        found = self._money.balance(cells, amount, code)
        if isinstance(found, FieldProblem):
            name = self._layout.columns.name(self._layout.money.balance or 0)
            self._findings.warn(
                "bad_balance", f"“{found.text}” in column “{name}” is no balance.", line=number, column=name
            )
            return None
        return found

    def _other_day(self, number: int, cells: list[str], *, problem: FieldProblem | None) -> date | None:
        """A line without a booking day is booked by another date, pending, a balance, more text, or unreadable."""
        known = next((day for column in self._date_columns[1:] if (day := self._day(column, cells)) is not None), None)
        if problem is None and known is not None:
            return known
        if self._is_left_out(number, cells, problem=problem, known=known):
            return None
        if not any(cells[column] for column in self._layout.money.sources):
            if self._is_cut(number, cells):
                self._unread_amount(number, cells, amount=None, code=self._context.default_currency)
                return None
            text = " ".join(cell for cell in cells if cell)
            if self._last is not None:
                self._more.setdefault(self._last, []).append(text)
            return None
        name = self._layout.columns.name(self._booked)
        what = f"“{problem.text}” is not a date" if problem is not None else "the date is missing"
        self._unread("bad_date", f"Line {number}: {what} in column “{name}”.", number=number, column=name)
        return None

    def _is_cut(self, number: int, cells: list[str]) -> bool:
        """The file's last line ends before its amount and begins as a row does."""
        if not self._is_short or number != self._last_line:
            return False
        return cells[0][:1].isdigit() or sum(map(bool, cells)) > 1

    def _is_left_out(self, number: int, cells: list[str], *, problem: FieldProblem | None, known: date | None) -> bool:
        """Lines that are rightly not booked: pending, totals, balances. A damaged date is none of these."""
        if problem is not None and is_pending(problem.text):
            self._findings.count("not_booked", "not booked yet and left out", line=number)
            return True
        if problem is not None and known is not None and problem.text.isalpha():
            self._findings.count("not_booked", f"marked “{problem.text}” instead of a date and left out", line=number)
            return True
        if problem is not None and not (is_total(problem.text) or balance_word(problem.text)):
            return False
        if any(is_total(cell) for cell in cells if cell) or (problem is None and self._adds_up(cells)):
            self._findings.count("total_line", "totals and left out", line=number)
            return True
        return self._is_balance_line(number, cells, day=known)

    def _adds_up(self, cells: list[str]) -> bool:
        """An undated line with a debit and a credit, or with numbers and no word at all, adds up the rows above."""
        plan = self._layout.money
        if plan.debit is not None and plan.credit is not None and cells[plan.debit] and cells[plan.credit]:
            return True
        filled = any(cells[column] for column in plan.sources)
        return filled and not any(char.isalpha() for cell in cells for char in cell)

    def _is_balance_line(self, number: int, cells: list[str], *, day: date | None) -> bool:
        """A line outside the rows that names a balance, such as a footer: the amount follows its label."""
        label = next((index for index, cell in enumerate(cells) if cell and balance_word(cell)), None)
        if label is None:
            named = day is None and any(cell and not cell[0].isdigit() and is_balance_name(cell) for cell in cells)
            if named:
                self._findings.count("balance_line", "balances and no transactions", line=number)
            return named
        texts = [cells[label].partition(":")[2].strip(), *cells[label + 1 :]]
        figure = next((found for text in texts if (found := money_text(text))), "")
        amount = parse_amount(figure, self._money.convention, digits=self._money.digits(self._context.default_currency))
        if isinstance(amount, int):
            self._read.balances.setdefault(balance_word(cells[label]), (amount, day))
        self._findings.count("balance_line", "balances and no transactions", line=number)
        return True

    def _names_balance(self, number: int, cells: list[str], *, amount: int | None, day: date | None) -> bool:
        """A dated line that names a balance: its figure stands in the balance column, else in the amount's."""
        if any(is_turnover(cells[index]) for index in self._texts.labels):
            self._findings.count("total_line", "totals and left out", line=number)
            return True
        if amount is not None and self._layout.money.balance is not None:
            return False
        word = next((found for index in self._texts.labels if (found := balance_word(cells[index]))), "")
        if not word:
            return False
        balance = self._money.balance(cells, 0, self._layout.currency or self._context.default_currency)
        figure = balance if isinstance(balance, int) else amount
        if figure is not None:
            self._read.balances.setdefault(word, (figure, day))
        self._findings.count("balance_line", "balances and no transactions", line=number)
        return True

    def _is_unbooked(self, number: int, cells: list[str]) -> bool:
        """A failed row, or a pending one that the running balance does not hold yet."""
        status = cells[self._status] if self._status is not None else ""
        if is_failed(status):
            self._findings.count("not_booked", f"marked “{status}” and left out", line=number)
            return True
        balance = self._layout.money.balance
        if is_pending(status) and (balance is None or not cells[balance]):
            self._findings.count("not_booked", "not booked yet and left out", line=number)
            return True
        return False

    def _is_stray(self, cell: str, index: int) -> bool:
        """Money in a column of texts, or digits in one whose name speaks of money."""
        named = roles_of(self._layout.columns.names[index])[:1]
        return is_money(cell) or (named in _MONEY_NAMES and any(map(str.isdigit, cell)))

    def _unread_amount(
        self, number: int, cells: list[str], *, amount: CellProblem | int | None, code: str | None
    ) -> None:
        if code is None:
            column = self._layout.currency_column or 0
            name = self._layout.columns.name(column)
            self._unread(
                "bad_currency", f"Line {number}: “{cells[column]}” is no currency code.", number=number, column=name
            )
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
        elif self._names_balance(number, cells, amount=None, day=None):
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
