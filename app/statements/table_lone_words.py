"""A word of direction that stands in one row alone, where others mean the same elsewhere, is told: it may be a slip."""

from collections import Counter, defaultdict
from collections.abc import Collection

from app.statements.table_findings import Findings
from app.statements.table_flags import direction
from app.statements.table_layout import Layout
from app.statements.table_words import folded


def tell_lone_words(layout: Layout, used: Collection[str], *, findings: Findings) -> None:
    """A warning for each row whose word is none of the column's own two.

    `used`: the different cells of the column by which rows were read. A column has one word for money in and one for
    money out; where two or more mean the same, those that stand in a single row are told.
    """
    column = layout.money.flag
    by_way: dict[int, set[str]] = defaultdict(set)
    for cell in used:
        by_way[direction(cell)].add(_word(cell))
    several = {word for way, words in by_way.items() if way and len(words) > 1 for word in words}
    if column is None or not several:
        return
    rows = [line for line in layout.section.body if column < len(line.cells) and _word(line.cells[column]) in several]
    counts = Counter(_word(line.cells[column]) for line in rows)
    name = layout.columns.name(column)
    for line in rows:
        cell = line.cells[column]
        if counts[_word(cell)] == 1:
            way = "in" if direction(cell) > 0 else "out"
            message = f"“{cell}” in column “{name}” stands in this row alone; it was read as money {way}."
            findings.warn("lone_direction", message, line=line.number, column=name)


def _word(cell: str) -> str:
    """A word however it is written; a sign stands for itself."""
    return folded(cell) or cell.strip()
