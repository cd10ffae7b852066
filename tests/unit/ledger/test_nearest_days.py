"""Nearest days: the same as looking at everything, for any items."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ledger.nearest_days import NearestDays

_FIRST = date(2025, 1, 1)
_DAYS = st.integers(0, 12).map(lambda days: _FIRST + timedelta(days=days))
_ITEMS = st.lists(st.tuples(st.integers(1, 3), _DAYS), max_size=30)


@given(_ITEMS, st.integers(1, 3), _DAYS, st.integers(0, 4), st.sets(st.integers(0, 29)))
def test_what_is_near_comes_nearest_first_and_in_its_order(
    items: list[tuple[int, date]], amount: int, day: date, days: int, taken: set[int]
) -> None:
    numbered = [(size, at, [number]) for number, (size, at) in enumerate(items)]
    near = NearestDays(numbered, days=days)
    for number, (size, at, item) in enumerate(numbered):
        if number in taken:
            near.take(size, at, item=item)
            with pytest.raises(KeyError):
                near.take(size, at, item=item)
    left = [
        (abs((at - day).days), item[0])
        for size, at, item in numbered
        if size == amount and abs((at - day).days) <= days and item[0] not in taken
    ]
    assert [item[0] for item in near.around(amount, day)] == [number for _, number in sorted(left)]
    assert bool(near) == bool(items)


def test_the_first_of_very_many_alike_is_taken_at_once() -> None:
    items = [(1, _FIRST, object()) for _ in range(20_000)]
    near = NearestDays(items, days=10)
    for *_, item in items:
        assert next(near.around(1, _FIRST + timedelta(days=2))) is item
        near.take(1, _FIRST, item=item)
    assert list(near.around(1, _FIRST)) == []
