"""Two tables of transactions beside each other, as on a bill set like a newspaper: the left one, then the right."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from app.statements.pdf_lines import ScannedLine
from app.statements.pdf_words import PageLine, Points, Word

_ASIDE: Points = 3.0  # no money
_APART: Points = 100.0  # no money: points by which the second table stands right of the first
_FEWEST = 3
_LINE_GAP = 2.5  # no money: text sizes
_GAP = 0.75  # no money: text sizes before a word that begins a cell


def parted_at_gutter(lines: Sequence[ScannedLine]) -> list[PageLine] | None:
    """All lines anew: on each page those left of the space between two tables, then those right of it.

    None where no page has dates in two places far apart. What stands above and below both tables stays where it is.
    """
    result: list[PageLine] = []
    parted = False
    for _, held in groupby(lines, key=lambda one: one.line.page):
        page = list(held)
        edge = _edge(page)
        parted |= edge is not None
        result += _parted([one.line for one in page], edge) if edge is not None else [one.line for one in page]
    return [replace(line, number=number) for number, line in enumerate(result, start=1)] if parted else None


def _edge(page: Sequence[ScannedLine]) -> Points | None:
    """The left edge of the second table: where dates begin cells far right of the first dates."""
    starts = [_begins(one) for one in page if one.dates and one.money]
    places = Counter(round(left) for lefts in starts for left in lefts)
    first = min((place for place, count in places.items() if count >= _FEWEST), default=None)
    far = [place for place, count in places.items() if first is not None and place > first + _APART]
    best = max(far, key=lambda place: places[place], default=None)
    return None if best is None or places[best] < _FEWEST else best - _ASIDE


def _begins(one: ScannedLine) -> Iterator[Points]:
    """Where dates, or what may be one, begin cells of a line."""
    words = one.line.words
    for place, word in enumerate(words):
        if word.text[0].isdigit() and _begins_cell(words, place) and any(money.first > place for money in one.money):
            yield word.left


def _begins_cell(words: Sequence[Word], place: int) -> bool:
    return place == 0 or words[place].left - words[place - 1].right > _GAP * words[place].size


def _parted(page: Sequence[PageLine], edge: Points) -> list[PageLine]:
    held = [index for index, line in enumerate(page) if any(abs(word.left - edge) <= 2 * _ASIDE for word in line.words)]
    first, end = held[0], held[-1] + 1
    while end < len(page) and _goes_on(page[end - 1], page[end], edge=edge):
        end += 1
    sides: tuple[list[PageLine], list[PageLine]] = ([], [])
    for line in page[first:end]:
        left = tuple(word for word in line.words if word.left < edge)
        right = line.words[len(left) :]
        if left and right and not _begins_cell(line.words, len(left)):
            left, right = line.words, ()
        for side, words in zip(sides, (left, right), strict=True):
            if words:
                side.append(replace(line, words=words))
    return [*page[:first], *sides[0], *sides[1], *page[end:]]


def _goes_on(above: PageLine, line: PageLine, *, edge: Points) -> bool:
    """Whether a line close below the others stands on one side: one table is longer than the other."""
    near = line.baseline - above.baseline <= _LINE_GAP * max(line.size, above.size)
    return near and len({word.left < edge for word in line.words}) == 1
