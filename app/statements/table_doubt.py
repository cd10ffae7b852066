"""Directions that a file leaves open: the question for a person, with rows read both ways, and the answer taken."""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.statement import Decision
from app.statements.reader import ReadOptions
from app.statements.table import Line
from app.statements.table_amounts import AmountReader
from app.statements.table_layout import Layout
from app.statements.table_sign import turned

_QUESTION = "sign"
_AS_PRINTED, _INVERTED = "as_printed", "inverted"
_SHOWN = 3


def settle_directions(
    layouts: Sequence[Layout], options: ReadOptions, *, layout_name: str
) -> tuple[list[Layout], tuple[Decision, ...]]:
    """The layouts with every doubt settled as chosen or as likeliest; the decision where nobody has chosen yet."""
    open_ones = [layout for layout in layouts if layout.sign.doubt]
    if not open_ones:
        return list(layouts), ()
    chosen = options.choice(_QUESTION, layout_name)
    if chosen == _INVERTED:
        return [_turned(layout) if layout.sign.doubt else layout for layout in layouts], ()
    if chosen == _AS_PRINTED:
        return list(layouts), ()
    first = open_ones[0]
    examples = tuple(_examples(layout, options.default_currency) for layout in (first, _turned(first)))
    return list(layouts), (Decision(question=_QUESTION, choices=(_AS_PRINTED, _INVERTED), examples=examples),)


def _turned(layout: Layout) -> Layout:
    return replace(layout, sign=turned(layout.sign))


def _examples(layout: Layout, default_currency: str) -> tuple[str, ...]:
    """Rows of both directions, each with the way it would go."""
    reader = AmountReader(layout, layout.amounts.conventions[0])
    width = len(layout.columns.roles)
    shown: list[tuple[bool, str]] = []
    for line in layout.section.body:
        cells = line.cells + [""] * (width - len(line.cells))
        amount = reader.amount(cells, layout.currency or default_currency, line=line.number)
        if isinstance(amount, int) and amount and sum(1 for way, _ in shown if way == (amount > 0)) < _SHOWN - 1:
            shown.append((amount > 0, _words(line, "in" if amount > 0 else "out")))
        if len(shown) == _SHOWN:
            break
    return tuple(text for _, text in shown)


def _words(line: Line, way: str) -> str:
    return f"{' '.join(cell for cell in line.cells if cell)[:60]} → money {way}"
