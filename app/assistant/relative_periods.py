"""Periods counted from the other side of a comparison: `the month before`, `the same month a year earlier`."""

import re
from datetime import date, timedelta

from app.assistant.language import Language
from app.assistant.spans_of_time import unit_of
from app.domain.period import Period

_YEAR_BACK = re.compile(
    r"(?:(?:in )?the |in )?(?:same (?:(?:two|three|four|five|six|\d+) )?"
    r"(?:month|period|time|months|quarter|week|days?|span|stretch)(?: of)?|that|it|one)? ?"
    r"(?:the |a |one )?(?:year (?:before|earlier|prior|previously|ago)|previous year|prior year|last year|"
    r"preceding year|12 months earlier)"
)
_STEP_BACK = re.compile(
    r"(?:(?:in |to )?the )?"
    r"(?:(?:month|week|quarter|period|one|half year) (?:before|prior|earlier|preceding)(?: that| it)?|"
    r"(?:preceding|previous|prior) (?:month|week|quarter|period|one|\d+ months|three months|six months)|"
    r"(?:month|week|quarter) (?:preceding|before) (?:that|it)|before (?:that|then)|one before(?: that)?)"
)
_SAME_POINT = re.compile(
    r"(?:at |by |to )?(?:the |this )?(?:same )?(?:point|time|stage|day)(?: of| in)?(?: the)? (?:last|previous) month"
)
_SAME_DAYS = re.compile(
    r"(?:in |for )?(?:the )?same (?:days|dates|stretch|span|part|first days)(?: of| in)?(?: the)? "
    r"(?:last|previous) month"
)
_STEP_ON = re.compile(
    r"(?:the )?(?:(?P<count>[a-z]+|\d+) )?(?P<unit>month|quarter|week|year|day)s? (?:after|following|"
    r"thereafter)(?: that| it)?"
)
_SAME_OF_YEAR = re.compile(
    r"(?:the )?same (?:(?:two|three|four|five|six|\d+) )?(?:months?|period|time|quarters?|weeks?|days?|span|stretch) "
    r"(?:of|in) (?P<year>(?:19|20)\d\d)"
)
_NAMED_BEFORE = re.compile(r"(?:in |of )?(?:the )?(?P<month>[a-z]+) (?:before|earlier)(?: that)?")
_SAME = re.compile(r"\bsame\b|\bthat\b|^(?:the |a |one )?year (?:before|earlier|prior|previously)$|previous|preceding")


def relative_step(span: str) -> str | None:
    """`year`, `unit`, or the year itself, where a span counts from the other side; None where it stands on its own."""
    text = span.strip()
    if not text:
        return None
    if _STEP_BACK.fullmatch(text):
        return "unit"
    if found := _SAME_OF_YEAR.fullmatch(text):
        return found["year"]
    if _SAME_POINT.fullmatch(text):
        return "point"
    if _SAME_DAYS.fullmatch(text):
        return "days"
    return "year" if _YEAR_BACK.fullmatch(text) and _SAME.search(text) else None


def stepped(period: Period, step: str) -> Period:
    """The period before, or the same days a year earlier."""
    if step in {"unit", "point"}:
        return before(period)
    if step == "days":
        month = unit_of(period.first - timedelta(days=period.first.day), "month")
        first, last = (month.first + timedelta(days=day.day - 1) for day in (period.first, period.last))
        return Period(first, min(last, month.last))
    return _years_earlier(period, period.first.year - int(step) if step.isdigit() else 1)


def _years_earlier(period: Period, years: int) -> Period:
    """The same days so many years before, after where `years` is negative; a month's end stays one."""
    first, last = _in_year(period.first, period.first.year - years), _in_year(period.last, period.last.year - years)
    if (period.last + timedelta(days=1)).day == 1:
        last = Period.month(last.year, last.month).last
    return Period(first, last)


def following(span: str, period: Period, *, language: Language) -> Period | None:
    """`the quarter after`, `the three months after that`: so long, right behind a period; else None."""
    match = _STEP_ON.fullmatch(span.strip())
    if match is None:
        return None
    number = language.number(match.group("count") or "one") or 1
    first = period.last + timedelta(days=1)
    last = unit_of(first, match.group("unit")).last
    for _ in range(number - 1):
        last = unit_of(last + timedelta(days=1), match.group("unit")).last
    return Period(first, last)


def month_before(span: str, period: Period, *, language: Language) -> Period | None:
    """`the november before`: the last month of that name that ended before a period began; else None."""
    match = _NAMED_BEFORE.fullmatch(span.strip())
    number = language.table("months").get(match["month"]) if match else None
    if number is None:
        return None
    this_year = Period.month(period.first.year, int(number))
    return this_year if this_year.last < period.first else Period.month(period.first.year - 1, int(number))


def before(period: Period) -> Period:
    """The period of the same kind just before: the month before a month, else as many days."""
    end = period.first - timedelta(days=1)
    for unit in ("month", "quarter", "half", "year", "week"):
        if unit_of(period.first, unit) == period:
            return unit_of(end, unit)
    return Period(end - timedelta(days=period.days - 1), end)


def _in_year(day: date, year: int) -> date:
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)
