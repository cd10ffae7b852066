"""OFX values: amounts and dates as the standard prints them (OFX 2.3 §3.2.8, §3.2.9) and as banks do."""

import re
from datetime import date
from functools import lru_cache

_CLEAN = re.compile(r"([+-]?)(\d+)(?:\.(\d*))?", re.ASCII)
_BARE_FRACTION = re.compile(r"([+-]?)()\.(\d+)", re.ASCII)
_SCIENTIFIC = re.compile(r"([+-]?)(\d+)(?:\.(\d*))?[eE]([+-]?\d{1,2})", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:([,.'])\d{3})(?:\1\d{3})*", re.ASCII)
_SPACED = re.compile(r"\d{1,3}(?:([ \u00a0\u2009\u202f'’])\d{3})(?:\1\d{3})*(?![^.,])", re.ASCII)
_ZONE = r"\s*(?:[A-Z]{1,5}|[+-]\d{1,2}(?::?\d{2})?)?"
_AFTER_DATE = re.compile(
    rf"(?:[ T]?\d{{2}}:?\d{{2}}(?::?\d{{2}}(?:[.,:]\d{{1,9}}|\d{{1,3}})?)?{_ZONE})?\s*(?:\[.*)?", re.ASCII
)
"""What may follow the eight digits: a time, and a zone in any form (§3.2.8.2)."""
_SEPARATED = re.compile(r"\d{4}[-/.]\d{2}[-/.]\d{2}(?!\d)", re.ASCII)
LONGEST_AMOUNT = 40
MOST_FIGURES = 17
"""Figures of an amount in minor units; more would not fit the vault's 64-bit amounts, and no bank prints them."""
_DATE = re.compile(r"(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d{1}(?!\d))", re.ASCII)


def amount_in_minor_units(text: str, digits: int) -> int | None:
    """The exact amount in minor units of a currency with `digits` decimals, None where the text is no such amount.

    Either mark may be the decimal one; where both occur the last is. A comma before exactly three digits, in a
    currency with fewer, groups thousands: `1,500` dollars are fifteen hundred, since cents have two digits.
    """
    if len(text) > LONGEST_AMOUNT:
        return None
    match = _CLEAN.fullmatch(text) or _from_wild(text, digits)
    if match is None:
        return None
    sign, whole, fraction = match.group(1), match.group(2) or "0", match.group(3) or ""
    if fraction[digits:].strip("0"):
        return None
    figures = (whole + fraction[:digits].ljust(digits, "0")).lstrip("0") or "0"
    if len(figures) > MOST_FIGURES:
        return None
    minor = int(figures)
    return -minor if sign == "-" else minor


def day(text: str) -> date | None:
    """The bank's own calendar day: the date digits as printed, never shifted by the time zone that follows them."""
    if len(text) > 8 and _AFTER_DATE.fullmatch(text.strip(), 8) is None:
        return _day(text.strip()) if _SEPARATED.match(text.strip()) else None
    return _day(text[:10])


@lru_cache(maxsize=4096)
def _day(start: str) -> date | None:
    match = _DATE.match(start.strip())
    if match is None:
        return None
    year, month, number = (int(part) for part in match.groups())
    if not 1900 <= year <= 2199:
        return None
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _from_wild(text: str, digits: int) -> re.Match[str] | None:
    """Bring spaces, trailing signs, grouping and decimal commas into the plain shape."""
    tidy = text.replace("−", "-").strip()
    scientific = _SCIENTIFIC.fullmatch(tidy)
    if scientific is not None:
        return _CLEAN.fullmatch(scientific[1] + _written_out(scientific))
    if tidy.endswith(("-", "+")) and tidy[:1] not in {"-", "+"}:
        tidy = tidy[-1] + tidy[:-1].rstrip()
    sign, number = (tidy[0], tidy[1:].lstrip()) if tidy[:1] in {"-", "+"} else ("", tidy)
    spaced = _SPACED.match(number)
    if spaced is not None:
        number = number.replace(spaced[1], "", spaced[0].count(spaced[1]))
    number = _with_point(number, digits)
    return _CLEAN.fullmatch(sign + number) or _BARE_FRACTION.fullmatch(sign + number)


def _with_point(number: str, digits: int) -> str:
    comma, point = number.rfind(","), number.rfind(".")
    if comma >= 0 and point >= 0:
        decimal = "," if comma > point else "."
        whole, _, fraction = number.rpartition(decimal)
        if not fraction or not _is_grouped(whole):
            return ""
        return f"{whole.replace('.' if decimal == ',' else ',', '')}.{fraction}"
    mark = "," if comma >= 0 else "."
    if number.count(mark) > 1:
        return number.replace(mark, "") if _is_grouped(number) else ""
    if mark == "," and digits < 3 and _is_grouped(number) and not number.startswith("0"):
        return number.replace(",", "")
    return number.replace(",", ".")


def _is_grouped(number: str) -> bool:
    return _GROUPED.fullmatch(number) is not None


def _written_out(match: re.Match[str]) -> str:
    whole, fraction, exponent = match.group(2), match.group(3) or "", int(match.group(4))
    if exponent >= 0:
        fraction = fraction.ljust(exponent, "0")
        return f"{whole}{fraction[:exponent]}.{fraction[exponent:]}"
    whole = whole.rjust(-exponent + 1, "0")
    return f"{whole[:exponent]}.{whole[exponent:]}{fraction}"
