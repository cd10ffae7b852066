"""What a part of a reading could be instead, and what could be asked next; each one is a plan, no model needed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from app.assistant.readings import ChipPart
from app.domain.period import Period
from app.domain.plan import Filter, Flow, GroupBy, Intent, Plan
from app.domain.vocabulary import Vocabulary
from app.presenters.formatting import month_and_year, month_name
from app.presenters.text import Ask
from app.presenters.texts_ask import FLOWS, GROUPS

_MOST_PAYEES = 25
_LONG = 45
_GROUPED = frozenset({Intent.TOTAL, Intent.COUNT, Intent.LARGEST, Intent.LIST, Intent.BREAKDOWN, Intent.RANKING})
_FLOWING = frozenset({*_GROUPED, Intent.AVERAGE, Intent.SMALLEST, Intent.FIRST, Intent.LAST})
CHANGEABLE = frozenset(
    {
        ChipPart.PERIOD,
        ChipPart.CATEGORY,
        ChipPart.PAYEE,
        ChipPart.ACCOUNT,
        ChipPart.GROUP,
        ChipPart.MEASURE,
        ChipPart.WITHOUT,
        ChipPart.AMOUNT,
    }
)


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another plan, and the words it is offered by."""

    words: str
    plan: Plan


def alternatives(plan: Plan, part: ChipPart, *, vocabulary: Vocabulary) -> tuple[Alternative, ...]:
    """The other plans that differ in one part of the reading; the present one is left out."""
    offered = {
        ChipPart.PERIOD: _periods,
        ChipPart.CATEGORY: _categories,
        ChipPart.PAYEE: _payees,
        ChipPart.ACCOUNT: _accounts,
        ChipPart.GROUP: _groups,
        ChipPart.MEASURE: _flows,
        ChipPart.WITHOUT: _without,
        ChipPart.AMOUNT: _amounts,
    }
    make = offered.get(part)
    found = make(plan, vocabulary) if make is not None else iter(())
    return tuple(item for item in found if item.plan != plan)


def narrowed(plan: Plan, name: str, *, vocabulary: Vocabulary) -> Plan | None:
    """The plan with one of several names it was read as; None where the name is not one the vault knows."""
    accounts = {account.name: account.id for account in vocabulary.accounts}
    if name in {payee.name for payee in vocabulary.payees}:
        return replace(plan, where=replace(plan.where, payees=(name,), categories=(), text=""))
    if name in {category.name for category in vocabulary.categories}:
        return replace(plan, where=replace(plan.where, categories=(name,), payees=(), text=""))
    if name in accounts:
        return replace(plan, where=replace(plan.where, account_ids=(accounts[name],), text=""))
    return None


def follow_ups(plan: Plan) -> tuple[Alternative, ...]:
    """Up to three things to ask next."""
    return tuple(_follow_ups(plan))[:3]


def _follow_ups(plan: Plan) -> Iterator[Alternative]:
    period = plan.period
    if plan.intent is Intent.COMPARE:
        return
    if period is not None and period == Period.month(period.first.year, period.first.month):
        before = _month_before(period)
        yield Alternative(Ask.and_in(month_name(f"{before.first:%Y-%m}")), replace(plan, period=before))
    if plan.intent not in {Intent.TOTAL, Intent.AVERAGE} or plan.group_by is not None:
        return
    if period is None or period.days > _LONG:
        by_month = replace(plan, intent=Intent.BREAKDOWN, group_by=GroupBy.MONTH)
        yield Alternative(Ask.BY_MONTH, by_month)
        yield Alternative(Ask.PER_MONTH, replace(plan, intent=Intent.AVERAGE, group_by=GroupBy.MONTH))
    if not plan.where.payees:
        yield Alternative(Ask.BY_PAYEE, replace(plan, intent=Intent.BREAKDOWN, group_by=GroupBy.PAYEE))
    if not plan.where.categories:
        yield Alternative(Ask.BY_CATEGORY, replace(plan, intent=Intent.BREAKDOWN, group_by=GroupBy.CATEGORY))


def _periods(plan: Plan, vocabulary: Vocabulary) -> Iterator[Alternative]:
    today = vocabulary.today
    this = Period.month(today.year, today.month)
    last = _month_before(this)
    offered = [
        (Ask.THIS_MONTH, this),
        (Ask.LAST_MONTH, last),
        (Ask.LAST_THREE, Period(_month_before(_month_before(last)).first, last.last)),
        (Ask.THIS_YEAR, Period.year(today.year)),
        (Ask.LAST_YEAR, Period.year(today.year - 1)),
    ]
    if plan.period is not None and plan.period == Period.month(plan.period.first.year, plan.period.first.month):
        before, after = _month_before(plan.period), _month_after(plan.period)
        offered += [(month_and_year(f"{month.first:%Y-%m}"), month) for month in (before, after)]
    for words, period in offered:
        yield Alternative(words, replace(plan, period=period))
    yield Alternative(Ask.ALL_TIME, replace(plan, period=None))


def _categories(plan: Plan, vocabulary: Vocabulary) -> Iterator[Alternative]:
    if len(plan.where.categories) > 1:
        for name in plan.where.categories:
            yield Alternative(name, replace(plan, where=replace(plan.where, categories=(name,))))
    yield Alternative(Ask.ALL_CATEGORIES, replace(plan, where=replace(plan.where, categories=())))
    for category in vocabulary.categories:
        if category.name not in plan.where.categories:
            yield Alternative(category.name, replace(plan, where=replace(plan.where, categories=(category.name,))))


def _payees(plan: Plan, vocabulary: Vocabulary) -> Iterator[Alternative]:
    if len(plan.where.payees) > 1:
        for name in plan.where.payees:
            yield Alternative(name, replace(plan, where=replace(plan.where, payees=(name,), text="")))
    yield Alternative(Ask.ALL_PAYEES, replace(plan, where=replace(plan.where, payees=(), text="")))
    known = sorted(vocabulary.payees, key=lambda payee: (-payee.transactions, payee.name))[:_MOST_PAYEES]
    for payee in known:
        if payee.name not in plan.where.payees:
            yield Alternative(payee.name, replace(plan, where=replace(plan.where, payees=(payee.name,), text="")))


def _accounts(plan: Plan, vocabulary: Vocabulary) -> Iterator[Alternative]:
    yield Alternative(Ask.ALL_ACCOUNTS, replace(plan, where=replace(plan.where, account_ids=())))
    for account in vocabulary.accounts:
        yield Alternative(account.name, replace(plan, where=replace(plan.where, account_ids=(account.id,))))


def _groups(plan: Plan, _vocabulary: Vocabulary) -> Iterator[Alternative]:
    if plan.intent in _GROUPED:
        yield Alternative(Ask.NOT_GROUPED, replace(plan, intent=Intent.TOTAL, group_by=None, limit=None))
    for group, words in GROUPS.items():
        yield Alternative(words, replace(plan, group_by=GroupBy(group)))


def _flows(plan: Plan, _vocabulary: Vocabulary) -> Iterator[Alternative]:
    if plan.intent in _FLOWING:
        for flow, words in FLOWS.items():
            yield Alternative(words, replace(plan, flow=Flow(flow)))


def _without(plan: Plan, _vocabulary: Vocabulary) -> Iterator[Alternative]:
    yield Alternative(Ask.NOTHING_LEFT_OUT, replace(plan, without=Filter()))


def _amounts(plan: Plan, _vocabulary: Vocabulary) -> Iterator[Alternative]:
    yield Alternative(Ask.ANY_AMOUNT, replace(plan, at_least=None, at_most=None))
    if plan.at_least is not None and plan.at_most is not None:
        yield Alternative(Ask.NO_UPPER_END, replace(plan, at_most=None))
        yield Alternative(Ask.NO_LOWER_END, replace(plan, at_least=None))


def _month_before(month: Period) -> Period:
    day = month.first - timedelta(days=1)
    return Period.month(day.year, day.month)


def _month_after(month: Period) -> Period:
    day = month.last + timedelta(days=1)
    return Period.month(day.year, day.month)
