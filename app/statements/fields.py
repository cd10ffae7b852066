"""Amounts and dates as printed, read exactly under a given convention: a value or a typed problem, never a guess."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from app.domain.currency import is_currency
from app.domain.statement_kinds import DateOrder
from app.statements.locale_months import is_weekday, month_number

SPACES = " \u00a0\u2009\u202f"
GROUPING = ",.'’`" + SPACES
_MINUS = "−–‒-"


class Mark(StrEnum):
    """What a printed amount says of its direction beside the digits."""

    NONE = ""
    PLUS = "+"
    MINUS = "-"
    CREDIT = "credit"
    DEBIT = "debit"


@dataclass(frozen=True, slots=True)
class AmountConvention:
    """How amounts are written: the decimal mark, and the marks that may group thousands."""

    decimal: str
    grouping: str = GROUPING


@dataclass(frozen=True, slots=True)
class DateConvention:
    """How dates are written: the order of their parts, and the latest year a two-digit year may mean."""

    order: DateOrder
    latest_year: int


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """Why a printed text is no value: a stable code and the text itself."""

    code: str
    """`not_an_amount`, `too_many_decimals`, `bad_grouping`, `not_a_date`, `no_such_day`."""
    text: str


@dataclass(frozen=True, slots=True)
class PrintedAmount:
    """An amount in minor units, with the mark that gave it its sign."""

    minor: int
    mark: Mark


_SYMBOLS = frozenset((
    "$", "€", "£", "¥", "₹", "₩", "₴", "₽", "₺", "₫", "₪", "₦", "₱", "R$", "A$", "C$", "CA$", "US$", "NZ$", "S$", "HK$",
    "MX$", "AU$", "zł", "zl", "Kč", "Kc", "Ft", "kr", "Kr", "kr.", "Fr", "Fr.", "SFr.", "sFr.", "грн", "грн.",
    "руб", "руб.",
    "lei", "Rs", "Rs.", "RM", "р.", "р", "Lt", "лв", "лв.", "ден", "din",
))  # fmt: skip
_NUMBER = rf"(?:\d(?:[\d.,'’`{SPACES}]*\d)?|[.,]\d+)"
_SHAPE = re.compile(
    rf"(?P<open>\()?\s*(?P<before>[+{_MINUS}])?\s*(?P<unit>[^\d\s.,()+{_MINUS}]{{1,4}}\.?)?\s*(?P<middle>[+{_MINUS}])?"
    rf"\s*(?P<number>{_NUMBER})(?P<dash>[.,][-–]{{1,2}})?\s*(?P<after>[+{_MINUS}])?\s*(?P<tail>[A-Z]{{3}}(?![A-Za-z])|[^\d\s,()+{_MINUS}]{{1,4}}?)?"
    r"(?:\s*(?P<mark>CR|DR|Cr|Dr|cr|dr|C|D|H|S))?\s*(?P<close>\))?(?:\s*(?<=[) ])(?P<last>[A-Z]{3}))?",
    re.ASCII,
)
_MARK_WORDS = {
    "CR": Mark.CREDIT,
    "C": Mark.CREDIT,
    "H": Mark.CREDIT,
    "DR": Mark.DEBIT,
    "D": Mark.DEBIT,
    "S": Mark.DEBIT,
}
_MOST_FIGURES = 14
"""Whole figures of an amount; more would not fit the vault's 64-bit sums, and no bank prints them."""
_PLAIN = {
    ".": re.compile(r"(-?)(\d+)(?:\.(\d+))?", re.ASCII),
    ",": re.compile(r"(-?)(\d+)(?:,(\d+))?", re.ASCII),
}


_GROUPED = {
    ".": re.compile(r"(-?)(\d{1,3}([,'’ \u00a0\u202f])\d{3}(?:\3\d{3})*)(?:\.(\d+))?", re.ASCII),
    ",": re.compile(r"(-?)(\d{1,3}([.'’ \u00a0\u202f])\d{3}(?:\3\d{3})*)(?:,(\d+))?", re.ASCII),
}
"""The usual grouped amounts, so that they cost no more than plain ones."""


def parse_amount(text: str, convention: AmountConvention, *, digits: int) -> int | FieldProblem:
    """Minor units of a currency with `digits` decimals; a debit mark, a minus or parentheses make it negative."""
    plain = _PLAIN[convention.decimal].fullmatch(text) if len(text) <= _MOST_FIGURES else None
    if plain is not None:
        sign, whole, fraction = plain.groups()
        if fraction is None:
            value: int = int(whole) * 10**digits
            return -value if sign else value
        if len(fraction) <= digits:
            value = int(whole + fraction) * 10 ** (digits - len(fraction))
            return -value if sign else value
    grouped = _GROUPED[convention.decimal].fullmatch(text)
    if grouped is not None and grouped[3] in convention.grouping and len(grouped[4] or "") <= digits:
        fraction = (grouped[4] or "").ljust(digits, "0")
        value = int(grouped[2].replace(grouped[3], "") + fraction)
        return -value if grouped[1] else value
    found = read_amount(text, convention, digits=digits)
    return found if isinstance(found, FieldProblem) else found.minor


def read_amount(text: str, convention: AmountConvention, *, digits: int) -> PrintedAmount | FieldProblem:
    """As parse_amount, with the mark of direction that was printed: sign, parentheses, CR or DR."""
    shape = _SHAPE.fullmatch(text.strip())
    if shape is None or (shape["open"] is None) != (shape["close"] is None):
        return FieldProblem("not_an_amount", text)
    if not (
        _is_unit(shape["last"])
        and _is_unit(shape["unit"])
        and (_is_unit(shape["tail"]) or shape["tail"].upper() in _MARK_WORDS)
    ):
        return FieldProblem("not_an_amount", text)
    signs = [shape[name] for name in ("before", "middle", "after") if shape[name]]
    if len(signs) + (shape["open"] is not None) > 1 or _contradicts(shape, "".join(signs)):
        return FieldProblem("not_an_amount", text)
    size = _size(shape["number"].rstrip(SPACES), convention, digits=digits)
    if isinstance(size, str):
        return FieldProblem(size, text)
    mark = _mark(shape, "".join(signs))
    return PrintedAmount(-size if mark in {Mark.MINUS, Mark.DEBIT} else size, mark)


def _contradicts(shape: "re.Match[str]", sign: str) -> bool:
    """Two words of direction, or a sign or parentheses that a word gainsays: `-5 CR`, `+5 DR`."""
    tail, mark = (_MARK_WORDS.get((shape[name] or "").upper()) for name in ("tail", "mark"))
    if tail is not None and mark is not None:
        return True
    negative = shape["open"] is not None or (bool(sign) and sign != "+")
    word = tail or mark
    return (word is Mark.CREDIT and negative) or (word is Mark.DEBIT and sign == "+")


def _is_unit(text: str | None) -> bool:
    """Whether letters beside the digits are a currency; anything else makes it no amount."""
    return not text or text in _SYMBOLS or (text.isupper() and is_currency(text))


def _mark(shape: "re.Match[str]", sign: str) -> Mark:
    if shape["open"] is not None or sign in set(_MINUS):
        return Mark.MINUS if sign or shape["open"] is not None else _word(shape)
    if sign == "+":
        return Mark.PLUS
    return _word(shape)


def _word(shape: "re.Match[str]") -> Mark:
    """CR, DR and their short forms, wherever the pattern put them."""
    for name in ("mark", "tail"):
        word = (shape[name] or "").upper()
        if word in _MARK_WORDS:
            return _MARK_WORDS[word]
    return Mark.NONE


def _size(number: str, convention: AmountConvention, *, digits: int) -> int | str:
    """Whole minor units of an unsigned number, else the code of the problem."""
    whole, mark, fraction = number.partition(convention.decimal)
    if mark and not fraction.isdigit() and fraction:
        return "bad_grouping"
    if whole and not whole.isdigit():
        joined = _joined(whole, convention)
        if joined is None:
            return "bad_grouping"
        whole = joined
    if len(whole.lstrip("0")) > _MOST_FIGURES:
        return "not_an_amount"
    kept, excess = fraction[:digits], fraction[digits:]
    if excess.strip("0"):
        return "too_many_decimals"
    return int((whole or "0") + kept.ljust(digits, "0"))


def _joined(whole: str, convention: AmountConvention) -> str | None:
    """The digits of a grouped whole number: groups of three, or the Indian twos before the last three."""
    marks = {char for char in whole if not char.isdigit()}
    if len(marks) != 1:
        return None
    mark = marks.pop()
    if mark == convention.decimal or mark not in convention.grouping:
        return None
    first, *groups = whole.split(mark)
    if not groups or not 1 <= len(first) <= 3 or len(groups[-1]) != 3:
        return None
    threes = all(len(group) == 3 for group in groups)
    twos = mark == "," and len(first) <= 2 and all(len(group) == 2 for group in groups[:-1])
    return whole.replace(mark, "") if threes or twos else None


_TIME = (
    r"(?:(?:\s*[T,;]?\s*|-)\(?\d{1,2}[:.h]\d{2}(?:[:.]\d{1,2})?(?:[.:,]\d{1,9})?\s*(?:[AaPp]\.?\s?[Mm]\.?)?"
    r"\s*(?:[A-Za-z]{1,5}|(?:[A-Z]{3})?[+-]\d{2}:?\d{2})?\)?)?"
)
_NUMERIC = re.compile(rf"(\d{{1,4}})\s?([-/.:])\s?(\d{{1,2}})\s?\2\s?(\d{{1,4}})\.?{_TIME}", re.ASCII)
_COMPACT = re.compile(r"(\d{8})(?:[T ]?\d{4,6}(?:\.\d+)?(?:\[[-+.\d]*:?\w*\])?)?", re.ASCII)
_DAY_NAME_YEAR = re.compile(
    rf"(?:[^\W\d]+[.,]?\s+)?(\d{{1,2}})(?:st|nd|rd|th|º|er)?[\s\-/.]*(?:de\s+)?([^\W\d_]{{3,}})\.?[\s\-/.,']*(?:de\s+)?(\d{{4}}|\d{{1,2}}){_TIME}"
)
_NAME_DAY_YEAR = re.compile(
    rf"(?:[^\W\d]+,\s+)?([^\W\d_]{{3,}})\.?[\s\-/]+(\d{{1,2}})(?:st|nd|rd|th)?[\s,\-/]+(\d{{4}}|\d{{2}}){_TIME}"
)
_YEAR_NAME_DAY = re.compile(rf"(\d{{4}})[\s\-/.]+([^\W\d_]{{3,}})\.?[\s\-/.]+(\d{{1,2}}){_TIME}")


@dataclass(frozen=True, slots=True)
class DateParts:
    """The numbers of a printed date; `order` is set where the form itself says which is which."""

    parts: tuple[str, str, str]
    order: DateOrder | None


def parse_date(text: str, convention: DateConvention) -> date | FieldProblem:
    """The calendar day as printed; a time beside it never moves the day."""
    found = date_parts(text)
    if found is None:
        return FieldProblem("not_a_date", text)
    day = day_of(found, convention)
    return day if day is not None else FieldProblem("no_such_day", text)


def day_of(found: DateParts, convention: DateConvention) -> date | None:
    """The day the parts mean under the convention; None where there is none such."""
    order = found.order or convention.order
    one, two, three = found.parts
    if order is DateOrder.YEAR_FIRST:
        year, month, day = one, two, three
    elif order is DateOrder.MONTH_FIRST:
        month, day, year = one, two, three
    else:
        day, month, year = one, two, three
    if len(day) > 2 or len(month) > 2 or len(year) == 3:
        return None
    try:
        return date(_year(year, convention.latest_year), int(month), int(day))
    except ValueError:
        return None


def _year(text: str, latest: int) -> int:
    """A year of one or two digits is the last such year that is not after the latest."""
    if len(text) > 2:
        return int(text)
    if len(text) == 1:
        return 2000 + int(text)
    year = latest - latest % 100 + int(text)
    return year if year <= latest else year - 100


@lru_cache(maxsize=4096)
def date_parts(text: str) -> DateParts | None:
    """The parts of a printed date of any known form; None where the text is no date."""
    text = _bare_date(text.strip())
    if not 5 <= len(text) <= 48:
        return None
    numeric = _NUMERIC.fullmatch(text)
    if numeric is not None:
        parts = (numeric[1], numeric[3], numeric[4])
        if len(parts[0]) == 4:
            return DateParts(parts, DateOrder.YEAR_FIRST) if len(parts[2]) <= 2 else None
        return DateParts(parts, None) if len(parts[2]) in {2, 4} and len(parts[0]) <= 2 else None
    compact = _COMPACT.fullmatch(text)
    return _compact(compact[1]) if compact is not None else _named(text)


_WEEKDAY = re.compile(r"([^\W\d_]{2,12})\.?,?\s+(?=\d)")
_AFTER_DATE = re.compile(r"\s*(?:\([^\W\d_]{1,3}\)|г\.?|р\.?)$")
_EAST_ASIAN = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")


def _bare_date(text: str) -> str:
    """Without a weekday before it, a weekday in brackets or the word for year after it; 2024年3月14日 as numbers."""
    weekday = _WEEKDAY.match(text) if text[:1].isalpha() else None
    if weekday is not None and is_weekday(weekday[1]):
        text = text[weekday.end() :]
    if text.isascii():
        return text
    return _EAST_ASIAN.sub(r"\1-\2-\3", _AFTER_DATE.sub("", text))


def _compact(eight: str) -> DateParts | None:
    """Eight digits: year first where that is a day of 1900 to 2199, else year last."""
    if "19" <= eight[:2] <= "21" and "01" <= eight[4:6] <= "12" and "01" <= eight[6:] <= "31":
        return DateParts((eight[:4], eight[4:6], eight[6:]), DateOrder.YEAR_FIRST)
    if "19" <= eight[4:6] <= "21":
        return DateParts((eight[:2], eight[2:4], eight[4:]), None)
    return None


def _named(text: str) -> DateParts | None:
    for pattern, year, month, day in ((_DAY_NAME_YEAR, 3, 2, 1), (_NAME_DAY_YEAR, 3, 1, 2), (_YEAR_NAME_DAY, 1, 2, 3)):
        found = pattern.fullmatch(text)
        number = month_number(found[month]) if found is not None else None
        if found is not None and number is not None:
            return DateParts((found[year], str(number), found[day]), DateOrder.YEAR_FIRST)
    return None
