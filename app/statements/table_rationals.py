"""Money kept as fractions, `-4000/100`, as bookkeeping programs do: turned into decimals, column by column."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.statements.column_profiles import sample_of
from app.statements.table import Line
from app.statements.table_sections import Section
from app.statements.table_words import Role, roles_of

_FRACTION = re.compile(r"([-+]?)(\d{1,18})/(\d{1,7})", re.ASCII)
_MONEY = frozenset({Role.AMOUNT, Role.DEBIT, Role.CREDIT, Role.NET, Role.GROSS, Role.FEE, Role.BALANCE})
_HUNDREDTHS = 100


def in_decimals(section: Section) -> Section:
    """The section with decimals in the columns that are named for money and hold fractions; else the same section."""
    if section.header is None:
        return section
    sample = sample_of(section.body)
    named = [index for index, name in enumerate(section.header.cells) if _MONEY & {*roles_of(name)}]
    columns = [index for index in named if _holds_fractions(sample, index)]
    if not columns:
        return section
    return replace(section, body=tuple(_with_decimals(line, columns) for line in section.body))


def _holds_fractions(lines: Sequence[Line], index: int) -> bool:
    """Mostly fractions, hundredths or finer among them: no days without a year; one above the whole: no marks."""
    filled = [line.cells[index] for line in lines if index < len(line.cells) and line.cells[index]]
    found = [match for cell in filled if (match := _FRACTION.fullmatch(cell)) is not None]
    if not found or len(found) * 2 <= len(filled):
        return False
    fine = any(int(match[3]) >= _HUNDREDTHS for match in found)
    return fine and any(match[1] == "-" or int(match[2]) > int(match[3]) for match in found)


def _with_decimals(line: Line, columns: Sequence[int]) -> Line:
    cells = [_decimal(cell) if index in columns else cell for index, cell in enumerate(line.cells)]
    return Line(line.number, cells)


def _decimal(cell: str) -> str:
    """The fraction as a decimal, exactly; the cell itself where it is none, or has no end.

    Never three decimals, which could be read as thousands.
    """
    found = _FRACTION.fullmatch(cell)
    below = int(found[3]) if found is not None else 0
    places = next((places for places in (2, 4, 6) if below and 10**places % below == 0), 0)
    if found is None or not places:
        return cell
    whole, rest = divmod(int(found[2]) * 10**places // below, 10**places)
    return f"{found[1]}{whole}.{rest:0{places}d}"
