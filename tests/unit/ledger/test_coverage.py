"""The coverage calendar: covered, proved, missing and overlapping months of an account."""

from datetime import date, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.account import MonthCoverage
from app.domain.period import Period
from app.domain.statement import Proof
from app.domain.statement_kinds import ProofState
from app.ledger.coverage import coverage, worst
from app.store.spans import StatementSpan

START = date(2026, 1, 1)


def span(first: date, last: date, state: ProofState = ProofState.PROVED) -> StatementSpan:
    return StatementSpan(batch_number=1, account_id=1, currency="USD", first=first, last=last, proof=Proof(state=state))


def calendar(*spans: StatementSpan) -> tuple[MonthCoverage, ...]:
    days = [day for each in spans for day in (each.first, each.last)]
    return coverage(spans, Period(min(days), max(days)))


def test_each_month_has_the_worst_proof_of_its_statements_or_none() -> None:
    found = calendar(
        span(date(2026, 1, 5), date(2026, 1, 31)),
        span(date(2026, 3, 1), date(2026, 3, 14)),
        span(date(2026, 3, 14), date(2026, 3, 31), ProofState.UNPROVED),
    )
    assert [(item.month, item.state, item.overlapping) for item in found] == [
        ("2026-01", ProofState.PROVED, False),
        ("2026-02", None, False),
        ("2026-03", ProofState.UNPROVED, False),
    ]
    assert coverage((), None) == ()
    assert worst(()) is ProofState.UNPROVED


def test_statements_that_share_days_overlap_in_the_months_of_those_days() -> None:
    found = calendar(span(date(2026, 1, 1), date(2026, 3, 10)), span(date(2026, 2, 20), date(2026, 4, 30)))
    assert [item.month for item in found if item.overlapping] == ["2026-02", "2026-03"]


def test_a_day_of_its_own_within_a_longer_statement_overlaps_and_one_at_its_end_does_not() -> None:
    month = span(date(2026, 1, 1), date(2026, 1, 31))
    assert calendar(month, span(date(2026, 1, 9), date(2026, 1, 9)))[0].overlapping
    assert not calendar(month, span(date(2026, 1, 31), date(2026, 1, 31)))[0].overlapping
    assert calendar(month, month)[0].overlapping


spans = st.lists(st.tuples(st.integers(0, 120), st.integers(0, 60)), min_size=1, max_size=8)


@given(lengths=spans)
def test_a_month_overlaps_when_two_of_its_statements_share_more_than_the_day_they_meet_on(
    lengths: list[tuple[int, int]],
) -> None:
    made = [span(START + timedelta(days=at), START + timedelta(days=at + long)) for at, long in lengths]
    expected: set[str] = set()
    for one, other in combinations(made, 2):
        if one.first < other.last and other.first < one.last:
            expected.update(Period(max(one.first, other.first), min(one.last, other.last)).months())
    assert {item.month for item in calendar(*made) if item.overlapping} == expected
