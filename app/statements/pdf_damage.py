"""Words that were meant as a date or an amount and are none: one or two of their characters are wrong."""

import re
from collections.abc import Collection
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from app.statements.pdf_fields import is_money_text

_MOST_STRAY = 2
_LONGEST = 26
_TIME = re.compile(r"\d{1,2}[:.h]\d{2}([:.]\d{2})?(\s?[AaPp]\.?[Mm]\.?)?\s?([A-Z]{3}|Uhr|h)?", re.ASCII)
_LETTERS = re.compile(r"[^\W\d_]")
_STRAY = re.compile(r"[^\d.,'’\s()+\-−–€$£¥]")
_UNIT = re.compile(r"\((?:CR|DR|Cr|Dr|cr|dr)\)|\b[A-Z]{3}\b|\b(?:CR|DR|Cr|Dr)\b|(?<=\s)[^\W\d_]{1,3}\.?$")


@lru_cache(maxsize=8192)
def shape_of(text: str) -> str:
    """What stands where: `9` for a figure, `a` for a letter, all else as it is."""
    return _LETTERS.sub("a", re.sub(r"\d", "9", text))


def is_damaged_date(text: str, shapes: Collection[str]) -> bool:
    """Whether a text looks like dates of these shapes but for one or two characters; a time of day doesn't."""
    if len(text) > _LONGEST or _TIME.fullmatch(text):
        return False
    if text.isdigit() and not any(shape.isdigit() for shape in shapes):
        return False
    own = shape_of(text)
    return any(Levenshtein.distance(own, shape) <= (2 if len(shape) > 5 else 1) for shape in shapes)


@lru_cache(maxsize=8192)
def is_damaged_money(text: str) -> bool:
    """Whether a text is no amount, but would be with figures for letters, without a mark, or with one more figure."""
    if not _has_figures(text):
        return False
    bare = _UNIT.sub("", text).strip()
    if is_money_text(bare) or len(_STRAY.findall(bare)) > _MOST_STRAY:
        return False
    tried = {_STRAY.sub("0", bare), _STRAY.sub("", bare), f"{bare}0"}
    tried |= {bare[:place] + bare[place + 1 :] for place, char in enumerate(bare) if not char.isdigit()}
    return any(is_money_text(one) for one in tried)


@lru_cache(maxsize=8192)
def is_nearly_figures(text: str) -> bool:
    """Whether a text has figures and hardly anything that no amount has."""
    if not _has_figures(text):
        return False
    return len(_STRAY.findall(_UNIT.sub("", text))) <= _MOST_STRAY


def _has_figures(text: str) -> bool:
    """Whether a text has figures and is no amount; naughts and marks alone, `0.0`, are an empty cell."""
    filled = any(char in "123456789" or char.isalpha() or char in "?#%*" for char in text)
    return filled and len(text) <= _LONGEST and any(map(str.isdigit, text)) and not is_money_text(text)
