"""Days printed as headings above their rows, with the day's balance beside them: `5 de Outubro Saldo do dia: 10`."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.statements.pdf_columns import standing
from app.statements.pdf_damage import is_damaged_date, shape_of
from app.statements.pdf_fields import PrintedDate, PrintedMoney
from app.statements.pdf_headers import words_over
from app.statements.pdf_lines import ScannedLine
from app.statements.pdf_words import Points, Word
from app.statements.table_words import Role, folded

_FEWEST = 2
"""Of such headings, three in four of which must have a row: one whose amount can't be read is none."""
_OFF: Points = 100.0  # no money: where the days are set, left of everything
_WIDE: Points = 80.0  # no money
_ASIDE: Points = 4.0  # no money


@dataclass(frozen=True, slots=True)
class DayHeadings:
    """The lines with each heading's day set before its rows, and the headings whose day can't be read."""

    lines: tuple[ScannedLine, ...]
    unread: tuple[ScannedLine, ...] = ()
    rowless: tuple[ScannedLine, ...] = ()
    """The first line below each heading that no line with an amount follows."""


def with_days(lines: Sequence[ScannedLine]) -> DayHeadings:
    """Set the days before the rows below them, where such headings stand above nearly all rows."""
    labels = Counter(label for one in lines if (label := _label(one)))
    label, count = next(iter(labels.most_common(1)), ("", 0))
    if count < _FEWEST:
        return DayHeadings(tuple(lines))
    first = next(one for one in lines if _label(one) == label)
    heads = [one for one in lines if _is_head(one, label, first=first)]
    numbers = {one.line.number for one in heads}
    rest = [one for one in lines if one.line.number not in numbers and standing(one)]
    below = sum(1 for one in rest if not one.dates and one.line.number > first.line.number)
    if 4 * below < 3 * count or 5 * sum(1 for one in rest if one.dates) > below:
        return DayHeadings(tuple(lines))
    return _set(lines, heads, label=label)


def _set(lines: Sequence[ScannedLine], heads: Sequence[ScannedLine], *, label: str) -> DayHeadings:
    left = heads[0].line.words[0].left
    numbers = {one.line.number for one in heads}
    result: list[ScannedLine] = []
    unread: list[ScannedLine] = []
    rowless: list[ScannedLine] = []
    day: PrintedDate | None = None
    below: list[ScannedLine] | None = None
    for one in lines:
        if one.line.number in numbers:
            rowless += (below or [])[:1]
            day, below = one.dates[0], []
            result += _header(one, left)
        elif label in folded(one.text):
            day = None
            unread.append(one)
        elif day is not None and standing(one) and one.line.words[0].left >= left - _ASIDE:
            result.append(_dated(one, day, left=left))
            below = None
        else:
            result.append(one)
            if below is not None:
                below.append(one)
    return DayHeadings(tuple(result), tuple(unread), (*rowless, *(below or [])[:1]))


def like_days(lines: Sequence[ScannedLine]) -> list[ScannedLine]:
    """Lines among rows below days that stand alone on their lines, which may be such a day torn: `5 Oct?ber 2023`."""
    days = [one for one in lines if _is_alone(one)]
    if len(days) < _FEWEST:
        return []
    first, last = days[0].line, days[-1].line
    rows = [one for one in lines if one.line.number > first.number and standing(one)]
    if len(rows) < len(days) or 5 * sum(1 for one in rows if one.dates) > len(rows):
        return []
    near = [one for one in lines if first.number < one.line.number < max(last.number, rows[-1].line.number)]
    held = [one for one in near if not one.money and not one.dates]
    shapes = {shape_of(one.text) for one in days}
    left = first.words[0].left
    return [one for one in held if abs(one.line.words[0].left - left) <= _ASIDE and is_damaged_date(one.text, shapes)]


def _is_alone(one: ScannedLine) -> bool:
    return bool(one.dates) and one.dates[0].first == 0 and one.dates[0].end == len(one.line.words)


def _label(one: ScannedLine) -> str:
    """The words for balance between a line's first date and the amount close behind them; empty where none are."""
    money = _behind(one)
    if money is None:
        return ""
    words = one.line.words[one.dates[0].end : money.first]
    text = " ".join(word.text for word in words)
    is_close = bool(words) and money.left - words[-1].right < words[-1].size
    return folded(text) if is_close and Role.BALANCE in words_over(text) else ""


def _behind(one: ScannedLine) -> PrintedMoney | None:
    """The first amount behind a date that begins the line."""
    if not one.dates or one.dates[0].first:
        return None
    return next((money for money in one.money if money.first > one.dates[0].end), None)


def _is_head(one: ScannedLine, label: str, *, first: ScannedLine) -> bool:
    """Whether a line is such a heading, be its label or its balance damaged."""
    if not one.dates or one.dates[0].first or abs(one.line.words[0].left - first.line.words[0].left) > _ASIDE:
        return False
    rest = folded(" ".join(word.text for word in one.line.words[one.dates[0].end :]))
    return rest.startswith(label) or (_behind(one) is not None and not standing(one))


def _header(one: ScannedLine, left: Points) -> list[ScannedLine]:
    """What stands right of a heading's balance are the words over the columns; then the days have theirs too."""
    money = _behind(one)
    words = one.line.words[money.end :] if money is not None else ()
    if not words:
        return []
    over = Word("Date", left - _OFF, left - _OFF + _WIDE, words[0].size)
    return [ScannedLine(replace(one.line, words=(over, *words)), (), ())]


def _dated(one: ScannedLine, day: PrintedDate, *, left: Points) -> ScannedLine:
    place = replace(day, left=left - _OFF, right=left - _OFF + _WIDE, first=0, end=1)
    word = Word(day.text, place.left, place.right, one.line.words[0].size)
    money = tuple(replace(found, first=found.first + 1, end=found.end + 1) for found in one.money)
    return ScannedLine(replace(one.line, words=(word, *one.line.words)), (place,), money)
