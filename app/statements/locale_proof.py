"""Locale by proof: the decimal mark and date order under which the cells parse, and what speaks for one of two."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from app.domain.statement_kinds import DateOrder
from app.statements.date_fields import DateConvention, date_parts, day_of
from app.statements.fields import AmountConvention, FieldProblem, Mark, read_amount

POINT, COMMA = AmountConvention("."), AmountConvention(",")
_DIGITS = str.maketrans("0123456789", "9999999999")
_AMOUNT = re.compile(
    r"[(+▲△−–-]*\s*[^\d\s.,()]{0,4}\.?\s*[(+−–-]?\s*[.,]?\d[\d.,'’`\s]*(?:[-–])?\s*[^\d\s]{0,4}\s*(?:[A-Za-z]{1,2})?\.?\)?(?:\s*[A-Z]{3})?"
)
_OPEN_SHAPE = re.compile(r"[^9]*9{1,3}(?:[.,]9{3})?[^9]*")
_GROUPED_SHAPE = re.compile(r"[^9]*9{1,3}[.,]9{3}[^9]*")
_CLOCK = re.compile(r"[ T]\d{2}:\d{2}(?::\d{2})?", re.ASCII)
_TELLING = 3
"""Days of which one that was misprinted may turn the others round."""
_SLACK = timedelta(days=370)
"""Scheduled rows lie a little ahead; no bank books rows more than a year ahead."""


def looks_like_amount(text: str) -> bool:
    """Whether a text is an amount under one of the conventions, however many decimals it has."""
    if not text or len(text) > 40 or _AMOUNT.fullmatch(text) is None:
        return False
    return any(not isinstance(read_amount(text, convention, digits=9), FieldProblem) for convention in (POINT, COMMA))


def is_money(text: str) -> bool:
    """Whether a text is an amount with two decimals, and not just any number."""
    return len(text) > 3 and text[-3] in ".," and looks_like_amount(text)


@dataclass(frozen=True, slots=True)
class AmountProof:
    """The decimal marks under which most cells parse, the best first; more than one where values would differ."""

    conventions: tuple[AmountConvention, ...]
    marks: frozenset[Mark]
    has_decimals: bool
    grouped_only: bool = False
    """Whether every amount has three digits behind its only mark, `1,250`: taken for thousands, which nothing shows."""


def prove_amounts(cells: Iterable[str], digits: int, *, beside: Iterable[str] = ()) -> AmountProof:
    """Hold every distinct shape of the cells (digits made 9) against both decimal marks.

    `beside`: the balances of the rows, which count only where each amount may be read both ways, `12.340`.
    """
    shapes = {cell.translate(_DIGITS): cell for cell in cells if cell}
    if shapes and all(map(_OPEN_SHAPE.fullmatch, shapes)):
        shapes |= {cell.translate(_DIGITS): cell for cell in beside if cell}
    failures = {".": [0, 0], ",": [0, 0]}
    marks: set[Mark] = set()
    differ = False
    for cell in shapes.values():
        readings = [read_amount(cell, convention, digits=digits) for convention in (POINT, COMMA)]
        for convention, reading in zip((POINT, COMMA), readings, strict=True):
            if isinstance(reading, FieldProblem):
                failures[convention.decimal][0] += 1
            else:
                marks.add(reading.mark)
                failures[convention.decimal][1] += _has_excess(cell, convention.decimal, digits=digits)
        differ = differ or readings[0] != readings[1]
    ranked = sorted((POINT, COMMA), key=lambda convention: failures[convention.decimal])
    tied = failures["."] == failures[","] and differ
    grouped = bool(shapes) and 0 < digits < 3 and all(map(_GROUPED_SHAPE.fullmatch, shapes))
    return AmountProof(tuple(ranked) if tied else (ranked[0],), frozenset(marks), differ, grouped)


def _has_excess(cell: str, decimal: str, *, digits: int) -> bool:
    """More decimals than the currency has, all zeros: possible, but the worse reading of `1,250`."""
    fraction = re.match(r"\d*", cell.rpartition(decimal)[2]) if decimal in cell else None
    return fraction is not None and len(fraction[0]) > digits


@dataclass(frozen=True, slots=True)
class DateProof:
    """The date orders that survive, the likeliest first, and why where one was chosen over another."""

    orders: tuple[DateOrder, ...]
    reason: str = ""
    fitting: tuple[DateOrder, ...] = ()
    """All orders under which the cells are days, before what else speaks for one of them."""
    year_first: frozenset[int] = frozenset()
    """The columns (by their place) that are written year first, but for a few days that can't be read."""


def prove_dates(
    columns: Sequence[Sequence[str]], today: date, *, day_first_language: bool, above: Sequence[str] = ()
) -> DateProof:
    """Find the order under which all cells are days, none lies in the future, and the rows are in order.

    `columns` are the date columns in file order. Days `above` the rows, dots between numbers, or a file of a land that
    writes the day first settle what the dates alone leave open. A column written year first tells nothing of another.
    """
    year_first = frozenset(number for number, column in enumerate(columns) if _is_written_year_first(column))
    undecided = [column for number, column in enumerate(columns) if number not in year_first]
    open_cells = [cell for column in undecided for cell in column if _is_open(cell)]
    if not open_cells:
        orders = (DateOrder.YEAR_FIRST,) if any(map(any, columns)) else ()
        return DateProof(orders, year_first=year_first)
    proof = _prove_open(undecided, open_cells, today=today, above=above, day_first_language=day_first_language)
    return replace(proof, year_first=year_first)


def _prove_open(
    columns: Sequence[Sequence[str]],
    open_cells: Sequence[str],
    *,
    today: date,
    above: Sequence[str],
    day_first_language: bool,
) -> DateProof:
    """The orders that survive of columns with cells whose form does not say which part is which."""
    latest = (today + _SLACK).year
    orders = _fitting(open_cells, latest, limit=today + _SLACK)
    if len(orders) > 1:
        orders = _same_days(open_cells, orders, latest=latest)
    fitting, reason = orders, _why_year_first(orders, open_cells, latest=latest)
    if len(orders) > 1:
        orders = _in_order(columns, orders, latest=latest)
        if len(orders) == 1 and _has_bad_cells(columns):
            reason = "the rows run in time that way, and a date that can't be read might have told"
    told = _told_above(orders, above, open_cells=open_cells, latest=latest)
    if told is not None:
        return DateProof((told,), "days above the rows are written that way", fitting)
    if len(orders) > 1 and DateOrder.DAY_FIRST in orders:
        if all("." in cell for cell in open_cells):
            orders, reason = (DateOrder.DAY_FIRST,), "dates with dots are written day first"
        elif day_first_language:
            orders, reason = (DateOrder.DAY_FIRST,), "words, amounts or account are of a land that does so"
    return DateProof(orders, reason, fitting)


def _why_year_first(orders: tuple[DateOrder, ...], cells: Sequence[str], *, latest: int) -> str:
    """Why days were read year first of which all but one lie close together otherwise; empty where none was chosen."""
    if orders != (DateOrder.YEAR_FIRST,) or len(cells) < _TELLING or len(set(cells)) > _TELLING:
        return ""
    for order in (DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST):
        days = sorted(day for cell in cells if (day := _day(cell, order, latest=latest)) is not None)
        if len(days) == len(cells) and min(days[-2] - days[0], days[-1] - days[1]) <= _SLACK:
            return "all days lie close together that way, and all but one otherwise"
    return ""


def _told_above(
    orders: Sequence[DateOrder], above: Sequence[str], *, open_cells: Sequence[str], latest: int
) -> DateOrder | None:
    """The one order of several under which all days above the rows, with the same mark between, are days."""
    marks = {char for cell in open_cells for char in cell if char in "./-"}
    alike = [day for day in above if marks & set(day)]
    fitting = [order for order in orders if all(_day(day, order, latest=latest) is not None for day in alike)]
    return fitting[0] if len(fitting) == 1 < len(orders) else None


def _is_written_year_first(column: Sequence[str]) -> bool:
    """Whether the form of nearly all days says which part is which: the few others are not read."""
    orders = [found.order for cell in column if (found := date_parts(cell)) is not None]
    few = orders.count(None)
    return few * 5 <= len(orders) - few and bool(orders)


def _has_bad_cells(columns: Sequence[Sequence[str]]) -> bool:
    return any(cell and date_parts(cell) is None for column in columns for cell in column)


def _is_open(cell: str) -> bool:
    found = date_parts(cell)
    return found is not None and found.order is None


def _fitting(cells: Sequence[str], latest: int, *, limit: date) -> tuple[DateOrder, ...]:
    """The orders with the fewest cells that are no day, or (half as bad) lie in the future.

    Year first only for two-digit years.
    """
    wrong: dict[DateOrder, int] = {}
    for order in (DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST, DateOrder.YEAR_FIRST):
        days = [_day(cell, order, latest=latest) for cell in set(cells)]
        wrong[order] = sum(2 if day is None else day > limit for day in days)
    fewest = min(wrong[DateOrder.DAY_FIRST], wrong[DateOrder.MONTH_FIRST])
    likely = tuple(order for order in (DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST) if wrong[order] == fewest)
    if wrong[DateOrder.YEAR_FIRST] < fewest and not _is_far_apart(cells, likely, latest=latest):
        return (DateOrder.YEAR_FIRST,)
    return (DateOrder.YEAR_FIRST,) if _is_year_first(cells, wrong, latest=latest) else likely


def _is_far_apart(cells: Sequence[str], likely: Sequence[DateOrder], *, latest: int) -> bool:
    """Whether the days lie further apart year first than otherwise: then a bad cell must not turn all others round."""
    spans = [_span(cells, order, latest=latest) for order in likely]
    return any(span is not None and span < (_span(cells, DateOrder.YEAR_FIRST, latest=latest) or 0) for span in spans)


def _span(cells: Sequence[str], order: DateOrder, *, latest: int) -> int | None:
    """The days between the first and the last of those that are any; None where there are none."""
    days = [day for cell in set(cells) if (day := _day(cell, order, latest=latest)) is not None]
    return (max(days) - min(days)).days if days else None


def _span_of_most(cells: Sequence[str], order: DateOrder, *, latest: int) -> int:
    """The days between first and last, without the one day that lies furthest off where there are three or more."""
    days = sorted(day for cell in set(cells) if (day := _day(cell, order, latest=latest)) is not None)
    if len(days) > 2:
        return min((days[-2] - days[0]).days, (days[-1] - days[1]).days)
    return (days[-1] - days[0]).days if days else 0


def _is_year_first(cells: Sequence[str], wrong: Mapping[DateOrder, int], *, latest: int) -> bool:
    """Two-digit dates that fit year first as well, and lie within days that way but years apart the other."""
    if wrong[DateOrder.YEAR_FIRST] or len(set(cells)) < 2:
        return False
    spans = {order: _span_of_most(cells, order, latest=latest) for order in wrong if not wrong[order]}
    others = [span for order, span in spans.items() if order is not DateOrder.YEAR_FIRST]
    return bool(others) and min(others) > 366 and spans[DateOrder.YEAR_FIRST] * 5 <= min(others)


def _day(cell: str, order: DateOrder, *, latest: int) -> date | None:
    found = date_parts(cell)
    return None if found is None else day_of(found, DateConvention(order, latest))


def _same_days(cells: Sequence[str], orders: tuple[DateOrder, ...], *, latest: int) -> tuple[DateOrder, ...]:
    """Both orders give the same days, such as 03/03/2024 throughout: nothing is to be decided."""
    same = all(len({_day(cell, order, latest=latest) for order in orders}) == 1 for cell in set(cells))
    return orders[:1] if same else orders


def _in_order(columns: Sequence[Sequence[str]], orders: tuple[DateOrder, ...], *, latest: int) -> tuple[DateOrder, ...]:
    """The order under which the rows run in time, where the other makes them jump."""
    for column in columns:
        jumps = {order: _jumps([_day(cell, order, latest=latest) for cell in column if cell]) for order in orders}
        calm = tuple(order for order in orders if jumps[order] == 0)
        if len(calm) == 1 and max(jumps.values()) > 0:
            return calm
    return orders


def _jumps(days: Sequence[date | None]) -> int:
    known = [day for day in days if day is not None]
    pairs = list(pairwise(known))
    return min(sum(1 for one, two in pairs if two < one), sum(1 for one, two in pairs if two > one))


def date_reader(convention: DateConvention, *, stated: bool = False) -> Callable[[str], date | FieldProblem]:
    """A reader of dates that remembers what it read: statements repeat their days.

    `stated`: only dates whose form says which part is which are read.
    """
    known: dict[str, date | FieldProblem] = {}

    def read(text: str) -> date | FieldProblem:
        if len(text) > 15 and _CLOCK.fullmatch(text, 10) is not None:
            text = text[:10]
        found = known.get(text)
        if found is None:
            parts = date_parts(text)
            is_read = parts is not None and not (stated and parts.order is None)
            day = day_of(parts, convention) if parts is not None and is_read else None
            found = day if day is not None else FieldProblem("no_such_day" if is_read else "not_a_date", text)
            if len(known) < 65536:
                known[text] = found
        return found

    return read
