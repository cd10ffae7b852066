"""Amounts of an OFX file that are grouped by the mark its others have before their decimals: it may be out of place."""

import re
from collections.abc import Iterator

from app.domain.statement import Finding
from app.domain.statement_kinds import Severity

_GROUPED = re.compile(r"[+-]?\d{1,3}([.,])\d{3}(?:(?:\1\d{3})+|(?:\1\d{3})*(?!\1)[.,]\d\d)[+-]?", re.ASCII)
_MOST = 50


class DecimalMarks:
    """Notes which mark stands before the decimals of a file, and which amounts are grouped by a mark."""

    def __init__(self) -> None:
        self._decimal: set[str] = set()
        self._grouped: list[tuple[str, str, int]] = []

    def note(self, printed: str, line: int) -> None:
        """Take in the printed amount of a row."""
        mark, found = printed[-3:-2], _GROUPED.fullmatch(printed.strip())
        if found is None and mark in {".", ","} and printed.count(mark) == 1:
            self._decimal.add(mark)
        elif found is not None and len(self._grouped) < _MOST:
            self._grouped.append((found[1], printed.strip(), line))

    def odd(self) -> Iterator[Finding]:
        """A warning for each amount grouped by a mark that stands before the decimals elsewhere (OFX 2.3 §3.2.9.1)."""
        for mark, printed, line in self._grouped:
            if mark in self._decimal:
                message = f"The amount {printed} was read as grouped; elsewhere “{mark}” stands before the decimals."
                yield Finding(severity=Severity.WARNING, code="odd_amount", message=message, line=line, column="TRNAMT")
