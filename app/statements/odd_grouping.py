"""Amounts grouped in the Indian twos (`2,15,565`) where the others of a file are not: a mark may be out of place."""

import re
from collections.abc import Collection, Iterable, Mapping

_IN_TWOS = re.compile(r"(?<!\d)\d{1,2}([,.'’ ])\d{2}(?:\1\d{2})*\1\d{3}(?!\d)", re.ASCII)
_IN_THREES = re.compile(r"(?<!\d)(?:\d{3}|\d{1,3}([,.'’ ])\d{3})[,.'’ ]\d{3}(?!\d)", re.ASCII)
"""A hundred thousand and more: `45,000` is written so in both ways."""
_DECIMALS = re.compile(r"\d[.,]\d{1,2}(?!\d)(?![.,]\d)", re.ASCII)
_SHORTEST = 8
"""Characters of the shortest amount in twos: `1,00,000`."""
_COUNTED_IN_LAKHS = frozenset({"INR", "PKR", "BDT", "NPR", "LKR", "BTN", "MVR", "MUR", "SCR", "MMK", "AFN"})
"""The currencies of the lands around India, where amounts are grouped so."""


def counts_in_lakhs(codes: Collection[str], others: Iterable[str] = ()) -> bool:
    """Whether any of the currencies is of the lands around India, or any other figure of the file is in twos."""
    return not _COUNTED_IN_LAKHS.isdisjoint(codes) or any(_IN_TWOS.search(text) is not None for text in others)


def grouped_in_twos_alone(texts: Mapping[int, str], *, usual: bool) -> dict[int, str]:
    """Line -> an amount in twos that no other bears out: as many are in threes, or only it has no decimals.

    Where it is not `usual` in the file, also the only one in twos. `texts`: the printed amounts by the number of
    their line.
    """
    in_twos = {
        line: text for line, text in texts.items() if len(text) >= _SHORTEST and _IN_TWOS.search(text) is not None
    }
    if not in_twos or (len(in_twos) == 1 and not usual):
        return in_twos
    others = [text for line, text in texts.items() if line not in in_twos and text]
    in_threes = sum(_IN_THREES.search(text) is not None for text in others)
    if in_threes >= len(in_twos):
        return in_twos
    whole = {line: text for line, text in in_twos.items() if _DECIMALS.search(text) is None}
    exact = len(in_twos) - len(whole) + sum(_DECIMALS.search(text) is not None for text in others)
    return whole if len(whole) < exact else {}
