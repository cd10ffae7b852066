"""What the cells of a column are, counted over a sample that stays small."""

import pytest

from app.statements.column_profiles import profiles_of, sample_of
from app.statements.table import Line


def test_a_sample_is_small_and_spread() -> None:
    sample = sample_of([Line(number, []) for number in range(100_000)])
    assert len(sample) <= 402
    assert sample[-1].number > 90_000


@pytest.mark.parametrize("cell", ["-1.00", "−1.00", "(1.00)", "1.00-", "▲1", "△1"])
def test_every_minus_counts(cell: str) -> None:
    (profile,) = profiles_of([Line(1, [cell])], 1)
    assert (profile.amounts, profile.money, profile.negative) == (1, 1, 1)
