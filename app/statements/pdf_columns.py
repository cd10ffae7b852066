"""The columns of amounts of a printed table: found by where the amounts stand, named by the words over them."""

from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.domain.currency import is_currency
from app.statements.pdf_fields import PrintedMoney
from app.statements.pdf_headers import Header, money_role
from app.statements.pdf_lines import ScannedLine
from app.statements.pdf_words import Points, Word, is_ornament
from app.statements.table_words import Role

_FREE = 0.7  # no money: text sizes of space beside an amount that stands in a column
_NEAR = 48.0  # no money: points from an amount's edge to that of the words over it
_EDGE = 3.5  # no money


@dataclass(frozen=True, slots=True)
class MoneyColumn:
    """A column of amounts: where it stands, the words over it, and what these say it is."""

    left: Points
    right: Points
    name: str
    role: Role | None

    def holds(self, money: PrintedMoney) -> bool:
        """Whether an amount stands in the column."""
        overlaps = min(self.right, money.right) - max(self.left, money.left) > 0
        return overlaps or abs(self.right - money.right) <= _EDGE


def standing(one: ScannedLine) -> list[PrintedMoney]:
    """The amounts of a line that stand free, not inside running text."""
    words = one.line.words
    kept = []
    for money in one.money:
        after = next((word for word in words[money.end :] if not is_ornament(word)), None)
        before = words[money.first - 1] if money.first else None
        room = _FREE * words[money.first].size
        in_money = any(other.first == money.end for other in one.money)
        if after is not None and not in_money and after.left - money.right < room:
            continue
        if before is None or money.left - before.right >= room / 2 or after is None:
            kept.append(money)
    return kept


def columns_of(rows: Sequence[ScannedLine], header: Header | None) -> tuple[MoneyColumn, ...]:
    """The columns of amounts of the rows below one header, left to right."""
    groups: list[_Edges] = []
    for money in sorted((money for row in rows for money in standing(row)), key=lambda one: one.right):
        if not (groups and groups[-1].takes(money)):
            groups.append(_Edges())
        groups[-1].add(money)
    spans = [(group.lefts[0], group.right) for group in groups]
    names = _names(spans, header)
    return tuple(
        MoneyColumn(left, right, name, (money_role(name) or _own_currency(name, names)) if name else None)
        for (left, right), name in zip(spans, names, strict=True)
    )


@dataclass(slots=True)
class _Edges:
    """The edges of the amounts of one column, taken in the order of their right edges."""

    lefts: list[Points] = field(default_factory=list)
    """From left to right: a document may hold a hundred thousand."""
    right: Points = 0.0  # no money

    def takes(self, money: PrintedMoney) -> bool:
        left = self.lefts[len(self.lefts) // 2]
        return money.left < self.right - _EDGE and (self.right > money.left or money.left >= left)

    def add(self, money: PrintedMoney) -> None:
        insort(self.lefts, money.left)
        self.right = max(self.right, money.right)


def _names(spans: Sequence[tuple[Points, Points]], header: Header | None) -> list[str]:
    """For each column the header's words above it: those that overlap it most, else the nearest that are free."""
    names = [""] * len(spans)
    if header is None:
        return names
    free = [column for column in header.columns if money_role(column.text) is not None or is_currency(column.text)]
    pairs = sorted(
        ((-_overlap(span, column), _distance(span, column), place, column)
         for place, span in enumerate(spans) for column in free),
        key=lambda pair: (min(pair[0], 0.0), pair[1]),  # no money
    )  # fmt: skip
    used: set[Word] = set()
    for overlap, distance, place, column in pairs:
        if names[place] or column in used or (overlap >= 0 and distance > _NEAR):
            continue
        names[place] = column.text
        used.add(column)
    return names


def _own_currency(name: str, names: Sequence[str]) -> Role | None:
    """What counts is below the one currency that stands over a column: what others hold may be in another one."""
    codes = [one for one in names if is_currency(one)]
    return Role.NET if codes == [name] else None


def _overlap(span: tuple[Points, Points], column: Word) -> Points:
    return max(0.0, min(span[1], column.right) - max(span[0], column.left))  # no money


def _distance(span: tuple[Points, Points], column: Word) -> Points:
    middle = abs((span[0] + span[1]) / 2 - (column.left + column.right) / 2)
    return min(abs(span[1] - column.right), abs(span[0] - column.left), middle)
