"""What a digest notices in a month: raised, new and ended payments, unusual and doubled charges, each as a plan."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from app.analysis.plan_context import PlanContext
from app.analysis.recurring import Interval, Recurring, recurring_payments
from app.domain.digest import DigestKind
from app.domain.period import Period
from app.domain.plan import Filter, Flow, Intent, Plan, SubscriptionView
from app.domain.selection import Selection

_MOST_RAISED = 3
_MOST_CHANGED = 2
_KNOWN_BY = {Interval.YEARLY: 2}
_KNOWN_BY_ELSE = 3
"""A payment is known to come back by its third time, a yearly one by its second."""
_DAY = timedelta(days=1)


def pattern_plans(context: PlanContext, month: Period, *, code: str) -> Iterator[tuple[DigestKind, Plan]]:
    """The plans with the kind of their line; some may find nothing."""
    if context.span is None:
        return
    rows = [row for row in context.fetch(Selection(flow=Flow.SPENDING)) if row.currency == code]
    patterns = _Patterns(
        month=month,
        first_known=context.span.first,
        known_until=min(context.today, context.span.last),
        recurring=recurring_payments(rows),
        days={row.id: row.on for row in rows},
    )
    yield from patterns.raised()
    yield from patterns.begun()
    yield from patterns.ended()
    yield DigestKind.UNUSUAL, Plan(intent=Intent.UNUSUAL, period=month)
    yield DigestKind.DOUBLED, Plan(intent=Intent.DUPLICATES, period=month)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Patterns:
    """The recurring payments of one currency as a month ended, with the day of each transaction."""

    month: Period
    first_known: date
    known_until: date
    recurring: tuple[Recurring, ...]
    days: dict[int, date]

    def raised(self) -> Iterator[tuple[DigestKind, Plan]]:
        """Recurring payments that went up in the month, the largest rise a year first."""
        found = [
            each
            for each in self.recurring
            for step in each.steps[-1:]
            if step.after > step.before and step.on in self.month
        ]
        for each in found[:_MOST_RAISED]:
            where = Filter(payees=(each.payee,))
            yield DigestKind.RAISED, Plan(intent=Intent.PRICE_CHANGES, where=where, period=self.month)

    def begun(self) -> Iterator[tuple[DigestKind, Plan]]:
        """Subscriptions that became known as such in the month, unless they may be older than the vault."""
        found = [each for each in self._subscriptions() if self._known_on(each) in self.month]
        since = [each for each in found if each.first > self._next(each, self.first_known)]
        for each in since[:_MOST_CHANGED]:
            yield DigestKind.NEW, _view(each, SubscriptionView.NEW, on=each.first)

    def ended(self) -> Iterator[tuple[DigestKind, Plan]]:
        """Subscriptions whose next payment became overdue in the month and has not come since."""
        found = [
            each
            for each in self._subscriptions()
            if each.active(self.month.first - _DAY)
            and not each.active(self.month.last)
            and not each.active(self.known_until)
        ]
        for each in found[:_MOST_CHANGED]:
            yield DigestKind.ENDED, _view(each, SubscriptionView.ENDED, on=each.last)

    def _subscriptions(self) -> list[Recurring]:
        return [each for each in self.recurring if each.subscribed]

    def _known_on(self, each: Recurring) -> date:
        times = _KNOWN_BY.get(each.interval, _KNOWN_BY_ELSE)
        return sorted(self.days[number] for number in each.evidence)[times - 1]

    @staticmethod
    def _next(each: Recurring, day: date) -> date:
        """A payment after this day would have been preceded by one that the vault knows."""
        days = {Interval.WEEKLY: 8, Interval.FORTNIGHTLY: 16, Interval.MONTHLY: 35, Interval.QUARTERLY: 100}
        return day + timedelta(days=days.get(each.interval, 380))


def _view(each: Recurring, view: SubscriptionView, *, on: date) -> Plan:
    where = Filter(payees=(each.payee,))
    return Plan(intent=Intent.SUBSCRIPTIONS, subscription=view, where=where, period=Period.month(on.year, on.month))
