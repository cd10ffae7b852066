"""A printed statement drawn line by line, and the rows that it must give."""

from dataclasses import dataclass

Rows = tuple[tuple[str, int], ...]
"""Day and minor units, money out negative."""


@dataclass(frozen=True)
class Paper:
    """A drawing, its rows, their currency, and whether its balances prove them."""

    name: str
    lines: str
    rows: Rows
    currency: str = "USD"
    proved: bool = True
