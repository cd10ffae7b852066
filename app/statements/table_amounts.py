"""The money of a row: its amount out of one, two or more cells under the sign rule, and its running balance."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.currency import currency as currency_of
from app.domain.statement_kinds import SignConvention
from app.statements.fields import AmountConvention, FieldProblem, Mark, parse_amount, read_amount
from app.statements.table_cut_amounts import cut_column
from app.statements.table_kind_words import kind_way
from app.statements.table_layout import Layout


@dataclass(frozen=True, slots=True)
class CellProblem:
    """A cell that could not be read: its column and why."""

    column: int
    problem: FieldProblem

    def message(self, number: int, name: str) -> str:
        """The problem in words, with the line's number and the column's name."""
        what = _WORDS.get(self.problem.code, "is not an amount")
        return f"Line {number}: “{self.problem.text}” in column “{name}” {what}."


_WORDS = {
    "too_many_decimals": "has more decimals than its currency",
    "bad_grouping": "is not written like the other amounts",
    "cut_in_two": "goes on in the next cell: its thousands mark was taken for the mark between cells",
    "unknown_direction": "does not say whether money went in or out",
}


class _Digits(dict[str, int]):
    """The decimals of currencies, each looked up once."""

    def __missing__(self, code: str) -> int:
        found = self[code] = currency_of(code).digits
        return found


class AmountReader:
    """Reads amounts of one layout; remembers words of direction and the digits of currencies."""

    def __init__(self, layout: Layout, convention: AmountConvention) -> None:
        self.convention = convention
        self._plan = layout.money
        self._sign = layout.sign
        self._balances = layout.balances
        self._ways: dict[str, int] = {}
        self._digits = _Digits()
        self._flagged = layout.sign.convention is SignConvention.FLAG_COLUMN
        self._named = len(layout.section.header.cells) if layout.section.header is not None else 0

    def digits(self, code: str) -> int:
        """The decimals of a currency."""
        return self._digits[code]

    def amount(self, cells: Sequence[str], code: str, *, line: int) -> int | CellProblem | None:
        """Minor units, money out negative; None where no cell is filled. `line` is the row's number in the file."""
        cut = cut_column(cells, self._plan.sources, named=self._named)
        if cut is not None:
            return CellProblem(cut, FieldProblem("cut_in_two", cells[cut]))
        return self._read(cells, code, line=line)

    def _read(self, cells: Sequence[str], code: str, *, line: int) -> int | CellProblem | None:
        if self._plan.amount is None:
            return self._with_fee(cells, self._pair(cells, self.digits(code)), digits=self.digits(code))
        text = cells[self._plan.amount]
        if not text:
            return self._with_fee(cells, None, digits=self.digits(code))
        found = parse_amount(text, self.convention, digits=self._digits[code])
        if isinstance(found, FieldProblem):
            return CellProblem(self._plan.amount, found)
        if self._flagged:
            return self._by_flag(cells, found)
        if self._sign.ways is not None:
            way = self._sign.ways.get(line, 0) if found else 1
            return found * way if way else CellProblem(self._plan.amount, FieldProblem("unknown_direction", text))
        if self._sign.unmarked < 0:
            found = self._marked(text, found, digits=self.digits(code))
        else:
            found *= self._sign.factor
        return found if self._plan.fee is None else self._with_fee(cells, found, digits=self.digits(code))

    def words(self) -> frozenset[str]:
        """The different words of direction that rows were read by so far."""
        return frozenset(self._ways)

    def balance(self, cells: Sequence[str], amount: int, code: str) -> int | FieldProblem | None:
        """The running balance after the row; None where none is printed."""
        column = self._plan.balance
        if column is None or self._balances is None or not cells[column]:
            return None
        if cut_column(cells, (column,), named=self._named) is not None:
            return FieldProblem("cut_in_two", cells[column])
        found = parse_amount(cells[column], self._balances, digits=self._digits[code])
        if isinstance(found, FieldProblem):
            return found
        found *= self._sign.balance_factor
        return found + amount if self._plan.balance_before else found

    def _by_flag(self, cells: Sequence[str], amount: int) -> int | CellProblem:
        column = self._plan.flag or 0
        cell = cells[column]
        way = self._ways.get(cell)
        if way is None:
            way = self._ways[cell] = (self._sign.words.get(cell) or kind_way(cell)) if cell else self._sign.unmarked
        return amount * way if way else CellProblem(column, FieldProblem("unknown_direction", cell))

    def _marked(self, text: str, amount: int, *, digits: int) -> int:
        """Where only money in has a mark, the others are money out, and a minus takes one of them back."""
        printed = read_amount(text, self.convention, digits=digits)
        others = not isinstance(printed, FieldProblem) and printed.mark in {Mark.NONE, Mark.MINUS}
        return -amount if others else amount

    def _with_fee(
        self, cells: Sequence[str], amount: int | CellProblem | None, *, digits: int
    ) -> int | CellProblem | None:
        """The amount with the fee of its row; the fee alone where a row is nothing but a fee."""
        column = self._plan.fee
        if column is None or not cells[column] or isinstance(amount, CellProblem):
            return amount
        fee = parse_amount(cells[column], self.convention, digits=digits)
        if isinstance(fee, FieldProblem):
            return CellProblem(column, fee)
        if amount is None and not fee:
            return None
        return (amount or 0) + (-fee if self._plan.fee_taken else fee)

    def _pair(self, cells: Sequence[str], digits: int) -> int | CellProblem | None:
        total: int | None = None
        sides = ((self._plan.debit, self._sign.debit_factor), (self._plan.credit, self._sign.credit_factor))
        for column, factor in sides:
            if column is None or not cells[column]:
                continue
            found = parse_amount(cells[column], self.convention, digits=digits)
            if isinstance(found, FieldProblem):
                return CellProblem(column, found)
            if total and found:  # money out and money in at once: neither is known to be the row's amount
                return CellProblem(column, FieldProblem("not_an_amount", cells[column]))
            total = (total or 0) + factor * found
        return total
