"""A day whose year alone has two figures is told; a file that writes both, or all so, is not."""

import pytest

from app.statements.odd_days import cut_years


@pytest.mark.parametrize(
    ("days", "odd"),
    [
        (("2025-02-22", "25-02-24", "2025-02-26"), [2]),
        (("11 Jan 2025", "12 Jan 2025", "11 Jan 24"), [3]),
        (("22.02.2025", "24.02.25", "26.02.2025 10:15", ""), [2]),
        (("2025-02-22", "25-02-24"), [2]),
        (("15 Mar 2025", "16 Mar 2"), [2]),
        (("22.02.2025", "2025-02-24", "1.2.2025"), []),
        (("22.02.25", "24.02.25"), []),
        (("22.02.25", "24.02.2025", "26.02.25"), []),
        (("22.02.2025", "24.02.25", "26.02.25", "26.02.2025"), []),
        (("Feb", "", "24.02.25"), []),
    ],
)
def test_only_a_few_cut_years_are_odd(days: tuple[str, ...], odd: list[int]) -> None:
    assert list(cut_years(dict(enumerate(days, start=1)))) == odd
