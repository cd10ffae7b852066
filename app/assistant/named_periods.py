"""Periods with a name: yesterday, quarters, halves, seasons, fiscal and tax years, weekdays, months, year to date."""

import re
from datetime import date, timedelta
from itertools import pairwise
from types import MappingProxyType

from app.assistant.dates import Reference, latest, safe_day, year_of, year_said
from app.assistant.language import Language
from app.assistant.spans_of_time import unit_of
from app.domain.period import Period

_QUARTER = re.compile(r"q([1-4])")
_HALF = re.compile(r"h([12])|([12])h")
_FISCAL = re.compile(r"fy'?(\d{2}|\d{4})?")
_TWO_YEARS = re.compile(r"((?:20|19)?\d{2})[/-]((?:20|19)?\d{2})")
_WINTER = re.compile(r"(\d{2}|\d{4})[/-](\d{2}|\d{4})")
_ENDS = MappingProxyType({"front": 1, "back": 2})
"""`the back half of 2025`: its second."""
_FISCAL_WORDS = frozenset({"fiscal", "tax", "financial", "fy"})
_SEASONAL = frozenset({"months", "month", "season", "time"})


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
    if text in language.lead("yesterday"):
        return Period(today - timedelta(days=1), today - timedelta(days=1))
    if text in language.lead("two_days_ago"):
        return Period(today - timedelta(days=2), today - timedelta(days=2))
    if text in language.lead("recently"):
        return Period(today - timedelta(days=29), today)
    return None


def _to_date(words: list[str], _language: Language, reference: Reference) -> Period | None:
    today = reference.today
    starts = {"ytd": unit_of(today, "year"), "qtd": unit_of(today, "quarter"), "mtd": unit_of(today, "month")}
    starts |= {"wtd": unit_of(today, "week"), "so far": unit_of(today, "year")}
    found = starts.get(" ".join(words))
    return Period(found.first, today) if found else None


def _whole_year(words: list[str], language: Language, reference: Reference) -> Period | None:
    """`all year`, `the entire year`: the present one."""
    text = " ".join(words)
    return unit_of(reference.today, "year") if text in language.lead("whole_year") else None


def _quarter_or_half(words: list[str], language: Language, reference: Reference) -> Period | None:
    number, unit, rest = _part_of_year(words, language)
    year = year_said(rest, language, today=reference.today)
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
            return int(match[1] or match[2]), "half", rest
    if len(words) > 2 and words[1] == "year" and words[0] in (*language.lead("last"), *language.lead("this")):
        words = [*words[2:], *words[:2]]
    ordinals = language.table("ordinals")
    if len(words) >= 2 and words[0] == "quarter":
        return language.number(words[1]), "quarter", words[2:]
    if len(words) >= 2 and words[1] in {"quarter", "half"}:
        number = ordinals.get(words[0]) or (_ENDS.get(words[0]) if words[1] == "half" else None)
        if words[0] in {"last", "final"} and words[2:]:
            number = 4 if words[1] == "quarter" else 2
        rest = words[3:] if words[2:3] == ["year"] and len(words) > 3 else words[2:]
        return number, words[1], rest
    return None, "", words


def _fiscal(words: list[str], language: Language, reference: Reference) -> Period | None:
    """Fiscal years are calendar years; tax and financial ones begin where the owner's country has them begin."""
    inner = [word for word in words if word not in {"year", "years"}]
    if len(inner) == 1 and (match := _FISCAL.fullmatch(inner[0])) and match[1]:
        return Period.year(int(match[1]) % 100 + 2000)
    rest = [word for word in inner if word not in _FISCAL_WORDS]
    if len(rest) == len(inner) or len(rest) > 1:
        return None
    if rest and (match := _TWO_YEARS.fullmatch(rest[0])):
        first = int(match[1]) if len(match[1]) > 2 else 2000 + int(match[1])
        return _year_from(first, reference.tax_year if reference.tax_year != (1, 1) else (4, 6))
    a_tax = len(inner) == len(words) and "tax" in inner
    return None if a_tax else _fiscal_year(inner, rest, language=language, reference=reference)


def _fiscal_year(inner: list[str], rest: list[str], *, language: Language, reference: Reference) -> Period | None:
    """`fiscal 2024`, `this tax year`, `last financial year`."""
    begins = reference.tax_year if {"tax", "financial"} & set(inner) else (1, 1)
    if rest and year_of(rest[0]):
        return _year_from(int(year_of(rest[0]) or 0), begins)
    present = reference.today.year - (reference.today < date(reference.today.year, *begins))
    if not rest or rest[0] in language.lead("this"):
        return _year_from(present, begins)
    return _year_from(present - 1, begins) if rest[0] in language.lead("last") else None


def _year_from(year: int, begins: tuple[int, int]) -> Period:
    return Period(date(year, *begins), date(year + 1, *begins) - timedelta(days=1))


def _season(words: list[str], language: Language, reference: Reference) -> Period | None:
    seasons = language.table("seasons")
    names = [word for word in words if word in seasons]
    if len(names) != 1:
        return None
    month = int(seasons[names[0]])
    rest = [word for word in words if word not in seasons and word not in _SEASONAL]
    if not rest or (len(rest) == 1 and rest[0] in (*language.lead("last"), *language.lead("past"))):
        start = latest(lambda year: date(year, month, 1), reference)
        running_now = start is not None and _three_months(start).last >= reference.today
        if rest and running_now and start is not None:
            start = start.replace(year=start.year - 1)
        return _three_months(start) if start else None
    if rest in (["before", "last"], ["two", "ago"], ["2", "ago"]) and (
        last := _season([*names, "last"], language, reference)
    ):
        return _three_months(last.first.replace(year=last.first.year - 1))
    if len(rest) == 1 and rest[0] in language.lead("this"):
        return _three_months(date(reference.today.year - (month == 12 and reference.today.month < 3), month, 1))
    two_years = _WINTER.fullmatch(rest[0]) if len(rest) == 1 else None
    year = int(two_years[1]) % 100 + 2000 if two_years else year_said(rest, language, today=reference.today)
    return _three_months(date(year, month, 1)) if year else None


def _three_months(start: date) -> Period:
    index = start.year * 12 + start.month + 1
    return Period(start, Period.month(index // 12, index % 12 + 1).last)


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


def _month_of(words: list[str], language: Language, reference: Reference) -> Period | None:
    """`march last year`, `last march`, `this march`, `march a year ago`."""
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
    if rest and len(rest) > 1:
        year = year_said(rest, language, today=today)
        return Period.month(year, month) if year else None
    return None


def _months(words: list[str], language: Language, reference: Reference) -> Period | None:
    """Months that follow each other: `june, july and august 2025`, `june july`."""
    months = language.table("months")
    named_ones = [int(months[word]) for word in words if word in months]
    rest = [word for word in words if word not in months and word not in {"and", "&", "+", "plus"}]
    following = all(later == earlier % 12 + 1 for earlier, later in pairwise(named_ones))
    if len(named_ones) < 2 or not following:
        return None
    crosses = named_ones[-1] < named_ones[0]
    if rest:
        last_year = year_said(rest, language, today=reference.today)
    else:
        day = latest(lambda year: safe_day(year, named_ones[-1], day=1), reference)
        last_year = day.year if day else None
    if last_year is None:
        return None
    return Period(date(last_year - crosses, named_ones[0], 1), Period.month(last_year, named_ones[-1]).last)


def _bare_day(words: list[str], _language: Language, reference: Reference) -> Period | None:
    """`the 15th`: the latest one."""
    match = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)", words[0]) if len(words) == 1 else None
    if not match:
        return None
    index = reference.today.year * 12 + reference.today.month - 1
    days = (safe_day(each // 12, each % 12 + 1, day=int(match[1])) for each in range(index, index - 3, -1))
    day = next((day for day in days if day is not None and day <= reference.today), None)
    return Period(day, day) if day else None


_RULES = (
    _relative_day, _to_date, _whole_year, _quarter_or_half, _fiscal, _season, _weekday, _month_of, _months, _bare_day,
)  # fmt: skip
