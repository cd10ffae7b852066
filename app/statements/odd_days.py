"""Days whose year has one or two figures where the others of their column have four: the first two may be lost."""

from collections.abc import Collection, Mapping

from app.statements.date_fields import date_parts

_WHOLE = 4
"""Figures of a whole year."""
_FEW = 4
"""One day to so many with a whole year may be told; where there are more, the file writes both."""


def cut_years(texts: Mapping[int, str]) -> dict[int, str]:
    """Line -> a day with a year of one or two figures, where nearly all others, or the only other, have four.

    `texts`: the printed days by the number of their line.
    """
    figures = {text: _figures_of_year(text) for text in set(texts.values())}
    cut = {line: text for line, text in texts.items() if 0 < figures[text] < _WHOLE}
    whole = sum(1 for text in texts.values() if figures[text] == _WHOLE)
    return cut if whole and _are_few(cut, whole) else {}


def _are_few(cut: Collection[int], whole: int) -> bool:
    return len(cut) <= max(1, whole // _FEW)


def _figures_of_year(text: str) -> int:
    """1, 2 or 4; 0 where the text is no day."""
    found = date_parts(text)
    if found is None:
        return 0
    return len(found.parts[0]) if found.order is not None else len(found.parts[2])
