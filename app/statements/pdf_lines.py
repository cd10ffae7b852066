"""A document's lines with the dates and amounts on each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from unicodedata import category

from app.statements.pdf_fields import PrintedDate, PrintedMoney, date_at, money_in, names_whole_money
from app.statements.pdf_words import PageLine, Points, Word, is_ornament

_FIRST_WORDS = 3
"""A row's date is among its first words: a running number or a check number may stand before it."""
_FEWEST = 3
_ASIDE = 14.0  # no money: points by which a date may stand off its column
_PAIR = re.compile(
    r"(\d{1,2}([.-])\d{1,2}(?:\2(?:\d{4}|\d{2}))?\.?)/(\d{1,2}\2\d{1,2}(?:\2(?:\d{4}|\d{2}))?\.?)", re.ASCII
)


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
    lines = [unglued(line) for line in lines]
    strict = [ScannedLine(line, _dates(line, spaced_year=False), tuple(money_in(line.words))) for line in lines]
    rows = [one for one in strict if _is_row(one)]
    if not rows and any(names_whole_money(line.text) for line in lines):
        strict = [ScannedLine(one.line, one.dates, tuple(money_in(one.line.words, whole=True))) for one in strict]
        rows = [one for one in strict if _is_row(one)]
    whole = 0
    for one in rows:
        dates = _dates(one.line, spaced_year=True)
        whole += bool(dates) and dates[0].whole is not None
    if not rows or whole * 5 < len(rows) * 4 or all(one.dates[0].whole is not None for one in rows):
        return strict
    return [ScannedLine(one.line, _dates(one.line, spaced_year=True), one.money) for one in strict]


def unglued(line: PageLine) -> PageLine:
    """The line with two dates that a stroke joins, `02.10./03.10.`, or figures with a note's sign, as two words."""
    if not any(("/" in word.text and _PAIR.fullmatch(word.text)) or _is_noted(word.text) for word in line.words):
        return line
    words: list[Word] = []
    for word in line.words:
        pair = _PAIR.fullmatch(word.text)
        if pair is not None:
            words += _cut(word, len(pair[1]) + 0.5, texts=(pair[1], pair[3]))  # no money
        elif _is_noted(word.text):
            words += _cut(word, len(word.text) - 1, texts=(word.text[:-1], word.text[-1]))
        else:
            words.append(word)
    return replace(line, words=tuple(words))


def _is_noted(text: str) -> bool:
    """Whether a sign that is no letter, figure, currency or minus stands right behind figures: `12,50\u00b9`."""
    if text.isascii() or len(text) < _FEWEST or text[-1] in "\u2212\u00b1":
        return False
    return text[-2].isascii() and text[-2].isdigit() and category(text[-1]) in {"So", "Sm", "No"}


def _cut(word: Word, characters: Points, *, texts: tuple[str, str]) -> tuple[Word, Word]:
    """A word as two, the first so many characters wide."""
    middle = word.left + (word.right - word.left) * characters / len(word.text)  # no money
    return word._replace(text=texts[0], right=middle), word._replace(text=texts[1], left=middle)


def _dates(line: PageLine, *, spaced_year: bool) -> tuple[PrintedDate, ...]:
    dates: list[PrintedDate] = []
    index = 0
    most = _FIRST_WORDS + sum(map(is_ornament, line.words[: _FIRST_WORDS + 1]))
    while index < len(line.words) and (index < most or (dates and index <= dates[-1].end + 1)):
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
    if len(double) >= _FEWEST and len(double) * 3 >= len(rows):
        return double[0].line.number
    pages = [list(held) for _, held in groupby(rows, key=lambda one: one.line.page)]
    return next((found for held in pages if (found := _interleaved(held)) is not None), None)


def _interleaved(rows: Sequence[ScannedLine]) -> int | None:
    """The first row of a second table whose lines stand between those of the first, right of its amounts."""
    first = min(one.dates[0].left for one in rows)
    left = [one for one in rows if one.dates[0].left - first <= _ASIDE]
    edges = [next(money.right for money in one.money if money.first >= one.dates[0].end) for one in left]
    second = [one.dates[0].left > max(edges) and _begins_cell(one) for one in rows]
    turns = sum(1 for one, two in pairwise(second) if one != two)
    if min(sum(second), len(edges)) < _FEWEST or turns < 2 * _FEWEST:
        return None
    return rows[second.index(True)].line.number


def _begins_cell(one: ScannedLine) -> bool:
    """Whether no word stands right before a line's first date, as in `on 02.10.23 at 13.35 12,50`."""
    words, first = one.line.words, one.dates[0].first
    return first == 0 or words[first].left - words[first - 1].right > words[first].size


def _has_second_row(one: ScannedLine) -> bool:
    """Whether a date, then words, then an amount stand right of an amount; a value date and a balance are no row."""
    words = one.line.words
    end = one.dates[-1].end
    amounts = [money for money in one.money if money.first >= end]
    if len(amounts) < 2:
        return False
    for first in range(amounts[0].end, amounts[-1].first):
        date = date_at(words, first)
        if date is not None:
            return any(money.first > date.end for money in amounts) and words[date.end].text[0].isalpha()
    return False


def without_dates(one: ScannedLine, dates: tuple[PrintedDate, ...] | None) -> ScannedLine:
    """The line with its dates left out of its amounts: `05.02` could be either, and the column says which."""
    if dates is None:
        return one
    return ScannedLine(one.line, one.dates, tuple(money for money in one.money if money.first >= dates[-1].end))


def _is_row(one: ScannedLine) -> bool:
    return bool(one.dates) and any(money.first >= one.dates[0].end for money in one.money)
