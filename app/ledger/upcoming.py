"""Coming up: the payments expected in the next days, from what recurs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.money import Money
from app.ledger.recurring import RecurringPayment, days_from

AHEAD = timedelta(days=30)
_BEHIND = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class UpcomingPayment:
    """One payment expected on a day; the amount as a positive size."""

    on: date
    payee: str
    amount: Money
    evidence: tuple[int, ...]


def upcoming_of(payments: Iterable[RecurringPayment], today: date, *, known_until: date) -> tuple[UpcomingPayment, ...]:
    """What is expected within thirty days, soonest first, the larger of a day first.

    Days just before today that no statement covers yet belong to it: the payment may have been made unseen.
    """
    since = min(today, max(known_until + timedelta(days=1), today - _BEHIND))
    found = [
        UpcomingPayment(on=day, payee=payment.payee, amount=payment.amount, evidence=payment.evidence)
        for payment in payments
        if payment.active
        for day in days_from(payment, since, until=today + AHEAD)
    ]
    return tuple(sorted(found, key=lambda each: (each.on, -each.amount.minor, each.payee)))
