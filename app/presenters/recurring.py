"""The Recurring page's view-model: what comes back, when next, what it costs a year, how it changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from app.analysis.recurring import AmountStep
from app.domain.currency import Currency
from app.domain.money import Money
from app.domain.transaction import TransactionSearch
from app.ledger.recurring import RecurringPayment
from app.ledger.upcoming import UpcomingPayment
from app.presenters.formatting import day_text, money_text
from app.presenters.overview_ahead import sum_of
from app.presenters.text import INTERVALS, Overview, Recurring

_YEAR = 12


class RecurringSource(Protocol):
    """What the page needs of the book."""

    def recurring(self) -> tuple[RecurringPayment, ...]: ...
    def upcoming(self) -> tuple[UpcomingPayment, ...]: ...


@dataclass(frozen=True, slots=True)
class AmountChange:
    """A day on which the amount changed, both amounts in words."""

    day: str
    words: str
    raised: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RecurringLine:
    """One payment of the list, all in words."""

    payee: str
    category: str
    every: str
    next: str
    amount: str
    per_year: str
    first: str
    last: str
    times: str
    changes: tuple[AmountChange, ...]
    search: TransactionSearch
    evidence: str


@dataclass(frozen=True, slots=True)
class SumLine:
    """A figure at the top: its heading, its amount, its note."""

    title: str
    amount: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecurringView:
    """All the page shows; `empty` where nothing recurs at all."""

    sums: tuple[SumLine, ...]
    active: tuple[RecurringLine, ...]
    ended: tuple[RecurringLine, ...]

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        return not self.active and not self.ended


class RecurringPresenter:
    """Reads the book; a call may take a moment and belongs off the GUI thread."""

    def __init__(self, book: RecurringSource) -> None:
        self._book = book

    def load(self) -> RecurringView:
        """The page as it is now."""
        payments = self._book.recurring()
        active = [payment for payment in payments if payment.active]
        return RecurringView(
            sums=_sums(active, self._book.upcoming()) if active else (),
            active=tuple(_line(payment) for payment in active),
            ended=tuple(_line(payment) for payment in payments if not payment.active),
        )


def _sums(active: Sequence[RecurringPayment], upcoming: Sequence[UpcomingPayment]) -> tuple[SumLine, ...]:
    year = sum_of([payment.per_year for payment in active])
    others = sum(payment.amount.currency != year.currency for payment in active)
    month = Money(-((2 * year.minor + _YEAR) // (2 * _YEAR)), year.currency)
    ahead = [each.amount for each in upcoming if each.amount.currency == year.currency]
    note = Recurring.others(others) if others else Recurring.YEARLY_NOTE
    return (
        SumLine(Recurring.YEARLY_FIGURE, money_text(-year), note),
        SumLine(Recurring.MONTHLY_FIGURE, money_text(month), Recurring.payments(len(active) - others)),
        SumLine(
            Recurring.AHEAD_FIGURE,
            money_text(Money(-sum(amount.minor for amount in ahead), year.currency)),
            Recurring.payments(len(ahead)),
        ),
    )


def _line(payment: RecurringPayment) -> RecurringLine:
    return RecurringLine(
        payee=payment.payee,
        category=payment.category or Overview.UNCATEGORISED,
        every=INTERVALS[payment.interval.value],
        next=day_text(payment.next_on) if payment.active else "",
        amount=money_text(-payment.amount),
        per_year=money_text(-payment.per_year) if payment.active else "",
        first=day_text(payment.first),
        last=day_text(payment.last),
        times=f"{len(payment.evidence):,}",
        changes=tuple(_change(step, payment.amount.currency) for step in reversed(payment.steps)),
        search=TransactionSearch(ids=payment.evidence),
        evidence=Recurring.evidence(len(payment.evidence)),
    )


def _change(step: AmountStep, unit: Currency) -> AmountChange:
    words = Recurring.changed(money_text(Money(step.before, unit)), money_text(Money(step.after, unit)))
    return AmountChange(day_text(step.on), words, step.after > step.before)
