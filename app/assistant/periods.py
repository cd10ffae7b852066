"""Periods as people say them, resolved against today and the days the vault holds.

`since`, `until` and `before` reach to today or to the vault's first day. A running period ("past 3 months") ends today,
a calendar one ("last month") is whole. A month without a year is the latest one that has begun.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from app.assistant.dates import Reference, named_day, numeric, year_of
from app.assistant.language import Language
from app.assistant.named_periods import named
from app.assistant.spans_of_time import running, unit_period
from app.domain.period import Period

EARLIEST = date(1970, 1, 1)
_HYPHENED = re.compile(r"(?<=[a-z])-(?=\d)|(?<=\d)-(?=[a-z])|(?<=[a-z])-(?=[a-z])")
_Rule = Callable[[list[str], Language, Reference], Period | None]


def resolve(span: str, language: Language, *, reference: Reference) -> Period | None:
    """The days a span means; None where it means none, or days to come only."""
    words = _words(span, language)
    if not words or any(word in language.lead("future") for word in words):
        return None
    text = " ".join(words)
    if text in language.lead("always"):
        return everything(reference)
    return _ranged(words, language, reference=reference) or _single(words, language, reference=reference)


def two_sides(span: str, language: Language, *, reference: Reference) -> tuple[Period, Period] | None:
    """Both ends of a range as periods of their own: `from march to april 2025` is March 2025 and April 2025."""
    words = _words(span, language)
    lead = next((lead for lead in language.lead("between") if " ".join(words).startswith(f"{lead} ")), "")
    words = words[len(lead.split()) :]
    for place in range(1, len(words) - 1):
        for size in (2, 1):
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
                return start, end
    return None


def everything(reference: Reference) -> Period:
    """From the vault's first day to today."""
    first = reference.data.first if reference.data else EARLIEST
    return Period(min(first, reference.today), reference.today)


def _words(span: str, language: Language) -> list[str]:
    text = _HYPHENED.sub(" ", span.lower().replace("–", "-").replace("—", "-"))
    words = [word.strip(',;:!?()"') for word in text.split()]
    return [language.mended(_bare(word, language)) for word in words if word]


def _bare(word: str, language: Language) -> str:
    """Without a possessive ending or the point of an abbreviation."""
    word = word.removesuffix("'s").removesuffix("'") if not word.startswith("'") else word
    return word[:-1] if word.endswith(".") and word[:-1] in language.table("months") else word


def _ranged(words: list[str], language: Language, *, reference: Reference) -> Period | None:
    text = " ".join(words)
    for lead in language.lead("between"):
        if text.startswith(f"{lead} "):
            found = _joined(words[len(lead.split()) :], language, reference=reference)
            if found:
                return found
    return _joined(words, language, reference=reference) or _open(words, language, reference=reference)


def _joined(words: list[str], language: Language, *, reference: Reference) -> Period | None:
    """`A and B`, `A to B`: from the first day of A to the last of B; a year said once goes for both."""
    for place in range(1, len(words) - 1):
        for size in (2, 1):
            if " ".join(words[place : place + size]) in language.lead("joints"):
                found = _pair(words[:place], words[place + size :], language=language, reference=reference)
                if found:
                    return found
    return None


def _pair(left: list[str], right: list[str], *, language: Language, reference: Reference) -> Period | None:
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
    if start and start.first > end.last and not own:
        return Period(_next_year(start.first, step=-1), _next_year(start.last, step=-1))
    return start


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
            point = _single(words[len(lead.split()) :], language, reference=reference)
            if point is None:
                continue
            return _reaching(kind, point, whole=whole, after=lead == "after")
    return None


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


_RULES: tuple[_Rule, ...] = (
    lambda words, language, reference: named(words, language, reference=reference),
    lambda words, language, reference: running(words, language, reference=reference),
    lambda words, language, reference: unit_period(words, language, reference=reference),
    lambda words, language, reference: named_day(words, language, reference=reference),
)
