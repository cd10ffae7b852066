"""Amounts cut in two by the file's own delimiter: `1,200.00` without quotes between commas makes two cells."""

import re
from collections.abc import Sequence

_HEAD = re.compile(r"[^\w\s]{0,3}[A-Z]{0,3}[^\w\s]{0,2} ?\d{1,3}", re.ASCII)
_TAIL = re.compile(r"\d{3}(?:[.,]\d{1,3})?(?:[^\w\s]{1,2}| ?[A-Z]{2,3})?", re.ASCII)


def cut_column(cells: Sequence[str], columns: Sequence[int | None], *, named: int) -> int | None:
    """The first of the `columns` whose figures go on in the next cell, in a line of more cells than are `named`.

    None where the line is no longer than its header, which `named` is the width of; 0 says that there is none.
    """
    if not named or not any(cells[named:]):
        return None
    return next((at for at in columns if at is not None and _is_cut(cells, at)), None)


def _is_cut(cells: Sequence[str], at: int) -> bool:
    tail = cells[at + 1] if at + 1 < len(cells) else ""
    return _TAIL.fullmatch(tail) is not None and _HEAD.fullmatch(cells[at]) is not None
