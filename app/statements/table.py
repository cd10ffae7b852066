"""A delimited text as numbered lines of cells, whole and unguessed; broken quoting is refused with its line."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.domain.errors import StatementRefusedError
from app.statements.dialect import Dialect, is_typed
from app.statements.table_flags import direction
from app.statements.table_words import Role, roles_of

_CELL_LIMIT = 1 << 20
_COLUMN_LIMIT = 4096
_LOOKED_AT = 400
_PLACEHOLDERS = frozenset(("-", "--", "—", "–", "n/a", "N/A", "NULL", "null"))
_PLACEHOLDER = re.compile(r"[;,\t|\"][ \"]*(?:-{1,2}|[—–]|[nN]/[aA]|NULL|null)[ \"]*[;,\t|\r\n\"]")
_PLUS = re.compile(r"[;,\t|\"][ \"]*\+[ \"]*[;,\t|\r\n\"]")
_TEXT_MARK = re.compile(r"[;,\t|\"\n]'[\w+-]")
_REMEDY = "Download the file again, or open it in a text editor and mend that line."


class Line(NamedTuple):
    """One line of a table: its 1-based number in the file and its cells without the space around them."""

    number: int
    cells: list[str]

    def cell(self, index: int) -> str:
        """The cell of a column; empty where the line ends before it."""
        return self.cells[index] if index < len(self.cells) else ""


def split_lines(text: str, dialect: Dialect) -> list[Line]:
    """All lines that are not blank; raises StatementRefusedError for quotes that never close and absurd sizes."""
    csv.field_size_limit(_CELL_LIMIT)
    dressed = '="' in text or '"""' in text or dialect.quote == "'" or _PLACEHOLDER.search(text) is not None
    blank = _PLACEHOLDERS - {"-"} if dressed and _PLUS.search(text) is not None else _PLACEHOLDERS
    lines: list[Line] = []
    dashed: list[tuple[int, list[int]]] = []
    try:
        for number, row in _numbered(text, dialect):
            cells = [_undressed(cell, blank) for cell in row] if dressed else [*map(str.strip, row)]
            if any(cells):
                lines.append(Line(number, cells))
                if dressed and "-" in row:
                    dashed.append((len(lines) - 1, [at for at, cell in enumerate(row) if cell == "-"]))
            if len(cells) > _COLUMN_LIMIT:
                raise StatementRefusedError(f"Line {number} has {len(cells)} columns.", _REMEDY, line=number)
    except csv.Error as problem:
        number = lines[-1].number + 1 if lines else 1
        message = f"The table breaks at line {number}: {problem}."
        raise StatementRefusedError(message, _REMEDY, line=number) from problem
    _keep_minus_signs(lines, dashed)
    lines = _unwrapped(lines, dialect)
    return _without_text_marks(lines) if _TEXT_MARK.search(text) is not None else lines


def _keep_minus_signs(lines: Sequence[Line], dashed: Sequence[tuple[int, list[int]]]) -> None:
    """A minus alone says that money went out where its column is named so and has no other word for that.

    `dashed`: places in `lines`, each with the columns in which a minus stood that was taken for an empty cell.
    """
    for column in {column for _, found in dashed for column in found}:
        cells = [line.cells[column] for line in lines if column < len(line.cells) and line.cells[column]]
        named = any(roles_of(cell)[:1] == (Role.FLAG,) for cell in cells[:1])
        if named and not any(direction(cell) < 0 or any(map(str.isdigit, cell)) for cell in cells[1:]):
            for place, found in dashed:
                if column in found:
                    lines[place].cells[column] = "-"


def usual_width(lines: Sequence[Line]) -> int:
    """The number of cells most lines have."""
    return max(Counter(len(line.cells) for line in lines).items(), key=lambda pair: (pair[1], pair[0]))[0]


def _numbered(text: str, dialect: Dialect) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=dialect.delimiter, quotechar=dialect.quote)
    before = 0
    for row in reader:
        number, before = before + 1, reader.line_num
        if number <= dialect.skipped_lines:
            continue
        if before - number > 0:
            _check_quotes(row, number, dialect=dialect)
        yield number, row


def _check_quotes(row: list[str], number: int, *, dialect: Dialect) -> None:
    """A quote that was never closed swallows whole lines into one cell: the lines in it are rows of their own."""
    for cell in row:
        inner = cell.splitlines()[1:]
        parts = [line.split(dialect.delimiter) for line in inner]
        if any(len(part) >= max(3, len(row) - 1) and is_typed(part) for part in parts):
            raise StatementRefusedError(
                f"A quotation mark opened on line {number} is not closed where its cell ends.", _REMEDY, line=number
            )


def _undressed(cell: str, blank: frozenset[str]) -> str:
    """Without spreadsheet dress: `="0012"`, a second pair of quotes, single quotes around the cell.

    `blank`: what stands for an empty cell; a minus does not in a file that also has cells with a plus alone.
    """
    cell = cell.strip()
    if cell in blank:
        return ""
    if cell.startswith('="') and cell.endswith('"'):
        cell = cell[2:-1]
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        cell = cell[1:-1].replace('""', '"')
    return cell.strip()


def _without_text_marks(lines: list[Line]) -> list[Line]:
    """Without the `'` by which spreadsheets keep figures as text, in columns where nearly every cell has it.

    Where it stands before figures without letters only, words need none: `PEND` in the place of a day.
    """
    marked: Counter[int] = Counter()
    filled: Counter[int] = Counter()
    texts: Counter[int] = Counter()
    for line in lines[:_LOOKED_AT]:
        for index, cell in enumerate(line.cells):
            marked[index] += _has_text_mark(cell)
            texts[index] += _has_text_mark(cell) and any(map(str.isalpha, cell))
            counts = marked[index] and (texts[index] or cell[:1] == "'" or cell[:1].isdigit())
            filled[index] += bool(cell and counts)  # the header and what stands above it have none
    columns = [index for index, count in marked.items() if count > 1 and count * 10 >= filled[index] * 9]
    for line in lines if columns else ():
        for index in columns:
            if index < len(line.cells) and _has_text_mark(line.cells[index]):
                line.cells[index] = line.cells[index][1:].strip()
    return lines


def _has_text_mark(cell: str) -> bool:
    return len(cell) > 1 and cell[0] == "'" and cell[-1] != "'"


def _unwrapped(lines: list[Line], dialect: Dialect) -> list[Line]:
    """Lines that were quoted as a whole are split once more."""
    wrapped = sum(1 for line in lines if len(line.cells) == 1 and dialect.delimiter in line.cells[0])
    if not lines or wrapped * 2 <= len(lines):
        return lines
    return [Line(line.number, _split_again(line, dialect)) for line in lines]


def _split_again(line: Line, dialect: Dialect) -> list[str]:
    try:
        cells = next(csv.reader([line.cells[0]], delimiter=dialect.delimiter))
    except csv.Error as problem:
        message = f"The table breaks at line {line.number}: {problem}."
        raise StatementRefusedError(message, _REMEDY, line=line.number) from problem
    return [_undressed(cell, _PLACEHOLDERS) for cell in cells]
