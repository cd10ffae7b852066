"""QIF dates in the wild to a plain written date, whose order is then proved over the whole file."""

import re

_START = r"\s*(\d{1,4})\s*([-/.])\s*(\d{1,2})\s*([-/.'’])\s*"
_DATE = re.compile(rf"{_START}(\d{{1,4}})(?:[ T]+\d{{1,2}}:\d{{2}}.{{0,12}})?\s*", re.ASCII)
_SINCE_1900 = re.compile(rf"{_START}([01]\d{{2}})(?:[A-Za-z].*)?", re.ASCII)
"""Such programs also let the next text run into the year."""


def plain_date(text: str) -> str:
    """The date with plain separators and no blanks; the text itself where it is none.

    An apostrophe before two digits means the years from 2000 (Quicken: `1/ 1'00`); three digits are years since
    1900, as programs wrote that had not met the year 2000.
    """
    match = _SINCE_1900.fullmatch(text) or _DATE.fullmatch(text)
    if match is None:
        return text.strip()
    one, mark, two, second_mark, three = match.groups()
    if len(three) == 3 and three[0] in "01":
        three = str(1900 + int(three))
    elif second_mark in "'’" and len(three) <= 2:
        three = str(2000 + int(three))
    return f"{one}{mark}{two}{mark}{three}"


def mixes_marks(text: str) -> bool:
    """Whether two different marks part the numbers, `1/20-25`; an apostrophe before the year is Quicken's own."""
    match = _SINCE_1900.fullmatch(text) or _DATE.fullmatch(text)
    return match is not None and match[4] not in {match[2], "'", "’"}
