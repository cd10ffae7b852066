"""Accounts that only their running balances tell apart."""

import pytest

from app.domain.statement import StatementFile
from app.domain.statement_kinds import ProofState
from tests.helpers.pdf_drawn import drawn
from tests.helpers.statement_texts import read

HEADER = "40 Date | 110 Text | 400> Amount | 500> Balance\n"
FIRST = (
    f"40 Personal | 300 25.00\n300 Balance today\n{HEADER}"
    "40 13/10/2023 | 110 Pay | 400> 20.00 | 500> 25.00\n40 02/10/2023 | 110 Shop | 400> -5.00 | 500> 5.00\n"
)
POT = "40 14/10/2023 | 110 Gift | 400> 1.00 | 500> 41.00\n40 03/10/2023 | 110 Rent | 400> -50.00 | 500> 40.00\n"


def of(lines: str) -> StatementFile:
    return read(drawn(lines), "statement.pdf")


@pytest.mark.parametrize("page", ["\n", "===\n"])
def test_a_pot_below_its_own_title_is_an_account_of_its_own(page: str) -> None:
    file = of(f"{FIRST}{page}40 Rainy days\n40 In this pot | 300 41.00\n{HEADER}{POT}")
    found = [(one.account.name, [row.amount for row in one.rows], one.proof.state) for one in file.statements]
    assert found == [("", [2000, -500], ProofState.PROVED), ("Rainy days", [100, -5000], ProofState.PROVED)]


@pytest.mark.parametrize(
    "second",
    [f"40 Rainy days\n{HEADER}{POT}", f"40 Balance carried forward | 300 41.00\n40 Page two\n{HEADER}{POT}",
     f"40 In this pot | 300 41.00\n{HEADER}{POT}"],
    ids=["its last balance is printed nowhere else", "it is carried over", "it has no title"],
)  # fmt: skip
def test_rows_that_a_missing_page_parts_are_one_account(second: str) -> None:
    file = of(f"{FIRST}===\n{second}")
    assert len(file.statements) == 1
    assert file.statements[0].proof.state is not ProofState.PROVED or len(file.statements[0].rows) < 4
