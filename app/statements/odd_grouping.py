"""Amounts grouped in the Indian twos (`2,15,565`) where the others of a file are not: a mark may be out of place."""

import re
from collections.abc import Mapping

_IN_TWOS = re.compile(r"(?<!\d)\d{1,2}([,.'’ ])\d{2}(?:\1\d{2})*\1\d{3}(?!\d)", re.ASCII)
_IN_THREES = re.compile(r"(?<!\d)(?:\d{3}|\d{1,3}([,.'’ ])\d{3})[,.'’ ]\d{3}(?!\d)", re.ASCII)
"""A hundred thousand and more: `45,000` is written so in both ways."""
_DECIMALS = re.compile(r"\d[.,]\d{1,2}(?!\d)(?![.,]\d)", re.ASCII)
_SHORTEST = 8
"""Characters of the shortest amount in twos: `1,00,000`."""


def grouped_in_twos_alone(texts: Mapping[int, str]) -> dict[int, str]:
    """Line -> an amount in twos that no other bears out: as many are in threes, or only it has no decimals.

    `texts`: the printed amounts by the number of their line.
    """
    in_twos = {
        line: text for line, text in texts.items() if len(text) >= _SHORTEST and _IN_TWOS.search(text) is not None
    }
    if not in_twos:
        return {}
    others = [text for line, text in texts.items() if line not in in_twos and text]
    in_threes = sum(_IN_THREES.search(text) is not None for text in others)
    if in_threes >= len(in_twos):
        return in_twos
    whole = {line: text for line, text in in_twos.items() if _DECIMALS.search(text) is None}
    exact = len(in_twos) - len(whole) + sum(_DECIMALS.search(text) is not None for text in others)
    return whole if len(whole) < exact else {}
