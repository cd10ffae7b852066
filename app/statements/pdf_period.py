"""Which days a statement is about, and the years of rows that print only day and month."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from app.domain.statement_kinds import DateOrder
from app.statements.date_fields import DateConvention, DateParts, day_of
from app.statements.locale_months import month_number
from app.statements.pdf_fields import PrintedDate, date_at
from app.statements.pdf_lines import ScannedLine
from app.statements.pdf_words import Word
from app.statements.table_words import folded

_BETWEEN = re.compile(r"-|–|—|to|through|thru|until|bis|au|al|a|t/m|tot|do|ate|till|og|and|und|et|y|e")
_ENDS = re.compile(
    r"statement|closing|ending|end date|as (at|of)|issued|period|auszug|stand|datum|releve|arrete|extracto|estratto|"
    r"afschrift|fecha|wyciag|vypis|kivonat|kontoutdrag|abrechnung|rechnung|statement date|date"
)
_LATER = re.compile(
    r"\bdue\b|next|fallig|echeance|venc|scadenza|vervaldatum|payable|expire|born|naissance|geboren|valid"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_THREE = re.compile(r"(0[1-9]|[12]\d|3[01]) (0[1-9]|[12]\d|3[01]) ((?:19|20)\d\d)", re.ASCII)
_MONTH = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Period:
    """The days a statement is about; `start` and `end` are one day where only the day of issue is known."""

    start: date
    end: date
    said: str
    """`period`, `statement date`, `date`, `month`, `year` or `document`: how the statement says so."""

    def nearest(self, day: int, month: int) -> date | None:
        """That day of the year in which it lies nearest to the period; shortly before rather than after it."""
        days = []
        for year in range(self.start.year - 1, self.end.year + 2):
            try:
                days.append(date(year, month, day))
            except ValueError:
                continue
        return min(days, key=self.distance, default=None)

    def distance(self, day: date) -> int:
        """Days outside the period; a day after it counts for twice as far, since statements look back."""
        if day > self.end:
            return 2 * (day - self.end).days
        return max(0, (self.start - day).days)


def period_of(lines: Sequence[ScannedLine], order: DateOrder, *, latest: date, made_on: date | None) -> Period | None:
    """The best-said period under a date order: a span, a labelled day, a month, a year; else the document's own day."""
    convention = DateConvention(order, latest.year)
    found = [
        period
        for one in lines
        for period in _in_line(one.line.words, convention)
        if period.start.year > 1980 and period.end <= latest + 2 * _MONTH
    ]
    for said in ("period", "statement date", "month", "date", "year"):
        best = next((period for period in found if period.said == said), None)
        if best is not None:
            return best
    return Period(made_on, made_on, "document") if made_on is not None else None


def is_joint(text: str) -> bool:
    """Whether a word joins the first and the last day of a period."""
    return _BETWEEN.fullmatch(text.lower()) is not None


def _in_line(words: Sequence[Word], convention: DateConvention) -> Iterator[Period]:
    dates = list(_dates(words))
    days = [(printed, day_of(printed.whole, convention)) for printed in dates if printed.whole is not None]
    known = [(printed, day) for printed, day in days if day is not None]
    for (one, first), (two, second) in pairwise(known):
        between = " ".join(word.text for word in words[one.end : two.first]).strip().lower()
        joined = _BETWEEN.fullmatch(between) is not None or between == ""
        if joined and timedelta(0) < second - first < timedelta(days=800):
            yield Period(first, second, "period")
    yield from _half_named(words, dates, convention=convention)
    for printed, day in known:
        label = folded(" ".join(word.text for word in words[: printed.first]))
        if not _LATER.search(label):
            yield Period(day, day, "statement date" if _ENDS.search(label) else "date")
    if not dates:
        yield from _month_or_year(words)


def _half_named(words: Sequence[Word], dates: Sequence[PrintedDate], *, convention: DateConvention) -> Iterator[Period]:
    """A span whose first day has no year: `6 Oct to 5 Nov 2024`."""
    for one, two in pairwise(dates):
        if one.whole is not None or two.whole is None or one.day_and_month is None:
            continue
        end = day_of(two.whole, convention)
        between = " ".join(word.text for word in words[one.end : two.first]).strip().lower()
        if end is None or _BETWEEN.fullmatch(between) is None:
            continue
        day, month = ordered(one.day_and_month, convention.order)
        for year in (end.year, end.year - 1):
            try:
                start = date(year, month, day)
            except ValueError:
                continue
            if start <= end:
                yield Period(start, end, "period")
                break


def _dates(words: Sequence[Word]) -> Iterator[PrintedDate]:
    index = 0
    while index < len(words):
        found = _in_three(words, index) or date_at(words, index, spaced_year=True)
        if found is not None:
            yield found
        index = found.end if found is not None else index + 1


def _in_three(words: Sequence[Word], first: int) -> PrintedDate | None:
    """Day, month and a whole year as three numbers close beside each other: `31 01 2024`."""
    held = words[first : first + 3]
    text = " ".join(word.text for word in held)
    apart = any(two.left - one.right > one.size for one, two in pairwise(held))
    if apart or (figures := _THREE.fullmatch(text)) is None:
        return None
    parts = DateParts((figures[1], figures[2], figures[3]), None)
    return PrintedDate(text, held[0].left, held[-1].right, first, first + 3, parts, None)


def _month_or_year(words: Sequence[Word]) -> Iterator[Period]:
    """`June 2023`, or a bare year in a short line such as a title."""
    for one, two in pairwise(words):
        month, year = month_number(one.text.strip(".,")), _YEAR.fullmatch(two.text.strip(".,"))
        if month is not None and year is not None:
            start = date(int(year[0]), month, 1)
            yield Period(start, (start + _MONTH).replace(day=1) - timedelta(days=1), "month")
            return
    years = [int(year) for word in words for year in _YEAR.findall(word.text)]
    if years and len(words) <= 10:
        yield Period(date(years[-1], 1, 1), date(years[-1], 12, 31), "year")


def ordered(parts: tuple[str, str, DateOrder | None], order: DateOrder) -> tuple[int, int]:
    """Day and month of a printed pair under an order."""
    one, two, own = int(parts[0]), int(parts[1]), parts[2]
    return (two, one) if (own or order) is DateOrder.MONTH_FIRST else (one, two)


def day_in(printed: PrintedDate, convention: DateConvention, *, period: Period | None) -> date | None:
    """The day a printed date means; one without a year lies nearest to the period."""
    if printed.whole is not None:
        return day_of(printed.whole, convention)
    if printed.day_and_month is None or period is None:
        return None
    day, month = ordered(printed.day_and_month, convention.order)
    return period.nearest(day, month) if 1 <= month <= 12 else None


def strays(days: Iterable[date | None], period: Period | None) -> int:
    """How badly days fit: no day, far from the period, or jumping back and forth."""
    known = list(days)
    missing = sum(1 for day in known if day is None)
    there = [day for day in known if day is not None]
    far = far_days(there, period)
    forth = sum(1 for one, two in pairwise(there) if two < one)
    back = sum(1 for one, two in pairwise(there) if two > one)
    return missing * 4 + far * 2 + min(forth, back)


def far_days(days: Iterable[date | None], period: Period | None) -> int:
    """How many days lie far outside of the period."""
    return sum(1 for day in days if day is not None and period is not None and not _fits(day, period))


def _fits(day: date, period: Period) -> bool:
    slack = 40 if period.said in {"period", "statement date", "month"} else 100
    return period.start - timedelta(days=slack) <= day <= period.end + timedelta(days=slack)
