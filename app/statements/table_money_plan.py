"""The columns a row's money is read from, and the numbers in a column before its marks are proved."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.statements.fields import AmountConvention, FieldProblem, read_amount
from app.statements.locale_proof import prove_amounts
from app.statements.table import Line


@dataclass(frozen=True, slots=True)
class MoneyPlan:
    """The columns a row's amount is read from; None where a part does not apply."""

    amount: int | None = None
    debit: int | None = None
    credit: int | None = None
    fee: int | None = None
    """Added to the amount as printed, or taken off where `fee_taken` is set."""
    fee_taken: bool = False
    fee_open: bool = False
    """Whether the balances follow with the fees as well as without them."""
    flag: int | None = None
    balance: int | None = None
    balance_before: bool = False
    guessed: bool = False
    """Whether nothing says which of the two columns is the debit."""
    unsure: bool = False
    """Whether other columns could be the amount just as well."""

    @property
    def two_columns(self) -> bool:
        """Whether debits and credits stand in columns of their own."""
        return self.amount is None

    @property
    def sources(self) -> tuple[int, ...]:
        """The columns that make the amount."""
        return tuple(index for index in (self.amount, self.debit, self.credit, self.fee) if index is not None)


def values_of(lines: Sequence[Line], index: int) -> list[int | None]:
    """The numbers of a column in hundredths under its own best convention; None where a cell holds none."""
    convention = prove_amounts((line.cell(index) for line in lines), 2).conventions[0]
    return [_value(line.cell(index), convention) for line in lines]


def _value(cell: str, convention: AmountConvention) -> int | None:
    found = read_amount(cell, convention, digits=2) if cell else None
    return None if found is None or isinstance(found, FieldProblem) else found.minor
