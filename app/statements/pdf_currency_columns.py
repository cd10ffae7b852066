"""Two columns that only a currency is printed over, `USD | EUR`: one holds the amounts, the other repeats them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.domain.currency import is_currency
from app.statements.pdf_row_builder import Part
from app.statements.pdf_rows import PrintedTable
from app.statements.table_findings import Findings
from app.statements.table_words import Role


def with_one_currency(table: PrintedTable, stated: str) -> PrintedTable:
    """The table with one of such columns as its amounts: that of the currency stated, else the first; others beside it.

    Neither is ever a running balance: what one account holds is of one currency.
    """
    if not any(_rivals(part) for part in table.parts):
        return table
    return replace(table, parts=[_settled(part, stated) for part in table.parts])


def tell_currency_columns(table: PrintedTable, stated: str, *, findings: Findings) -> None:
    """Say which column was taken where nothing else in the document does; rows without an amount there are errors."""
    for part in table.parts:
        codes = _codes(part)
        taken = next((at for at in codes if part.columns[at].role is Role.NET), None)
        if len(set(codes.values())) < 2 or taken is None:
            continue
        if codes[taken] != stated:
            names = " and ".join(f"“{code}”" for code in codes.values())
            message = f"Columns {names} both hold amounts and nothing says which counts; “{codes[taken]}” was taken."
            findings.warn("amount_guessed", message, line=part.rows[0].number, column=codes[taken])
        for number in _elsewhere(part, taken, others=[at for at in codes if at != taken]):
            message = f"Line {number}: this row has an amount, but none in column “{codes[taken]}”."
            findings.error("bad_amount", message, line=number, column=codes[taken])


def _elsewhere(part: Part, taken: int, *, others: Sequence[int]) -> Iterator[int]:
    """The rows that have an amount only in the columns not taken."""
    for row in part.rows:
        if row.dated and taken not in row.money and any(at in row.money for at in others):
            yield row.number


def _codes(part: Part) -> dict[int, str]:
    """The columns that only a currency is printed over."""
    return {at: column.name for at, column in enumerate(part.columns) if is_currency(column.name)}


def _rivals(part: Part) -> dict[int, str]:
    """Such columns of two currencies or more, where no other column is called the amount or the balance."""
    codes = _codes(part)
    named = any(column.role is not None for at, column in enumerate(part.columns) if at not in codes)
    return codes if len(set(codes.values())) == len(codes) > 1 and not named and part.rows else {}


def _settled(part: Part, stated: str) -> Part:
    codes = _rivals(part)
    if not codes:
        return part
    taken = next((at for at, code in codes.items() if code == stated), min(codes))
    columns = tuple(
        replace(column, role=Role.NET if at == taken else Role.ORIGINAL_AMOUNT) if at in codes else column
        for at, column in enumerate(part.columns)
    )
    return replace(part, columns=columns)
