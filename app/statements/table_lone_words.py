"""A word of direction that stands in one row alone and is none of the column's own two is told: it may be a slip."""

from collections import Counter, defaultdict
from collections.abc import Collection

from app.statements.table_findings import Findings
from app.statements.table_flags import direction
from app.statements.table_kind_words import kind_way
from app.statements.table_layout import Layout
from app.statements.table_words import folded

_PAIRS = (
    "d c", "d k", "d h", "s h", "o i", "- +", "dr cr", "db cr", "db kr", "dt ct", "dt kt", "dt cr", "dbit crdt",
    "debit credit", "debit kredit", "debet kredit", "debet credit", "debito credito", "soll haben", "debe haber",
    "out in", "uit in", "ut inn", "af bij",
)  # fmt: skip
"""Debit and credit, debe and haber, Soll and Haben, out and in: what stands beside each other, money out first."""
_PARTNERS = {
    word: frozenset(other for pair in _PAIRS if word in pair.split() for other in pair.split() if other != word)
    for word in " ".join(_PAIRS).split()
}


def tell_lone_words(layout: Layout, used: Collection[str], *, findings: Findings) -> None:
    """A warning for each row whose word is none of the column's own two.

    `used`: the different cells of the column by which rows were read; where they have no sign and all words agree, none
    was needed for that, but one may still be a slip. A column has one word for money in and one for money out; where
    two or more mean the same, those that stand in a single row are told. So is one that no word of the other way
    belongs to, as I beside S, and what only begins like a word of direction (`debite`) where all others are such words.
    """
    column = layout.money.flag
    if column is not None and not used and not _are_signed(layout):
        used = {line.cells[column] for line in layout.section.body if column < len(line.cells)}
    by_way: dict[int, set[str]] = defaultdict(set)
    for cell in used:
        by_way[_way(cell)].add(_word(cell))
    several = {word for way, words in by_way.items() if way and len(words) > 1 for word in words}
    several |= {word for way in (1, -1) for word in by_way[way] if _is_odd(word, by_way[-way])}
    strangers = {_word(cell) for cell in used if cell and not _way(cell) and kind_way(cell)}
    several |= strangers if len(strangers) == 1 and (by_way[1] or by_way[-1]) else set()
    if column is None or not several:
        return
    rows = [line for line in layout.section.body if column < len(line.cells) and _word(line.cells[column]) in several]
    counts = Counter(_word(line.cells[column]) for line in rows)
    name = layout.columns.name(column)
    for line in rows:
        cell = line.cells[column]
        if counts[_word(cell)] == 1:
            way = "in" if kind_way(cell) > 0 else "out"
            message = f"“{cell}” in column “{name}” stands in this row alone; it was read as money {way}."
            findings.warn("lone_direction", message, line=line.number, column=name)


def _are_signed(layout: Layout) -> bool:
    """Whether any amount has a minus of its own, or the balances alone tell the directions."""
    amount = layout.money.amount
    return amount is None or layout.columns.profiles[amount].negative > 0 or layout.sign.ways is not None


def _is_odd(word: str, others: Collection[str]) -> bool:
    """Whether a word is the partner of none for the other way, of which there are some and all have known ones."""
    return bool(others) and all(word not in _PARTNERS.get(other, (word,)) for other in others)


def _way(cell: str) -> int:
    """The way of a word of direction, or of several that agree; what names a kind of payment is no such word."""
    words = folded(cell).split()
    ways = {direction(word) for word in words}
    return direction(cell) or (ways.pop() if len(ways) == 1 and len(words) > 1 else 0)


def _word(cell: str) -> str:
    """A word however it is written; a sign stands for itself."""
    return folded(cell) or cell.strip()
