"""Balance proof: what is shown, what is missing, and the first row that breaks."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.domain.account import AccountHint
from app.domain.statement import Balance, BrokenAt, Proof, Statement, StatementRow
from app.domain.statement_kinds import ProofState
from app.statements.balance_proof import follow, joined, prove

_AMOUNTS = st.lists(st.integers(-(10**9), 10**9).filter(bool), min_size=2, max_size=30)


def rows_of(amounts: Sequence[int], opening: int | None) -> list[StatementRow]:
    rows, balance = [], opening
    for line, amount in enumerate(amounts, start=1):
        balance = None if balance is None else balance + amount
        rows.append(StatementRow(line=line, booked_on=date(2025, 1, 1), amount=amount, running_balance=balance))
    return rows


@given(_AMOUNTS, st.integers(-(10**9), 10**9))
def test_opening_rows_and_closing_prove(amounts: list[int], opening: int) -> None:
    closing = Balance(amount=opening + sum(amounts))
    assert prove(rows_of(amounts, None), Balance(amount=opening), closing=closing).state is ProofState.PROVED


@given(_AMOUNTS, st.integers(-(10**9), 10**9), st.booleans())
def test_running_balances_prove_in_either_order(amounts: list[int], opening: int, newest_first: bool) -> None:
    rows = rows_of(amounts, opening)
    proof = prove(rows[::-1] if newest_first else rows, None, closing=Balance(amount=opening + sum(amounts)))
    assert proof.state is ProofState.PROVED


@given(_AMOUNTS, st.integers(-(10**9), 10**9), st.integers(1, 10**6), st.data())
def test_a_changed_amount_breaks_at_its_row(amounts: list[int], opening: int, by: int, data: st.DataObject) -> None:
    rows = rows_of(amounts, opening)
    at = data.draw(st.integers(1, len(rows) - 1))
    rows[at] = replace(rows[at], amount=rows[at].amount + by)
    proof = prove(rows, Balance(amount=opening), closing=None)
    assert proof.state is ProofState.BROKEN
    if len(rows) > 3:
        assert proof.broken_at is not None
        assert proof.broken_at.line == at + 1
        assert proof.broken_at.expected - proof.broken_at.found == by


def test_the_closing_balance_that_does_not_follow_is_told_with_both_figures() -> None:
    proof = prove(rows_of([100, -30], None), Balance(amount=0), closing=Balance(amount=75))
    assert proof.broken_at == BrokenAt(line=None, expected=70, found=75)


def test_what_is_missing_is_named() -> None:
    rows = rows_of([1, 2], None)
    assert prove(rows, None, closing=Balance(amount=3)).missing == "opening"
    assert prove(rows, Balance(amount=0), closing=None).missing == "closing"
    assert prove(rows, None, closing=None).missing == "opening and closing"


def test_running_balances_are_proved_but_the_ends_that_nothing_states_are_missing() -> None:
    rows = rows_of([5, -2, 7], 10)
    first, last = Balance(amount=10), Balance(amount=20)
    found = [prove(rows, opening, closing=closing) for opening in (None, first) for closing in (None, last)]
    assert [one.missing for one in found] == ["opening and closing", "opening", "closing", ""]
    assert {one.state for one in found} == {ProofState.PROVED}


def test_pending_rows_are_left_out() -> None:
    rows = [*rows_of([5], None), replace(rows_of([7], None)[0], pending=True)]
    assert prove(rows, Balance(amount=0), closing=Balance(amount=5)).state is ProofState.PROVED


def test_rows_without_running_balance_are_bridged() -> None:
    rows = rows_of([10, 20, 30], 100)
    rows[1] = replace(rows[1], running_balance=None)
    chain = follow(rows)
    assert chain is not None
    assert (chain.opening, chain.closing, chain.breaks) == (100, 160, 0)


def _statement(opening: int, amounts: list[int], closing: int, number: str = "1") -> Statement:
    rows = tuple(rows_of(amounts, None))
    first, last = Balance(amount=opening), Balance(amount=closing)
    proof = prove(rows, first, closing=last)
    account = AccountHint(number=number)
    return Statement(account=account, currency="EUR", rows=rows, proof=proof, opening=first, closing=last)


def test_statements_that_adjoin_become_one_and_others_do_not() -> None:
    one, two = _statement(0, [5], 5), _statement(5, [7], 12)
    (both,) = joined([one, two])
    assert both.opening is not None
    assert both.closing is not None
    assert (both.opening.amount, both.closing.amount, len(both.rows)) == (0, 12, 2)
    assert both.proof.state is ProofState.PROVED
    assert len(joined([one, _statement(6, [7], 13)])) == 2
    assert len(joined([one, _statement(5, [7], 12, number="2")])) == 2
    assert joined([_statement(0, [5], 6), _statement(6, [1], 7)])[0].proof.state is ProofState.BROKEN


@given(_AMOUNTS, st.integers(-(10**9), 10**9), st.integers(1, 10**6), st.booleans())
def test_rows_after_the_last_running_balance_need_the_closing_one(
    amounts: list[int], opening: int, more: int, newest_first: bool
) -> None:
    rows = rows_of(amounts, opening)
    rows.append(StatementRow(line=len(rows) + 1, booked_on=date(2025, 1, 2), amount=more))
    rows = rows[::-1] if newest_first else rows
    first, last = Balance(amount=opening), Balance(amount=opening + sum(amounts) + more)
    assert prove(rows, first, closing=None) == Proof(state=ProofState.UNPROVED, missing="closing")
    assert prove(rows, first, closing=last).state is ProofState.PROVED
