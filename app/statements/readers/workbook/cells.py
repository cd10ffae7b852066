"""What the cells of spreadsheets have in common: sheets of lines, numbers and days as texts."""

import re
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_EVEN, Context, Decimal, InvalidOperation

from app.statements.table import Line

AGAIN = "Open it in a spreadsheet program, save it as CSV and import that."
MOST_ROWS = 1_100_000
MOST_COLUMNS = 1024
_FIFTEEN = Context(prec=15, rounding=ROUND_HALF_EVEN)
"""A spreadsheet's number is a double, of which it shows fifteen digits: `-12.300000000000001` was typed as -12.3."""
_PLAIN = re.compile(r"-?[1-9]\d{0,11}(?:\.\d?[1-9])?|-?0\.\d?[1-9]|0", re.ASCII)
"""Most amounts stand in the file as they are shown, but for a last nought."""
_DOUBLE = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
"""A number as XML Schema part 2 (3.2.5) writes it; Decimal also takes underscores and figures of other scripts."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's name and its lines that are not blank."""

    name: str
    lines: list[Line]


def number_text(stored: str) -> str:
    """A stored number as `exact_text` gives it; other texts as they are."""
    try:
        return exact_text(stored)
    except ArithmeticError:
        return stored


def exact_text(stored: str) -> str:
    """A stored number as a plain decimal, with two decimals at least where it has any; raises ArithmeticError."""
    if _PLAIN.fullmatch(stored) is not None:
        return stored + "0" if stored[-2:-1] == "." else stored
    number = stored_number(stored, _FIFTEEN)
    if abs(number) > Decimal(10) ** 18:
        return stored
    whole = number.to_integral_value()
    if number == whole:
        return f"{whole + 0:f}"  # no minus before a nought
    text = f"{number.normalize():f}"
    return text + "0" if len(text.partition(".")[2]) == 1 else text


def stored_number(stored: str, context: Context | None = None) -> Decimal:
    """A number out of a file, to the digits of a context if there is one; raises ArithmeticError."""
    if _DOUBLE.fullmatch(stored.strip()) is None:
        raise InvalidOperation
    return Decimal(stored) if context is None else context.create_decimal(stored.strip())


def moment_text(moment: datetime) -> str:
    """A day, with its time where it has one."""
    if (moment.hour, moment.minute, moment.second) == (0, 0, 0):
        return moment.date().isoformat()
    return moment.replace(microsecond=0).isoformat(sep=" ")
