"""Days with a name: fixed ones out of the language's table, and those that move with Easter or a weekday."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from app.assistant.dates import Reference, latest, safe_day, year_said
from app.assistant.language import Language
from app.assistant.spans_of_time import unit_of
from app.domain.period import Period

LONGEST_NAME = 4
_AROUND = frozenset({"around", "over", "at", "time", "day", "days", "period", "season", "break"})
_MONDAY, _THURSDAY, _SUNDAY = 0, 3, 6


def holiday(words: list[str], language: Language, *, reference: Reference) -> Period | None:
    """The days of that name: `easter`, `black friday 2024`, `christmas week`, `around new year`."""
    plain = [word.replace("'", "") for word in words]
    plain = plain[1:] if plain[:1] == ["the"] else plain
    if plain[:1] in (["holiday"], ["holidays"]) and {"month", "months"} & set(plain):
        return None  # `my holiday month august`
    return _named(plain, language, reference=reference) or _named(
        [word for word in plain if word not in _AROUND], language, reference=reference
    )


def _named(inner: list[str], language: Language, *, reference: Reference) -> Period | None:
    lead = inner[0] if inner and inner[0] in {*language.lead("last"), *language.lead("this"), "past"} else ""
    inner = inner[1:] if lead else inner
    for size in range(min(LONGEST_NAME, len(inner)), 0, -1):
        days = _days_of("_".join(inner[:size]), language, reference=reference)
        if days is None:
            continue
        rest = inner[size:]
        span = rest[0] if rest and rest[0] in {"week", "weekend"} else ""
        found = _in_year(days, rest[1:] if span else rest, language=language, reference=reference)
        return _widened(found, span) if found else None
    return None


_Days = Callable[[int], Period | None]


def _days_of(name: str, language: Language, *, reference: Reference) -> _Days | None:
    """The days of that name in a year; some are others where people write the month first."""
    if not reference.day_first and f"{name}_month_first" in language.table("moving_days"):
        name = f"{name}_month_first"
    fixed = language.table("days").get(name)
    if fixed is not None:
        month, first, last = (int(number) for number in fixed)
        return lambda year: _span(safe_day(year, month, day=first), last - first)
    moving = language.table("moving_days").get(name)
    if moving is None:
        return None
    rule, days = _MOVING[str(moving[0])], int(moving[1])
    return lambda year: _span(rule(year), days - 1)


def _span(first: date | None, more: int) -> Period | None:
    return Period(first, first + timedelta(days=more)) if first else None


def _in_year(days: _Days, rest: list[str], *, language: Language, reference: Reference) -> Period | None:
    if rest:
        year = year_said(rest, language, today=reference.today)
        return days(year) if year else None

    def first_day(year: int) -> date | None:
        found = days(year)
        return found.first if found else None

    start = latest(first_day, reference)
    return days(start.year) if start else None


def _widened(found: Period, span: str) -> Period:
    if span == "week":
        return unit_of(found.first, "week")
    if not span or found.days > 1:
        return found
    saturday = found.first + timedelta(days={0: -2, 6: -1}.get(found.first.weekday(), 5 - found.first.weekday()))
    sunday = saturday + timedelta(days=1)
    return Period(min(found.first, saturday), max(found.first, sunday))


def _nth(month: int, weekday: int, *, number: int) -> Callable[[int], date]:
    """The n-th such weekday of a month; number 0 is the last one."""

    def day(year: int) -> date:
        whole = Period.month(year, month)
        if number == 0:
            return whole.last - timedelta(days=(whole.last.weekday() - weekday) % 7)
        return whole.first + timedelta(days=(weekday - whole.first.weekday()) % 7 + 7 * (number - 1))

    return day


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _after(start: Callable[[int], date], days: int) -> Callable[[int], date]:
    return lambda year: start(year) + timedelta(days=days)


def _before_christmas(sundays: int) -> Callable[[int], date]:
    """That many Sundays before Christmas Day."""

    def day(year: int) -> date:
        eve = date(year, 12, 24)
        return eve - timedelta(days=(eve.weekday() - _SUNDAY) % 7 + 7 * (sundays - 1))

    return day


_THANKSGIVING = _nth(11, _THURSDAY, number=4)
_MOVING: Mapping[str, Callable[[int], date]] = MappingProxyType(
    {
        "good friday": _after(easter, -2),
        "easter sunday": easter,
        "easter monday": _after(easter, 1),
        "ascension": _after(easter, 39),
        "pentecost": _after(easter, 49),
        "thanksgiving": _THANKSGIVING,
        "black friday": _after(_THANKSGIVING, 1),
        "cyber monday": _after(_THANKSGIVING, 4),
        "memorial day": _nth(5, _MONDAY, number=0),
        "labor day": _nth(9, _MONDAY, number=1),
        "presidents day": _nth(2, _MONDAY, number=3),
        "mothers day": _nth(5, _SUNDAY, number=2),
        "fathers day": _nth(6, _SUNDAY, number=3),
        "first advent": _before_christmas(4),
        "second advent": _before_christmas(3),
        "last sunday of october": _nth(10, _SUNDAY, number=0),
        "last sunday of march": _nth(3, _SUNDAY, number=0),
        "first sunday of november": _nth(11, _SUNDAY, number=1),
        "second sunday of march": _nth(3, _SUNDAY, number=2),
    }
)
"""Rules the language's table names; the table says how many days each lasts."""
