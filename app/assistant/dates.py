"""Single days as people write them: ISO, with slashes or points, and with the month's name."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.assistant.language import Language
from app.domain.period import Period

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_ISO_MONTH = re.compile(r"(\d{4})[-/](\d{1,2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[/.-](\d{4})")
_FULL = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{2}|\d{4})")
_SHORT = re.compile(r"(\d{1,2})([/.])(\d{1,2})\.?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SHORT_YEAR = re.compile(r"'(\d\d)")


@dataclass(frozen=True, slots=True)
class Reference:
    """What relative words are relative to. `data` is the span of days in the vault, None where it is empty."""

    today: date
    data: Period | None = None
    day_first: bool = True
    """Whether 3/4 means the third of April."""
    tax_year: tuple[int, int] = (1, 1)
    """Month and day on which the owner's tax year begins."""


def year_of(word: str) -> int | None:
    """A year as written: 2024, or '24."""
    if _YEAR.fullmatch(word):
        return int(word)
    short = _SHORT_YEAR.fullmatch(word)
    return 2000 + int(short.group(1)) if short else None


def year_said(words: list[str], language: Language, *, today: date) -> int | None:
    """The year that trailing words say: `2024`, `of last year`, `a year ago`, `this year`, nothing: the present one."""
    rest = [word for word in words if word not in {"of", "in", "the", "calendar"}]
    if not rest:
        return today.year
    if len(rest) == 1 and year_of(rest[0]):
        return year_of(rest[0])
    back = _years_back(rest, language)
    return None if back is None else today.year - back


def _years_back(words: list[str], language: Language) -> int | None:
    """How many years before the present one the words say: `last year` one, `year before last` two."""
    count = language.number(words[0]) or 0
    ago = (
        len(words) == 3 and words[1] in {"year", "years", "yr", "yrs"} and words[2] in {*language.lead("ago"), "before"}
    )
    if ago and 0 < count < 100:
        return count
    said = {"year before last": 2, "year before": 1, "year earlier": 1, "prior year": 1, "year": 0}
    found = said.get(" ".join(words))
    if found is not None or len(words) != 2 or words[1] != "year":
        return found
    if words[0] in language.lead("this"):
        return 0
    return 1 if words[0] in (*language.lead("last"), *language.lead("past")) else None


def safe_day(year: int, month: int, *, day: int) -> date | None:
    """The day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def numeric(text: str, reference: Reference) -> Period | None:
    """A day or month written in digits alone."""
    for pattern, read in _READERS:
        match = pattern.fullmatch(text)
        if match:
            return read(match, reference)
    return None


def _one(day: date | None) -> Period | None:
    return Period(day, day) if day else None


def _full(match: re.Match[str], reference: Reference) -> Period | None:
    first, mark, second, year = int(match[1]), match[2], int(match[3]), int(match[4])
    day, month = _ordered(first, second, day_first=reference.day_first or mark == ".")
    return _one(safe_day(year if year > 99 else 2000 + year, month, day=day))


def _short(match: re.Match[str], reference: Reference) -> Period | None:
    day, month = _ordered(int(match[1]), int(match[3]), day_first=reference.day_first or match[2] == ".")
    return _one(latest(lambda year: safe_day(year, month, day=day), reference))


def _ordered(first: int, second: int, *, day_first: bool) -> tuple[int, int]:
    """Day and month; a number above twelve settles it."""
    if first > 12 or (day_first and second <= 12):
        return first, second
    return second, first


def _month(match: re.Match[str], *, year: int, month: int) -> Period | None:
    return Period.month(int(match[year]), int(match[month])) if 1 <= int(match[month]) <= 12 else None


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Reference], Period | None]], ...] = (
    (_ISO, lambda match, _: _one(safe_day(int(match[1]), int(match[2]), day=int(match[3])))),
    (_FULL, _full),
    (_ISO_MONTH, lambda match, _: _month(match, year=1, month=2)),
    (_MONTH_YEAR, lambda match, _: _month(match, year=2, month=1)),
    (_SHORT, _short),
    (_YEAR, lambda match, _: Period.year(int(match[0]))),
    (_SHORT_YEAR, lambda match, _: Period.year(2000 + int(match[1]))),
)


def latest(day_in: Callable[[int], date | None], reference: Reference) -> date | None:
    """The latest such day not after today; where the vault ends before, the latest the vault has."""
    years = range(reference.today.year, reference.today.year - 12, -1)
    days = [day for year in years if (day := day_in(year)) is not None and day <= reference.today]
    if reference.data is not None:
        inside = [day for day in days if _near(day, reference.data)]
        days = inside or days
    return days[0] if days else None


def _near(day: date, data: Period) -> bool:
    return (data.first.year, data.first.month) <= (day.year, day.month) <= (data.last.year, data.last.month)


def named_day(words: list[str], language: Language, *, reference: Reference) -> Period | None:
    """A day or month with the month's name: `march 3 2024`, `3rd march`, `mar '24`, `march`."""
    said = year_said(words[-2:], language, today=reference.today) if len(words) > 3 else None
    words = [*words[:-2], str(said)] if said else words  # `1 december last year`
    months = [number for word in words if (number := language.table("months").get(word))]
    years = [year for word in words if (year := year_of(word))]
    numbers = [int(match[1]) for word in words if (match := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?", word))]
    if len(months) != 1 or len(months) + len(years) + len(numbers) != len(words) or len(numbers) > 1 or len(years) > 1:
        return None
    month = int(months[0])
    if numbers:
        if years:
            return _one(safe_day(years[0], month, day=numbers[0]))
        return _one(latest(lambda year: safe_day(year, month, day=numbers[0]), reference))
    if years:
        return Period.month(years[0], month)
    first = latest(lambda year: date(year, month, 1), reference)
    return Period.month(first.year, month) if first else None
