"""Statements that adjoin: the balance before is found, it proves a statement without an opening, and a gap is told."""

from dataclasses import replace
from datetime import date

from app.domain.statement import Balance, Proof, Statement, StatementRow
from app.domain.statement_kinds import ProofState
from app.ledger.adjoin import NOT_ADJOINING, adjoin
from app.store.spans import StatementSpan
from tests.helpers.staging import statement


def span(first: date, last: date, *, closing: int | None, currency: str = "USD") -> StatementSpan:
    return StatementSpan(
        batch_number=1,
        account_id=1,
        currency=currency,
        first=first,
        last=last,
        proof=Proof(state=ProofState.UNPROVED),
        closing=None if closing is None else Balance(amount=closing),
    )


def april(*amounts: int, day: int = 1, opening: int | None = None, closing: int | None = None) -> Statement:
    rows = [StatementRow(line=at, booked_on=date(2026, 4, day), amount=amount) for at, amount in enumerate(amounts)]
    return statement(rows, opening=opening, closing=closing)


MARCH = span(date(2026, 3, 1), date(2026, 3, 31), closing=50_000)


def test_the_balance_before_proves_a_statement_that_states_only_how_it_ends() -> None:
    found = adjoin(april(-475, -525, closing=49_000), [MARCH])
    assert found.statement.proof.state is ProofState.PROVED
    assert found.statement.opening == Balance(amount=50_000, on=date(2026, 3, 31))
    assert found.findings == ()


def test_a_pending_row_counts_in_no_balance() -> None:
    one = april(-475, -525, closing=49_000)
    waiting = StatementRow(line=9, booked_on=date(2026, 4, 2), amount=-999, pending=True)
    found = adjoin(replace(one, rows=(*one.rows, waiting)), [MARCH])
    assert found.statement.proof.state is ProofState.PROVED


def test_rows_that_do_not_lead_to_the_closing_balance_prove_nothing() -> None:
    whole = april(-475, -525, closing=49_001)
    assert adjoin(whole, [MARCH]).statement == whole


def test_only_a_statement_that_follows_at_once_can_show_a_gap() -> None:
    (gap,) = adjoin(april(-475, opening=49_999, closing=49_524), [MARCH]).findings
    assert gap.code == NOT_ADJOINING
    assert "begins with 499.99 USD" in gap.message
    assert "ends with 500.00 on 2026-03-31" in gap.message
    assert adjoin(april(-475, day=2, opening=49_999, closing=49_524), [MARCH]).findings == ()


def test_the_shared_day_is_told_only_where_the_balances_show_it() -> None:
    until = span(date(2026, 3, 1), date(2026, 4, 1), closing=50_000)
    assert adjoin(april(-475, opening=50_000, closing=49_525), [until]).adjoining_day == date(2026, 4, 1)
    assert adjoin(april(-475, opening=50_000, closing=49_525), [MARCH]).adjoining_day is None
    assert adjoin(april(-475, opening=50_001, closing=49_526), [until]).adjoining_day is None


def test_of_several_statements_that_end_on_one_day_any_may_be_the_one_before() -> None:
    other = span(date(2026, 3, 31), date(2026, 3, 31), closing=49_000)
    for spans in ([MARCH, other], [other, MARCH]):
        assert adjoin(april(-475, opening=49_000, closing=48_525), spans).findings == ()
        assert adjoin(april(-475, opening=50_000, closing=49_525), spans).findings == ()


def test_what_can_not_be_held_against_each_other_is_left_as_it_is() -> None:
    no_balance = span(date(2026, 3, 1), date(2026, 3, 31), closing=None)
    euros = span(date(2026, 3, 1), date(2026, 3, 31), closing=1, currency="EUR")
    later = span(date(2026, 4, 1), date(2026, 4, 30), closing=1)
    whole = april(-475, opening=49_999, closing=49_524)
    assert adjoin(whole, [no_balance, euros, later]).statement == whole
    assert adjoin(whole, [no_balance, euros, later]).findings == ()
    assert adjoin(april(), [MARCH]).findings == ()
