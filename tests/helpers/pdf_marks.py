"""Ways to print amounts and days, as banks do."""

from collections.abc import Callable
from datetime import date

_ENGLISH = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_GERMAN = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]
_FRENCH = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."]


def grouped(minor: int, *, decimal: str = ".", thousands: str = ",") -> str:
    """Digits with marks, without a sign."""
    whole, cents = divmod(abs(minor), 100)
    return f"{whole:,}".replace(",", thousands) + f"{decimal}{cents:02d}"


def point(minor: int) -> str:
    """`-1,234.56`."""
    return ("-" if minor < 0 else "") + grouped(minor)


def comma(minor: int) -> str:
    """`-1.234,56`."""
    return ("-" if minor < 0 else "") + grouped(minor, decimal=",", thousands=".")


def trailing(minor: int) -> str:
    """`1.234,56-`: the minus stands right of the figure."""
    return grouped(minor, decimal=",", thousands=".") + ("-" if minor < 0 else "+")


def spaced(minor: int) -> str:
    """`- 1 234,56`."""
    return ("- " if minor < 0 else "") + grouped(minor, decimal=",", thousands=" ")


def parentheses(minor: int) -> str:
    """`(1,234.56)`."""
    return f"({grouped(minor)})" if minor < 0 else grouped(minor)


def marked(minor: int) -> str:
    """`1,234.56 CR`: only money in is marked."""
    return grouped(minor) + (" CR" if minor > 0 else "")


def both_marked(minor: int) -> str:
    """`1,234.56 DR` and `CR`."""
    return grouped(minor) + (" CR" if minor > 0 else " DR")


def soll_haben(minor: int) -> str:
    """`1.234,56 S` and `H`."""
    return grouped(minor, decimal=",", thousands=".") + (" H" if minor > 0 else " S")


def dollars(minor: int) -> str:
    """`-$1,234.56`."""
    return ("-" if minor < 0 else "") + "$" + grouped(minor)


def swiss(minor: int) -> str:
    """`-1'234.56`."""
    return ("-" if minor < 0 else "") + grouped(minor, thousands="'")


def turned(write: Callable[[int], str]) -> Callable[[int], str]:
    """As cards print: charges positive."""
    return lambda minor: write(-minor)


def unsigned(minor: int) -> str:
    """`1,234.56` whatever the direction."""
    return grouped(minor)


def day_month(day: date) -> str:
    """`05/02`."""
    return f"{day:%d/%m}"


def month_day(day: date) -> str:
    """`02/05`."""
    return f"{day:%m/%d}"


def day_name(day: date) -> str:
    """`05 Feb`."""
    return f"{day.day:02d} {_ENGLISH[day.month - 1]}"


def name_day(day: date) -> str:
    """`Feb 5`."""
    return f"{_ENGLISH[day.month - 1]} {day.day}"


def glued(day: date) -> str:
    """`05FEB`."""
    return f"{day.day:02d}{_ENGLISH[day.month - 1].upper()}"


def day_name_year(day: date) -> str:
    """`05 Feb 24`."""
    return f"{day.day:02d} {_ENGLISH[day.month - 1]} {day:%y}"


def name_day_year(day: date) -> str:
    """`Feb 5, 2024`."""
    return f"{_ENGLISH[day.month - 1]} {day.day}, {day.year}"


def german_day(day: date) -> str:
    """`05. Februar 2024`."""
    return f"{day.day:02d}. {_GERMAN[day.month - 1]} {day.year}"


def french_day(day: date) -> str:
    """`5 févr.`."""
    return f"{day.day} {_FRENCH[day.month - 1]}"


def dotted(day: date) -> str:
    """`05.02.2024`."""
    return f"{day:%d.%m.%Y}"


def dotted_short(day: date) -> str:
    """`05.02.`."""
    return f"{day:%d.%m.}"


def iso(day: date) -> str:
    """`2024-02-05`."""
    return day.isoformat()


def dashed(day: date) -> str:
    """`05-Feb-2024`."""
    return f"{day.day:02d}-{_ENGLISH[day.month - 1]}-{day.year}"
