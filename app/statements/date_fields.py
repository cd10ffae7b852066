"""Dates as printed: one that stands there is found part by part, and read under a given order."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from app.domain.statement_kinds import DateOrder
from app.statements.fields import FieldProblem
from app.statements.locale_months import is_weekday, month_number


@dataclass(frozen=True, slots=True)
class DateConvention:
    """How dates are written: the order of their parts, and the latest year a two-digit year may mean."""

    order: DateOrder
    latest_year: int


_TIME = (
    r"(?:(?:\s+[T,;]?\s*|[T,;]\s*|-|(?=\())\(?\d{1,2}[:.h]\d{2}(?:[:.]\d{1,2}(?:[.:,]\d{1,9})?)?\s*(?:(?:[AaPp]\.?\s?[Mm]|[πμ]\.?\s?μ)\.?)?"
    r"\s*(?:[A-Za-z]{1,5}|(?:[A-Z]{3})?[+-]\d{2}:?\d{2})?\)?)?"
)
_NUMERIC = re.compile(rf"(?!\d{{1,3}}\s?:)(\d{{1,4}})\s?([-/.:])\s?(\d{{1,2}})\s?\2\s?(\d{{1,4}})\.?{_TIME}", re.ASCII)
_TO_DATE = re.compile(r"\s?[-–]\s?\d{1,2}\.(?:0?\d|1[0-2])\.\d{2,4}(?![.\d])", re.ASCII)
"""`1.04.25-11.04.25`: a span of days, and no time of day."""
_COMPACT = re.compile(r"(\d{8})(?:[T ]?\d{4,6}(?:\.\d+)?(?:\[[-+.\d]*:?\w*\])?)?", re.ASCII)
_DAY_NAME_YEAR = re.compile(
    rf"(?:[^\W\d]{{2,}}[.,]?\s+)?([0-9]{{1,2}})(?:st|nd|rd|th|º|er)?[\s\-/.]*(?:de\s+)?([^\W\d_]{{3,}})\.?[\s\-/.,]*"
    rf"(?:'\s?(?=[0-9]{{1,2}}(?![0-9])))?(?:de\s+)?([0-9]{{4}}|[0-9]{{1,2}}){_TIME}"
)
_NAME_DAY_YEAR = re.compile(
    rf"(?:[^\W\d]+,\s+)?([^\W\d_]{{3,}})\.?[\s\-/]+([0-9]{{1,2}})(?:st|nd|rd|th)?[\s,\-/]+([0-9]{{4}}|[0-9]{{2}}){_TIME}"
)
_YEAR_NAME_DAY = re.compile(rf"([0-9]{{4}})[\s\-/.]+([^\W\d_]{{3,}})\.?[\s\-/.]+([0-9]{{1,2}}){_TIME}")


@dataclass(frozen=True, slots=True)
class DateParts:
    """The numbers of a printed date; `order` is set where the form itself says which is which."""

    parts: tuple[str, str, str]
    order: DateOrder | None


def parse_date(text: str, convention: DateConvention) -> date | FieldProblem:
    """The calendar day as printed; a time beside it never moves the day."""
    found = date_parts(text)
    if found is None:
        return FieldProblem("not_a_date", text)
    day = day_of(found, convention)
    return day if day is not None else FieldProblem("no_such_day", text)


def day_of(found: DateParts, convention: DateConvention) -> date | None:
    """The day the parts mean under the convention; None where there is none such."""
    order = found.order or convention.order
    one, two, three = found.parts
    if order is DateOrder.YEAR_FIRST:
        year, month, day = one, two, three
    elif order is DateOrder.MONTH_FIRST:
        month, day, year = one, two, three
    else:
        day, month, year = one, two, three
    if len(day) > 2 or len(month) > 2 or len(year) == 3:
        return None
    try:
        return date(_year(year, convention.latest_year), int(month), int(day))
    except ValueError:
        return None


def _year(text: str, latest: int) -> int:
    """A year of one or two digits is the last such year that is not after the latest."""
    if len(text) > 2:
        return int(text)
    if len(text) == 1:
        return 2000 + int(text)
    year = latest - latest % 100 + int(text)
    return year if year <= latest else year - 100


@lru_cache(maxsize=4096)
def date_parts(text: str) -> DateParts | None:
    """The parts of a printed date of any known form; None where the text is no date.

    Of `10/27/2026 as of 10/26/2026` the first: booked on the one, in force since the other.
    """
    text = _bare_date(text.strip())
    if not 5 <= len(text) <= 48:
        return None
    day, as_of, since = text.partition(" as of ")
    if as_of:
        return date_parts(day) if date_parts(since) is not None else None
    numeric = _NUMERIC.fullmatch(text)
    if numeric is not None:
        if _TO_DATE.match(text, numeric.end(4)) is not None:
            return None
        parts = (numeric[1], numeric[3], numeric[4])
        if len(parts[0]) == 4:
            return DateParts(parts, DateOrder.YEAR_FIRST) if len(parts[2]) <= 2 else None
        return DateParts(parts, None) if len(parts[2]) in {2, 4} and len(parts[0]) <= 2 else None
    compact = _COMPACT.fullmatch(text)
    return _compact(compact[1]) if compact is not None else _named(text)


_WEEKDAY = re.compile(r"([^\W\d_]{2,12})\.?,?\s+(?=\d)")
_WEEKDAY_AFTER = re.compile(r"(?<=\d)\.?,?\s+(?!to$|do$)([^\W\d_]{2,13})\.?$")
"""`2025.03.17., kedd`; the first half of a span, `17.03.2025 to`, is no day."""
_AFTER_DATE = re.compile(r"\s*(?:\([^\W\d_]{1,3}\)|г\.?|р\.?)$")
_CLOCK_BEFORE = re.compile(
    r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s?[,;]\s?|\s)(?=\d{1,4}\D)", re.ASCII
)
"""`18:42 29-09-26`: the time of day stands first."""
_EAST_ASIAN = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")


def _bare_date(text: str) -> str:
    """Without time before it, a weekday beside it, or the word for year after it; 2024年3月14日 as numbers."""
    if ":" in text[1:3] and (clock := _CLOCK_BEFORE.match(text)) is not None:
        return text[clock.end() :]
    weekday = _WEEKDAY.match(text) if text[:1].isalpha() else None
    if weekday is not None and is_weekday(weekday[1]):
        text = text[weekday.end() :]
    behind = _WEEKDAY_AFTER.search(text) if text[-1:].isalpha() else None
    if behind is not None and is_weekday(behind[1]) and _NUMERIC.fullmatch(text[: behind.start()]) is not None:
        return text[: behind.start()]
    if text.isascii():
        return text
    return _EAST_ASIAN.sub(r"\1-\2-\3", _AFTER_DATE.sub("", text))


def _compact(eight: str) -> DateParts | None:
    """Eight digits: year first where that is a day of 1900 to 2199, else year last."""
    if "19" <= eight[:2] <= "21" and "01" <= eight[4:6] <= "12" and "01" <= eight[6:] <= "31":
        return DateParts((eight[:4], eight[4:6], eight[6:]), DateOrder.YEAR_FIRST)
    if "19" <= eight[4:6] <= "21":
        return DateParts((eight[:2], eight[2:4], eight[4:]), None)
    return None


def _named(text: str) -> DateParts | None:
    for pattern, year, month, day in ((_DAY_NAME_YEAR, 3, 2, 1), (_NAME_DAY_YEAR, 3, 1, 2), (_YEAR_NAME_DAY, 1, 2, 3)):
        found = pattern.fullmatch(text)
        number = month_number(found[month]) if found is not None else None
        if found is not None and number is not None:
            return DateParts((found[year], str(number), found[day]), DateOrder.YEAR_FIRST)
    return None
