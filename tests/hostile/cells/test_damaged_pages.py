"""R2 for printed pages: no damaged cell changes a row unseen; `--long` damages ten thousand.

A page has no cells, only words and where they stand: what is drawn over each other is judged as the page shows it.
"""

from random import Random

import pytest

from tests.hostile.cells.fuzzing import fuzz


def test_no_bad_cell_of_a_page_changes_a_row_in_silence() -> None:
    _check(1_000, seed=20261123)


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_no_bad_cell_of_ten_thousand_changes_a_row_in_silence() -> None:
    _check(10_000, seed=7)


def _check(cells: int, *, seed: int) -> None:
    tally = fuzz("pdf", cells, Random(seed))
    assert not tally.silent, "\n".join(tally.silent)
    assert tally.cells >= cells
    assert tally.unusable * 5 < tally.files, "most pages must be readable before a cell is damaged"
    assert tally.told["as printed"] > 0
    assert tally.told["told by line"] > 0
