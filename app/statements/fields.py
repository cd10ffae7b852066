"""Amounts and dates as printed, read exactly under a given convention: a value or a typed problem, never a guess."""

import re
from dataclasses import dataclass
from enum import StrEnum

from app.domain.currency import todays_code

SPACES = " \u00a0\u2009\u202f"
GROUPING = ",.'’`" + SPACES
_MINUS = "▲△−–‒-"


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
    "TL", "Tl", "Rp", "Rp.", "RMB", "NT$", "Bs", "Bs.", "S/", "S/.", "B/.", "KSh", "Tk", "Dh", "DH", "kn", "тг", "сум",
    "฿", "₸", "₾", "₼", "₡", "₲", "৳", "元", "円", "원", "lv", "lv.", "ден.", "дин", "дин.",
    "lei", "Lei", "LEI", "Rs", "Rs.", "RM", "р.", "р", "Lt", "лв", "лв.", "ден", "din",
))  # fmt: skip
_NUMBER = rf"(?:\d(?:[\d.,'’`{SPACES}]*\d)?|[.,]\d+)"
_SHAPE = re.compile(
    rf"(?P<open>\()?\s*(?P<before>[+{_MINUS}])?\s*(?P<unit>[^\d\s.,()+{_MINUS}]{{1,4}}\.?)?\s*(?P<middle>[+{_MINUS}])?"
    rf"\s*(?P<number>{_NUMBER})(?P<dash>[.,][-–]{{1,2}})?\s*(?P<after>[+{_MINUS}])?\s*(?P<tail>[A-Z]{{3}}(?![A-Za-z])|[^\d\s,()+{_MINUS}]{{1,4}}?)?"
    r"(?:\s*(?P<mark>CR|DR|DB|Cr|Dr|cr|dr|C|D|H|S))?\s*(?P<close>\))?(?:\s*(?<=[) ])(?P<last>[A-Z]{3}))?",
    re.ASCII,
)
_UNIT_OUTSIDE = re.compile(r"^([^\d\s.,()+\-]{1,4})\s?\((?=.*\)$)(\d)")
"""`$(12.34)`: the unit before the parentheses instead of in them."""
_SIGN_BEHIND = re.compile(r"(?<=\d)\s?\(([-+−])\)$")
"""`12,34(-)`: the sign in brackets behind the figures."""
_MARK_WORDS = {
    "CR": Mark.CREDIT,
    "C": Mark.CREDIT,
    "H": Mark.CREDIT,
    "DR": Mark.DEBIT,
    "DB": Mark.DEBIT,
    "D": Mark.DEBIT,
    "S": Mark.DEBIT,
}
_MOST_FIGURES = 14
"""Whole figures of an amount; more would not fit the vault's 64-bit sums, and no bank prints them."""
_GROUPED = {
    ".": re.compile(r"(-?)(\d{1,3}([,'’ \u00a0\u202f])\d{3}(?:\3\d{3})*)(?:\.(\d+))?", re.ASCII),
    ",": re.compile(r"(-?)(\d{1,3}([.'’ \u00a0\u202f])\d{3}(?:\3\d{3})*)(?:,(\d+))?", re.ASCII),
}
"""The usual grouped amounts, so that they cost no more than plain ones."""


def parse_amount(text: str, convention: AmountConvention, *, digits: int) -> int | FieldProblem:
    """Minor units of a currency with `digits` decimals; a debit mark, a minus or parentheses make it negative."""
    if len(text) <= _MOST_FIGURES:
        whole, mark, fraction = text.partition(convention.decimal)
        is_plain = (fraction.isdigit() or not mark) and whole.removeprefix("-").isdigit() and text.isascii()
        if is_plain and len(fraction) <= digits:
            return int(whole + fraction.ljust(digits, "0"))
    grouped = _GROUPED[convention.decimal].fullmatch(text)
    if grouped is not None and grouped[3] in convention.grouping and len(grouped[4] or "") <= digits:
        fraction = (grouped[4] or "").ljust(digits, "0")
        value = int(grouped[2].replace(grouped[3], "") + fraction)
        return -value if grouped[1] else value
    found = read_amount(text, convention, digits=digits)
    return found if isinstance(found, FieldProblem) else found.minor


def read_amount(text: str, convention: AmountConvention, *, digits: int) -> PrintedAmount | FieldProblem:
    """As parse_amount, with the mark of direction that was printed: sign, parentheses, CR or DR."""
    shape = _SHAPE.fullmatch(_undressed(text.strip()))
    if shape is None or (shape["open"] is None) != (shape["close"] is None):
        return FieldProblem("not_an_amount", text)
    if not _has_true_units(shape):
        return FieldProblem("not_an_amount", text)
    signs = [shape[name] for name in ("before", "middle", "after") if shape[name]]
    if len(signs) + (shape["open"] is not None) > 1 or _contradicts(shape, "".join(signs)):
        return FieldProblem("not_an_amount", text)
    if _is_misread_digit(shape) or not _ends_as_written(shape, convention):
        return FieldProblem("not_an_amount", text)
    size = _size(shape["number"].rstrip(SPACES), convention, digits=digits)
    if isinstance(size, str):
        return FieldProblem(size, text)
    mark = _mark(shape, "".join(signs))
    return PrintedAmount(-size if mark in {Mark.MINUS, Mark.DEBIT} else size, mark)


def _has_true_units(shape: "re.Match[str]") -> bool:
    """Letters beside the figures are currencies, and one at most stands behind them: not `9.9$ EUR` or `9 EURDR`."""
    word = (shape["tail"] or "").upper() in _MARK_WORDS
    if shape["last"] and shape["tail"] and not word:
        return False
    if shape["mark"] and (shape["tail"] or "").isalpha() and shape.end("tail") == shape.start("mark"):
        return False
    return _is_unit(shape["last"]) and _is_unit(shape["unit"]) and (word or _is_unit(shape["tail"]))


def _ends_as_written(shape: "re.Match[str]", convention: AmountConvention) -> bool:
    """`8.-` stands for `8.00`: with the decimal mark and without decimals, else it is a minus out of place."""
    dash = shape["dash"] or convention.decimal
    return dash[0] == convention.decimal and not (shape["dash"] and convention.decimal in shape["number"])


def _is_misread_digit(shape: "re.Match[str]") -> bool:
    """`14,7S`, `2S EUR`: a letter in the place of a figure, not the S of Soll."""
    letter = next((name for name in ("tail", "mark") if shape[name] and len(shape[name]) == 1), None)
    if letter is None or shape["after"] or shape.start(letter) != shape.end("number"):
        return False
    if shape["last"] and shape[letter] in _MARK_WORDS:
        return True
    decimals = re.search(r"[.,](\d*)$", shape["number"])
    return shape[letter].isalpha() and decimals is not None and len(decimals[1]) == 1


def _undressed(text: str) -> str:
    """`$(12.34)` as `($12.34)`, `12.34(-)` as `12.34-`, and `12.34 Cr.` without its dot."""
    if text[-1:] == ")":
        return _UNIT_OUTSIDE.sub(r"(\1\2", _SIGN_BEHIND.sub(r"\1", text))
    return text[:-1] if text[-3:].upper() in {"CR.", "DR."} else text


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
    return not text or text in _SYMBOLS or (text.isupper() and bool(todays_code(text)))


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
