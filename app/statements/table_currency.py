"""The currency of each row: its own cell, the code beside the amount, else the file's."""

from collections.abc import Sequence

from app.statements.table_findings import Findings
from app.statements.table_layout import Layout
from app.statements.table_words import code_of, currency_in


class RowCurrency:
    """Tells the ISO 4217 code of a row; remembers the codes it has seen."""

    def __init__(self, layout: Layout, findings: Findings, *, default: str) -> None:
        self._layout = layout
        self._findings = findings
        self._column = layout.currency_column
        self._stated = _codes_of(layout)
        self._fallback = layout.currency or (min(self._stated) if len(self._stated) == 1 else default)
        self._beside = layout.money.sources if layout.currency_column is None else ()
        self._codes: dict[str, str | None] = {}

    def of(self, number: int, cells: Sequence[str]) -> str | None:
        """The code; None where the row's cell holds none and other rows show that it should."""
        column = self._column
        text = cells[column] if column is not None else ""
        if not text:
            return self._beside_amount(cells) or self._fallback
        code = self._codes.get(text)
        if code is not None or column is None:
            return code
        code = code_of(text) or None
        if code is None and len(self._layout.columns.profiles[column].distinct or ()) == 1:
            message = f"“{text}” is no currency code; {self._fallback} was taken."
            self._findings.once("unknown_currency", message, line=number)
            code = self._fallback
        self._codes[text] = code
        return code

    def tell_taken(self, number: int, cells: Sequence[str]) -> None:
        """Say of a row with an amount that its cell is blank though the column names currencies on other rows."""
        if self._column is None or not self._stated or cells[self._column] or self._beside_amount(cells):
            return
        name = self._layout.columns.name(self._column)
        message = f"Line {number} names no currency in column “{name}”; {self._fallback} was taken."
        self._findings.warn("no_currency", message, line=number, column=name)

    def _beside_amount(self, cells: Sequence[str]) -> str:
        """Where no column holds currencies one file may mix several, each beside its amount."""
        for column in self._beside:
            cell = cells[column]
            named = cell and (cell[-1].isalpha() or cell.lstrip("-+(")[:1].isalpha() or not cell.isascii())
            if named and any(map(str.isdigit, cell)):
                found = currency_in(cell)
                if found:
                    return found
        return ""


def _codes_of(layout: Layout) -> set[str]:
    """The currencies that the cells of the currency column name."""
    if layout.currency_column is None:
        return set()
    return {code for text in layout.columns.profiles[layout.currency_column].distinct or () if (code := code_of(text))}
