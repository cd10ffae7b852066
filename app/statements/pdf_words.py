"""The text of a page by where it stands: characters become words, words become lines, in whatever order drawn."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

Points = float  # no money
"""Lengths on a page, 72 to the inch."""
_SAME_LINE = 0.36  # no money: share of the text size by which the baselines of one line may differ
_WORD_GAP = 0.18  # no money: share of the text size that parts words; a space is about 0.27
_SPACE_GAP = 0.06  # no money
_PHRASE_GAP = 0.75  # no money


class Glyph(NamedTuple):
    """One character: its left and right edge and baseline in points from the page's top left, and its text size."""

    char: str
    left: Points
    right: Points
    baseline: Points
    size: Points


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


def lines_of(glyphs: Sequence[Glyph], page: int, *, first_number: int) -> list[PageLine]:
    """The lines of a page from top to bottom."""
    found: list[PageLine] = []
    for group in _by_baseline(glyphs):
        words = tuple(_words(group))
        if words:
            baseline = sum(glyph.baseline for glyph in group) / len(group)
            found.append(PageLine(page, first_number + len(found), baseline, words))
    return found


def phrases(words: Sequence[Word], *, gap: Points = _PHRASE_GAP) -> list[Word]:
    """Words with no more than a usual space between them joined: the cells of a line without ruled columns."""
    joined: list[Word] = []
    for word in words:
        last = joined[-1] if joined else None
        if last is not None and word.left - last.right <= gap * max(last.size, word.size):
            joined[-1] = Word(f"{last.text} {word.text}", last.left, word.right, last.size)
        else:
            joined.append(word)
    return joined


def _by_baseline(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    groups: list[list[Glyph]] = []
    top = size = 0.0  # no money
    for glyph in sorted(glyphs, key=lambda one: (one.baseline, one.left)):
        drawn = size if glyph.char.isspace() else min(size, glyph.size)
        if groups and glyph.baseline - top <= _SAME_LINE * drawn:
            groups[-1].append(glyph)
        elif not glyph.char.isspace():
            groups.append([glyph])
            top, size = glyph.baseline, glyph.size
    return groups


def _words(group: Sequence[Glyph]) -> Iterable[Word]:
    """A gap or a drawn space parts words; a character printed twice to make it bold counts once."""
    ordered = sorted(group, key=lambda one: one.left)
    text, left, last, spaced = "", 0.0, None, False  # no money
    for glyph in ordered:
        if glyph.char.isspace():
            spaced = True
            continue
        if last is not None and _is_twin(last, glyph):
            continue
        if last is not None and _parts(last, glyph, spaced=spaced):
            yield Word(text, left, last.right, last.size)
            text = ""
        if not text:
            left = glyph.left
        text, last, spaced = text + glyph.char, glyph, False
    if last is not None and text:
        yield Word(text, left, last.right, last.size)


def _is_twin(last: Glyph, glyph: Glyph) -> bool:
    return last.char == glyph.char and glyph.left - last.left < 0.3 * (last.right - last.left)  # no money


def _parts(last: Glyph, glyph: Glyph, *, spaced: bool) -> bool:
    """A space, drawn or seen by the engine, parts words; between digits only a gap does, for kerning looks like one."""
    gap = glyph.left - last.right
    spaced = spaced and not (_is_figure(last.char) and _is_figure(glyph.char))
    return gap > (_SPACE_GAP if spaced else _WORD_GAP) * max(last.size, glyph.size)


def _is_figure(char: str) -> bool:
    return char.isdigit() or char in ".,"
