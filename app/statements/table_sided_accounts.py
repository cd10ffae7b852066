"""The account's name under `Expense` or under `Income`: the column that is filled tells which way the money went."""

from collections.abc import Sequence
from dataclasses import replace

from app.statements.column_profiles import sample_of
from app.statements.date_fields import date_parts
from app.statements.locale_proof import looks_like_amount
from app.statements.table import Line
from app.statements.table_sections import Section
from app.statements.table_words import Role, roles_of

_SIDES = (Role.DEBIT, Role.CREDIT)


def in_directions(section: Section) -> Section:
    """The section with such a pair made one column of accounts and one of directions; else the same section.

    A row that fills both moves money between two accounts and keeps no direction.
    """
    if section.header is None:
        return section
    names = section.header.cells
    if not any(roles_of(name)[:1] == (Role.AMOUNT,) for name in names):
        return section
    sides = [[at for at, name in enumerate(names) if roles_of(name)[:1] == (role,)] for role in _SIDES]
    if [len(found) for found in sides] != [1, 1]:
        return section
    debit, credit = sides[0][0], sides[1][0]
    if not _are_accounts(sample_of(section.body), debit, credit=credit):
        return section
    header = list(names)
    header[debit], header[credit] = "Account", "Debit/Credit"
    body = tuple(_joined(line, debit, credit=credit) for line in section.body)
    return replace(section, header=Line(section.header.number, header), body=body)


def _are_accounts(lines: Sequence[Line], debit: int, *, credit: int) -> bool:
    """Whether both columns hold names alone, nearly every row just one of them, and some name stands in both."""
    ins, outs = [line.cell(credit) for line in lines], [line.cell(debit) for line in lines]
    cells = {*ins, *outs} - {""}
    if not {*ins} & {*outs} - {""} or not all(any(map(str.isalpha, cell)) for cell in cells):
        return False
    if any(looks_like_amount(cell) or date_parts(cell) is not None for cell in cells):
        return False
    one = sum(1 for pair in zip(ins, outs, strict=True) if pair.count("") == 1)
    return one * 2 > len(lines)


def _joined(line: Line, debit: int, *, credit: int) -> Line:
    out, into = line.cell(debit), line.cell(credit)
    if not (out or into) or max(debit, credit) >= len(line.cells):
        return line
    cells = [*line.cells]
    cells[debit] = out or into
    cells[credit] = "" if out and into else "debit" if out else "credit"
    return Line(line.number, cells)
