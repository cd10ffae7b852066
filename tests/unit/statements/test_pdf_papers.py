"""Statements drawn with one quirk each, as banks print them: every row, its day, its sign, its currency and its proof."""

import pytest

from app.domain.statement_kinds import ProofState
from tests.helpers.pdf_drawn import drawn
from tests.helpers.pdf_papers import PAPERS, Paper
from tests.helpers.statement_texts import read


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name.replace(" ", "-"))
def test_a_quirk_is_read(paper: Paper) -> None:
    file = read(drawn(paper.lines), "statement.pdf")

    assert not file.refused, file.findings
    assert not file.decisions
    rows = [(row.booked_on.isoformat(), row.amount) for one in file.statements for row in one.rows]
    assert rows == list(paper.rows)
    assert {one.currency for one in file.statements} == {paper.currency}
    assert {one.proof.state for one in file.statements} == {ProofState.PROVED}
