"""Worth a look: charges that look doubled, recurring payments that went up, charges far above the usual."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.analysis.outliers import duplicate_charges, unusual_charges
from app.domain.money import Money
from app.ledger.recurring import ExpenseRows, RecurringPayment

_DOUBLED_WITHIN = timedelta(days=92)
_RAISED_WITHIN = timedelta(days=183)
_UNUSUAL_WITHIN = timedelta(days=62)


class LookReason(StrEnum):
    """Why something is worth a look."""

    DOUBLED = "doubled"
    RAISED = "raised"
    UNUSUAL = "unusual"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorthALook:
    """One thing to look at; amounts as positive sizes."""

    reason: LookReason
    on: date
    payee: str
    amount: Money
    usual: Money | None
    """What it was before, or usually is; None for a doubled charge."""
    evidence: tuple[int, ...]


def worth_a_look_of(expenses: ExpenseRows, payments: Iterable[RecurringPayment]) -> tuple[WorthALook, ...]:
    """What stands out in the newest months, newest first."""
    found = [*_doubled(expenses), *_raised(payments, expenses.known_until)]
    told = {number for each in found for number in each.evidence}
    found += [each for each in _unusual(expenses) if told.isdisjoint(each.evidence)]
    return tuple(sorted(found, key=lambda each: (each.on, each.payee), reverse=True))


def _doubled(expenses: ExpenseRows) -> list[WorthALook]:
    since = expenses.known_until - _DOUBLED_WITHIN
    return [
        WorthALook(
            reason=LookReason.DOUBLED,
            on=other.on,
            payee=other.payee,
            amount=Money.of(-other.minor, other.currency),
            usual=None,
            evidence=(one.id, other.id),
        )
        for one, other in duplicate_charges(expenses.rows)
        if other.on >= since
    ]


def _raised(payments: Iterable[RecurringPayment], known_until: date) -> list[WorthALook]:
    return [
        WorthALook(
            reason=LookReason.RAISED,
            on=step.on,
            payee=payment.payee,
            amount=Money(step.after, payment.amount.currency),
            usual=Money(step.before, payment.amount.currency),
            evidence=payment.evidence,
        )
        for payment in payments
        if payment.active
        for step in payment.steps[-1:]
        if step.after > step.before and step.on >= known_until - _RAISED_WITHIN
    ]


def _unusual(expenses: ExpenseRows) -> list[WorthALook]:
    since = expenses.known_until - _UNUSUAL_WITHIN
    return [
        WorthALook(
            reason=LookReason.UNUSUAL,
            on=each.row.on,
            payee=each.row.payee,
            amount=Money.of(-each.row.minor, each.row.currency),
            usual=Money.of(each.usual, each.row.currency),
            evidence=(each.row.id,),
        )
        for each in unusual_charges(expenses.rows)
        if each.row.on >= since
    ]
