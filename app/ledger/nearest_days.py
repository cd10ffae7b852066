"""What happened around a day, nearest first: found by amount and day, without walking over all of that amount."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from datetime import date
from heapq import merge
from typing import Generic, TypeVar

T = TypeVar("T")


class NearestDays(Generic[T]):
    """Items by amount (minor units) and day. Equally near ones come in the order they were given in."""

    def __init__(self, items: Iterable[tuple[int, date, T]], *, days: int) -> None:
        """Take in (amount, day, item); what is more than so many days away is never near."""
        self._days = days
        self._items: defaultdict[tuple[int, int], deque[tuple[int, T]]] = defaultdict(deque)
        for place, (amount, day, item) in enumerate(items):
            self._items[amount, day.toordinal()].append((place, item))
        self._amounts = {amount for amount, _ in self._items}

    def __bool__(self) -> bool:
        return bool(self._items)

    def around(self, amount: int, day: date) -> Iterator[T]:
        """What has the amount and is near the day, the nearest first; ends where one of them is taken."""
        if amount not in self._amounts:
            return
        here = day.toordinal()
        for away in range(self._days + 1):
            before, after = self._items.get((amount, here - away)), self._items.get((amount, here + away))
            if away and before and after:
                yield from (item for _, item in merge(before, after, key=lambda each: each[0]))
            elif before or after:
                yield from (item for _, item in before or after or ())

    def take(self, amount: int, day: date, *, item: T) -> None:
        """Let an item no more be near anything; raises KeyError where it is not there."""
        held = self._items[amount, day.toordinal()]
        for position, (_, each) in enumerate(held):
            if each is item:
                del held[position]
                return
        raise KeyError(amount, day)
