"""What the cells of spreadsheets have in common: sheets of lines, numbers and days as texts."""

from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_EVEN, Context, Decimal, InvalidOperation

from app.statements.table import Line

MOST_ROWS = 1_100_000
MOST_COLUMNS = 1024
_FIFTEEN = Context(prec=15, rounding=ROUND_HALF_EVEN)
"""A spreadsheet's number is a double, of which it shows fifteen digits: `-12.300000000000001` was typed as -12.3."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's name and its lines that are not blank."""

    name: str
    lines: list[Line]


def number_text(stored: str) -> str:
    """A stored number as a plain decimal, with two decimals at least where it has any; other texts as they are."""
    try:
        number = _FIFTEEN.create_decimal(stored)
    except InvalidOperation:
        return stored
    if not number.is_finite() or abs(number) > Decimal(10) ** 18:
        return stored
    whole = number.to_integral_value()
    if number == whole:
        return f"{whole:f}"
    text = f"{number.normalize():f}"
    return text + "0" if len(text.partition(".")[2]) == 1 else text


def moment_text(moment: datetime) -> str:
    """A day, with its time where it has one."""
    if (moment.hour, moment.minute, moment.second) == (0, 0, 0):
        return moment.date().isoformat()
    return moment.replace(microsecond=0).isoformat(sep=" ")
