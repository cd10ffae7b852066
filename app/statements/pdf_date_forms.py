"""Dates written otherwise than those of nearly all other rows: two where others have one, or with a mark beside."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from app.statements.pdf_damage import shape_of
from app.statements.pdf_lines import ScannedLine
from app.statements.pdf_row_builder import PrintedRow
from app.statements.pdf_words import Word

_FIGURES = re.compile(r"(?<!9)99?(?!9)")
_LETTERS = re.compile(r"a+\.?")
_USUAL = 2
"""So many rows must be written alike, and two in three of all, for others to be odd."""
_CLOSE = 0.7  # no money: text sizes
Form = tuple[str, ...]
Beside = tuple[str, list[str], str]


def oddly_dated(rows: Sequence[PrintedRow], lines: Mapping[int, ScannedLine]) -> Iterator[tuple[PrintedRow, str]]:
    """The rows of a part whose dates are written otherwise than nearly all others, and what stands there."""
    printed = {row.number: _printed(row, lines) for row in rows if row.dated and row.number in lines}
    forms = {
        number: _form(before, dates, beside=beside) for number, (before, dates, beside) in printed.items() if dates
    }
    usual, count = next(iter(Counter(forms.values()).most_common(1)), ((), 0))
    if count < _USUAL or 3 * count < 2 * len(forms):
        return
    for row in rows:
        form = forms.get(row.number, ()) if row.dated else ()
        if form != usual[: len(form)]:
            before, dates, beside = printed[row.number]
            yield row, " ".join([before, *dates, beside]).strip()


def _printed(row: PrintedRow, lines: Mapping[int, ScannedLine]) -> Beside:
    """The dates of a row, none where they stand on another line, between a mark close before and a word behind."""
    words, first, end = lines[row.number].line.words, row.dates[0].first, row.dates[-1].end
    dates = [" ".join(word.text for word in words[day.first : day.end]) for day in row.dates if day.end]
    before = words[first - 1].text if row.dates[0].end and _is_close(words, first) else ""
    behind = words[end].text if _is_close(words, end) else ""
    return "" if any(map(str.isalnum, before)) else before, dates, behind


def _is_close(words: Sequence[Word], place: int) -> bool:
    """Whether a word stands right behind the one before it."""
    return 0 < place < len(words) and words[place].left - words[place - 1].right < _CLOSE * words[place].size


def _form(before: str, dates: Sequence[str], *, beside: str) -> Form:
    """What stands where: `1 Oct.` is written as `12 June`, but a year of two figures unlike one of four."""
    shapes = [_LETTERS.sub("a", _FIGURES.sub("9", shape_of(text))) for text in dates]
    return (*(("before",) if before else ()), *shapes, *(("beside",) if beside else ()))
