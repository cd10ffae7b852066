"""Coverage: which months of an account its statements cover, how well they are proved, and where they overlap."""

from collections.abc import Iterable, Iterator, Sequence

from app.domain.account import MonthCoverage
from app.domain.period import Period
from app.domain.statement_kinds import ProofState
from app.store.spans import StatementSpan

_WORST_FIRST = (ProofState.BROKEN, ProofState.UNPROVED, ProofState.PROVED)


def worst(states: Iterable[ProofState]) -> ProofState:
    """The worst of several proofs; unproved where there is none."""
    found = set(states)
    return next((state for state in _WORST_FIRST if state in found), ProofState.UNPROVED)


def coverage(spans: Sequence[StatementSpan], whole: Period | None) -> tuple[MonthCoverage, ...]:
    """Each month from the account's first to its last day, with the worst proof of the statements that touch it."""
    if whole is None:
        return ()
    states: dict[str, list[ProofState]] = {month: [] for month in whole.months()}
    for span in spans:
        for month in Period(span.first, span.last).months():
            states.setdefault(month, []).append(span.proof.state)
    overlapping = {month for period in _overlaps(spans) for month in period.months()}
    return tuple(
        MonthCoverage(month=month, state=worst(found) if found else None, overlapping=month in overlapping)
        for month, found in sorted(states.items())
    )


def _overlaps(spans: Iterable[StatementSpan]) -> Iterator[Period]:
    """The days that two statements cover; one that begins on the day another ends with adjoins it."""
    ordered = sorted(spans, key=lambda span: (span.first, span.last))
    until = None
    for span in ordered:
        if until is not None and span.first < until:
            yield Period(span.first, min(span.last, until))
        until = span.last if until is None else max(until, span.last)
