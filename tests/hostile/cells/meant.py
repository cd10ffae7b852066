"""What a person may read in one cell, by a strict grammar of its own: the values it can mean, none for a bad cell.

This shares no code with the readers: digits are taken as printed, groups are of three, a fraction has as many digits as
the currency or noughts beyond, a date is one that exists in the form of the file.
"""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from decimal import Decimal

from tests.hostile.cells.printed import Numbers

_SPACES = " \t\u00a0\u202f\u2009"
_MINUS = "-\u2212\u2012\u2013\u2014"
_GAP = "[ \u00a0\u202f\u2009]?"
_UNIT = r"(?:[A-Za-z]{2,3}\$?|[€$£]|CHF)"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WAYS = {
    **dict.fromkeys(("d", "dt", "dr", "o", "dbit", "debit", "s", "soll", "out", "-"), -1),
    **dict.fromkeys(("c", "cr", "crdt", "credit", "h", "haben", "in", "+"), 1),
}


def way(text: str) -> int:
    """1 where a word of any of the languages means money in, -1 where it means money out, 0 for a bad cell."""
    body = text.strip(_SPACES).lower()
    return _WAYS.get(body, 0) or _WAYS.get(re.sub("[^a-z]", "", body), 0)


def is_blank(text: str) -> bool:
    """Whether a cell says nothing: empty, a dash, or the words for it."""
    return text.strip().strip(_SPACES + _MINUS).casefold() in {"", "n/a", "null"}


def currencies(text: str) -> set[str]:
    """What a cell names beside its figures."""
    return {code for code, names in {"EUR": ("EUR", "€"), "USD": ("USD", "$")}.items() if any(map(text.count, names))}


def amounts_of_either_mark(text: str) -> set[int]:
    """What a text means in a format that allows both decimal marks and has no groups of thousands behind a comma."""
    found = amounts(text, Numbers()) | scientific(text)
    return found if "." in text else found | amounts(text, Numbers(","))


def scientific(text: str) -> set[int]:
    """What a number written as `1.5E3` means."""
    match = re.fullmatch(r"([+-]?\d+\.?\d*)[eE]([+-]?0*\d{1,2})", text.strip(_SPACES), re.ASCII)
    if match is None:
        return set()
    exact = Decimal(match[1]).scaleb(int(match[2]) + 2)
    return {int(exact)} if exact == int(exact) else set()


def amounts(text: str, numbers: Numbers) -> set[int]:
    """The minor units (two digits) that a text means under the file's convention; empty for a bad cell."""
    body = text.strip(_SPACES)
    for mark in _MINUS:
        body = body.replace(mark, "-")
    sign = 1
    body = re.sub(rf"^({_UNIT}) ?\((.*)\)$", r"(\1\2)", body)  # $(5.00) is ($5.00)
    body = re.sub(rf"^(\(.*\)){_GAP}{_UNIT}$", r"\1", body)  # (5.00) EUR is (5.00)
    if body.startswith("(") and body.endswith(")"):
        sign, body = -1, body[1:-1].strip(_SPACES)
    body, direction = _without_words(body)
    match = re.fullmatch(rf"([+-]?){_GAP}(?:{_UNIT})?{_GAP}([+-]?){_GAP}(.*?){_GAP}([+-]?){_GAP}(?:{_UNIT})?{_GAP}([+-]?)", body)
    if match is None:
        return set()
    dash = match[4] + match[5] == "-"
    bare = re.fullmatch(r"(\d[\d.,'’ \u00a0]*)[.,]", match[3]) if dash else None  # 8.- is eight of a Swiss, -8.- minus eight
    if sum(map(bool, (match[1], match[2], match[4] and bare is None, match[5] and bare is None, sign < 0))) > 1:
        return set()
    minor = _figures(match[3], numbers)
    if minor is None:
        return set()
    if "-" in (match[1] + match[2] + match[4] + match[5]):
        sign = -sign
    if bare is not None:
        own = match[1] + match[2] or ("-" if body != text.strip(_SPACES) and "(" in text else "")
        return {"+": {minor}, "-": {-minor}}.get(own, {minor, -minor})
    return {sign * minor} if not direction else {sign * minor * direction, abs(minor) * direction}


def _without_words(body: str) -> tuple[str, int]:
    body = re.sub(r"( (?:CR|DR|C|D|H|S)) (EUR|USD)$", r"\1", body)  # 5.00 DR EUR is 5.00 DR
    match = re.fullmatch(r"(.*?\d.*?)([ \u00a0]?)(?<![A-Z])(CR|DR|C|D|Cr|Dr|H|S)\.?", body)
    if match is None or (not match[2] and re.search(r"[.,]\d$", match[1])):  # 14,7S is 14,75 misread
        return body, 0
    return match[1], 1 if match[3].upper() in {"CR", "C", "H"} else -1


def _figures(text: str, numbers: Numbers) -> int | None:
    if re.fullmatch(r"0[.,]0{1,2}", text):  # nothing, whichever mark
        return 0
    whole, mark, fraction = text.rpartition(numbers.decimal) if numbers.decimal in text else (text, "", "")
    if not mark:
        whole = text
    if (fraction and not (fraction.isascii() and fraction.isdigit())) or not (whole or fraction):
        return None
    marks = {char for char in whole if not (char.isascii() and char.isdigit())}
    if len(marks) > 1 or marks - set(",.'’ \u00a0\u202f\u2009") or numbers.decimal in marks:
        return None
    if marks:
        first, *groups = whole.split(marks.pop())
        if not 1 <= len(first) <= 3 or any(len(group) != 3 for group in groups):
            return None
        whole = first + "".join(groups)
    if fraction[2:].strip("0"):
        return None
    return int(whole or "0") * 100 + int(fraction[:2].ljust(2, "0") or "0")


def days(text: str, form: str) -> set[date]:
    """The days a text means in the file's form, with a time or not; empty for a bad cell."""
    body = " ".join(text.strip(_SPACES).split())
    found: set[date] = set()
    for candidate in {body, body.split(" ")[0], body.split("T")[0]}:
        if candidate != body and not _is_time(body[len(candidate) :]):
            continue
        found |= _days(candidate, form)
    return {day for day in found if 1990 <= day.year <= 2030}


def _days(text: str, form: str) -> set[date]:
    if not text.isascii():
        return set()
    found = set()
    parts = re.findall(r"\d+|[A-Za-z]+", text)
    order = re.findall(r"%(\w)", form)
    if len(parts) == 3 and len(order) == 3 and re.fullmatch(r"[\dA-Za-z]+(?:[./, -]{1,2}[\dA-Za-z]+){2}\.?", text):
        values = dict(zip(order, parts, strict=True))
        found |= _of_parts(values)
        if len(parts[0]) == 4:  # an ISO day stands for itself in any file
            found |= _of_parts(dict(zip("Ymd", parts, strict=True)))
        found |= _of_one_order(parts)
    joined = re.fullmatch(r"(\d{1,2})[./ -]{0,2}([A-Za-z]+)[./ -]{0,2}(\d{4})\.?", text)
    if joined is not None:  # 6Feb2025
        found |= _of_parts({"d": joined[1], "b": joined[2], "Y": joined[3]})
    compact = re.fullmatch(r"(\d{8})(?:[T ]?\d{4}(?:\d{2}\.?\d{0,3})?)?", text)
    if compact is not None:
        found |= _of_parts({"Y": compact[1][:4], "m": compact[1][4:6], "d": compact[1][6:]})
        if len(order) == 3 and order[2] == "Y":
            found |= _of_parts(dict(zip(order, (compact[1][:2], compact[1][2:4], compact[1][4:]), strict=True)))
    return found


def _of_one_order(parts: Sequence[str]) -> set[date]:
    """The day of figures of which only one can be the month, with a year of four digits behind them."""
    ways = [_of_parts(dict(zip(order, parts, strict=True))) for order in ("dmY", "mdY")]
    return ways[0] | ways[1] if len(parts[2]) == 4 and not (ways[0] and ways[1]) else set()


def _of_parts(values: Mapping[str, str]) -> set[date]:
    year = values.get("Y") or values.get("y") or ""
    month = values.get("m") or values.get("b") or ""
    named = month[:3].lower()
    number = int(month) if month.isdigit() else _MONTHS.index(named) + 1 if named in _MONTHS else None
    if not year.isdigit() or number is None or not values["d"].isdigit() or len(values["d"]) > 2 or len(month) > 9:
        return set()
    if len(year) not in ({4} if "Y" in values else {2, 4}) or (month.isdigit() and len(month) > 2):
        return set()
    with suppress(ValueError):
        return {date(int(year) + (2000 if len(year) == 2 else 0), number, int(values["d"]))}
    return set()


def _is_time(text: str) -> bool:
    return re.fullmatch(r"[T ]\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d{1,6})?)?(?: ?[AP]M)?(?:Z|[+-]\d{2}:?\d{2})?", text) is not None


_MT940_LINE = re.compile(r"(\d{6})(\d{4})? *(RC|RD|E?[CD])([RD])? *(\d[\d.' ]{0,14},\d{0,2}) *", re.ASCII)


def mt940_line(text: str) -> tuple[set[date], set[date], set[int]]:
    """The value days, booked days and amounts a statement line (:61:, up to its amount) means; empty for a bad line.

    A funds code is the third letter of the currency: R of EUR, D of USD.
    """
    match = _MT940_LINE.fullmatch(text.strip())
    value = _mt940_day(match[1]) if match is not None else None
    if match is None or value is None:
        return set(), set(), set()
    found = {value} if match[2] is None else set()
    for year in (value.year - 1, value.year, value.year + 1):
        with suppress(ValueError):
            if match[2] is not None:
                found.add(date(year, int(match[2][:2]), int(match[2][2:])))
    minor = _figures(match[5], Numbers(","))
    sign = 1 if match[3] in {"C", "RD", "EC"} else -1  # EC and ED are entries still expected
    return {value}, found, set() if minor is None else {sign * minor}


def _mt940_day(text: str) -> date | None:
    with suppress(ValueError):
        return date(2000 + int(text[:2]), int(text[2:4]), int(text[4:]))
    return None
