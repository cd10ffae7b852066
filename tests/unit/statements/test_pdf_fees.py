"""Fees in a column of their own belong to the amount where the balances follow only with them."""

import pytest

from app.domain.statement_kinds import ProofState
from tests.helpers.pdf_drawn import drawn
from tests.helpers.statement_texts import read

HEADER = "40 Opening balance: | 250> R1 100.00\n40 Date | 100 Text | 300> Money In | 400> Money Out | 460> Fee | 560> Balance\n"


@pytest.mark.parametrize(("balances", "amounts"), [(("1 086.00", "1 586.00", "1 505.00"), [-1400, 50000, -8100]),
                                                   (("1 087.50", "1 587.50", "1 507.50"), [-1250, 50000, -8000])])  # fmt: skip
def test_a_fee_counts_where_the_balances_follow_with_it(balances: tuple[str, str, str], amounts: list[int]) -> None:
    one, two, three = balances
    lines = f"""40 02/10/2023 | 100 Bakery | 400> -12.50 | 460> -1.50 | 560> {one}
    40 05/10/2023 | 100 Salary | 300> 500.00 | 560> {two}
    40 29/10/2023 | 100 Water | 400> -80.00 | 460> -1.00 | 560> {three}"""
    (statement,) = read(drawn(HEADER + lines), "statement.pdf").statements
    assert [row.amount for row in statement.rows] == amounts
    assert (statement.currency, statement.proof.state) == ("ZAR", ProofState.PROVED)
