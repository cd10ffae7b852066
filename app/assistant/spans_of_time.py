"""Periods counted from today: `last month`, `past 3 weeks`, `two months ago`, `the month before last`."""

from datetime import date, timedelta

from app.assistant.amounts import count as counted
from app.assistant.dates import Reference
from app.assistant.language import Language
from app.domain.period import Period


def unit_of(day: date, unit: str) -> Period:
    """The calendar unit a day lies in; weeks begin on Monday."""
    short = {"day": (0, 1), "week": (0, 7), "weekend": (5, 2)}.get(unit)
    if short:
        first = day if unit == "day" else day - timedelta(days=(day.weekday() - short[0]) % 7)
        return Period(first, first + timedelta(days=short[1] - 1))
    if unit == "month":
        return Period.month(day.year, day.month)
    if unit == "quarter":
        return Period.quarter(day.year, (day.month + 2) // 3)
    if unit == "half":
        start = 1 if day.month <= 6 else 7
        return Period(date(day.year, start, 1), Period.month(day.year, start + 5).last)
    return Period.year(day.year)


def as_span(period: Period) -> str:
    """The words a draft says these days with: `2025-11-01 to 2025-11-30`."""
    return f"{period.first.isoformat()} to {period.last.isoformat()}"


def back(unit: str, count: int, *, today: date) -> Period:
    """The calendar unit that lies so many units before the present one."""
    period = unit_of(today, unit)
    for _ in range(count):
        period = unit_of(period.first - timedelta(days=1), unit)
    return period


def last_of(unit: str, count: int, *, today: date) -> Period:
    """So many units that end today: 3 months back to the day after the same day of the month."""
    if unit in {"day", "week", "fortnight"}:
        return Period(today - timedelta(days=count * {"week": 7, "fortnight": 14}.get(unit, 1) - 1), today)
    months = count * {"month": 1, "quarter": 3, "half": 6, "year": 12}.get(unit, 1)
    index = today.year * 12 + today.month - 1 - months
    same = Period.month(index // 12, index % 12 + 1)
    ends_month = (today + timedelta(days=1)).day == 1
    start = same.last if ends_month else same.first.replace(day=min(today.day, same.last.day))
    return Period(start + timedelta(days=1), today)


def running(words: list[str], language: Language, *, reference: Reference) -> Period | None:
    """`last 3 months`, `past week`, `last few weeks`: ending today. `3 months ago`: that calendar month."""
    units, today = language.table("units"), reference.today
    inner = [word for word in words if word not in {"the", "of", "full", *_VAGUE}]
    if len(inner) >= 2 and inner[-1] in language.lead("ago") and inner[-2] in units and "half" not in inner:
        counts = [number for word in inner[:-2] if (number := language.number(word)) is not None]
        alone = len(counts) == len(inner) - 2
        return _ago(units[inner[-2]], counts[-1], today=today) if counts and alone and counts[-1] < 1000 else None
    ended = _hours(inner, language, today=today) or _half_years(words, language, today=today)
    if ended:
        return ended
    if not inner or inner[-1] not in units or set(inner) & set(language.table("months")):
        return None
    if len(inner) == 1:
        several = 3 if inner[0].endswith("s") else 1
        return last_of(units[inner[0]], several, today=today) if {"recent", "latest"} & set(words) else None
    if len(inner) == 2 and (number := language.number(inner[0])) and inner[0] not in {"a", "an", "one", "1"}:
        return last_of(units[inner[1]], number, today=today) if number < 1000 and units[inner[1]] != "weekend" else None
    lasts = (*language.lead("last"), *language.lead("past"))
    return _counted_back(words, inner, language=language, today=today) if set(inner[:-1]) & set(lasts) else None


_VAGUE = frozenset({"recent", "latest", "most", "or", "so", "about", "around", "roughly", "just"})
_WHOLE = frozenset({"full", "whole", "complete", "calendar", "entire", "completed"})
_ROLLING = frozenset({"over", "in", "within"})


def _counted_back(words: list[str], inner: list[str], *, language: Language, today: date) -> Period | None:
    unit = str(language.table("units")[inner[-1]])
    numbers = [number for word in inner[:-1] if (number := language.number(word)) is not None and word != "a"]
    if unit == "weekend" or (len(numbers) > 1 and any(word.isdigit() for word in inner)):
        return None  # `100 from the past 30 days`: one of them is no count of days
    if len(numbers) > 1 and (whole := counted(" ".join(inner[:-1]), language)):
        numbers = [whole]
    if numbers and 0 < numbers[0] < 1000:
        if _WHOLE & set(words) and unit != "fortnight":
            return Period(back(unit, numbers[0], today=today).first, back(unit, 1, today=today).last)
        return last_of(unit, numbers[0], today=today)
    past = inner[0] in language.lead("past") and len(inner) == 2
    led = words[0] in _ROLLING and (words[0] != "in" or "the" in words)  # `in last year` is the one before this
    rolling = led and len(inner) == 3 and inner[-2] in language.lead("last") and unit != "half"
    rolling = rolling and (unit, words[0]) != ("quarter", "in")  # `in the last quarter` is the one of the calendar
    return last_of(unit, 1, today=today) if past or rolling or unit == "fortnight" else None


def _ago(unit: str, count: int, *, today: date) -> Period:
    return back("week", 2 * count, today=today) if unit == "fortnight" else back(unit, count, today=today)


def _hours(inner: list[str], language: Language, *, today: date) -> Period | None:
    """`last 24 hours`: the days they touch."""
    if len(inner) < 2 or inner[-1] not in {"hours", "hour", "hrs", "h"}:
        return None
    count = language.number(inner[-2])
    return Period(today - timedelta(days=-(-count // 24)), today) if count and count < 10_000 else None


def _half_years(words: list[str], language: Language, *, today: date) -> Period | None:
    """`last half year`, `past year and a half`, and the month that `half a year ago` was."""
    if words in (["half", "a", "year", "ago"], ["half", "year", "ago"]):
        return back("month", 6, today=today)
    lasts = {*language.lead("last"), *language.lead("past")}
    if not lasts & set(words):
        return None
    rest = [word for word in words if word not in {*lasts, "the", "in", "over", "a", "one", "1"}]
    months = {"half year": 6, "half-year": 6, "year and half": 18, "and half years": 18}.get(" ".join(rest))
    return last_of("month", months, today=today) if months else None


def whole_months(period: Period, *, today: date) -> Period:
    """The last so many whole months, where a period is so many months up to today: a habit is told by whole ones."""
    for count in range(1, 61):
        if period == last_of("month", count, today=today):
            return Period(back("month", count, today=today).first, back("month", 1, today=today).last)
    return period


def at_present(span: str, language: Language, *, today: date) -> Period | None:
    """The running unit, where a span says `last year`: what it is compared with where nothing else is said."""
    words = [word for word in span.split() if word not in {"the", "in", "of"}]
    if len(words) != 2 or words[0] not in language.lead("last") or words[1] not in language.table("units"):
        return None
    unit = str(language.table("units")[words[1]])
    return None if unit in {"weekend", "fortnight"} else unit_of(today, unit)


def days_ago(span: str, language: Language, *, today: date) -> Period | None:
    """The very day so long ago, where a span says `a month ago` and one day is asked for."""
    words, units = span.split(), language.table("units")
    if len(words) < 3 or words[-1] not in language.lead("ago") or words[-2] not in units:
        return None
    count = language.number(words[-3])
    if count is None or not 0 < count < 1000:
        return None
    day = last_of(str(units[words[-2]]), count, today=today).first - timedelta(days=1)
    return Period(day, day)


def middle_day(span: str, period: Period) -> Period:
    """Of `the middle of october` the fifteenth or so, where one day is asked for; any other period as it is."""
    if not {"mid", "middle", "mid-"} & set(span.split()):
        return period
    day = period.first + timedelta(days=(period.days - 1) // 2)
    return Period(day, day)


_EARLIER = {"before last": 2, "before": 1, "before this": 1, "before this one": 1, "prior": 1, "earlier": 1,
            "past": 1, "gone": 1}  # fmt: skip


def unit_period(words: list[str], language: Language, *, reference: Reference) -> Period | None:
    """`this month`, `last year`, `the month before last`, and `this` or `last` with a month, season or weekday."""
    units, today = language.table("units"), reference.today
    idle = {"the", "in", "during", "over", "of", *_WHOLE}
    inner = [word for word in words if word not in idle or word == words[-1]]
    earlier = _EARLIER.get(" ".join(inner[1:]))
    if earlier and inner[0] in units:
        return back(units[inner[0]], earlier, today=today)
    if len(inner) == 3 and inner[1:] == ["just", "gone"]:
        inner = ["last", inner[0]]
    if len(inner) == 1 and inner[0] == "weekend":
        return unit_of(today, "weekend")
    unit = str(units.get(inner[1], "fortnight")) if len(inner) == 2 else "fortnight"
    if unit == "fortnight":
        return None
    if inner[0] in language.lead("this"):
        return unit_of(today, unit)
    if inner[0] in language.lead("last"):
        return back(unit, 0 if unit == "weekend" and today.weekday() < 5 else 1, today=today)
    return None
