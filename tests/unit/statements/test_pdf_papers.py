"""Statements drawn with one quirk each, as banks print them: every row, day, sign, currency and proof; none lost unseen."""

import pytest

from app.domain.statement import StatementFile
from app.domain.statement_kinds import ProofState
from tests.helpers.pdf_drawn import drawn
from tests.helpers.pdf_paper import Paper
from tests.helpers.pdf_papers import PAPERS
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


def is_proved(file: StatementFile) -> bool:
    """Whether a file is read and every statement of it proved."""
    return not file.refused and all(one.proof.state is ProofState.PROVED for one in file.statements)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name.replace(" ", "-"))
def test_a_row_that_is_missing_between_two_others_is_never_proved(paper: Paper) -> None:
    lines = paper.lines.strip().splitlines()
    middle = [place for place, line in enumerate(lines) if "Salary" in line]
    for place in middle:
        file = read(drawn("\n".join(lines[:place] + lines[place + 1 :])), "statement.pdf")
        assert not is_proved(file) or len(file.statements[0].rows) == len(paper.rows)
