"""What the cells of a column are: days, amounts, codes, words; counted over a sample of the rows."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.currency import is_currency
from app.statements.date_fields import date_parts
from app.statements.locale_proof import looks_like_amount
from app.statements.table import Line
from app.statements.table_flags import is_flag
from app.statements.table_words import is_currency_cell

_SAMPLE = 400
_MONEY = re.compile(r"[-+(−▲△]|[.,]\d{1,2}\D*$|[€$£¥₹₴]")
_NEARLY = re.compile(r"(?=.{2,14}$)[-+(]?[\d.,']*\w?[\d.,']+")
_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9 ]{10,36}|[A-Z0]{1,2}\d{13,30}")
_NUMBER = re.compile(r"[\dX*. /-]{5,34}[A-Z]?")
_BEFORE_NEGATIVE = ("-", "(", "−", "▲", "△")


@dataclass(slots=True)
class Profile:
    """What the cells of a column are, counted over a sample of rows."""

    filled: int = 0
    dates: int = 0
    amounts: int = 0
    money: int = 0
    """Amounts that show decimals, a sign or a currency, which bare numbers don't."""
    nearly: int = 0
    """Cells of digits with a stray letter: a damaged amount must not cost the column its role."""
    negative: int = 0
    codes: int = 0
    flags: int = 0
    numbers: int = 0
    """IBANs and account numbers."""
    letters: int = 0
    distinct: set[str] | None = None

    def mostly(self, count: int, share: int = 60) -> bool:
        """Whether at least `share` percent of the filled cells were counted."""
        return self.filled > 0 and count * 100 >= share * self.filled


def sample_of(lines: Sequence[Line]) -> Sequence[Line]:
    """At most a few hundred lines spread over all, so that profiling costs the same for any length."""
    if len(lines) <= _SAMPLE:
        return lines
    step = len(lines) // (_SAMPLE // 2)
    return [*lines[: _SAMPLE // 2], *lines[_SAMPLE // 2 :: step]]


def profiles_of(lines: Iterable[Line], width: int) -> list[Profile]:
    """One profile a column over the given lines."""
    profiles = [Profile(distinct=set()) for _ in range(width)]
    for line in lines:
        for profile, cell in zip(profiles, line.cells, strict=False):
            if cell:
                _count(profile, cell)
    return profiles


def _count(profile: Profile, cell: str) -> None:
    profile.filled += 1
    if profile.distinct is not None and len(profile.distinct) < 64:
        profile.distinct.add(cell)
    if date_parts(cell) is not None:
        profile.dates += 1
    if looks_like_amount(cell):
        profile.amounts += 1
        profile.money += cell == "0" or _MONEY.search(cell) is not None
        profile.negative += cell.startswith(_BEFORE_NEGATIVE) or cell.endswith("-") or "-" in cell[:4]
    elif any(char.isalpha() for char in cell):
        profile.letters += 1
        profile.nearly += _NEARLY.fullmatch(cell) is not None
    profile.codes += (len(cell) == 3 and cell.isalpha() and (cell.isupper() or is_currency(cell))) or is_currency_cell(
        cell
    )
    profile.flags += is_flag(cell)
    profile.numbers += len(cell) >= 5 and (_IBAN.fullmatch(cell) or _NUMBER.fullmatch(cell)) is not None
