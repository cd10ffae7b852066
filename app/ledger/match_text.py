"""Compare the printed texts of two rows: equal after tidying, or alike enough to mean the same payee."""

import re
import unicodedata

from rapidfuzz import fuzz

_SPACE = re.compile(r"\s+")
_DIGITS = re.compile(r"[\d*#/.:,-]+")
ALIKE_PERCENT = 82
"""Chosen by hand over card texts: shops with another town stay alike, two shops of one street don't."""


def normalised(text: str) -> str:
    """The text without differences of case, width and spacing, which banks change between files."""
    if text.isascii():
        return " ".join(text.split()).casefold()
    return _SPACE.sub(" ", unicodedata.normalize("NFKC", text)).strip().casefold()


def alike(one: str, other: str) -> bool:
    """Whether two normalised texts may name the same payee; numbers in them don't count."""
    left, right = _words(one), _words(other)
    if not left or not right:
        return one == other
    return fuzz.token_set_ratio(left, right) >= ALIKE_PERCENT


def _words(text: str) -> str:
    return " ".join(_DIGITS.sub(" ", text).split())
