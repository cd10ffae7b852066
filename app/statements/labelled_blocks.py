"""A text that prints each transaction as lines of label and value, `Amount: -12.40`: brought into a table."""

import re
from collections import Counter
from collections.abc import Sequence

from app.statements.table import Line
from app.statements.table_words import Role, roles_of

_LABELLED = re.compile(r"([^\W\d_][^:;,|\t\d]{1,29}?)[ \xa0]?:(?!//)[ \xa0]*(.*)")
_DAYS = frozenset({Role.BOOKED, Role.MADE, Role.VALUE})
_MONEY = frozenset({Role.AMOUNT, Role.DEBIT, Role.CREDIT})
_FEWEST = 2
_MISSING = "?"
_LOOKED_AT = 400
_Labelled = tuple[int, str, str]
"""The 1-based number of a line, its label (empty where it has none) and the value behind it."""


def block_lines(text: str) -> list[Line] | None:
    """The table: what stands above the blocks, a header of their labels, and a row a block; None for any other text."""
    labels = _repeated_labels([_labelled(0, line) for line in text[: _LOOKED_AT * 200].splitlines()[:_LOOKED_AT]])
    if labels is None:
        return None
    lines = [_labelled(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip(" \xa0\t")]
    start = next(at for at, (_, label, _) in enumerate(lines) if label == labels[0])
    above = [Line(number, [cell for cell in (label, value) if cell]) for number, label, value in lines[:start]]
    rows: list[Line] = []
    last = 0
    for number, label, value in lines[start:]:
        if label == labels[0]:
            rows.append(Line(number, [""] * len(labels)))
        last = labels.index(label) if label in labels else last
        rows[-1].cells[last] = " ".join(part for part in (rows[-1].cells[last], value) if part)
    _mark_missing(labels, rows)
    return [*above, Line(lines[start][0], list(labels)), *rows]


def _mark_missing(labels: Sequence[str], rows: Sequence[Line]) -> None:
    """A day or amount that only few blocks lack is missed in those, and must not pass for an empty cell."""
    for index, label in enumerate(labels):
        filled = sum(1 for row in rows if row.cells[index])
        if (_DAYS | _MONEY) & {*roles_of(label)[:1]} and filled * 10 >= (len(rows) - 1) * 9:
            for row in rows:
                row.cells[index] = row.cells[index] or _MISSING


def _labelled(number: int, line: str) -> _Labelled:
    found = _LABELLED.fullmatch(line.strip(" \xa0\t\r"))
    if found is None:
        return number, "", line.strip(" \xa0\t\r")
    return number, found[1], found[2].strip(" \xa0\t")


def _repeated_labels(lines: Sequence[_Labelled]) -> tuple[str, ...] | None:
    """The labels that come again and again, the one each block begins with first; None where they make no rows."""
    filled = [(label, value) for _, label, value in lines if label or value]
    counts = Counter(label for label, _ in filled if label)
    repeated = tuple(label for label, count in counts.items() if count >= _FEWEST)
    labelled = sum(counts[label] for label in repeated)
    roles = {role for label in repeated for role in roles_of(label)[:1]}
    if not (roles & _DAYS and roles & _MONEY) or labelled * 10 < len(filled) * 7:
        return None
    most = max(counts[label] for label in repeated)
    first = next(label for label in repeated if counts[label] == most)
    return (first, *(label for label in repeated if label != first))
