"""The days of printed rows: their order by proof, their years from the statement's period."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.statement import Decision
from app.domain.statement_kinds import DateOrder
from app.statements.date_fields import DateConvention
from app.statements.pdf_fields import PrintedDate
from app.statements.pdf_lines import ScannedLine
from app.statements.pdf_period import Period, day_in, period_of, strays
from app.statements.pdf_row_builder import PrintedRow
from app.statements.reader import ReadOptions

_AHEAD = timedelta(days=370)
_ORDERS = (DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST)


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


def read_dates(
    rows: Sequence[PrintedRow], lines: Sequence[ScannedLine], *, clues: DateClues, options: ReadOptions
) -> DatesRead:
    """Try both orders on all rows and take the one that fits the period and runs in time."""
    latest = options.today + _AHEAD
    tried: list[tuple[int, DatesRead]] = []
    for order in _ORDERS:
        convention = DateConvention(order, latest.year)
        period = period_of(lines, order, latest=latest, made_on=clues.made_on)
        read = DatesRead(convention, period)
        days = [read.day(row.dates[0]) for row in rows]
        late = sum(1 for day in days if day is not None and day > latest)
        none = sum(1 for day in days if day is None)
        tried.append((strays(days, period) + 3 * (late + none), read))
    if not any(_is_open(row.dates[0]) for row in rows) or _same(rows, tried[0][1], two=tried[1][1]):
        return min(tried, key=lambda one: one[0])[1] if tried[0][0] != tried[1][0] else tried[0][1]
    if tried[0][0] != tried[1][0]:
        return min(tried, key=lambda one: one[0])[1]
    return _settled(rows, [one[1] for one in tried], clues=clues, options=options)


def _is_open(printed: PrintedDate) -> bool:
    if printed.whole is not None:
        return printed.whole.order is None
    return printed.day_and_month is not None and printed.day_and_month[2] is None


def _same(rows: Sequence[PrintedRow], one: DatesRead, *, two: DatesRead) -> bool:
    return all(one.day(row.dates[0]) == two.day(row.dates[0]) for row in rows)


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
