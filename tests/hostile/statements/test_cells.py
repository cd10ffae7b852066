"""R2 at length: cells of every shape, read under both conventions and held against a reading of another kind.

The short form runs always; `--long` reads a million cells.
"""

from decimal import Decimal
from random import Random

import pytest

from app.statements.fields import AmountConvention, FieldProblem, parse_amount, read_amount
from app.statements.locale_proof import looks_like_amount

_SIGNS = ("", "", "", "-", "+", "−")
_MARKS = (",", ".", "'", "’", " ", "\u00a0", "\u202f")
_UNITS = ("", "", "", "€", "$", "EUR", "USD", "CHF", "kr", "x", "QQQ")
_NOISE = "0123456789.,-+()' €CRDSx/\u00a0’"
POINT, COMMA = AmountConvention("."), AmountConvention(",")


def made(random: Random) -> tuple[str, Decimal, str]:
    """A text that is an amount beyond doubt, its value, and its decimal mark."""
    whole = random.randrange(10 ** random.randint(1, 9))
    decimals = random.randint(0, 2)
    fraction = random.randrange(10**decimals)
    decimal = random.choice(".,")
    mark = random.choice([mark for mark in _MARKS if mark != decimal])
    figures = f"{whole:,}".replace(",", mark) if random.random() < 0.6 else str(whole)
    text = f"{figures}{decimal}{fraction:0{decimals}d}" if decimals else figures
    sign, unit = random.choice(_SIGNS), random.choice(_UNITS[:9])
    value = Decimal(whole) + Decimal(fraction).scaleb(-decimals)
    printed = f"{sign}{text} {unit}".strip() if random.random() < 0.5 else f"{sign}{unit}{text}"
    return printed, -value if sign in {"-", "−"} else value, decimal


def readings(text: str) -> list[int]:
    found = [parse_amount(text, convention, digits=2) for convention in (POINT, COMMA)]
    return [value for value in found if not isinstance(value, FieldProblem)]


def digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("cells", [20_000, pytest.param(1_000_000, marks=pytest.mark.long)])
def test_no_cell_is_changed_in_silence(cells: int) -> None:
    random = Random(20251122)
    read = 0
    for _ in range(cells // 2):
        text, value, decimal = made(random)
        assert parse_amount(text, AmountConvention(decimal), digits=2) == value * 100, text
        assert looks_like_amount(text), text
        noise = "".join(random.choice(_NOISE) for _ in range(random.randint(1, 10)))
        read += len(readings(noise))
        for found in readings(noise):
            _check(noise, found)
    assert read > cells // 100


def _check(text: str, minor: int) -> None:
    """Every digit printed is in the value, in order, and a minus is never dropped or made up."""
    kept = digits(text).lstrip("0")
    figures = str(abs(minor))
    assert kept.rstrip("0") == figures.rstrip("0") or (not kept and not minor), text
    below = minor < 0
    marked = any(mark in text for mark in "-(") or text.rstrip(" €)\u00a0").endswith(("D", "S", "DR"))
    assert not below or marked, text


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("cells", [5_000, pytest.param(1_000_000, marks=pytest.mark.long)])
def test_the_quick_ways_read_as_the_slow_one(cells: int) -> None:
    random = Random(7)
    for _ in range(cells):
        text = made(random)[0] if random.random() < 0.7 else "".join(random.choice(_NOISE) for _ in range(8))
        for convention in (POINT, COMMA):
            quick, slow = parse_amount(text, convention, digits=2), read_amount(text, convention, digits=2)
            assert quick == (slow if isinstance(slow, FieldProblem) else slow.minor), text
