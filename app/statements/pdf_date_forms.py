"""Dates written otherwise than those of nearly all other rows: two where others have one, or with a mark behind."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from app.statements.pdf_damage import shape_of
from app.statements.pdf_lines import ScannedLine
from app.statements.pdf_row_builder import PrintedRow

_FIGURES = re.compile(r"(?<!9)99?(?!9)")
_LETTERS = re.compile(r"a+\.?")
_USUAL = 2
"""So many rows must be written alike, and two in three of all, for others to be odd."""
_CLOSE = 0.5  # no money: text sizes
Form = tuple[str, ...]


def oddly_dated(rows: Sequence[PrintedRow], lines: Mapping[int, ScannedLine]) -> Iterator[tuple[PrintedRow, str]]:
    """The rows of a part whose dates are written otherwise than nearly all others, and what stands there."""
    printed = {row.number: _printed(row, lines) for row in rows if row.dated and row.number in lines}
    forms = {number: _form(*texts) for number, texts in printed.items() if texts[0]}
    usual, count = next(iter(Counter(forms.values()).most_common(1)), ((), 0))
    if count < _USUAL or 3 * count < 2 * len(forms):
        return
    for row in rows:
        form = forms.get(row.number, ()) if row.dated else ()
        if form != usual[: len(form)]:
            dates, beside = printed[row.number]
            yield row, " ".join([*dates, beside]).strip()


def _printed(row: PrintedRow, lines: Mapping[int, ScannedLine]) -> tuple[list[str], str]:
    """The dates of a row, none where they stand on another line, and the word close beside the last."""
    words, end = lines[row.number].line.words, row.dates[-1].end
    dates = [" ".join(word.text for word in words[day.first : day.end]) for day in row.dates if day.end]
    close = 0 < end < len(words) and words[end].left - words[end - 1].right < _CLOSE * words[end].size
    return dates, words[end].text if close else ""


def _form(dates: Sequence[str], beside: str) -> Form:
    """What stands where: `1 Oct.` is written as `12 June`, but a year of two figures unlike one of four."""
    shapes = [_LETTERS.sub("a", _FIGURES.sub("9", shape_of(text))) for text in dates]
    return (*shapes, "beside") if beside else tuple(shapes)
