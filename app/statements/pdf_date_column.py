"""Where the dates of printed rows stand: the column of dates below each header, first in its lines or among them."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from app.statements.date_fields import DateParts
from app.statements.pdf_fields import PrintedDate, date_at
from app.statements.pdf_headers import Header, date_parts_named
from app.statements.pdf_lines import ScannedLine
from app.statements.pdf_period import is_joint
from app.statements.pdf_words import PageLine, Points, Word
from app.statements.table_words import Role

Place = tuple[Points, Points]
"""Left and right edge of a column of dates."""
Group = tuple[Header | None, Sequence[ScannedLine]]
_ASIDE = 14.0  # no money: points by which a date may stand off the column of dates
_BELOW = 5
"""Lines after a date within which its row's amount stands."""
_LETTERS = 2
"""A serial number before a row's date may have as many."""
_PART = re.compile(r"0[1-9]|[12]\d|3[01]", re.ASCII)
_SIX = re.compile(r"(\d\d)(\d\d)(\d\d)", re.ASCII)
_BARE = re.compile(r"(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])", re.ASCII)


def dates_of_rows(groups: Sequence[Group]) -> dict[int, tuple[PrintedDate, ...]]:
    """Line number -> the dates of lines that stand in the column of dates: its own and those right beside it."""
    lines = [one for _, group in groups for one in group]
    everywhere = _column(lines, None)
    begin = _begins_rows(lines)
    found: dict[int, tuple[PrintedDate, ...]] = {}
    for header, every in groups:
        group = [_without_inner(one) for one in every] if begin else every
        first = _first_in_lines(header, group, everywhere=everywhere)
        found |= _among(header, group, first=first) or _on_next_lines(group, first=first) or first
    return found


def _begins_rows(lines: Sequence[ScannedLine]) -> bool:
    """Whether most dates have nothing but a number before them: then `Fee period 10/01 - 10/31` begins no row."""
    rows = [one for one in lines if one.dates and any(money.first >= one.dates[0].end for money in one.money)]
    return 2 * sum(1 for one in rows if _begins(one.dates[0], one)) > len(rows)


def _without_inner(one: ScannedLine) -> ScannedLine:
    """The line without its dates where words stand before them, or where they are the ends of a period."""
    if not one.dates:
        return one
    return one if _begins(one.dates[0], one) and not _is_period(one) else replace(one, dates=())


def _is_period(one: ScannedLine) -> bool:
    """Whether the first date and the next are joined as `1 October to 31 October 2023` is."""
    words, end = one.line.words, one.dates[0].end
    joined = end + 1 < len(words) and is_joint(words[end].text)
    return joined and date_at(words, end + 1) is not None


def _begins(day: PrintedDate, one: ScannedLine) -> bool:
    before = "".join(word.text for word in one.line.words[: day.first])
    return sum(1 for char in before if char.isalpha()) <= _LETTERS


def without_dates(one: ScannedLine, dates: tuple[PrintedDate, ...] | None) -> ScannedLine:
    """The line with its dates left out of its amounts: `05.02` could be either, and the column says which."""
    if dates is None:
        return one
    first, end = dates[0].first, dates[-1].end
    after = tuple(money for money in one.money if money.first >= end)
    before = tuple(money for money in one.money if money.end <= first)
    begins = bool(after) and end > 0 and _begins(dates[0], one)
    return ScannedLine(one.line, one.dates, after if begins else (*before, *after))


def _first_in_lines(
    header: Header | None, group: Sequence[ScannedLine], *, everywhere: Place | None
) -> dict[int, tuple[PrintedDate, ...]]:
    places = _places(header, group, everywhere=everywhere)
    columns = _date_columns(header)
    found: dict[int, tuple[PrintedDate, ...]] = {}
    for one in group:
        place = places.get(one.line.page)
        start = next((i for i, day in enumerate(one.dates) if place is not None and _stands(day, place)), None)
        if start is None and len(columns) > 1 and one.dates and _stands_under(one.dates[0], columns):
            start = 0
        if start is not None:
            found[one.line.number] = _beside(one, one.dates[start:], most=max(2, len(columns)))
    return found


def _among(
    header: Header | None, group: Sequence[ScannedLine], *, first: dict[int, tuple[PrintedDate, ...]]
) -> dict[int, tuple[PrintedDate, ...]]:
    """The dates below a header's word for them where few lines begin with one: among the words, or as bare figures."""
    rows = [one for one in group if one.money]
    known = sum(1 for one in rows if one.line.number in first)
    for read in (date_under, _bare_date, _bare_pair, _bare_six):
        for column in _date_columns(header):
            found: dict[int, tuple[PrintedDate, ...]] = {
                one.line.number: (day,) for one in rows if (day := read(one.line, column))
            }
            if len(found) >= 2 and len(found) * 2 >= len(rows) and len(found) * 4 > known * 5:
                return _all_six(header, rows, found=found) if read is _bare_six else found
    return {}


def _all_six(
    header: Header | None, rows: Sequence[ScannedLine], *, found: dict[int, tuple[PrintedDate, ...]]
) -> dict[int, tuple[PrintedDate, ...]]:
    """Such dates below all words for them, from left to right."""
    columns = sorted(_date_columns(header), key=lambda column: column.left)
    held = [one for one in rows if one.line.number in found]
    return {one.line.number: tuple(day for word in columns if (day := _bare_six(one.line, word))) for one in held}


def _on_next_lines(
    group: Sequence[ScannedLine], *, first: dict[int, tuple[PrintedDate, ...]]
) -> dict[int, tuple[PrintedDate, ...]]:
    """The dates of rows that print theirs on a second line, closer to their first line than to the next row."""
    lone = [index for index, one in enumerate(group) if one.line.number in first and not one.money]
    dated = [index for index, one in enumerate(group) if one.line.number in first and one.money]
    if len(lone) < 3 or len(dated) * 5 > len(lone):
        return {}
    ends = [index for index in lone if index and group[index - 1].money and _is_closer(group, index)]
    if len(ends) * 5 < len(lone) * 4:
        return {}
    days = {group[index - 1].line.number: first[group[index].line.number][0] for index in ends}
    return {number: (replace(day, first=0, end=0),) for number, day in days.items()}


def _is_closer(group: Sequence[ScannedLine], index: int) -> bool:
    above, one = group[index - 1].line, group[index].line
    below = group[index + 1].line if index + 1 < len(group) else None
    same = above.page == one.page
    gap = one.baseline - above.baseline
    return same and (below is None or below.page != one.page or gap < 0.9 * (below.baseline - one.baseline))  # no money


def _date_columns(header: Header | None) -> list[Word]:
    """The words over columns of dates, those of the day of booking first; of value dates only where no other is."""
    named = header.date_columns() if header is not None else []
    named = [one for one in named if one[0] is not Role.VALUE] or named
    return [word for role, word in sorted(named, key=lambda one: one[0] is not Role.BOOKED)]


def date_under(line: PageLine, column: Word) -> PrintedDate | None:
    """The date of a line below a word of the header; None where none stands there."""
    found = (date_at(line.words, index) for index in _words_under(line, column))
    return next((day for day in found if day is not None), None)


def _bare_date(line: PageLine, column: Word) -> PrintedDate | None:
    """Day and month as four figures: `0210` is the second of October."""
    for index in _words_under(line, column):
        word = line.words[index]
        figures = _BARE.fullmatch(word.text)
        if figures is not None:
            short = (figures[1], figures[2], None)
            return PrintedDate(word.text, word.left, word.right, index, index + 1, None, short)
    return None


def _bare_pair(line: PageLine, column: Word) -> PrintedDate | None:
    """Day and month as two numbers with nothing else below the word: `12 09`, in an order that the period tells."""
    under = list(_words_under(line, column))
    if len(under) != 2 or not all(_PART.fullmatch(line.words[index].text) for index in under):
        return None
    one, two = line.words[under[0]], line.words[under[1]]
    order = date_parts_named(column.text)
    if order is None and two.left - one.right > two.size:
        return None
    short = (one.text, two.text, order)
    return PrintedDate(f"{one.text} {two.text}", one.left, two.right, under[0], under[1] + 1, None, short)


def _bare_six(line: PageLine, column: Word) -> PrintedDate | None:
    """Day, month and year of two figures each with no mark between: `231002`, in an order that all rows tell."""
    for index in _words_under(line, column):
        word = line.words[index]
        figures = _SIX.fullmatch(word.text)
        if figures is not None and int(figures[2]) > 0:
            parts = DateParts((figures[1], figures[2], figures[3]), None)
            return PrintedDate(word.text, word.left, word.right, index, index + 1, parts, None)
    return None


def _words_under(line: PageLine, column: Word) -> Iterator[int]:
    return (i for i, word in enumerate(line.words) if word.left < column.right and word.right > column.left)


def _beside(one: ScannedLine, dates: Sequence[PrintedDate], *, most: int) -> tuple[PrintedDate, ...]:
    """Dates right beside each other; `12.29` after whole dates, or as the line's only figure, is money.

    Eight figures beside `07 Jan` are a reference.
    """
    kept = [dates[0]]
    for day in dates[1:most]:
        figure = day.whole is None and any(money.first == day.first for money in one.money)
        alone = figure and all(money.first <= day.first for money in one.money)
        reference = day.text.isdigit() and not dates[0].text.isdigit()
        if day.first != kept[-1].end or alone or reference or (figure and dates[0].whole is not None):
            break
        kept.append(day)
    return tuple(kept)


def _stands_under(day: PrintedDate, columns: Sequence[Word]) -> bool:
    return any(abs(day.left - column.left) <= _ASIDE / 4 for column in columns)


def _stands(printed: PrintedDate, place: Place) -> bool:
    return abs(printed.left - place[0]) <= _ASIDE or abs(printed.right - place[1]) <= _ASIDE / 4


def _places(header: Header | None, group: Sequence[ScannedLine], *, everywhere: Place | None) -> dict[int, Place]:
    """Page -> its column of dates; the group's, else the document's, where the page has too few rows to tell."""
    whole = _column(group, header)
    named = whole is not None and any(_over(whole, column) for column in _date_columns(header))
    usual = whole if named or everywhere is None else everywhere
    by_page: dict[int, list[ScannedLine]] = {}
    for one in group:
        by_page.setdefault(one.line.page, []).append(one)
    places: dict[int, Place] = {}
    for page, lines in by_page.items():
        own = _column(lines, header) if sum(1 for _ in _leading(lines)) >= 10 else None
        place = own or usual
        if place is not None:
            places[page] = place
    return places


def _column(lines: Sequence[ScannedLine], header: Header | None) -> Place | None:
    """The place where most rows begin with a date; the one below a header's word for dates where it has enough."""
    dates = list(_leading(lines)) or [one.dates[0] for one in lines if one.dates]
    best = _densest(dates)
    for column in _date_columns(header):
        own = _densest([day for day in dates if day.left < column.right and day.right > column.left])
        if own is not None and best is not None and 3 * _count(dates, own) >= _count(dates, best):
            return own
    return best


def _over(place: Place, column: Word) -> bool:
    return place[0] < column.right and place[1] > column.left


def _count(dates: Sequence[PrintedDate], place: Place) -> int:
    return sum(1 for day in dates if abs(day.left - place[0]) <= _ASIDE)


def _leading(lines: Sequence[ScannedLine]) -> Iterator[PrintedDate]:
    """The first dates of lines whose amount stands after it, thrice, or on one of the next lines, twice."""
    for index, one in enumerate(lines):
        if not one.dates:
            continue
        day = one.dates[0]
        if any(money.first >= day.end for money in one.money):
            yield from (day, day, day)
        elif not one.money:
            rest = takewhile(_other_than(day, one), lines[index + 1 : index + 1 + _BELOW])
            if any(money.left > day.right for below in rest for money in below.money):
                yield from (day, day)


def _other_than(day: PrintedDate, above: ScannedLine) -> Callable[[ScannedLine], bool]:
    def holds(one: ScannedLine) -> bool:
        again = any(abs(other.left - day.left) <= _ASIDE for other in one.dates)
        return one.line.page == above.line.page and not again

    return holds


def _densest(dates: Sequence[PrintedDate]) -> Place | None:
    counts = Counter(round(day.left / 5) for day in dates)
    if not counts:
        return None
    best = max(counts, key=lambda key: (counts[key] + counts[key - 1] + counts[key + 1], counts[key], -key))
    near = [day for day in dates if abs(round(day.left / 5) - best) <= 1]
    return sum(day.left for day in near) / len(near), max(day.right for day in near)
