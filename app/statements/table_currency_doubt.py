"""Rows whose currency cell is blank where no other money is the usual one: the question which currency they are in."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from app.domain.statement import Decision
from app.statements.column_profiles import sample_of
from app.statements.reader import ReadOptions
from app.statements.table import Line
from app.statements.table_layout import Layout
from app.statements.table_words import code_of

_QUESTION = "currency"
_SHOWN = 3
_LETTERS = (
    ("ILS", re.compile(r"[\u0590-\u05ff]")),
    ("THB", re.compile(r"[\u0e00-\u0e7f]")),
    ("KRW", re.compile(r"[\uac00-\ud7af]")),
    ("JPY", re.compile(r"[\u3040-\u30ff]")),
    ("AMD", re.compile(r"[\u0530-\u058f]")),
    ("GEL", re.compile(r"[\u10a0-\u10ff]")),
)
"""Letters that one country alone writes, and its money."""


def settle_currency(
    layouts: Sequence[Layout], options: ReadOptions, *, layout_name: str
) -> tuple[list[Layout], tuple[Decision, ...]]:
    """The layouts with the currency chosen for rows that name none; the question where nobody has chosen yet."""
    open_ones = {at: blank for at, layout in enumerate(layouts) if (blank := _unnamed(layout, options))}
    if not open_ones:
        return list(layouts), ()
    choices = sorted({code for at in open_ones for code in _choices(layouts[at], options)})
    chosen = options.choice(_QUESTION, layout_name)
    if chosen in choices:
        return [replace(one, currency=chosen) if at in open_ones else one for at, one in enumerate(layouts)], ()
    rows = next(iter(open_ones.values()))[:_SHOWN]
    examples = tuple(tuple(f"{_words(line)} → {code}" for line in rows) for code in choices)
    return list(layouts), (Decision(question=_QUESTION, choices=tuple(choices), examples=examples),)


def _unnamed(layout: Layout, options: ReadOptions) -> list[Line]:
    """The rows with an amount and a blank currency cell; none where one currency stands on nearly all other rows."""
    column = layout.currency_column
    if column is None or layout.currency:
        return []
    first = layout.dates()[0]
    sources = layout.money.sources
    rows = [line for line in sample_of(layout.section.body) if line.cell(first) and any(map(line.cell, sources))]
    codes = Counter(code for line in rows if (code := code_of(line.cell(column))))
    blank = [line for line in rows if not line.cell(column)]
    usual = len(codes) == 1 and codes.total() > len(blank)
    return [] if usual or not codes or _choices(layout, options) == {*codes} == {options.default_currency} else blank


def _choices(layout: Layout, options: ReadOptions) -> set[str]:
    """The currencies of other rows, the owner's, and that of the country whose letters name the columns."""
    column = layout.currency_column
    cells = (layout.columns.profiles[column].distinct or ()) if column is not None else ()
    names = " ".join(layout.columns.names)
    country = next((code for code, letters in _LETTERS if letters.search(names)), "")
    return {code for code in (*map(code_of, cells), country, options.default_currency) if code}


def _words(line: Line) -> str:
    return " ".join(cell for cell in line.cells if cell)[:60]
