"""Periods as people say them, resolved against today and the days the vault holds.

`since`, `until` and `before` reach to today or to the vault's first day. A running period ("past 3 months") ends today,
a calendar one ("last month") is whole. A month without a year is the latest one that has begun.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from app.assistant.dates import Reference, named_day, numeric, year_of
from app.assistant.holidays import holiday
from app.assistant.language import Language
from app.assistant.named_periods import named
from app.assistant.parts_of_periods import part_of, up_to
from app.assistant.period_words import period_words
from app.assistant.spans_of_time import last_of, running, unit_period
from app.domain.period import Period

EARLIEST = date(1970, 1, 1)
MOST_WORDS, MOST_WORDS_INSIDE = 24, 6
"""A longer text is no period; a period inside another is shorter still, so that nesting stays shallow."""
_AND = frozenset({"and", "&", "+"})
MOST_OF_A_WEEK = 8
"""Days that `the week from 1 to 8 december` may have."""
_BEFORE_A_WEEK = frozenset({"in", "during", "over", "the", "calendar"})
MOST_BEFORE_A_WEEK = 4
MOST_BEFORE_A_YEAR = 5
TO_THIS_DAY = re.compile(
    r"(?:by|until|till|up to|up until) (?:this|the same|same) (?:time|point|stage|day|date)(?: of| in)? "
    r"(?:last year|the year before)"
)
_Rule = Callable[[list[str], Language, Reference], Period | None]


def resolve(span: str, language: Language, *, reference: Reference) -> Period | None:
    """The days a span means; None where it means none, or days to come only."""
    words = period_words(span, language)
    if not words or len(words) > MOST_WORDS or any(word in language.lead("future") for word in words):
        return None
    if " ".join(word for word in words if word != "the") in language.lead("always"):
        return everything(reference)
    if TO_THIS_DAY.fullmatch(span):
        return Period(date(reference.today.year - 1, 1, 1), _next_year(reference.today, step=-1))
    words = words[1:] if words[0] == "for" and len(words) > 2 else words
    bare = [word for word in words if word not in _BEFORE_A_WEEK]
    if bare[:1] == ["week"] and words.index("week") < MOST_BEFORE_A_WEEK:
        words = words[words.index("week") :]
    if len(words) > 3 and words[0] == "week" and words[1] in {"from", "of"} and words[2] != "the":
        ends = _joined(words[2:], language, reference=reference)
        if ends is not None and ends.days <= MOST_OF_A_WEEK:
            return ends
    return _ranged(words, language, reference=reference) or _single(words, language, reference=reference)


def two_sides(span: str, language: Language, *, reference: Reference) -> tuple[Period, Period] | None:
    """Both ends of a range as periods of their own: `from march to april 2025` is March 2025 and April 2025."""
    words = period_words(span, language)
    lead = next((lead for lead in language.lead("between") if " ".join(words).startswith(f"{lead} ")), "")
    words = words[len(lead.split()) :]
    for place in range(1, len(words) - 1):
        for size in (4, 3, 2, 1):
            right = words[place + size :]
            if " ".join(words[place : place + size]) not in language.lead("joints") or not right:
                continue
            end = _single(right, language, reference=reference)
            start = (
                _start(words[:place], right, end=end, language=language, reference=reference)
                if end is not None
                else None
            )
            if start is not None and end is not None:
                return _undated(words[:place], language, reference=reference, end=end, unless=right) or start, end
    return None


def _undated(
    left: list[str], language: Language, *, reference: Reference, end: Period, unless: list[str]
) -> Period | None:
    """The first side by itself where neither says a year: `november to october` compares this year's two."""
    if any(map(year_of, (*left, *unless))):
        return None
    alone = _single(left, language, reference=reference)
    return alone if alone is not None and alone.first > end.last else None


def everything(reference: Reference) -> Period:
    """From the vault's first day to today."""
    first = reference.data.first if reference.data else EARLIEST
    return Period(min(first, reference.today), reference.today)


def _ranged(words: list[str], language: Language, *, reference: Reference) -> Period | None:
    text = " ".join(words)
    for lead in language.lead("between"):
        if text.startswith(f"{lead} "):
            found = _joined(words[len(lead.split()) :], language, reference=reference)
            if found:
                return found
    listed = _listed(words, language, reference=reference)
    return listed or _joined(words, language, reference=reference) or _open(words, language, reference=reference)


def _listed(words: list[str], language: Language, *, reference: Reference) -> Period | None:
    """`november and october`, `today and yesterday`: the later of two that adjoin said first."""
    for place in range(1, len(words) - 1):
        if words[place] in _AND:
            one = _single(words[:place], language, reference=reference)
            right = _with_unit(words[:place], words[place + 1 :], language=language)
            two = _single(right, language, reference=reference) if one is not None else None
            if one is not None and two is not None and one.first == two.last + timedelta(days=1):
                return Period(two.first, one.last)
    return None


def _with_unit(left: list[str], right: list[str], *, language: Language) -> list[str]:
    """`last` of `this month and last` as `last month`."""
    unit = left[-1] if left[-1] in language.table("units") else ""
    if unit and right[-2:] == [unit, "before"] and left[:-1] in (["last"], ["previous"]):
        return [unit, "before", "last"]  # `last week and the week before`
    bare = len(right) == 1 and right[0] in language.lead("last") and unit
    return [*right, left[-1]] if bare else right


def _joined(words: list[str], language: Language, *, reference: Reference) -> Period | None:
    """`A and B`, `A to B`: from the first day of A to the last of B; a year said once goes for both."""

    def whole(inner: list[str]) -> Period | None:
        return _single(inner, language, reference=reference)

    ending = up_to(words, language, whole=whole)
    if ending:
        return _whole_tax_year(words, ending, reference=reference)
    words = _year_last(words, language, reference=reference)
    for place in range(1, len(words) - 1):
        for size in (4, 3, 2, 1):
            if " ".join(words[place : place + size]) in language.lead("joints"):
                found = _pair(words[:place], words[place + size :], language=language, reference=reference)
                if found:
                    return found
    return None


def _year_last(words: list[str], language: Language, *, reference: Reference) -> list[str]:
    """`last year, october to december` with its year behind it, where a range's year is looked for."""
    place = words.index("year") + 1 if "year" in words[:MOST_BEFORE_A_YEAR] else 0
    lead = 1 if words[place : place + 1] in (["from"], ["between"]) else 0
    months = words[place + lead :]
    if not place or not months or months[0] not in language.table("months") or "year" in months:
        return words
    said = _single(words[:place], language, reference=reference)
    one_year = said is not None and said.first.year == said.last.year and not any(map(year_of, words))
    return [*months, str(said.first.year)] if said is not None and one_year else words


def _whole_tax_year(words: list[str], ending: Period, *, reference: Reference) -> Period:
    """`the tax year that ended in april 2025`: the one whose last day is in that month; any other as it is."""
    last = date(ending.last.year, *reference.tax_year) - timedelta(days=1)
    if not {"tax", "financial"} & set(words) or (last.year, last.month) != (ending.last.year, ending.last.month):
        return ending
    return Period(date(last.year - 1, *reference.tax_year), last)


def _pair(left: list[str], right: list[str], *, language: Language, reference: Reference) -> Period | None:
    months = [word for word in left if word in language.table("months")]
    if months and len(right) == 1 and re.fullmatch(r"\d{1,2}(st|nd|rd|th)?", right[0]):
        right = [*months, *right]
    end = _single(right, language, reference=reference) if right else None
    if end is None:
        return None
    start = _start(left, right, end=end, language=language, reference=reference)
    if start is None:
        return None
    if start.first > end.last and not any(year_of(word) for word in right):
        end = Period(_next_year(end.first), _next_year(end.last))
    return Period(start.first, end.last) if start.first <= end.last else None


def _start(
    left: list[str], right: list[str], *, end: Period, language: Language, reference: Reference
) -> Period | None:
    """The first half of a range: it borrows the month or the year of the second where it has none."""
    months = language.table("months")
    if all(re.fullmatch(r"(the|\d{1,2}(st|nd|rd|th)?)", word) for word in left) and any(
        word in months for word in right
    ):
        left = [*left, *(word for word in right if word in months or year_of(word))]
    years = [word for word in right if year_of(word)]
    own = [word for word in left if year_of(word)]
    if years and not own and len(right) > 1:
        dated = _single([*left, *years], language, reference=reference)
        if dated and dated.first <= end.last:
            return dated
        return _single([*left, str(end.last.year - 1)], language, reference=reference)
    start = _single(left, language, reference=reference)
    if start and start.first > end.last and not any(word in months for word in left):
        return _before(start, end, left=left, language=language)
    if start and start.first > end.last and not own:
        return Period(_next_year(start.first, step=-1), _next_year(start.last, step=-1))
    return start


def _before(start: Period, end: Period, *, left: list[str], language: Language) -> Period | None:
    """`monday to friday`, `the 1st to the 15th`: the latest such start before the end."""
    if any(word in language.table("weekdays") for word in left):
        back = timedelta(days=7 * -(-(start.first - end.last).days // 7))
        return Period(start.first - back, start.last - back)
    month = Period.month(end.first.year, end.first.month)
    if re.fullmatch(r"\d{1,2}(st|nd|rd|th)", left[-1]) and start.first.day <= month.days:
        day = month.first.replace(day=start.first.day)
        return Period(day, day)
    return Period(end.first, end.last) if end.last < start.first and start.days == 1 else None


def _next_year(day: date, *, step: int = 1) -> date:
    try:
        return day.replace(year=day.year + step)
    except ValueError:
        return day.replace(year=day.year + step, day=28)


def _open(words: list[str], language: Language, *, reference: Reference) -> Period | None:
    if len(words) > 1 and words[-1] in {"onwards", "onward", "on"}:
        words = words[1:-1] if words[0] in {*language.lead("since"), "from"} else words[:-1]
        words = [str(language.table("leads")["since"][0]), *words]
    text = " ".join(words)
    whole = everything(reference)
    for kind in ("since", "before", "until"):
        for lead in language.lead(kind):
            if not text.startswith(f"{lead} "):
                continue
            rest = words[len(lead.split()) :]
            if lead == "through" and not any(word in language.table("months") for word in rest):
                continue
            point = _single(rest, language, reference=reference)
            if point is not None:
                return _reaching(kind, point, whole=whole, after=lead == "after")
            if kind == "since":
                return _since_so_long(rest, language, reference=reference)
    return None


def _since_so_long(rest: list[str], language: Language, *, reference: Reference) -> Period | None:
    """`since 3 months`, as many say it who learnt English late."""
    units = language.table("units")
    count = language.number(rest[-2]) if len(rest) in {2, 3} and rest[-1] in units else None
    return last_of(str(units[rest[-1]]), count, today=reference.today) if count and 0 < count < 1000 else None


def _reaching(kind: str, point: Period, *, whole: Period, after: bool) -> Period | None:
    if kind == "since":
        first = point.last + timedelta(days=1) if after else point.first
        return Period(first, max(first, whole.last)) if first <= whole.last else None
    last = point.first - timedelta(days=1) if kind == "before" else point.last
    return Period(min(whole.first, last), last)


def _single(words: list[str], language: Language, *, reference: Reference) -> Period | None:
    if not words:
        return None
    if len(words) == 1:
        found = numeric(words[0], reference)
        if found:
            return found
    for rule in _RULES:
        found = rule(words, language, reference)
        if found:
            return found
    idle = language.lead("idle")
    fewer = [word for word in words if word not in idle or len(words) == 1]
    if fewer and len(fewer) < len(words):
        return _single(fewer, language, reference=reference)
    return None


def _part(words: list[str], language: Language, reference: Reference) -> Period | None:
    def whole(inner: list[str]) -> Period | None:
        short = len(inner) < len(words) and len(inner) <= MOST_WORDS_INSIDE
        return _single(inner, language, reference=reference) if short else None

    return part_of(words, language, reference=reference, whole=whole)


_RULES: tuple[_Rule, ...] = (
    lambda words, language, reference: running(words, language, reference=reference),
    lambda words, language, reference: named(words, language, reference=reference),
    lambda words, language, reference: holiday(words, language, reference=reference),
    lambda words, language, reference: unit_period(words, language, reference=reference),
    lambda words, language, reference: named_day(words, language, reference=reference),
    _part,
)
