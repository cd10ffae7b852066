"""Lines of a table that are no transactions: totals, balances, headings, rows that are not booked or never will be."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from app.statements.fields import FieldProblem, parse_amount
from app.statements.locale_proof import is_money
from app.statements.table import Line
from app.statements.table_amounts import AmountReader
from app.statements.table_facts import money_text
from app.statements.table_findings import Findings
from app.statements.table_flags import (
    balance_word,
    is_balance_name,
    is_count,
    is_failed,
    is_pending,
    is_total,
    is_turnover,
    lone_balance_word,
)
from app.statements.table_layout import Layout
from app.statements.table_words import Role, roles_of

_SIDES = frozenset({Role.DEBIT, Role.CREDIT, Role.BALANCE})
_BLANK = 2
"""How many lines below its heading the figures of a summary may stand."""
_NOT_BOOKED = "not booked yet and left out"


@dataclass(frozen=True, slots=True)
class SideContext:
    """What telling side lines apart needs beside the layout."""

    money: AmountReader
    findings: Findings
    labels: Sequence[int]
    """The columns in which a line may name itself a balance or a total."""
    currency: str
    """The currency of balances whose line names none."""


class SideLines:
    """Tells such lines apart under one layout and keeps the balances they state, in minor units, with their day."""

    def __init__(self, layout: Layout, context: SideContext) -> None:
        self._layout = layout
        self._context = context
        self._findings = context.findings
        self._status = layout.columns.first(Role.STATUS)
        self._reference = _numbered(layout)
        self._balance = layout.money.balance
        self._sources = frozenset(layout.money.sources)
        self._balance_columns = layout.columns.all(Role.BALANCE_BEFORE, Role.BALANCE)
        self._in_pending = False
        self._unbooked_words: frozenset[str] = frozenset()
        self._summary: tuple[int, Sequence[str]] = (0, ())
        self._named: dict[int, str] = {}
        self.balances: dict[str, tuple[int, date | None]] = {}

    def learn(self, lines: Sequence[Line]) -> None:
        """The words of the status column that stand only in rows without a balance, where others always have one."""
        status, balance = self._status, self._balance
        if status is None or balance is None:
            return
        words: dict[bool, set[str]] = {True: set(), False: set()}
        for line in lines:
            if max(status, balance) < len(line.cells) and line.cells[status]:
                words[bool(line.cells[balance])].add(line.cells[status])
        if words[True] and not words[True] & words[False]:
            self._unbooked_words = frozenset(words[False])

    def is_heading(self, number: int, cells: Sequence[str]) -> bool:
        """A line of one text; one that says `pending` holds for the rows below it until the next."""
        filled = [cell for cell in cells if cell]
        if len(filled) != 1 or any(map(str.isdigit, filled[0])) or len(filled[0]) > 60:
            return False
        was, self._in_pending = self._in_pending, is_pending(filled[0])
        if self._in_pending:
            self._findings.count("not_booked", _NOT_BOOKED, line=number)
        return self._in_pending or was

    def is_unbooked(self, number: int, cells: Sequence[str]) -> bool:
        """A failed row, or a pending one that the running balance does not hold yet."""
        if self._status is None and self._reference is None and not self._in_pending:
            return False
        status = cells[self._status] if self._status is not None else ""
        if status and is_failed(status):
            self._findings.count("not_booked", f"marked “{status}” and left out", line=number)
            return True
        bare = self._balance is None or not cells[self._balance]
        waits = (status and is_pending(status)) or self._is_held(cells)
        if bare and (self._in_pending or status in self._unbooked_words or waits):
            self._findings.count("not_booked", _NOT_BOOKED, line=number)
            return True
        return False

    def _is_held(self, cells: Sequence[str]) -> bool:
        """Where booked rows have a number of the bank's, a word in its place says that this one waits for it."""
        word = cells[self._reference] if self._reference is not None else ""
        return word.isalpha() and is_pending(word)

    def is_left_out(
        self, number: int, cells: Sequence[str], *, problem: FieldProblem | None, known: date | None
    ) -> bool:
        """Undated lines that are rightly not booked: pending, totals, balances. A damaged date is none of these."""
        if self._waits(number, cells, problem=problem, known=known):
            return True
        if self._is_balance_line(number, cells, day=known) or self._is_lone_balance(number, cells, problem=problem):
            return True
        if problem is not None and known is not None and problem.text.isalpha():
            self._findings.count("not_booked", f"marked “{problem.text}” instead of a date and left out", line=number)
            return True
        if problem is not None and not is_total(problem.text):
            return False
        if any(is_total(cell) for cell in cells if cell) or (problem is None and self._adds_up(cells)):
            self._findings.count("total_line", "totals and left out", line=number)
            return True
        return False

    def _waits(
        self, number: int, cells: Sequence[str], *, problem: FieldProblem | None, known: date | None
    ) -> bool:
        """A line without any day whose status says so, or with a word for it in the place of the day."""
        if problem is None:
            return known is None and self.is_unbooked(number, cells)
        if not is_pending(problem.text) and not self._is_unbalanced_word(cells, problem.text):
            return False
        self._findings.count("not_booked", _NOT_BOOKED, line=number)
        return True

    def names_balance(self, number: int, cells: Sequence[str], *, amount: int | None, day: date | None) -> bool:
        """A dated line that names a balance: its figure stands in the balance column, else in the amount's."""
        labels = self._context.labels
        for index in labels:
            if is_turnover(cells[index]):
                self._findings.count("total_line", "totals and left out", line=number)
                return True
        if amount and self._balance is not None:
            return False
        label = next((cells[index] for index in labels if balance_word(cells[index])), "")
        word = balance_word(label)
        if not word:
            return False
        self._named[number] = label
        balance = self._context.money.balance(cells, 0, self._context.currency)
        figure = balance if isinstance(balance, int) else amount
        if figure is not None and self._balance is None:
            self.balances.setdefault(word, (figure, day))
        self._findings.count("balance_line", "balances and no transactions", line=number)
        return True

    def tell_among_rows(self, rows: Iterable[int]) -> None:
        """A warning where a dated line that names a balance has rows right above and below: it may be a payee's name.

        `rows`: the lines of the rows read. `New Balance` sells shoes; a true one begins or ends an account's rows.
        """
        lines = sorted([*rows, *self._named]) if self._named else []
        for before, number, after in zip(lines, lines[1:], lines[2:], strict=False):
            if number in self._named and before not in self._named and after not in self._named:
                message = f"“{self._named[number]}” stands among the rows and was taken for a balance, not for a row."
                self._findings.once("balance_among_rows", message, line=number)

    def is_dated_total(self, number: int, cells: Sequence[str]) -> bool:
        """A dated line with money out and money in at once that calls itself a total."""
        plan = self._layout.money
        if plan.debit is None or plan.credit is None or not (cells[plan.debit] and cells[plan.credit]):
            return False
        if not any(is_total(cells[index]) for index in self._context.labels):
            return False
        self._findings.count("total_line", "totals and left out", line=number)
        return True

    def keep(self, word: str, figure: str, *, day: date | None, line: int) -> None:
        """Keep a balance printed as `figure`; the first of its kind counts."""
        money = self._context.money
        amount = parse_amount(figure, money.convention, digits=money.digits(self._context.currency))
        if isinstance(amount, int):
            self.balances.setdefault(word, (amount, day))
        self._findings.count("balance_line", "balances and no transactions", line=line)

    def _is_unbalanced_word(self, cells: Sequence[str], text: str) -> bool:
        """One word in the place of the date, and no balance where other rows have theirs."""
        if self._balance is None or cells[self._balance] or not text.isalpha():
            return False
        profile = self._layout.columns.profiles[self._balance]
        return profile.filled > 0 and any(cells[column] for column in self._sources) and not is_total(text)

    def _adds_up(self, cells: Sequence[str]) -> bool:
        """An undated line with a debit and a credit, or with numbers and no word at all, adds up the rows above."""
        plan = self._layout.money
        if plan.debit is not None and plan.credit is not None and cells[plan.debit] and cells[plan.credit]:
            return True
        filled = any(cells[column] for column in plan.sources)
        return filled and not any(char.isalpha() for cell in cells for char in cell)

    def _is_balance_line(self, number: int, cells: Sequence[str], *, day: date | None) -> bool:
        """A line outside the rows that names a balance, such as a footer, or that holds nothing but balances."""
        if self._fills_summary(number, cells):
            return True
        label = next((index for index, cell in enumerate(cells) if cell and balance_word(cell)), None)
        if label is not None:
            texts = [cells[label].partition(":")[2].strip(), *cells[label + 1 :], *cells[:label]]
            figures = [found for text in texts if (found := money_text(text))]
            figure = next((found for found in figures if is_money(found)), figures[0] if figures else "")
            self.keep(balance_word(cells[label]), figure, day=day, line=number)
            return True
        if day is not None:
            return False
        if any(cell and not cell[0].isdigit() and is_balance_name(cell) for cell in cells):
            self._findings.count("balance_line", "balances and no transactions", line=number)
            return True
        return self._holds_balances(number, cells)

    def _fills_summary(self, number: int, cells: Sequence[str]) -> bool:
        """A figure, and nothing else, below each name of a summary's own heading; such a heading is kept in mind."""
        above, names = self._summary
        self._summary = (number, cells) if _names_summary(cells) else (0, ())
        pairs = list(zip_longest(names, cells, fillvalue=""))
        if not 0 < number - above <= _BLANK or any(bool(name) != bool(money_text(cell)) for name, cell in pairs):
            return False
        for name, cell in pairs:
            if word := balance_word(name):
                self.keep(word, money_text(cell), day=None, line=number)
        return True

    def _is_lone_balance(self, number: int, cells: Sequence[str], *, problem: FieldProblem | None) -> bool:
        """No day or zeros in its place, one figure, and the word `open` or `close` alone."""
        word = next((found for cell in cells if cell and (found := lone_balance_word(cell))), "")
        figures = [cell for cell in cells if cell and is_money(cell)]
        if not word or len(figures) != 1 or (problem is not None and problem.text.strip("0-/.")):
            return False
        self.keep(word, figures[0], day=None, line=number)
        return True

    def _holds_balances(self, number: int, cells: Sequence[str]) -> bool:
        """Nothing but figures, all in columns named for the opening or the closing balance."""
        names = self._layout.columns.names
        said: Mapping[int, str] = {i: word for i in self._balance_columns if (word := balance_word(names[i]))}
        filled = [index for index, cell in enumerate(cells) if cell]
        named = [index for index in filled if index in said]
        if not named or any(index not in said and any(map(str.isalpha, cells[index])) for index in filled):
            return False
        for index in named:
            self.keep(said[index], money_text(cells[index]), day=None, line=number)
        return True


def _names_summary(cells: Sequence[str]) -> bool:
    """Whether a line is the heading of a summary: names of balances and totals, two at least, with a balance."""
    names = [cell for cell in cells if cell]
    words = [balance_word(name) for name in names]
    if len(names) < 2 or not any(words) or any(char.isdigit() for name in names for char in name):
        return False
    said = (is_total(name) or is_count(name) or _SIDES & {*roles_of(name)} for name in names)
    return all(word or other for word, other in zip(words, said, strict=True))


def _numbered(layout: Layout) -> int | None:
    """The column of the bank's references, where most of them hold figures."""
    index = layout.columns.first(Role.REFERENCE)
    cells = (layout.columns.profiles[index].distinct or ()) if index is not None else ()
    numbers = sum(1 for cell in cells if any(map(str.isdigit, cell)))
    return index if numbers * 2 > len(cells) else None
