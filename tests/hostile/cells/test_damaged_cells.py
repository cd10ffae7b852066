"""R2: no single bad cell changes a figure in silence, in any format; `--long` damages a million cells.

A cell counts where the row is read as the text means now, by a grammar of the tests' own, or a finding names its line,
or the file as a whole is refused, asked about or broken.
"""

from random import Random

import pytest

from tests.hostile.cells.fuzzing import fuzz

_SHORT = {"csv": 250, "xlsx": 250, "ods": 250, "ofx": 500, "qif": 500, "mt940": 300, "camt": 300}
_LONG = {"csv": 330_000, "xlsx": 30_000, "ods": 30_000, "ofx": 180_000, "qif": 180_000, "mt940": 140_000, "camt": 140_000}


@pytest.mark.parametrize("kind", _SHORT)
def test_no_bad_cell_changes_a_figure_in_silence(kind: str) -> None:
    _check(kind, _SHORT[kind], seed=20261123)


@pytest.mark.long
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("kind", _LONG)
def test_no_bad_cell_of_a_million_changes_a_figure_in_silence(kind: str) -> None:
    _check(kind, _LONG[kind], seed=7)


def _check(kind: str, cells: int, *, seed: int) -> None:
    tally = fuzz(kind, cells, Random(seed))
    assert not tally.silent, "\n".join(tally.silent)
    assert tally.cells >= cells
    assert tally.unusable * 5 < tally.files, "most files must be readable before a cell is damaged"
    assert tally.unproved * 3 > cells, "most cells must be judged where no balance tells of them"
    assert tally.of_all * 50 <= tally.unproved, "one bad cell must seldom stop the whole file"
    assert tally.told["as printed"] > 0
    assert tally.told["told by line"] > 0
