"""Dates and amounts among the words of a printed line: where they stand and what they say, unread and unguessed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.domain.currency import is_currency
from app.domain.statement_kinds import DateOrder
from app.statements.date_fields import DateParts, date_parts
from app.statements.locale_months import is_weekday, month_number
from app.statements.locale_proof import looks_like_amount
from app.statements.pdf_words import Points, Word


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date of a line: whole, or a day and month whose year the statement says elsewhere."""

    text: str
    left: Points
    right: Points
    first: int
    """Index of its first word; `end` is one past its last."""
    end: int
    whole: DateParts | None
    day_and_month: tuple[str, str, DateOrder | None] | None
    """The two numbers as printed, and their order where the form itself says which is which."""


@dataclass(frozen=True, slots=True)
class PrintedMoney:
    """An amount of a line with the signs and marks that belong to it."""

    text: str
    left: Points
    right: Points
    first: int
    end: int


_FOUR_DIGIT_YEAR = re.compile(r"(?<!\d)(19|20)\d\d(?!\d)|['’]\d\d$")
_SHORT_NUMERIC = re.compile(r"(\d{1,2})([./-])(\d{1,2})\.?", re.ASCII)
_SHORT_DAY_NAME = re.compile(r"(\d{1,2})(?:st|nd|rd|th|º|er)?\.?[\s\-/.]*(?:de )?([^\W\d_]{3,})\.?")
_SHORT_NAME_DAY = re.compile(r"([^\W\d_]{3,})\.?[\s\-/.]*(\d{1,2})(?:st|nd|rd|th)?")
_LONGEST_BARE = 8
"""`20231002` may be printed as a date; more figures in a row are a reference."""
_MOST_WORDS = 5
"""`2 de Outubro de 2023` has as many."""
_SIGNS = frozenset("+-−–")
_DASHES = frozenset("-–—")
_CLOSE = 1.2  # no money: share of the text size by which the parts of a date may stand apart


def date_at(words: Sequence[Word], first: int, *, spaced_year: bool = False) -> PrintedDate | None:
    """The longest date from a word on; `spaced_year` takes `02 Jan 23` as whole, which `02 Jan 7 Eleven` isn't."""
    if not _may_begin(words[first].text):
        return None
    best: PrintedDate | None = None
    for end in range(first + 1, min(first + _MOST_WORDS, len(words)) + 1):
        if end > first + 1 and words[end - 1].left - words[end - 2].right > _CLOSE * words[first].size:
            break
        text = _text(words[first:end])
        if words[end - 1].text in _DASHES and any(map(str.isalpha, text)):
            break
        whole = date_parts(text)
        if whole is not None and (end == first + 1 or spaced_year or _FOUR_DIGIT_YEAR.search(text)):
            best = _date(words, (first, end), whole=whole)
        elif best is None or (best.whole is None and not spaced_year):
            short = _day_and_month(text)
            best = _date(words, (first, end), short=short) if short is not None else best
    return best


@lru_cache(maxsize=8192)
def _may_begin(text: str) -> bool:
    """Whether a word may be the first of a date: figures, a month or a day of the week, and no word such as `to`."""
    if text[0].isdigit():
        return len(text) <= _LONGEST_BARE or not text.isdigit()
    name = text.strip("0123456789.,-/")
    return month_number(name) is not None or (is_weekday(name) and name not in {"to", "per"})


def _date(
    words: Sequence[Word],
    span: tuple[int, int],
    *,
    whole: DateParts | None = None,
    short: tuple[str, str, DateOrder | None] | None = None,
) -> PrintedDate:
    first, end = span
    text = _text(words[first:end])
    return PrintedDate(text, words[first].left, words[end - 1].right, first, end, whole, short)


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words).rstrip(",;*")


def _day_and_month(text: str) -> tuple[str, str, DateOrder | None] | None:
    found = _SHORT_NUMERIC.fullmatch(text)
    if found is not None:
        one, two = int(found[1]), int(found[3])
        if min(one, two) < 1 or max(one, two) > 31 or min(one, two) > 12:
            return None
        return found[1], found[3], None
    found = _SHORT_DAY_NAME.fullmatch(text)
    month = month_number(found[2]) if found is not None else None
    if found is not None and month is not None and 1 <= int(found[1]) <= 31:
        return found[1], str(month), DateOrder.DAY_FIRST
    found = _SHORT_NAME_DAY.fullmatch(text)
    month = month_number(found[1]) if found is not None else None
    if found is not None and month is not None and 1 <= int(found[2]) <= 31:
        return str(month), found[2], DateOrder.MONTH_FIRST
    return None


_UNIT = r"(?:[€$£¥₹`₩₴₽₺₫₪₦₱]|[A-Z]{1,3}\$|zł|Kč|kr\.?|TL|R|Fr\.?|Ft|lei|Rs\.?|RM|[A-Z]{3})"
"""A sign of the rupee may have no letter of its own in the font and be read as a grave accent."""
_WHOLE = r"(?:\d{1,3}(?:[.,'’ ]\d{3})+|\d{1,3}(?:,\d{2})*,\d{3}|\d+)?"
_MONEY = re.compile(
    rf"\(?\s?[+−–-]?\s?{_UNIT}?\s?[+−–-]?\s?{_WHOLE}[.,]\d{{2}}\s?[+−–-]?\s?{_UNIT}?\s?[+−–-]?\s?\(?(?:CR|DR|Cr|Dr|cr|dr|DB|C|D|H|S|OD|Af|Bij|AF|BIJ)?(?:\s[A-Z]{{3}})?\s?\)?",
    re.ASCII,
)
_WHOLE_MONEY = re.compile(
    r"\(?\s?[+−–-]?\s?(?:[¥￥₩₫]|Ft|JPY|KRW|HUF|ISK|CLP|VND|IDR)?\s?[+−–-]?\s?(?:\d{1,3}(?:[.,'’ ]\d{3})+|\d{1,6})"
    r"\s?[+−–-]?\s?(?:[¥￥₩₫円원]|Ft|JPY|KRW|HUF|ISK|CLP|VND|IDR)?\s?\)?",
    re.ASCII,
)
_WHOLE_UNITS = re.compile(
    r"[¥￥円₩원₫]|\bFt\b|\b(?:JPY|KRW|HUF|ISK|CLP|VND|IDR)\b|"
    r"\b(?i:pesos chilenos|chilean pesos?|japanese yen|korean won|guaran[ií]es|rupiah|forint)\b"
)
_NUMBER = re.compile(r"\d")
_GROUPED, _TYPED = 0.45, 0.66  # no money: text sizes between two groups of figures, and in a typewriter's font
_EVEN = 0.96  # no money
_MARK = re.compile(r"\(?(?:CR|DR|Cr|Dr|cr|dr|DB|C|D|H|S|OD|Af|Bij|AF|BIJ)\)?")
_LOOSE = re.compile(rf"\(?[+−–-]?{_UNIT}?[+−–-]?\(?", re.ASCII)


def names_whole_money(text: str) -> bool:
    """Whether a text names a currency whose amounts are printed without decimals."""
    return _WHOLE_UNITS.search(text) is not None


def money_in(words: Sequence[Word], *, whole: bool = False) -> list[PrintedMoney]:
    """The amounts of a line, left to right: with decimals, or `whole` ones as yen, won and forints are printed."""
    found: list[PrintedMoney] = []
    index = 0
    apart = _TYPED if _is_typewritten(words) else _GROUPED
    while index < len(words):
        money = _money_at(words, index, whole=whole, apart=apart)
        if money is None:
            index += 1
        else:
            found.append(money)
            index = money.end
    return found


def _is_typewritten(words: Sequence[Word]) -> bool:
    """Whether all characters of a line are as wide as each other: a space is as wide as a figure then."""
    widths = [(word.right - word.left) / len(word.text) / word.size for word in words if len(word.text) > 1]
    return len(widths) > 2 and _EVEN * max(widths) <= min(widths)


def _money_at(words: Sequence[Word], first: int, *, whole: bool, apart: Points) -> PrintedMoney | None:
    text = words[first].text
    if not (_NUMBER.search(text) or _LOOSE.fullmatch(text)) or len(text) > 24:
        return None
    best: PrintedMoney | None = None
    joined, bare = text, text
    for end in range(first + 1, min(first + 9, len(words)) + 1):
        if end > first + 1:
            before, word = words[end - 2], words[end - 1]
            last = end == len(words) and word.text in _SIGNS
            reach = 1.6 if last else _reach(before.text, word.text, apart=apart)  # no money
            if word.left - before.right > reach * word.size:
                break
            joined, bare = f"{joined} {word.text}", bare + word.text
            if len(joined) > 32:
                break
        pieces = end - first
        tight = pieces > 3 and all(len(word.text) <= 2 for word in words[first:end])
        shown = joined if _is_money(joined, whole=whole) else bare if tight and _is_money(bare, whole=whole) else ""
        if shown:
            best = PrintedMoney(shown, words[first].left, words[end - 1].right, first, end)
    return best


def _reach(before: str, word: str, *, apart: Points) -> Points:
    """How far apart, in text sizes, two parts of an amount may stand: groups closely, marks and signs further off."""
    if _MARK.fullmatch(word) or not _NUMBER.search(before):
        return 1.6  # no money
    return 0.8 if not _NUMBER.search(word) else apart  # no money


def _is_money(text: str, *, whole: bool) -> bool:
    if (_WHOLE_MONEY if whole else _MONEY).fullmatch(text) is None:
        return False
    letters = re.findall(r"[A-Z]{3}", text)
    return all(is_currency(code) for code in letters) and looks_like_amount(tidy(text))


def is_money_text(text: str) -> bool:
    """Whether a text is an amount with decimals, or a bare number with its decimals."""
    return _is_money(text, whole=False)


def is_mark(text: str) -> bool:
    """Whether a text is a mark of direction and nothing else: `CR`, printed below its amount."""
    return text in {"CR", "DR", "Cr", "Dr"}


_PLAIN = re.compile(r"[-+(]?[$]?[\d.,]+[-+)]?", re.ASCII)


def tidy(text: str) -> str:
    """An amount as the fields read it: without the spaces inside, marks of other banks as CR and DR."""
    if _PLAIN.fullmatch(text):
        return text
    text = re.sub(r"^([(+−–-]?\s?)[R`]\s?(?=\d)", r"\1", text)
    text = re.sub(r"\((CR|DR|Cr|Dr|cr|dr)\)", r"\1", text)
    text = re.sub(r"\s*(?:OD|DB|A[fF])\b", "DR", text)
    text = re.sub(r"\s*B(?:ij|IJ)\b", "CR", text).replace("−", "-").replace("–", "-")
    text = re.sub(r"(\d)\s?([A-Z]{3}|[€$£])\s?([+-])$", r"\1\3 \2", text)
    text = re.sub(r"\(\s+", "(", re.sub(r"\s+\)", ")", text))
    return re.sub(r"([+-])\s+", r"\1", text)
