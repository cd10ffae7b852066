"""The dialect of a delimited file, found by structure: the one under which most lines hold a whole date and amount."""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.statements.date_fields import date_parts
from app.statements.locale_proof import looks_like_amount

_DELIMITERS = (";", ",", "\t", "|", "^", "~")
_HEAD_CHARACTERS = 65536
_HEAD_LINES = 400


_LONG_DELIMITERS = ("~|~", "|~|", "^|^", "|^|")


@dataclass(frozen=True, slots=True)
class Dialect:
    """The delimiter, the quote mark, and how many lines at the top only declare the delimiter (`sep=;`)."""

    delimiter: str
    quote: str = '"'
    skipped_lines: int = 0


def with_short_delimiters(text: str) -> str:
    """The text with `|` where it divides its cells by three characters, `~|~`; else the same text."""
    for mark in _LONG_DELIMITERS:
        head = _head_lines(text) if mark in text else []
        if head and sum(1 for line in head if mark in line) * 2 > len(head):
            return text.replace(mark, "|")
    return text


def find_dialect(text: str) -> Dialect | None:
    """The dialect that fits the file's head best; None where no delimiter makes a table of it."""
    head = _head_lines(text)
    head = _unwrapped(head)
    if not head:
        return None
    first = head[0].strip().strip('"').lower()
    if first.startswith("sep=") and len(first) == len("sep=") + 1:
        return Dialect(first[-1], skipped_lines=1)
    present = [mark for mark in _DELIMITERS if any(mark in line for line in head)]
    scored = [(_score(head, mark), mark) for mark in present]
    best = max(scored, key=lambda pair: pair[0], default=None)
    if best is None or best[0][1] <= 1:
        return None
    return Dialect(best[1], "'" if _single_quotes(head, best[1]) else '"')


def _head_lines(text: str) -> list[str]:
    head = text[:_HEAD_CHARACTERS]
    lines = head.splitlines(keepends=True)
    if len(text) > len(head) and len(lines) > 1:
        lines.pop()
    return lines[:_HEAD_LINES]


def _unwrapped(head: list[str]) -> list[str]:
    """Lines that were quoted as a whole, as spreadsheets do when they re-save a table, without that dress."""
    cells = [row[0] for row in csv.reader(head) if len(row) == 1 and '"' in head[0][:1]]
    return [f"{cell}\n" for cell in cells] if len(cells) == len(head) else head


def _single_quotes(head: Sequence[str], mark: str) -> bool:
    """Whether cells are wrapped in single quotes, as some Dutch banks do, and the lines are the evener for it."""
    cell = re.compile(rf"(?:^|{re.escape(mark)})'[^']*'(?:{re.escape(mark)}|\s*$)")
    if not any(map(cell.search, head)):
        return False  # one apostrophe in a cell opens nothing
    single, double = (len({len(row) for row in csv.reader(head, delimiter=mark, quotechar=q)}) for q in ("'", '"'))
    return single <= double


def _score(head: Sequence[str], delimiter: str) -> tuple[int, int, int]:
    """Lines with a date cell and an amount cell, then the usual width, then how many lines have it."""
    rows = [row for row in csv.reader(head, delimiter=delimiter) if len(row) > 1]
    if not rows:
        return (0, 0, 0)
    typed = sum(1 for row in rows if is_typed(row))
    width, lines = max(Counter(map(len, rows)).items(), key=lambda pair: (pair[1], pair[0]))
    return (typed, width, lines)


def is_typed(row: Sequence[str]) -> bool:
    """Whether a row holds a whole date and a whole amount."""
    cells = [cell.strip() for cell in row]
    dates = [cell for cell in cells if cell and date_parts(cell) is not None]
    return bool(dates) and any(cell not in dates and looks_like_amount(cell) for cell in cells)
