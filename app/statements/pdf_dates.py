"""The days of printed rows: their order by proof, their years from the statement's period."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.statement import Decision
from app.domain.statement_kinds import DateOrder
from app.statements.date_fields import DateConvention
from app.statements.pdf_fields import PrintedDate
from app.statements.pdf_lines import ScannedLine
from app.statements.pdf_period import Period, day_in, far_days, period_of, strays
from app.statements.pdf_row_builder import PrintedRow
from app.statements.reader import ReadOptions

_AHEAD = timedelta(days=370)
_ORDERS = (DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST)
_YEAR = 366
_TOGETHER = 5
"""Years of two figures stand first where the days lie so many times closer together that way."""


@dataclass(frozen=True, slots=True)
class DatesRead:
    """How the rows' dates are read: order and period; the question where two orders fit; why one was taken."""

    convention: DateConvention
    period: Period | None
    decisions: tuple[Decision, ...] = ()
    reason: str = ""

    def day(self, printed: PrintedDate) -> date | None:
        """The day a printed date means; None where it means none."""
        return day_in(printed, self.convention, period=self.period)


@dataclass(frozen=True, slots=True)
class DateClues:
    """What speaks for an order beside the dates: the document's own day, and whether its language is day first."""

    made_on: date | None
    day_first: bool
    layout: str


@dataclass(frozen=True, slots=True)
class _Tried:
    """The rows' days under one order."""

    read: DatesRead
    days: tuple[date | None, ...]
    wrong: int
    """Of how many rows the day is none, or lies ahead of any statement."""

    def fits(self) -> bool:
        """Whether half of the days lie about the period: one that most rows lie outside of is not theirs."""
        outside = far_days(self.days, self.read.period)
        return 2 * outside <= sum(1 for day in self.days if day is not None)

    def says_period(self) -> bool:
        """Whether the statement prints what it is of: the day of the file may be years later."""
        return self.read.period is not None and self.read.period.said != "document"

    def strays(self, *, period: bool) -> int:
        """How badly the days fit, the less the better."""
        return strays(self.days, self.read.period if period else None) + 3 * self.wrong

    def span(self) -> int:
        """How many days lie between the first and the last."""
        known = [day for day in self.days if day is not None]
        return (max(known) - min(known)).days if known else 0


def read_dates(
    rows: Sequence[PrintedRow], lines: Sequence[ScannedLine], *, clues: DateClues, options: ReadOptions
) -> DatesRead:
    """Try the orders on all rows and take the one that fits the period and runs in time."""
    latest = options.today + _AHEAD
    first, second = (_tried(rows, lines, order=order, clues=clues, latest=latest) for order in _ORDERS)
    if any(_may_begin_with_year(row.dates[0]) for row in rows):
        year_first = _tried(rows, lines, order=DateOrder.YEAR_FIRST, clues=clues, latest=latest)
        if _is_year_first(year_first, first, second):
            return year_first.read
    period = first.fits() or second.fits()
    strayed = [(first.strays(period=period), first.read), (second.strays(period=period), second.read)]
    if strayed[0][0] != strayed[1][0]:
        return min(strayed, key=lambda one: one[0])[1]
    if not any(_is_open(row.dates[0]) for row in rows) or first.days == second.days:
        return first.read
    return _settled(rows, [first.read, second.read], clues=clues, options=options)


def _tried(
    rows: Sequence[PrintedRow], lines: Sequence[ScannedLine], *, order: DateOrder, clues: DateClues, latest: date
) -> _Tried:
    convention = DateConvention(order, latest.year)
    read = DatesRead(convention, period_of(lines, order, latest=latest, made_on=clues.made_on))
    days = tuple(read.day(row.dates[0]) for row in rows)
    return _Tried(read, days, sum(1 for day in days if day is None or day > latest))


def _is_year_first(year_first: _Tried, *others: _Tried) -> bool:
    """`23.10.02` to `23.10.31`: no worse a fit year first, and within days that way but years apart otherwise."""
    said = any(one.says_period() for one in (year_first, *others))
    period = said and any(one.fits() for one in (year_first, *others))
    best = min(others, key=lambda one: one.strays(period=period))
    if (said and not year_first.fits()) or year_first.strays(period=period) > best.strays(period=period):
        return False
    return best.span() > _YEAR and year_first.span() * _TOGETHER <= best.span()


def _may_begin_with_year(printed: PrintedDate) -> bool:
    whole = printed.whole
    return whole is not None and whole.order is None and len(whole.parts[0]) == len(whole.parts[2]) == len("23")


def _is_open(printed: PrintedDate) -> bool:
    if printed.whole is not None:
        return printed.whole.order is None
    return printed.day_and_month is not None and printed.day_and_month[2] is None


def _settled(
    rows: Sequence[PrintedRow], reads: Sequence[DatesRead], *, clues: DateClues, options: ReadOptions
) -> DatesRead:
    """Dots, language and country write the day first; otherwise a person chooses."""
    first, second = reads
    if all("." in row.dates[0].text for row in rows):
        return DatesRead(first.convention, first.period, reason="dates with dots are written day first")
    if clues.day_first:
        return DatesRead(first.convention, first.period, reason="the statement's country writes the day first")
    chosen = options.choice("date_order", clues.layout)
    for read in reads:
        if chosen == str(read.convention.order):
            return read
    decision = Decision(
        question="date_order",
        choices=(str(DateOrder.MONTH_FIRST), str(DateOrder.DAY_FIRST)),
        examples=(_examples(rows, second), _examples(rows, first)),
    )
    return DatesRead(second.convention, second.period, (decision,))


def _examples(rows: Sequence[PrintedRow], read: DatesRead) -> tuple[str, ...]:
    found = [(row, read.day(row.dates[0])) for row in rows]
    telling = [(row, day) for row, day in found if day is not None and day.day != day.month]
    return tuple(f"{row.dates[0].text} → {day.isoformat()}: {' '.join(row.texts)[:60]}" for row, day in telling[:3])
