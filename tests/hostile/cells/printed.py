"""A statement printed from known rows, with the place of each cell that may be damaged."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """What a cell says of its row."""

    AMOUNT = "amount"
    OUT = "out"
    IN = "in"
    DATE = "date"
    VALUE_DATE = "value_date"
    BALANCE = "balance"
    CURRENCY = "currency"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Truth:
    """A row as it was meant, in minor units; `key` stands in its text and nowhere else."""

    key: str
    day: date
    amount: int
    balance: int
    currency: str
    value_day: date


@dataclass(frozen=True, slots=True)
class Numbers:
    """How a file prints amounts."""

    decimal: str = "."
    group: str = ""
    negative: str = "-{}"
    """How a negative amount stands: `-{}`, `{}-`, `({})`."""
    unit: str = "{}"
    """Where the currency stands, if it does: `{} EUR`."""


@dataclass(frozen=True, slots=True)
class Place:
    """One cell: its row, its role and the text that stands there."""

    row: int
    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Printed:
    """A file: literal texts and cells in turn."""

    kind: str
    """The layout in a few words."""
    name: str
    rows: Sequence[Truth]
    places: Sequence[Place]
    lines: Sequence[tuple[int, int]]
    """First and last line of each row of the undamaged file, as findings count them."""
    data: Callable[[Mapping[int, str]], bytes]
    """The file's bytes with the texts of some places (by their number) replaced."""
    numbers: Numbers
    date_form: str
    """As strftime takes it."""
    signs: Mapping[str, int]
    """The words of the sign column: 1 for money in, -1 for money out."""
    has_balances: bool = False
    """Whether each row states the balance after it."""
    has_value_days: bool = False
    """Whether each row states its value day."""
    is_proved: bool = False
    """Whether balances tell of every changed amount, so that only one cell at a time can be judged."""
    is_broken_by_cells: bool = False
    """Whether a line break in a cell is one of the file, so that the rows below it move down."""

    def lines_now(self, changed: Mapping[int, str]) -> list[tuple[int, int]]:
        """First and last line of each row with the texts of some places replaced."""
        breaks = [0] * len(self.lines)
        for number, text in changed.items() if self.is_broken_by_cells else ():
            breaks[self.places[number].row] += text.count("\n")
        now, above = list(self.lines), 0
        for row in sorted(range(len(now)), key=lambda row: self.lines[row]):
            first, last = now[row]
            now[row] = (first + above, last + above + breaks[row])
            above += breaks[row]
        return now


def filled(pieces: Sequence[str | int], places: Sequence[Place], changed: Mapping[int, str]) -> str:
    """Literal texts with the cells between them; an int is the number of a place."""
    return "".join(
        piece if isinstance(piece, str) else changed.get(piece, places[piece].text) for piece in pieces
    )


def plain(minor: int, numbers: Numbers, *, signed: bool = True) -> str:
    """An amount of two digits as the file prints it."""
    whole, fraction = divmod(abs(minor), 100)
    figures = f"{whole:,}".replace(",", numbers.group)
    text = numbers.unit.format(f"{figures}{numbers.decimal}{fraction:02d}")
    return numbers.negative.format(text) if minor < 0 and signed else text
