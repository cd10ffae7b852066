"""Amounts, dates and counts as people read them; exact, from whole minor units."""

import re
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from app.domain.currency import currency
from app.domain.money import Money
from app.presenters.text import Words

MINUS = "\u2212"
_NO_BREAK = "\u00a0"
_AFTER = frozenset({"zł", "Kč"})
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_LONGEST_NAME = 48
_AMOUNT = re.compile(r"(?<![\d.,/])\d{1,3}(?:[.,'\u00a0 ]?\d{3})*[.,]\d{2,3}(?![.,/-]?\d)")
_SHORT_SIZES = ((1_000_000_000, "bn"), (1_000_000, "m"), (1_000, "k"))


def money_text(money: Money, *, plus: bool = False, sign: bool = True, symbol: bool = True) -> str:
    """For example `−$1,219.40`; `plus` marks money in, `sign=False` gives the size alone."""
    figures = grouped(abs(money.minor), money.currency.digits)
    if symbol:
        figures = _with_symbol(figures, money.currency.symbol)
    if not sign or money.minor == 0:
        return figures
    if money.minor < 0:
        return MINUS + figures
    return f"+{figures}" if plus else figures


def grouped(minor: int, digits: int) -> str:
    """Whole minor units, zero or more, as `1,219.40`."""
    whole, rest = divmod(minor, 10**digits)
    return f"{whole:,}.{rest:0{digits}d}" if digits else f"{whole:,}"


def short_amount(minor: int, code: str) -> str:
    """An axis mark without symbol: `6k`, `1.5m`, `250`; exact to one decimal, for round marks."""
    digits = currency(code).digits
    whole = abs(minor) // 10**digits
    sign = MINUS if minor < 0 else ""
    for size, word in _SHORT_SIZES:
        if whole >= size:
            tenths = whole * 10 // size
            number = f"{tenths // 10}.{tenths % 10}" if tenths % 10 else f"{tenths // 10}"
            return f"{sign}{number}{word}"
    if whole == 0 and minor:
        return sign + grouped(abs(minor), digits)
    return f"{sign}{whole}"


def month_name(month: str) -> str:
    """`2025-11` as `November`."""
    return _MONTHS[int(month[5:7]) - 1]


def month_short(month: str) -> str:
    """`2025-11` as `Nov`."""
    return month_name(month)[:3]


def month_and_year(month: str) -> str:
    """`2025-11` as `Nov 2025`."""
    return f"{month_short(month)} {month[:4]}"


def month_before(month: str) -> str:
    """The calendar month before, `YYYY-MM`."""
    index = int(month[:4]) * 12 + int(month[5:7]) - 2
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


def day_text(day: date) -> str:
    """`29 Nov 2025`."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def day_and_time(moment: datetime, now: datetime) -> str:
    """`today 09:41`, `yesterday 18:02`, else `29 Nov 2025`; both in the local zone."""
    days = (now.date() - moment.date()).days
    if days == 0:
        return f"{Words.TODAY} {moment:%H:%M}"
    if days == 1:
        return f"{Words.YESTERDAY} {moment:%H:%M}"
    return day_text(moment.date())


def short_name(name: str) -> str:
    """A name cut in its middle where it would take a whole line; both ends tell names apart."""
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 12].rstrip()}…{name[-10:].lstrip()}"


def veiled_text(text: str) -> str:
    """A text with every amount in it veiled; days and counts stay."""
    return _AMOUNT.sub(Words.VEILED, text)


def percent_text(part: int, whole: int, *, decimals: int = 0) -> str:
    """`9 %`, rounded half up; empty where the whole is zero."""
    if whole == 0:
        return ""
    share = Decimal(part * 100) / Decimal(whole)
    rounded = share.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{rounded}{_NO_BREAK}%".replace("-", MINUS)


def bytes_text(count: int) -> str:
    """`512 bytes`, `12 kB`, `3.4 MB`."""
    if count < 1_000:
        return f"{count} bytes"
    if count < 1_000_000:
        return f"{count // 1_000} kB"
    return f"{count // 1_000_000}.{count % 1_000_000 // 100_000} MB"


def count_text(count: int, one: str, *, many: str) -> str:
    """`1 transaction`, `1,204 transactions`."""
    return f"{count:,} {one if count == 1 else many}"


def _with_symbol(figures: str, symbol: str) -> str:
    if symbol in _AFTER:
        return f"{figures}{_NO_BREAK}{symbol}"
    if symbol.isalpha():
        return f"{symbol}{_NO_BREAK}{figures}"
    return f"{symbol}{figures}"
