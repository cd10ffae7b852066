"""Accounts that only their running balances tell apart: below a title these begin anew, and end where it is printed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app.statements.pdf_amounts import minor_in, printed
from app.statements.pdf_entries import Document
from app.statements.pdf_row_builder import PrintedRow
from app.statements.pdf_spans import Span, is_title, titled
from app.statements.table_words import folded

_CARRIED = re.compile(r"carried|brought|reporter|\breport\b|ubertrag|vortrag|sigue|suma|riport|transport|continu")
_FEWEST, _MOST = 2, 12
"""One row alone follows from nothing; where so many follow from none, no balance tells accounts apart."""


@dataclass(frozen=True, slots=True)
class _Link:
    """A row with the size of its amount and the balance beside it, in minor units."""

    row: PrintedRow
    size: int
    balance: int

    def follows(self, before: "_Link") -> bool:
        """Whether it goes on from the row printed before it, oldest or newest first."""
        step = abs(self.balance - before.balance)
        return step in {self.size, before.size}


def spans_by_chains(document: Document) -> list[Span]:
    """From each title below which the balances begin anew to the next; one span where they don't.

    Each must end with a balance that is printed outside of its rows too, and not as one carried over: a page that is
    missing parts rows as well.
    """
    links = list(_links(document))
    breaks = [place for place in range(1, len(links)) if not links[place].follows(links[place - 1])]
    starts = [place for place in breaks if _begins(document, links, place=place)] if len(breaks) <= _MOST else []
    bounds = [0, *starts, len(links)]
    tables = [links[one:two] for one, two in pairwise(bounds)]
    if len(tables) < 2 or not all(_stands_alone(document, tables, place=place) for place in range(len(tables))):
        return []
    spans = [Span(0, tables[1][0].row.number)]
    for before, table in pairwise(tables):
        above, first = before[-1].row.lines[-1], table[0].row.number
        spans[-1] = replace(spans[-1], end=above + 1)
        spans.append(titled(document.table.others, above, first=first))
    return spans


def _links(document: Document) -> Iterator[_Link]:
    for part in document.table.parts:
        roles = document.roles.get(part.rows[0].part) if part.rows else None
        if roles is None or roles.balance is None:
            continue
        for row in part.rows:
            figures = [
                minor_in(row, place, convention=document.convention, digits=document.digits)
                for place in (*roles.sources, roles.balance)
            ]
            sizes = [abs(figure) for figure in figures[:-1] if figure]
            if len(sizes) == 1 and figures[-1] is not None:
                yield _Link(row, sizes[0], figures[-1])


def _begins(document: Document, links: Sequence[_Link], *, place: int) -> bool:
    """Whether a title no line above repeats stands before a row."""
    before, link = links[place - 1], links[place]
    above = [one for one in document.table.others if one.line.number < link.row.number]
    seen = {_letters(one.text) for one in above if one.line.number < before.row.number}
    new = [one for one in above if one.line.number > before.row.lines[-1] and _letters(one.text) not in seen]
    return any(is_title(one) and not one.money and not one.dates for one in new)


def _letters(text: str) -> str:
    return re.sub(r"[\d ]", "", text)


def _stands_alone(document: Document, tables: Sequence[Sequence[_Link]], *, place: int) -> bool:
    """Whether all rows of a table follow one from the other, and its last balance stands beside them once more."""
    table = tables[place]
    if len(table) < _FEWEST or not all(two.follows(one) for one, two in pairwise(table)):
        return False
    start = tables[place - 1][-1].row.number if place else 0
    end = tables[place + 1][0].row.number if place + 1 < len(tables) else 1 << 40
    near = [one for one in document.table.others if start < one.line.number < end]
    told = [money.text for one in near if not _CARRIED.search(folded(one.text)) for money in one.money]
    return bool({_minor(document, text) for text in told} & {table[0].balance, table[-1].balance})


def _minor(document: Document, text: str) -> int | None:
    found = printed(text, document.convention, digits=document.digits)
    return None if found is None else found.minor
