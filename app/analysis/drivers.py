"""Drivers: what made a month's spending differ from an average month, as parts that add up to the whole change."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from app.analysis.categories import top_category
from app.analysis.flows import divided, total
from app.domain.category import Category
from app.domain.counted import CountedRow
from app.domain.plan import Filter, Flow

_MOSTLY = (3, 4)
"""A payee that makes three quarters of its category's change is told apart from the rest of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Driver:
    """One part of the spending, by the filters that select it; amounts in minor units, money out positive."""

    label: str
    where: Filter
    without: Filter = field(default_factory=Filter)
    now: int
    """Spent in the month."""
    before: int
    """Spent in all the months compared with, together."""
    months: int
    """How many those are, at least one."""

    @property
    def change(self) -> int:
        """The month less the mean of the months before, which is rounded."""
        return self.now - divided(self.before, self.months)


@dataclass(slots=True)
class _Part:
    """Rows of both sides that belong together."""

    now: list[CountedRow] = field(default_factory=list)
    before: list[CountedRow] = field(default_factory=list)

    def at(self, *, payees: Container[str]) -> "_Part":
        """The rows at these payees."""
        return _Part(
            [row for row in self.now if row.payee in payees], [row for row in self.before if row.payee in payees]
        )


def drivers(
    now: Sequence[CountedRow], before: Sequence[CountedRow], *, months: int, categories: tuple[Category, ...]
) -> tuple[Driver, ...]:
    """All parts of the spending, each row in one of them, the largest change first.

    Args:
        now: rows of the month, in one currency, expenses and refunds.
        before: rows of the months compared with.
        months: how many those are, at least one.
        categories: the tree; a part is a root of it with all below, or a payee that made most of a root's change.
    """
    roots = {row.category: top_category(row.category, categories) for row in (*now, *before)}
    parts = _grouped(now, before, label_of=lambda row: roots[row.category])
    told = frozenset(name for name in (_mostly_by(part, months=months) for part in parts.values()) if name)
    told |= frozenset(name for part in parts.values() if (name := _alone(part, told=told)))
    payees = _grouped(now, before, label_of=lambda row: row.payee)
    found = [_driver(name, Filter(payees=(name,)), part=payees[name], months=months) for name in told]
    found += (driver for name, part in parts.items() for driver in _rest(name, part, told=told, months=months))
    return tuple(sorted(found, key=lambda each: (-abs(each.change), each.label)))


def _grouped(
    now: Iterable[CountedRow], before: Iterable[CountedRow], *, label_of: Callable[[CountedRow], str]
) -> Mapping[str, _Part]:
    parts: dict[str, _Part] = defaultdict(_Part)
    for row in now:
        parts[label_of(row)].now.append(row)
    for row in before:
        parts[label_of(row)].before.append(row)
    return parts


def _alone(part: _Part, *, told: frozenset[str]) -> str:
    """The one payee that is left of a category; empty where there are more, or none."""
    left = {row.payee for row in (*part.now, *part.before)} - told
    return left.pop() if len(left) == 1 else ""


def _rest(category: str, part: _Part, *, told: frozenset[str], months: int) -> Iterator[Driver]:
    """A category without the payees that are told apart; nothing where they are all of it."""
    names = {row.payee for row in (*part.now, *part.before)}
    left = part.at(payees=names - told)
    if left.now or left.before:
        without = Filter(payees=tuple(sorted(names & told)))
        yield _driver(category, Filter(categories=(category,)), part=left, months=months, without=without)


def _driver(label: str, where: Filter, *, part: _Part, months: int, without: Filter | None = None) -> Driver:
    return Driver(
        label=label,
        where=where,
        without=without or Filter(),
        now=total(part.now, Flow.SPENDING),
        before=total(part.before, Flow.SPENDING),
        months=months,
    )


def _mostly_by(part: _Part, *, months: int) -> str:
    """The payee that made most of the category's change; empty where none did, or the payees have no names."""
    changes: dict[str, int] = defaultdict(int)
    for row in part.now:
        changes[row.payee] -= row.minor * months
    for row in part.before:
        changes[row.payee] += row.minor
    whole = sum(changes.values())
    payee = max(sorted(changes), key=lambda name: abs(changes[name]))
    share, of = _MOSTLY
    same_way = (changes[payee] > 0) == (whole > 0)
    return payee if same_way and abs(changes[payee]) * of >= abs(whole) * share > 0 else ""
