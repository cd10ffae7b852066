"""A document's lines with the dates and amounts on each, and where the column of dates stands."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.statements.pdf_fields import PrintedDate, PrintedMoney, date_at, money_in, names_whole_money
from app.statements.pdf_words import PageLine, Points

_FIRST_WORDS = 3
"""A row's date is among its first words: a running number or a check number may stand before it."""
_ASIDE = 14.0  # no money: points by which a date may stand off the column of dates


@dataclass(frozen=True, slots=True)
class ScannedLine:
    """A line, the dates that start among its first words, and its amounts."""

    line: PageLine
    dates: tuple[PrintedDate, ...]
    money: tuple[PrintedMoney, ...]

    @property
    def text(self) -> str:
        """The whole line."""
        return self.line.text


def scan(lines: Sequence[PageLine]) -> list[ScannedLine]:
    """Every line with its dates and amounts; years after a space count only where nearly every row has one."""
    strict = [ScannedLine(line, _dates(line, spaced_year=False), tuple(money_in(line.words))) for line in lines]
    rows = [one for one in strict if _is_row(one)]
    if not rows and any(names_whole_money(line.text) for line in lines):
        strict = [ScannedLine(one.line, one.dates, tuple(money_in(one.line.words, whole=True))) for one in strict]
        rows = [one for one in strict if _is_row(one)]
    whole = 0
    for one in rows:
        dates = _dates(one.line, spaced_year=True)
        whole += bool(dates) and dates[0].whole is not None
    if not rows or whole * 20 < len(rows) * 19 or all(one.dates[0].whole is not None for one in rows):
        return strict
    return [ScannedLine(one.line, _dates(one.line, spaced_year=True), one.money) for one in strict]


def _dates(line: PageLine, *, spaced_year: bool) -> tuple[PrintedDate, ...]:
    dates: list[PrintedDate] = []
    index = 0
    while index < len(line.words) and (index < _FIRST_WORDS or (dates and index <= dates[-1].end + 1)):
        found = date_at(line.words, index, spaced_year=spaced_year)
        if found is not None:
            dates.append(found)
            index = found.end
        else:
            index += 1
        if len(dates) == 3:
            break
    return tuple(dates)


def side_by_side(lines: Sequence[ScannedLine]) -> int | None:
    """The first line of two tables that stand beside each other, None where they don't: a second row on many lines."""
    rows = [one for one in lines if _is_row(one)]
    double = [one for one in rows if _has_second_row(one)]
    return double[0].line.number if len(double) >= 3 and len(double) * 3 >= len(rows) else None


def _has_second_row(one: ScannedLine) -> bool:
    """Whether a date, then words, then an amount stand right of an amount; a value date and a balance are no row."""
    words = one.line.words
    if len(one.money) < 2:
        return False
    for first in range(one.money[0].end, one.money[-1].first):
        date = date_at(words, first)
        if date is not None:
            return any(money.first > date.end for money in one.money) and words[date.end].text[0].isalpha()
    return False


def without_dates(one: ScannedLine, dates: tuple[PrintedDate, ...] | None) -> ScannedLine:
    """The line with its dates left out of its amounts: `05.02` could be either, and the column says which."""
    if dates is None:
        return one
    return ScannedLine(one.line, one.dates, tuple(money for money in one.money if money.first >= dates[-1].end))


def dates_of_rows(lines: Sequence[ScannedLine]) -> dict[int, tuple[PrintedDate, ...]]:
    """Line number -> the dates of lines that stand in the column of dates: its own and those right beside it."""
    places = _column(lines)
    found: dict[int, tuple[PrintedDate, ...]] = {}
    for one in lines:
        place = places.get(one.line.page)
        if place is None:
            continue
        start = next((i for i, date in enumerate(one.dates) if _stands(date, place)), None)
        if start is not None:
            found[one.line.number] = _beside(one.dates[start:])
    return found


def _beside(dates: Sequence[PrintedDate]) -> tuple[PrintedDate, ...]:
    kept = [dates[0]]
    for date in dates[1:]:
        if date.first != kept[-1].end:
            break
        kept.append(date)
    return tuple(kept)


def _stands(date: PrintedDate, place: tuple[Points, Points]) -> bool:
    return abs(date.left - place[0]) <= _ASIDE or abs(date.right - place[1]) <= _ASIDE / 4


def _column(lines: Sequence[ScannedLine]) -> dict[int, tuple[Points, Points]]:
    """Page -> left and right edge of its column of dates, the document's where the page has too few rows to tell."""
    everywhere = _densest([one.dates[0] for one in lines if _is_row(one)])
    if everywhere is None:
        everywhere = _densest([one.dates[0] for one in lines if one.dates])
    if everywhere is None:
        return {}
    places: dict[int, tuple[Points, Points]] = {}
    by_page: dict[int, list[PrintedDate]] = {one.line.page: [] for one in lines}
    for one in lines:
        if _is_row(one):
            by_page[one.line.page].append(one.dates[0])
    for page, dates in by_page.items():
        own = _densest(dates)
        places[page] = own if own is not None and len(dates) >= 4 else everywhere
    return places


def _is_row(one: ScannedLine) -> bool:
    return bool(one.dates) and any(money.first >= one.dates[0].end for money in one.money)


def _densest(dates: Sequence[PrintedDate]) -> tuple[Points, Points] | None:
    counts = Counter(round(date.left / 5) for date in dates)
    if not counts:
        return None
    best = max(counts, key=lambda key: (counts[key] + counts[key - 1] + counts[key + 1], counts[key], -key))
    near = [date for date in dates if abs(round(date.left / 5) - best) <= 1]
    return sum(date.left for date in near) / len(near), max(date.right for date in near)
