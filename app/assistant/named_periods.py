"""Periods with a name: quarters, halves, seasons, fiscal years, weekdays, holidays, parts of a month, year to date."""

import re
from datetime import date, timedelta

from app.assistant.dates import Reference, latest, named_day, numeric, safe_day, year_of
from app.assistant.language import Language
from app.assistant.spans_of_time import unit_of
from app.domain.period import Period

_QUARTER = re.compile(r"q([1-4])")
_HALF = re.compile(r"h([12])")
_FISCAL = re.compile(r"fy'?(\d{2}|\d{4})")
_TAX_YEAR = re.compile(r"(\d{4})[/-](\d{2}|\d{4})")


def named(words: list[str], language: Language, *, reference: Reference) -> Period | None:
    """The period of that name, or None."""
    inner = [word for word in words if word not in {"the", "of", "in", "on"}]
    for rule in _RULES:
        found = rule(inner, language, reference)
        if found:
            return found
    return None


def _relative_day(words: list[str], language: Language, reference: Reference) -> Period | None:
    today, text = reference.today, " ".join(words)
    if text in language.lead("now"):
        return Period(today, today)
    if text in {"yesterday", "last night"}:
        return Period(today - timedelta(days=1), today - timedelta(days=1))
    if text == "day before yesterday":
        return Period(today - timedelta(days=2), today - timedelta(days=2))
    if text in language.lead("recently"):
        return Period(today - timedelta(days=29), today)
    return None


def _to_date(words: list[str], language: Language, reference: Reference) -> Period | None:
    today, text = reference.today, " ".join(words)
    if text in {"ytd", "so far"}:
        return Period(date(today.year, 1, 1), today)
    if text == "mtd":
        return Period(today.replace(day=1), today)
    for phrase in language.lead("so_far"):
        rest = text.replace(phrase, " ").split()
        rest = [word for word in rest if word not in language.lead("this")]
        units = language.table("units")
        if phrase in text and len(rest) == 1 and rest[0] in units:
            return Period(unit_of(today, units[rest[0]]).first, today)
    return None


def _year(words: list[str], language: Language, *, reference: Reference) -> int | None:
    """The year that trailing words say: `2024`, `last year`, `this year`, or nothing: the present one."""
    if not words:
        return reference.today.year
    if len(words) == 1 and year_of(words[0]):
        return year_of(words[0])
    if len(words) <= 2 and words[-1] == "year":
        if len(words) == 2 and words[0] in language.lead("last"):
            return reference.today.year - 1
        return reference.today.year
    return None


def _quarter_or_half(words: list[str], language: Language, reference: Reference) -> Period | None:
    number, unit, rest = _part_of_year(words, language)
    year = _year(rest, language, reference=reference)
    if number is None or year is None or not 1 <= number <= (4 if unit == "quarter" else 2):
        return None
    if unit == "quarter":
        found = Period.quarter(year, number)
        return found if found.first <= reference.today or rest else Period.quarter(year - 1, number)
    start = 6 * number - 5
    return Period(date(year, start, 1), Period.month(year, start + 5).last)


def _part_of_year(words: list[str], language: Language) -> tuple[int | None, str, list[str]]:
    for place, word in enumerate(words):
        rest = words[:place] + words[place + 1 :]
        if match := _QUARTER.fullmatch(word):
            return int(match[1]), "quarter", rest
        if match := _HALF.fullmatch(word):
            return int(match[1]), "half", rest
    ordinals = language.table("ordinals")
    if len(words) >= 2 and words[1] in {"quarter", "half"}:
        number = ordinals.get(words[0])
        if words[0] == "last" and words[2:]:
            number = 4 if words[1] == "quarter" else 2
        return number, words[1], words[2:]
    return None, "", words


def _fiscal(words: list[str], _language: Language, _reference: Reference) -> Period | None:
    text = [word for word in words if word not in {"fiscal", "tax", "financial", "year"}]
    if len(text) != 1 or len(text) == len(words):
        match = _FISCAL.fullmatch(words[0]) if len(words) == 1 else None
        return Period.year(2000 + int(match[1]) if int(match[1]) < 100 else int(match[1])) if match else None
    if match := _TAX_YEAR.fullmatch(text[0]):
        return Period(date(int(match[1]), 4, 6), date(int(match[1]) + 1, 4, 5))
    return Period.year(int(text[0])) if year_of(text[0]) and text[0].isdigit() else None


def _season(words: list[str], language: Language, reference: Reference) -> Period | None:
    seasons = language.table("seasons")
    names = [word for word in words if word in seasons]
    if len(names) != 1:
        return None
    month, rest = int(seasons[names[0]]), [word for word in words if word not in seasons]
    if not rest or (len(rest) == 1 and rest[0] in (*language.lead("last"), *language.lead("past"))):
        start = latest(lambda year: date(year, month, 1), reference)
        running_now = start is not None and _three_months(start).last >= reference.today
        if rest and running_now and start is not None:
            start = start.replace(year=start.year - 1)
        return _three_months(start) if start else None
    if len(rest) == 1 and rest[0] in language.lead("this"):
        return _three_months(date(reference.today.year - (month == 12 and reference.today.month < 3), month, 1))
    year = _year(rest, language, reference=reference)
    return _three_months(date(year, month, 1)) if year else None


def _three_months(start: date) -> Period:
    index = start.year * 12 + start.month + 1
    return Period(start, Period.month(index // 12, index % 12 + 1).last)


def _holiday(words: list[str], language: Language, reference: Reference) -> Period | None:
    for size in (4, 3, 2, 1):
        key = "_".join(words[:size]).replace("'", "")
        if len(words) < size or key not in language.table("days"):
            continue
        month, first, last = language.table("days")[key]
        rest = words[size:]
        year = _year(rest, language, reference=reference) if rest else None
        start = date(year, month, first) if year else _latest_day(month, first, reference=reference)
        return Period(start, start.replace(day=last)) if start else None
    return None


def _latest_day(month: int, day: int, *, reference: Reference) -> date | None:
    return latest(lambda year: safe_day(year, month, day=day), reference)


def _weekday(words: list[str], language: Language, reference: Reference) -> Period | None:
    """`friday`, `last friday`: the latest before today."""
    weekdays = language.table("weekdays")
    inner = [
        word for word in words if word not in (*language.lead("last"), *language.lead("this"), *language.lead("past"))
    ]
    if len(inner) != 1 or inner[0] not in weekdays:
        return None
    days = (reference.today.weekday() - int(weekdays[inner[0]])) % 7 or 7
    day = reference.today - timedelta(days=days)
    return Period(day, day)


def _week_of(words: list[str], language: Language, reference: Reference) -> Period | None:
    if words[:1] == ["week"] and len(words) > 1:
        day = named_day(words[1:], language, reference=reference) or (
            numeric(words[1], reference) if len(words) == 2 else None
        )
        return unit_of(day.first, "week") if day else None
    ordinals = language.table("ordinals")
    if len(words) > 2 and words[1] == "week" and (words[0] in ordinals or words[0] == "last"):
        month = named_day(words[2:], language, reference=reference)
        if month and month.days > 7:
            return _week_in(month, None if words[0] == "last" else int(ordinals[words[0]]))
    return None


def _week_in(month: Period, number: int | None) -> Period | None:
    if number is None:
        return Period(month.last - timedelta(days=6), month.last)
    first = month.first + timedelta(days=7 * (number - 1))
    return Period(first, min(first + timedelta(days=6), month.last)) if first <= month.last else None


def _part(words: list[str], language: Language, reference: Reference) -> Period | None:
    """`early march`, `mid june`, and the first or last day in `end of april`, `start of the year`, `month end`."""
    if words in (["month", "end"], ["end", "month"]):
        words = ["end", "last", "month"]
    if len(words) < 2:
        return None
    lead = words[0].rstrip("-")
    rest = [word for word in words[1:] if word not in {"the", "of"}]
    dated = named_day(rest, language, reference=reference) or (numeric(rest[0], reference) if len(rest) == 1 else None)
    whole = dated or _unit(rest, language, reference=reference)
    if whole is None or whole.days < 5:
        return None
    if lead in {"end", "close"}:
        return Period(whole.last, whole.last)
    if lead in {"start", "beginning"}:
        return Period(whole.first, whole.first)
    thirds = {"early": (0, 9), "mid": (10, 19), "middle": (10, 19), "late": (20, 40)}
    if lead not in thirds:
        return None
    first, last = thirds[lead]
    return Period(whole.first + timedelta(days=first), min(whole.first + timedelta(days=last), whole.last))


def _unit(words: list[str], language: Language, *, reference: Reference) -> Period | None:
    units = language.table("units")
    if not words or words[-1] not in units:
        return None
    period = unit_of(reference.today, units[words[-1]])
    if len(words) == 2 and words[0] in language.lead("last"):
        return unit_of(period.first - timedelta(days=1), units[words[-1]])
    return period if len(words) == 1 or words[0] in language.lead("this") else None


def _first_units(words: list[str], language: Language, reference: Reference) -> Period | None:
    """`first 6 months of 2025`, `last two weeks of june`: counted inside a named month or year."""
    units = language.table("units")
    place = next((place for place, word in enumerate(words) if word in units), None)
    if place != 2 or len(words) < 4 or words[0] not in {"first", "last"}:
        return None
    number, unit = language.number(words[1]), str(units[words[2]])
    year = _year(words[3:], language, reference=reference)
    whole = named_day(words[3:], language, reference=reference) or (Period.year(year) if year else None)
    if number is None or whole is None or not 0 < number < 53 or unit not in {"day", "week", "month"}:
        return None
    if unit == "month":
        start = whole.first.month if words[0] == "first" else whole.last.month - number + 1
        inside = start >= whole.first.month and start + number - 1 <= whole.last.month
        if not inside:
            return None
        return Period(date(whole.first.year, start, 1), Period.month(whole.first.year, start + number - 1).last)
    days = timedelta(days=number * (7 if unit == "week" else 1) - 1)
    return Period(whole.first, whole.first + days) if words[0] == "first" else Period(whole.last - days, whole.last)


def _thanksgiving(words: list[str], language: Language, reference: Reference) -> Period | None:
    """The fourth Thursday of November."""
    if not words or words[0] != "thanksgiving":
        return None
    rest = words[2:] if words[1:2] == ["day"] else words[1:]
    year = _year(rest, language, reference=reference)
    if year is None:
        return None
    day = latest(_fourth_thursday, reference) if not rest else _fourth_thursday(year)
    return Period(day, day) if day else None


def _fourth_thursday(year: int) -> date:
    first = date(year, 11, 1)
    return first + timedelta(days=(3 - first.weekday()) % 7 + 21)


def _month_of(words: list[str], language: Language, reference: Reference) -> Period | None:
    """`march last year`, `last march`, `this march`, `march and april`."""
    months = language.table("months")
    names = [word for word in words if word in months]
    if len(names) != 1:
        return None
    month, today = int(months[names[0]]), reference.today
    rest = [word for word in words if word not in months]
    if len(rest) == 1 and rest[0] in language.lead("this"):
        return Period.month(today.year, month)
    if len(rest) == 1 and rest[0] in (*language.lead("last"), *language.lead("past")):
        return Period.month(today.year - (month >= today.month), month)
    if rest and rest[-1] == "year":
        year = _year(rest, language, reference=reference)
        return Period.month(year, month) if year else None
    return None


_RULES = (
    _relative_day, _to_date, _quarter_or_half, _fiscal, _season, _holiday, _weekday, _week_of, _first_units,
    _thanksgiving, _part, _month_of,
)  # fmt: skip
