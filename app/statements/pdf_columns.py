"""The columns of amounts of a printed table: found by where the amounts stand, named by the words over them."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.statements.pdf_fields import PrintedMoney
from app.statements.pdf_headers import Header, money_role
from app.statements.pdf_lines import ScannedLine
from app.statements.pdf_words import Points, Word
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
        after = words[money.end] if money.end < len(words) else None
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
    groups: list[list[PrintedMoney]] = []
    for money in sorted((money for row in rows for money in standing(row)), key=lambda one: one.right):
        if groups and _together(groups[-1], money):
            groups[-1].append(money)
        else:
            groups.append([money])
    spans = [(min(m.left for m in group), max(m.right for m in group)) for group in groups]
    names = _names(spans, header)
    return tuple(
        MoneyColumn(left, right, name, money_role(name) if name else None)
        for (left, right), name in zip(spans, names, strict=True)
    )


def _together(group: Sequence[PrintedMoney], money: PrintedMoney) -> bool:
    left = sorted(one.left for one in group)[len(group) // 2]
    right = max(one.right for one in group)
    return money.left < right - _EDGE and (right > money.left or money.left >= left)


def _names(spans: Sequence[tuple[Points, Points]], header: Header | None) -> list[str]:
    """For each column the header's words above it: those that overlap it most, else the nearest that are free."""
    names = [""] * len(spans)
    if header is None:
        return names
    free = [column for column in header.columns if money_role(column.text) is not None]
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


def _overlap(span: tuple[Points, Points], column: Word) -> Points:
    return max(0.0, min(span[1], column.right) - max(span[0], column.left))  # no money


def _distance(span: tuple[Points, Points], column: Word) -> Points:
    middle = abs((span[0] + span[1]) / 2 - (column.left + column.right) / 2)
    return min(abs(span[1] - column.right), abs(span[0] - column.left), middle)
