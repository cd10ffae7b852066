"""R2 for printed pages: no damaged cell changes a row unseen; `--long` damages ten thousand.

A page has no cells, only words and where they stand: what is drawn over each other is judged as the page shows it.
"""

from random import Random

import pytest

from tests.helpers.pdf_drawn import drawn
from tests.helpers.statement_texts import read
from tests.hostile.cells.fuzzing import fuzz


def test_no_bad_cell_of_a_page_changes_a_row_in_silence() -> None:
    _check(1_000, seed=20261123)


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_no_bad_cell_of_ten_thousand_changes_a_row_in_silence() -> None:
    _check(10_000, seed=7)


@pytest.mark.parametrize("twice", ["7.92 7.92", "37.48 397.48", "7.92 307.92", "7 .\u00a045.55", "-o 66.41"])
def test_two_figures_in_the_place_of_one_amount_are_told(twice: str) -> None:
    rows = f"40 05 Feb 2025 | 130 Shop | 430> {twice} | 540> 2053.41\n40 08 Feb 2025 | 130 Cafe | 430> -51.57 | 540> 2001.84\n"
    more = "40 12 Feb 2025 | 130 Water | 430> -5.02 | 540> 1996.82\n40 17 Feb 2025 | 130 Cinema | 430> -3653.35 | 540> -1656.53\n"
    head = "40 Account statement | 300 EUR\n\n40 Date | 130 Description | 430> Amount | 540> Balance\n"
    file = read(drawn(head + rows + more, packed=False), "statement.pdf")
    assert file.refused or 3 in {one.line for one in file.findings}


def test_a_day_that_runs_into_itself_and_into_the_text_is_told() -> None:
    rows = "40 0 3/23/202503/23/2025 | 130 Shop | 430> 4,18- | 540> 1.294,73\n40 03/28/2025 | 130 Cafe | 430> 3.403,51 | 540> 4.698,24\n"
    more = "40 04/02/2025 | 130 Water | 430> 42,63- | 540> 4.655,61\n"
    head = "40 Account statement | 300 EUR\n\n40 Date | 130 Description | 430> Amount | 540> Balance\n"
    file = read(drawn(head + rows + more, packed=False), "statement.pdf")
    assert 3 in {one.line for one in file.findings}


def _check(cells: int, *, seed: int) -> None:
    tally = fuzz("pdf", cells, Random(seed))
    assert not tally.silent, "\n".join(tally.silent)
    assert tally.cells >= cells
    assert tally.unusable * 5 < tally.files, "most pages must be readable before a cell is damaged"
    assert tally.told["as printed"] > 0
    assert tally.told["told by line"] > 0
