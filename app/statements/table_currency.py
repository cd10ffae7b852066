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
        self._fallback = layout.currency or default
        self._codes: dict[str, str | None] = {}

    def of(self, number: int, cells: Sequence[str]) -> str | None:
        """The code; None where the row's cell holds none and other rows show that it should."""
        column = self._layout.currency_column
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

    def _beside_amount(self, cells: Sequence[str]) -> str:
        """Where no column holds currencies one file may mix several, each beside its amount."""
        for column in self._layout.money.sources if self._layout.currency_column is None else ():
            cell = cells[column]
            if cell and (cell[-1].isalpha() or cell[0].isalpha() or not cell.isascii()):
                found = currency_in(cell)
                if found:
                    return found
        return ""
