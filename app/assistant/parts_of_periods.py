"""Parts of a longer period: `second half of november`, `first ten days of may`, `early 2025`, `5th of last month`."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from app.assistant.dates import Reference, safe_day, year_said
from app.assistant.language import Language
from app.assistant.spans_of_time import last_of, unit_of
from app.domain.period import Period

Whole = Callable[[list[str]], Period | None]
"""What the words for the longer period mean."""
_ORDINAL_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_LONGEST_YEAR, _SHORTEST, _SHORTEST_MONTH = 360, 5, 28
_IN_FRONT = frozenset({"on", "in", "at", "during", "for", "over", "the", "by"})
_UP_TO = frozenset({"to", "until", "ending", "ended", "through", "up"})
_WEEK_WORDS = frozenset({"week", "kw", "cw", "wk"})
_STARTING = frozenset({"starting", "beginning", "commencing", "from", "ending", "of", "around"})


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the rules look things up in."""

    language: Language
    reference: Reference
    whole: Whole


def part_of(words: list[str], language: Language, *, reference: Reference, whole: Whole) -> Period | None:
    """The part of a longer period that the words mean, or None."""
    scene = _Scene(language, reference, whole)
    while words and words[0] in _IN_FRONT:
        words = words[1:]
    for rule in (_week_of, _beside, _first_days, _counted, _to_date, _year_before, _third, _nth, _day_in):
        found = rule(words, scene)
        if found:
            return found
    return None


def _week_of(words: list[str], scene: _Scene) -> Period | None:
    """`week of november 3`, `weekend of 8 november`, `week 45`, `monday of last week`."""
    inner = [word for word in words if word not in {"the", "calendar"}]
    if len(inner) > 2 and inner[0] == "week" and inner[1].isdigit() and 0 < int(inner[1]) < 6:
        outer = scene.whole([word for word in inner[2:] if word not in {"of", "in"}])
        if outer and 27 < outer.days < 32:
            return _numbered(outer, "week", number=int(inner[1]))
    if len(inner) > 1 and inner[0] in _WEEK_WORDS and inner[1].isdigit():
        year = year_said(inner[2:], scene.language, today=scene.reference.today)
        return _numbered_week(int(inner[1]), year, reference=scene.reference, said=bool(inner[2:])) if year else None
    if len(inner) < 2 or inner[0] not in {"week", "weekend"}:
        return _weekday_of(inner, scene.language, whole=scene.whole)
    day = scene.whole([word for word in inner[1:] if word not in _STARTING])
    if not day or day.days > _SHORTEST:
        return None
    if "ending" in inner:
        return Period(day.last - timedelta(days=6), day.last)
    starting = {"starting", "beginning", "commencing", "from"} & set(inner)
    return Period(day.first, day.first + timedelta(days=6)) if starting else unit_of(day.first, inner[0])


def _numbered_week(number: int, year: int, *, reference: Reference, said: bool) -> Period | None:
    """The ISO 8601 week of that number, the latest where no year is said."""
    if not 1 <= number <= 53:
        return None
    for each in (year,) if said else (year, year - 1):
        try:
            first = date.fromisocalendar(each, number, 1)
        except ValueError:
            continue
        if said or first <= reference.today:
            return Period(first, first + timedelta(days=6))
    return None


def _weekday_of(inner: list[str], language: Language, *, whole: Whole) -> Period | None:
    weekdays = language.table("weekdays")
    named = [word for word in inner if word in weekdays]
    rest = [word for word in inner if word not in weekdays and word != "of"]
    if len(named) != 1 or "week" not in rest:
        return None
    week = whole(rest)
    if not week or week.days != 7:
        return None
    day = week.first + timedelta(days=int(weekdays[named[0]]))
    return Period(day, day)


def _beside(words: list[str], scene: _Scene) -> Period | None:
    """`the month after july`, `the quarter following q1`, `the month before august`: the unit next to a whole one."""
    units = scene.language.table("units")
    if len(words) < 3 or words[0] not in units or words[1] not in {"after", "following", "before", "preceding"}:
        return None
    unit = str(units[words[0]])
    outer = scene.whole([word for word in words[2:] if word != "the"])
    if unit == "day" and outer is not None and outer.days <= _SHORTEST:
        step = timedelta(days=1)
        day = outer.last + step if words[1] in {"after", "following"} else outer.first - step
        return Period(day, day)
    if unit not in {"month", "quarter", "half", "year"} or outer is None or outer.days < _SHORTEST_MONTH:
        return None
    if words[1] in {"after", "following"}:
        return unit_of(outer.last + timedelta(days=1), unit)
    return unit_of(outer.first - timedelta(days=1), unit)


def _first_days(words: list[str], scene: _Scene) -> Period | None:
    """`the first ten of november`: its first ten days."""
    inner = [word for word in words if word != "the"]
    number = scene.language.number(inner[1]) if len(inner) == 4 and inner[0] in {"first", "last"} else None
    if number is None or inner[2] not in {"of", "in"} or inner[3] not in scene.language.table("months"):
        return None
    outer = scene.whole(inner[3:])
    return _edge(outer, "day", count=number, first=inner[0] == "first") if outer and 1 < number < 31 else None


def _counted(words: list[str], scene: _Scene) -> Period | None:
    """`first 6 months of 2025`, `last two weeks of june`: counted inside a named month or year."""
    units, inner = scene.language.table("units"), [word for word in words if word not in {"the", "of", "in"}]
    if len(inner) == 3 and inner[0] == "first":
        inner = [*inner, "year"]
    if len(inner) < 4 or inner[0] not in {"first", "last", "final"} or inner[2] not in units:
        return None
    number, unit = scene.language.number(inner[1]), str(units[inner[2]])
    outer = _outer(inner[3:], scene.language, reference=scene.reference, whole=scene.whole)
    if number is None or outer is None or not 0 < number < 100:
        return None
    return _edge(outer, unit, count=number, first=inner[0] == "first")


def _edge(outer: Period, unit: str, *, count: int, first: bool) -> Period | None:
    """So many units at one end of a longer period."""
    if unit in {"day", "week", "weekend", "fortnight"}:
        days = timedelta(days=count * {"week": 7, "fortnight": 14}.get(unit, 1) - 1)
        found = Period(outer.first, outer.first + days) if first else Period(outer.last - days, outer.last)
    else:
        months = count * {"month": 1, "quarter": 3, "half": 6}.get(unit, 12)
        start = outer.first.year * 12 + outer.first.month - 1
        if not first:
            start = outer.last.year * 12 + outer.last.month - months
        end = start + months - 1
        found = Period(date(start // 12, start % 12 + 1, 1), Period.month(end // 12, end % 12 + 1).last)
    return found if outer.first <= found.first and found.last <= outer.last else None


_STANDING = frozenset({"so far", "thus far", "yet", "as yet"})


def _to_date(words: list[str], scene: _Scene) -> Period | None:
    """`so far this month`, `september to date`, `earlier this year`: from a period's start to today."""
    text = " ".join(words)
    for phrase in (*scene.language.lead("so_far"), "earlier"):
        rest = re.sub(rf"\b{phrase}\b", " ", text).split()
        if len(rest) == len(words) or not rest or (phrase == "earlier" and words[0] != "earlier"):
            continue
        bare = [word for word in rest if word not in {"the", "in", *scene.language.lead("this")}]
        units = scene.language.table("units")
        outer = (
            unit_of(scene.reference.today, str(units[bare[0]]))
            if len(bare) == 1 and bare[0] in units
            else scene.whole(rest)
        )
        if outer and phrase in _STANDING and outer.last < scene.reference.today:
            return outer  # `november so far`, said in december
        if outer and outer.first <= scene.reference.today:
            return Period(outer.first, scene.reference.today)
    return None


def _year_before(words: list[str], scene: _Scene) -> Period | None:
    """`this time last year`, `same month last year`, `this week a year ago`: the present unit, a year back."""
    inner = [word for word in words if word not in {"the", "in", "of"}]
    if len(inner) < 4 or inner[0] not in {"this", "same"}:
        return None
    units = scene.language.table("units")
    unit = "month" if inner[1] in {"time", "period", "point"} else units.get(inner[1])
    if (
        unit is None
        or unit == "year"
        or year_said(inner[2:], scene.language, today=scene.reference.today) != scene.reference.today.year - 1
    ):
        return None
    day = safe_day(scene.reference.today.year - 1, scene.reference.today.month, day=scene.reference.today.day)
    return unit_of(day or scene.reference.today - timedelta(days=365), str(unit))


def up_to(words: list[str], language: Language, *, whole: Whole) -> Period | None:
    """`the 3 months to november`, `year to 30 june`: so long, ending with that."""
    units, inner = language.table("units"), [word for word in words if word not in {"the", "that", "which"}]
    if inner[:1] and inner[0] in {"tax", "financial", "fiscal", "business"} and inner[1:2] == ["year"]:
        inner = inner[1:]  # `the tax year that ended on 5 april 2025`
    ends = next((place for place, word in enumerate(inner) if word in _UP_TO), 0)
    if ends not in {1, 2} or inner[ends - 1] not in units:
        return None
    rest = [word for word in inner[ends:] if word not in _UP_TO | {"in", "on", "with"}]
    count, outer = language.number(inner[0]) if ends == 2 else 1, whole(rest)
    if not count or outer is None or not 0 < count < 100 or rest[0] == "date":
        return None
    return last_of(str(units[inner[ends - 1]]), count, today=outer.last)


def _third(words: list[str], scene: _Scene) -> Period | None:
    """`early march`, `mid june`, `late 2024`, and the one day in `end of april`, `start of the year`, `month end`."""
    if words in (["month", "end"], ["end", "month"]):
        words = ["end", "last", "month"]
    inner = [word for word in words if word not in {"the", "of", "in"}]
    if len(inner) < 2:
        return None
    lead, outer = inner[0].rstrip("-"), _outer(inner[1:], scene.language, reference=scene.reference, whole=scene.whole)
    if outer is None or outer.days < _SHORTEST:
        return None
    if lead in {"end", "close"}:
        return Period(outer.last, outer.last)
    if lead in {"start", "beginning", "begin"}:
        return Period(outer.first, outer.first)
    place = {"early": 0, "mid": 1, "middle": 1, "late": 2}.get(lead)
    return None if place is None else _thirds(outer, place)


def _thirds(outer: Period, place: int) -> Period | None:
    """Ten days of a month; of a year its first quarter, the months from May to August, its last quarter."""
    if outer.days >= _LONGEST_YEAR:
        first, last = ((0, 2), (4, 7), (9, 11))[place]
        start = outer.first.year * 12 + outer.first.month - 1
        end = Period.month((start + last) // 12, (start + last) % 12 + 1)
        return Period(date((start + first) // 12, (start + first) % 12 + 1, 1), end.last)
    days, rest = (10, 31) if outer.days < 32 else (outer.days // 3, outer.days)
    first_day = outer.first + timedelta(days=place * days)
    return Period(first_day, min(first_day + timedelta(days=(rest if place == 2 else days) - 1), outer.last))


def _outer(words: list[str], language: Language, *, reference: Reference, whole: Whole) -> Period | None:
    """`march`, `last month`, or a bare unit: the present one."""
    units = language.table("units")
    if len(words) == 1 and words[0] in units:
        return unit_of(reference.today, str(units[words[0]]))
    return whole(words)


def _nth(words: list[str], scene: _Scene) -> Period | None:
    """`second half of november`, `third week of may`, `last day of the year`, `first month of 2024`."""
    inner = [word for word in words if word not in {"the", "of", "in"}]
    units, ordinals = (
        scene.language.table("units"),
        {**scene.language.table("ordinals"), "last": 0, "final": 0, "other": 2},
    )
    if len(inner) < 3 or inner[0] not in ordinals or inner[1] not in units:
        return None
    outer, number, unit = (
        _outer(inner[2:], scene.language, reference=scene.reference, whole=scene.whole),
        int(ordinals[inner[0]]),
        str(units[inner[1]]),
    )
    if outer is None:
        return None
    if unit == "half":
        middle = outer.first + timedelta(days=outer.days // 2)
        return Period(outer.first, middle - timedelta(days=1)) if number == 1 else Period(middle, outer.last)
    if unit == "weekend":
        return _nth_weekend(outer, number)
    return _edge(outer, unit, count=1, first=False) if number == 0 else _numbered(outer, unit, number=number)


def _numbered(outer: Period, unit: str, *, number: int) -> Period | None:
    upto = _edge(outer, unit, count=number, first=True)
    before = _edge(outer, unit, count=number - 1, first=True) if number > 1 else None
    if upto is None:
        start = before.last + timedelta(days=1) if before else outer.last
        return Period(start, outer.last) if before and start <= outer.last else None
    return Period(before.last + timedelta(days=1), upto.last) if before else upto


def _nth_weekend(outer: Period, number: int) -> Period | None:
    saturday = outer.first + timedelta(days=(5 - outer.first.weekday()) % 7)
    saturdays = []
    while saturday <= outer.last:
        saturdays.append(saturday)
        saturday += timedelta(days=7)
    if not saturdays or number > len(saturdays):
        return None
    first = saturdays[number - 1]
    return Period(first, first + timedelta(days=1))


def _day_in(words: list[str], scene: _Scene) -> Period | None:
    """`the 5th of last month`, `first of the month`."""
    inner = [word for word in words if word not in {"the", "of", "in"}]
    ordinals = scene.language.table("ordinals")
    match = _ORDINAL_DAY.fullmatch(inner[0]) if len(inner) > 1 else None
    number = int(match[1]) if match else int(ordinals.get(inner[0], 0)) if len(inner) > 1 else 0
    if not number:
        return None
    outer = _outer(inner[1:], scene.language, reference=scene.reference, whole=scene.whole)
    day = safe_day(outer.first.year, outer.first.month, day=number) if outer and 27 < outer.days < 32 else None
    return Period(day, day) if day else None
