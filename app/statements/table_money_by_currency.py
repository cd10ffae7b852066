"""Money in one column a currency, `CAD$` beside `USD$`: brought into one column of amounts and one of currencies."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.statements.column_profiles import sample_of
from app.statements.locale_proof import looks_like_amount
from app.statements.table import Line
from app.statements.table_sections import Section
from app.statements.table_words import Role, currency_in, folded, is_currency_cell, roles_of

_FEWEST = 2


def in_one_amount(section: Section) -> Section:
    """The section with such columns joined, where each row fills just one of them; else the same section."""
    if section.header is None:
        return section
    names = section.header.cells
    columns = next((found for found in _alike(names) if _take_turns(section.body, [*found])), None)
    if columns is None:
        return section
    first, second, *_ = columns
    header = list(names)
    header[first] = f"Amount ({', '.join(names[index] for index in columns)})"
    header[second] = "Currency"
    for index in [*columns][_FEWEST:]:
        header[index] = ""
    body = tuple(_joined(line, columns, width=len(names)) for line in section.body)
    return replace(section, header=Line(section.header.number, header), body=body)


def in_one_currency(section: Section) -> Section:
    """The section with its two columns of currencies, a debit's and a credit's, joined; else the same section."""
    if section.header is None:
        return section
    names = section.header.cells
    found = [index for index, name in enumerate(names) if Role.CURRENCY in roles_of(name)]
    pair = [index for index in found if {Role.DEBIT, Role.CREDIT} & {*roles_of(names[index])}]
    if len(found) != _FEWEST or pair != found or not _fill_by_turns(section.body, pair):
        return section
    header = ["Currency" if index == pair[0] else "" if index == pair[1] else name for index, name in enumerate(names)]
    body = tuple(_with_one(line, pair) for line in section.body)
    return replace(section, header=Line(section.header.number, header), body=body)


def _fill_by_turns(lines: Sequence[Line], pair: Sequence[int]) -> bool:
    """Whether each row of a code has it in one of the two columns."""
    rows = [[cell for index in pair if (cell := line.cell(index))] for line in sample_of(lines)]
    return any(rows) and all(len(cells) < _FEWEST and all(map(is_currency_cell, cells)) for cells in rows)


def _with_one(line: Line, pair: Sequence[int]) -> Line:
    cells = [*line.cells]
    if max(pair) < len(cells):
        cells[pair[0]], cells[pair[1]] = cells[pair[0]] or cells[pair[1]], ""
    return Line(line.number, cells)


def _alike(names: Sequence[str]) -> list[dict[int, str]]:
    """Columns whose names say the same amount, or nothing, and a currency each, all different: column -> code."""
    groups: defaultdict[str, dict[int, str]] = defaultdict(dict)
    for index, name in enumerate(names):
        code = currency_in(name)
        if code and len(name) < 40:
            groups[folded(name).replace(code.casefold(), "").strip()][index] = code
    return [
        found
        for words, found in groups.items()
        if len(set(found.values())) == len(found) >= _FEWEST and roles_of(words)[:1] in ((), (Role.AMOUNT,))
    ]


def _take_turns(lines: Sequence[Line], columns: Sequence[int]) -> bool:
    """Whether nearly all rows fill one of the columns each, with an amount, and two of the columns are used."""
    filled = [[cell for index in columns if (cell := line.cell(index))] for line in sample_of(lines)]
    rows = sum(1 for cells in filled if cells)
    alone = sum(1 for cells in filled if len(cells) == 1 and looks_like_amount(cells[0]))
    used = {index for line in sample_of(lines) for index in columns if line.cell(index)}
    return len(used) >= _FEWEST and alone * 10 >= rows * 9


def _joined(line: Line, columns: Mapping[int, str], *, width: int) -> Line:
    """The row with its amount in the first of the columns and its code in the second."""
    first, second, *_ = columns
    cells = [*line.cells, *[""] * (width - len(line.cells))]
    filled = {index: cells[index] for index in columns if cells[index]}
    for index in columns:
        cells[index] = ""
    if filled:
        cells[first] = " ".join(filled.values())  # two of them at once are no amount, and told as none
        cells[second] = columns[next(iter(filled))]
    return Line(line.number, cells)
