"""Balances out of running balances, in either order of rows; a broken chain gives none."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.domain.account import AccountHint
from app.domain.statement import Balance, Proof, Statement, StatementRow
from app.domain.statement_kinds import ProofState
from app.statements.chain_balances import with_chain_balances


def _statement(amounts: list[int], opening: int, *, newest_first: bool = False) -> Statement:
    rows, balance = [], opening
    for place, amount in enumerate(amounts):
        balance += amount
        day = date(2025, 1, 1 + place)
        rows.append(StatementRow(line=place + 1, booked_on=day, amount=amount, running_balance=balance))
    if newest_first:
        rows.reverse()
    return Statement(account=AccountHint(), currency="EUR", rows=tuple(rows), proof=Proof(state=ProofState.PROVED))


@given(st.lists(st.integers(-9999, 9999), min_size=2, max_size=20), st.integers(-9999, 9999))
def test_opening_and_closing_follow_from_the_chain(amounts: list[int], opening: int) -> None:
    found = with_chain_balances(_statement(amounts, opening))
    assert found.opening == Balance(amount=opening)
    assert found.closing == Balance(amount=opening + sum(amounts), on=date(2025, 1, len(amounts)))


def test_newest_first_is_the_same_chain() -> None:
    found = with_chain_balances(_statement([100, -30, 5], 1000, newest_first=True))
    assert (found.opening, found.closing) == (Balance(amount=1000), Balance(amount=1075, on=date(2025, 1, 3)))


def test_a_broken_chain_or_none_gives_no_balance() -> None:
    whole = _statement([100, -30, 5], 1000)
    without_middle = Statement(
        account=whole.account, currency="EUR", rows=(whole.rows[0], whole.rows[2]), proof=whole.proof
    )
    assert with_chain_balances(without_middle) == without_middle
    bare = Statement(
        account=whole.account,
        currency="EUR",
        rows=(StatementRow(line=1, booked_on=date(2025, 1, 1), amount=1),),
        proof=whole.proof,
    )
    assert with_chain_balances(bare) == bare
