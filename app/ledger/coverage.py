"""Coverage: which months of an account its statements cover, and how well they are proved."""

from collections.abc import Iterable, Sequence

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
    return tuple(
        MonthCoverage(month=month, state=worst(found) if found else None) for month, found in sorted(states.items())
    )
