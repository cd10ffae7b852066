"""Reading the rows of one laid-out table: each becomes a statement row, more text, a balance, or a finding."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from app.domain.currency import currency as currency_of
from app.domain.currency import is_currency
from app.domain.money import Money
from app.domain.statement import StatementRow
from app.domain.statement_kinds import SignConvention
from app.statements.fields import AmountConvention, DateConvention, FieldProblem, Mark, parse_amount, read_amount
from app.statements.locale_proof import date_reader
from app.statements.table import Line
from app.statements.table_facts import money_text
from app.statements.table_findings import Findings
from app.statements.table_flags import balance_word, direction, is_failed, is_pending, is_total
from app.statements.table_layout import Layout
from app.statements.table_words import Role

Group = tuple[str, str]
"""Own account and currency."""


@dataclass(slots=True)
class RowsRead:
    """What reading a section gave; balances as printed by group."""

    rows: dict[Group, list[StatementRow]] = field(default_factory=dict)
    balances: dict[str, tuple[int, date | None]] = field(default_factory=dict)
    unread: int = 0


class RowReader:
    """Reads the lines of one section under its layout."""

    def __init__(self, layout: Layout, dates: DateConvention, amounts: AmountConvention, findings: Findings) -> None:
        columns = layout.columns
        self._layout = layout
        self._findings = findings
        self._convention = amounts
        self._read_date: Callable[[str], date | FieldProblem] = date_reader(dates)
        self._directions: dict[str, int] = {}
        self._digits: dict[str, int] = {}
        self._date_columns = layout.dates()
        self._booked = self._date_columns[0]
        self._made = columns.first(Role.MADE)
        self._value = columns.first(Role.VALUE)
        self._account = columns.first(Role.ACCOUNT)
        self._status = columns.first(Role.STATUS)
        self._texts = _TextColumns(layout)
        self._width = len(columns.roles)
        self.read = RowsRead()
        self._last: tuple[Group, int] | None = None
        self._last_text: dict[tuple[Group, int], list[str]] = {}

    def read_all(self, lines: Sequence[Line], default_currency: str) -> RowsRead:
        """Read every line; raises nothing for a bad cell, which becomes an error finding."""
        for line in lines:
            cells = line.cells
            if len(cells) < self._width:
                cells = cells + [""] * (self._width - len(cells))
            self._line(line.number, cells, default_currency)
        self._append_texts()
        return self.read

    def _line(self, number: int, cells: list[str], default_currency: str) -> None:
        day = self._read_date(cells[self._booked]) if cells[self._booked] else None
        if not isinstance(day, date):
            day = self._other_day(number, cells, day)
            if day is None:
                return
        if self._status is not None and self._is_unbooked(number, cells):
            return
        code = self._currency(number, cells, default_currency)
        amount = None if code is None else self._amount(cells, code)
        if amount is None or code is None or isinstance(amount, tuple):
            self._amountless(number, cells, amount, code)
            return
        if self._is_balance(number, cells, amount, day):
            return
        account = cells[self._account] if self._account is not None else ""
        group = (account, code)
        rows = self.read.rows.setdefault(group, [])
        rows.append(self._row(number, cells, day, amount, code))
        self._last = (group, len(rows) - 1)

    def _row(self, number: int, cells: list[str], day: date, amount: int, code: str) -> StatementRow:  # noqa: PLR0917
        payee, memo = self._texts.payee_and_memo(cells, self._width)
        made, value = self._day(self._made, cells), self._day(self._value, cells)
        texts = self._texts
        return StatementRow(
            line=number,
            booked_on=day,
            amount=amount,
            made_on=made,
            value_on=value,
            printed_payee=payee,
            memo=memo,
            bank_reference=texts.one(cells, Role.REFERENCE),
            bank_category=texts.one(cells, Role.CATEGORY),
            row_type=texts.one(cells, Role.TYPE),
            running_balance=self._balance(number, cells, amount, code),
            original_amount=texts.original(cells, self._convention, code),
        )

    def _day(self, column: int | None, cells: list[str]) -> date | None:
        if column is None or not cells[column]:
            return None
        day = self._read_date(cells[column])
        return day if isinstance(day, date) else None

    def _other_day(self, number: int, cells: list[str], problem: FieldProblem | None) -> date | None:
        """What a line without a booking day is: booked by another date, pending, a balance, more text, or unreadable."""
        others = [self._day(column, cells) for column in self._date_columns[1:]]
        known = next((day for day in others if day is not None), None)
        if problem is None and known is not None:
            return known
        amounts = [cells[column] for column in self._layout.money.sources if cells[column]]
        if self._skips(number, cells, problem, known):
            return None
        if not amounts:
            self._more_text(cells)
            return None
        name = self._layout.columns.name(self._booked)
        shown = cells[self._booked]
        what = f"“{shown}” is not a date" if shown else "the date is missing"
        self._unread("bad_date", f"Line {number}: {what} in column “{name}”.", number, name)
        return None

    def _skips(self, number: int, cells: list[str], problem: FieldProblem | None, known: date | None) -> bool:
        """Lines that are rightly not booked: pending, totals, balances."""
        if problem is not None and (is_pending(problem.text) or (known is not None and problem.text.isalpha())):
            self._findings.count("not_booked", "not booked yet and left out", number)
            return True
        if any(is_total(cell) for cell in cells if cell):
            self._findings.count("total_line", "totals and left out", number)
            return True
        return self._is_balance_line(number, cells, known)

    def _is_balance_line(self, number: int, cells: list[str], day: date | None) -> bool:
        """A line outside the rows that names a balance, such as a footer: the amount follows its label."""
        label = next((index for index, cell in enumerate(cells) if cell and balance_word(cell)), None)
        if label is None:
            return False
        texts = [cells[label].partition(":")[2].strip(), *cells[label + 1 :]]
        figure = next((found for text in texts if (found := money_text(text))), "")
        amount = parse_amount(figure, self._convention, 2)
        if isinstance(amount, int):
            self.read.balances.setdefault(balance_word(cells[label]), (amount, day))
        self._findings.count("balance_line", "balances and no transactions", number)
        return True

    def _is_balance(self, number: int, cells: list[str], amount: int | None, day: date | None) -> bool:
        """A line that names a balance instead of a transaction; its figure is kept as opening or closing."""
        word = next((found for index in self._texts.label_columns if (found := balance_word(cells[index]))), "")
        if not word:
            return False
        balance = self._balance(number, cells, 0, "") if self._layout.money.balance is not None else None
        figure = balance if balance is not None else amount
        if figure is not None:
            self.read.balances.setdefault(word, (figure, day))
        self._findings.count("balance_line", "balances and no transactions", number)
        return True

    def _is_unbooked(self, number: int, cells: list[str]) -> bool:
        status = cells[self._status] if self._status is not None else ""
        if not status:
            return False
        if is_failed(status):
            self._findings.count("not_booked", f"marked “{status}” and left out", number)
            return True
        balance = self._layout.money.balance
        if is_pending(status) and (balance is None or not cells[balance]):
            self._findings.count("not_booked", "not booked yet and left out", number)
            return True
        return False

    def _currency(self, number: int, cells: list[str], default: str) -> str | None:
        column = self._layout.currency_column
        code = cells[column].upper() if column is not None else ""
        if not code:
            return self._layout.currency or default
        if code in self._digits or is_currency(code):
            return code
        if len(self._layout.columns.profiles[column or 0].distinct or ()) == 1:
            self._findings.once("unknown_currency", f"“{code}” is no currency code; {default} was taken.", number)
            return self._layout.currency or default
        return None

    def _amount(self, cells: list[str], code: str) -> int | tuple[int, FieldProblem] | None:
        """Minor units, money out negative; None where no cell is filled; the column and problem of a bad cell."""
        digits = self._digits.get(code)
        if digits is None:
            digits = self._digits[code] = currency_of(code).digits
        plan, sign = self._layout.money, self._layout.sign
        if plan.amount is None:
            return self._pair(cells, digits)
        text = cells[plan.amount]
        if not text:
            return None
        found = parse_amount(text, self._convention, digits)
        if isinstance(found, FieldProblem):
            return (plan.amount, found)
        if sign.convention is SignConvention.FLAG_COLUMN and plan.flag is not None:
            way = self._way(cells[plan.flag])
            if way == 0:
                return (plan.flag, FieldProblem("unknown_direction", cells[plan.flag]))
            found *= way
        elif sign.unmarked < 0:
            found = self._marked(text, digits)
        else:
            found *= sign.factor
        return found if plan.fee is None else self._with_fee(cells, found, digits)

    def _marked(self, text: str, digits: int) -> int:
        printed = read_amount(text, self._convention, digits)
        if isinstance(printed, FieldProblem):
            return 0
        return -printed.minor if printed.mark is Mark.NONE else printed.minor

    def _with_fee(self, cells: list[str], amount: int, digits: int) -> int | tuple[int, FieldProblem]:
        column = self._layout.money.fee
        if column is None or not cells[column]:
            return amount
        fee = parse_amount(cells[column], self._convention, digits)
        if isinstance(fee, FieldProblem):
            return (column, fee)
        return amount - fee if self._layout.money.fee_taken else amount + fee

    def _pair(self, cells: list[str], digits: int) -> int | tuple[int, FieldProblem] | None:
        plan = self._layout.money
        total, filled = 0, False
        for column, factor in (
            (plan.debit, self._layout.sign.debit_factor),
            (plan.credit, self._layout.sign.credit_factor),
        ):
            text = cells[column] if column is not None else ""
            if not text or text == "-":
                continue
            found = parse_amount(text, self._convention, digits)
            if isinstance(found, FieldProblem):
                return (column or 0, found)
            total, filled = total + factor * found, True
        return total if filled else None

    def _way(self, cell: str) -> int:
        way = self._directions.get(cell)
        if way is None:
            way = self._directions[cell] = direction(cell) if cell else self._layout.sign.unmarked
        return way

    def _balance(self, number: int, cells: list[str], amount: int, code: str) -> int | None:
        column = self._layout.money.balance
        if column is None or not cells[column] or self._layout.balances is None:
            return None
        found = parse_amount(cells[column], self._layout.balances, self._digits.get(code, 2))
        if isinstance(found, FieldProblem):
            name = self._layout.columns.name(column)
            self._findings.warn("bad_balance", f"“{found.text}” in column “{name}” is no balance.", number, name)
            return None
        found *= self._layout.sign.balance_factor
        return found + amount if self._layout.money.balance_before else found

    def _amountless(
        self, number: int, cells: list[str], problem: tuple[int, FieldProblem] | None, code: str | None
    ) -> None:
        if code is None:
            column = self._layout.currency_column or 0
            name = self._layout.columns.name(column)
            self._unread("bad_currency", f"Line {number}: “{cells[column]}” is no currency code.", number, name)
        elif problem is None:
            if not self._is_balance(number, cells, None, None):
                self._findings.count("no_amount", "without an amount and left out", number)
        else:
            name = self._layout.columns.name(problem[0])
            what = _WORDS.get(problem[1].code, "is not an amount")
            message = f"Line {number}: “{problem[1].text}” in column “{name}” {what}."
            self._unread(problem[1].code, message, number, name)

    def _unread(self, code: str, message: str, number: int, column: str) -> None:  # noqa: PLR0917
        self.read.unread += 1
        self._findings.error(code, message, number, column)

    def _more_text(self, cells: list[str]) -> None:
        """A line without date and amount goes on with the row above it."""
        text = " ".join(cell for cell in cells if cell)
        if self._last is not None and text:
            self._last_text.setdefault(self._last, []).append(text)

    def _append_texts(self) -> None:
        for (group, position), more in self._last_text.items():
            row = self.read.rows[group][position]
            memo = " ".join(part for part in (row.memo, *more[:12]) if part)
            self.read.rows[group][position] = replace(row, memo=memo)


_WORDS = {
    "too_many_decimals": "has more decimals than its currency",
    "bad_grouping": "is not written like the other amounts",
    "unknown_direction": "does not say whether money went in or out",
}


class _TextColumns:
    """Where the texts of a row stand."""

    def __init__(self, layout: Layout) -> None:
        columns = layout.columns
        self._payees = columns.all(Role.PAYEE)
        self._memos = columns.all(Role.MEMO)
        self._named = {role: columns.all(role)[:1] for role in (Role.REFERENCE, Role.CATEGORY, Role.TYPE)}
        self._original = columns.first(Role.ORIGINAL_AMOUNT)
        self._original_currency = columns.first(Role.ORIGINAL_CURRENCY)
        self.label_columns = (*self._memos, *self._payees, *self._named[Role.TYPE], *columns.all(Role.CATEGORY))

    def payee_and_memo(self, cells: list[str], width: int) -> tuple[str, str]:
        payees = [cells[index] for index in self._payees if cells[index]]
        memos = [cells[index] for index in self._memos if cells[index]]
        if len(cells) > width:
            memos += [cell for cell in cells[width:] if cell]
        if not payees and memos:
            return memos[0], " ".join(memos[1:])
        return " ".join(dict.fromkeys(payees)), " ".join(memos)

    def one(self, cells: list[str], role: Role) -> str:
        for index in self._named[role]:
            return cells[index]
        return ""

    def original(self, cells: list[str], convention: AmountConvention, code: str) -> Money | None:
        """The amount in the currency of the purchase, where another one is named; unreadable ones are left out."""
        if self._original is None or self._original_currency is None:
            return None
        text, unit = cells[self._original], cells[self._original_currency].upper()
        if not text or unit == code or not is_currency(unit):
            return None
        found = parse_amount(text, convention, currency_of(unit).digits)
        return None if isinstance(found, FieldProblem) else Money.of(found, unit)
