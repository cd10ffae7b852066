"""The text of a page by where it stands: runs become words, words become lines, in whatever order drawn."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

Points = float  # no money
"""Lengths on a page, 72 to the inch."""
_SAME_LINE = 0.45  # no money: share of the text size by which the baselines of one line may differ
_WORD_GAP = 0.18  # no money: share of the text size that parts words; a space is about 0.27
_SPACE_GAP = 0.06  # no money
_PHRASE_GAP = 0.75  # no money
_INTO = 1.0  # no money: share of the text size by which one word must be printed into another to be no part of it


class Run(NamedTuple):
    """Characters set without a gap: their left and right edge and baseline in points from the page's top left."""

    text: str
    left: Points
    right: Points
    baseline: Points
    size: Points
    spaced: bool = False
    """Whether a space, drawn or seen by the engine, stands before it."""


class Word(NamedTuple):
    """Characters without a gap between them."""

    text: str
    left: Points
    right: Points
    size: Points


@dataclass(frozen=True, slots=True)
class PageLine:
    """One printed line: page and number counted from 1, baseline from the page's top, words from left to right."""

    page: int
    number: int
    baseline: Points
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The whole line with single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def size(self) -> Points:
        """The size of its largest word in points."""
        return max(word.size for word in self.words)


def lines_of(runs: Sequence[Run], page: int, *, first_number: int) -> list[PageLine]:
    """The lines of a page from top to bottom."""
    found: list[PageLine] = []
    for group in _by_baseline(runs):
        words = tuple(_words(group))
        if words:
            baseline = sum(run.baseline for run in group) / len(group)
            found.append(PageLine(page, first_number + len(found), baseline, words))
    return found


def phrases(words: Sequence[Word], *, gap: Points = _PHRASE_GAP) -> list[Word]:
    """Words with no more than a usual space between them joined: the cells of a line without ruled columns.

    Two words printed into each other are of two cells.
    """
    joined: list[Word] = []
    for word in words:
        last = joined[-1] if joined else None
        if last is not None and -_INTO <= (word.left - last.right) / max(last.size, word.size) <= gap:
            joined[-1] = Word(f"{last.text} {word.text}", last.left, word.right, last.size)
        else:
            joined.append(word)
    return joined


def is_ornament(word: Word) -> bool:
    """Whether a word is one sign that says nothing, such as the star of a footnote."""
    return (len(word.text) == 1 and not word.text.isascii()) or word.text in {"*", "(", "#", "^", "~", "|"}


def _by_baseline(runs: Iterable[Run]) -> list[list[Run]]:
    groups: list[list[Run]] = []
    top = size = 0.0  # no money
    for run in sorted(runs, key=_place):
        if groups and run.baseline - top <= _SAME_LINE * min(size, run.size):
            groups[-1].append(run)
        else:
            groups.append([run])
            top, size = run.baseline, run.size
    return groups


_place = attrgetter("baseline", "left")


def _words(group: Sequence[Run]) -> Iterable[Word]:
    """A gap or a space parts words; what is printed twice to make it bold counts once."""
    text, left, last = "", 0.0, None  # no money
    for run in sorted(group, key=attrgetter("left")):
        if last is not None and _is_twin(last, run):
            continue
        if last is not None and _parts(last, run):
            yield Word(text, left, last.right, last.size)
            text = ""
        if not text:
            left = run.left
        text, last = text + run.text, run
    if last is not None and text:
        yield Word(text, left, last.right, last.size)


def _is_twin(last: Run, run: Run) -> bool:
    return last.text == run.text and run.left - last.left < 0.3 * (last.right - last.left)  # no money


def _parts(last: Run, run: Run) -> bool:
    """A space, drawn or seen by the engine, parts words; between digits only a gap does, for kerning looks like one.

    Letters that begin well before others end and reach on are another word, printed into them.
    """
    gap = run.left - last.right
    size = max(last.size, run.size)
    into = run.spaced and -gap >= _INTO * size and run.right - last.right >= _INTO * size
    if gap > _WORD_GAP * size or (into and last.text.isalpha() and run.text.isalpha()):
        return True
    return run.spaced and gap > _SPACE_GAP * size and not (_is_figure(last.text[-1]) and _is_figure(run.text[0]))


def _is_figure(char: str) -> bool:
    return char.isdigit() or char in ".,"
