"""Runs of characters without a gap, measured at their ends: letter by letter only where something stands between."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Protocol

from app.statements.pdf_words import Points, Run

Box = tuple[Points, Points, Points, Points]
"""Left, right, bottom and top in points from the page's bottom left."""
Radians = float  # no money
_QUARTER = 1.5707963  # no money
_UNBROKEN = re.compile(r"[^\x00\x02\n\r\xad\ufffe\uffff\s]+[\x02\ufffe]?|[\x02\ufffe]")
"""The engine's own sign for a hyphen that ends a line counts: it may be the minus of `12,50 EUR-`."""
_WIDER, _TIGHTER = 0.05, 0.1  # no money: text sizes a run may be wider than its letters; tighter, a letter
_TINY = 2.5  # no money: points
_SMALLER = 0.35  # no money
"""Share of the size before it below which a letter is none of the same text."""
_HYPHENS = str.maketrans("\u2010\u2011\x02\ufffe", "----")


class PageText(Protocol):
    """What the engine says of a page's characters, each by its index in `text`."""

    text: str

    def box(self, index: int) -> Box:
        """From the origin of a character to the next one's, from the font's descent to its ascent."""

    def origin(self, index: int) -> tuple[Points, Points]:
        """Where its baseline begins."""

    def angle(self, index: int) -> Radians:
        """Its direction, clockwise from level."""

    def font_size(self, index: int) -> Points:
        """The size the document sets, scaled by its matrix."""

    def font(self, index: int) -> int:
        """A number that is the same for characters of one font."""


def runs_of(page: PageText, *, width: Points, height: Points) -> list[Run]:
    """The runs upright in the page's main direction, turned so that text goes left to right from the top.

    What is far too small to be read by eye is left out: labels for screen readers, `blank.`, beside each cell.
    """
    found = list(_Measuring(page).runs())
    turns = Counter[int]()
    for turn, run in found:
        turns[turn] += len(run.text)
    if not turns:
        return []
    main = turns.most_common(1)[0][0]
    down = height if main == 0 else width
    least = _readable(run for _, run in found)
    return [run._replace(baseline=run.baseline + down) for turn, run in found if turn == main and not run.size < least]


def _readable(runs: Iterable[Run]) -> Points:
    """The size below which nobody can read a text that stands beside one of the page's usual size."""
    sizes = Counter[Points]()
    for run in runs:
        sizes[round(run.size, 1)] += run.size > _TINY and len(run.text)
    usual = sizes.most_common(1)[0][0]
    return _TINY if usual > 2 * _TINY and sizes[usual] else 0.0  # no money


class _Measuring:
    """One page, with the widths of its letters learnt so far by font and height."""

    def __init__(self, page: PageText) -> None:
        self._page = page
        self._widths: dict[tuple[int, int], dict[str, Points]] = {}

    def runs(self) -> Iterator[tuple[int, Run]]:
        """Each run with its direction in quarter turns, counterclockwise; one that stands nowhere has no numbers."""
        text = self._page.text
        for found in _UNBROKEN.finditer(text):
            first, end = found.span()
            spaced = first > 0 and text[first - 1] in " \xa0"
            angle, box = self._page.angle(first), self._page.box(first)
            if not math.isfinite(angle + sum(box)):
                yield 0, Run(text[first:end], math.nan, math.nan, math.nan, 1.0, spaced)  # no money
                continue
            turn = -round(angle / _QUARTER) % 4
            size = self._size(first, box, turn=turn)
            whole = self._whole(first, end, box=box, turn=turn, size=size)
            if whole is not None:
                yield turn, whole._replace(spaced=spaced)
                continue
            for index in range(first, end):
                box = self._page.box(index)
                left, right, baseline = _turned(box, self._page.origin(index), turn=turn)
                letter = text[index].translate(_HYPHENS)
                own = self._size(index, box, turn=turn)
                own = own if own < _SMALLER * size else size
                yield turn, Run(letter, left, right, baseline, own, spaced and index == first)

    def _size(self, index: int, box: Box, *, turn: int) -> Points:
        """A letter's size: as the document sets it, else by its height."""
        tall = abs(box[3] - box[2]) if turn % 2 == 0 else abs(box[1] - box[0])
        size = self._page.font_size(index)
        return max(size if 0.4 * tall <= size <= 1.3 * tall else 0.8 * tall, 1.0)  # no money

    def _whole(self, first: int, end: int, *, box: Box, turn: int, size: Points) -> Run | None:
        """The run as one where it is as wide as its letters; None where a gap or another font must stand in it."""
        origin = self._page.origin(first)
        left, right, baseline = _turned(box, origin, turn=turn)
        if end - first > 1:
            last = self._page.box(end - 1)
            if self._size(end - 1, last, turn=turn) < _SMALLER * size:
                return None
            own = _turned(last, origin, turn=turn)
            wide = self._letters(first, end, size=size, turn=turn)
            if not -_TIGHTER * size * (end - first) <= own[1] - left - wide <= _WIDER * size:
                return None
            right = own[1]
        return Run(self._page.text[first:end].translate(_HYPHENS), left, right, baseline, size)

    def _letters(self, first: int, end: int, *, size: Points, turn: int) -> Points:
        """The widths of all letters of a run."""
        widths = self._widths.setdefault((self._page.font(first), round(size * 64)), {})
        text = self._page.text[first:end]
        try:
            return sum(map(widths.__getitem__, text))
        except KeyError:
            for index, letter in enumerate(text, start=first):
                if letter not in widths:
                    left, right, _ = _turned(self._page.box(index), (0.0, 0.0), turn=turn)  # no money
                    widths[letter] = right - left
        return sum(map(widths.__getitem__, text))


def _turned(box: Box, origin: tuple[Points, Points], *, turn: int) -> tuple[Points, Points, Points]:
    """Left, right and baseline (growing downwards) in the reading direction; turns are quarters, counterclockwise."""
    left, right, bottom, top = box
    across, along = origin
    if turn == 0:
        return left, right, -along
    if turn == 1:
        return bottom, top, across
    if turn == 2:
        return -right, -left, along
    return -top, -bottom, -across
