"""Sentences about two sides, and about balances."""

from dataclasses import replace

from app.assistant.phrases import amount_phrase, joined, period_phrase, when_phrase, without_phrase
from app.assistant.telling import NOUNS, SPANS, VERBS, Telling, noun, on_day, percent_text, row_money
from app.domain.money_text import money_text
from app.domain.period import Period
from app.domain.plan import GroupBy, Measure, Plan
from app.domain.result import ValueKind


def tell_compare(telling: Telling) -> str:
    plan, (first, second) = telling.plan, telling.result.rows
    one, other = (f" {words}" if words else "" for words in _side_words(telling))
    if plan.measure is Measure.COUNT:
        number = first.count or 0
        shown = f"There were {number} {noun(telling, number)}{one} against {second.count}{other}"
    else:
        one, other = (
            f"{_each(plan, period)}{words}" for words, period in zip((one, other), _periods(plan), strict=True)
        )
        shown = f"You {VERBS[plan.flow]} {row_money(first)}{one} against {row_money(second)}{other}"
    shown += _of_both(telling)
    if plan.as_percent and telling.result.value is None:
        return f"{shown}; from nothing there is no percentage."
    return f"{shown}: {_difference(telling)}."


def _of_both(telling: Telling) -> str:
    """What limits both sides: `, without housing of $50.00 or more`."""
    plan = telling.plan
    limits = (without_phrase(plan.without, telling.vocabulary), amount_phrase(plan, telling.vocabulary))
    words = " ".join(filter(None, limits))
    return f", {words}" if words else ""


def _periods(plan: Plan) -> tuple[Period | None, Period | None]:
    return plan.period, plan.other_period or plan.period


def _each(plan: Plan, period: Period | None) -> str:
    """` a month` after a side that is a mean over time, unless it is one month alone; else of each purchase."""
    if plan.measure is not Measure.AVERAGE:
        return ""
    if plan.group_by is None:
        return f" for each {NOUNS[plan.flow][0]}"
    alone = plan.group_by is GroupBy.MONTH and period is not None and len(period.months()) == 1
    return "" if alone else f" {SPANS[plan.group_by]}"


def _side_words(telling: Telling) -> tuple[str, str]:
    plan = telling.plan
    first, second = telling.side(plan.where), telling.side(plan.other_where or plan.where)
    first_when, second_when = period_phrase(plan.period), period_phrase(plan.other_period or plan.period)
    if plan.other_where is None and plan.other_period is not None:
        return " ".join(filter(None, (first, first_when))), second_when
    if plan.other_period is None:
        first_when = ""
    return (" ".join(filter(None, (first or "in all", first_when))), " ".join(filter(None, (second, second_when))))


def _difference(telling: Telling) -> str:
    value = telling.result.value
    if value is None:
        return "no difference"
    if value.kind is ValueKind.PERCENT and value.percent is not None:
        word = "more" if value.percent > 0 else "less"
        return "no change" if value.percent == 0 else f"{percent_text(abs(value.percent))} {word}"
    if value.money is not None:
        word = "more" if value.money.minor > 0 else "less"
        return "no difference" if value.money.minor == 0 else f"{money_text(abs(value.money))} {word}"
    number = value.number or 0
    return "no difference" if number == 0 else f"{abs(number)} {'more' if number > 0 else 'fewer'}"


def tell_share(telling: Telling) -> str:
    part, whole = telling.result.rows
    verb = VERBS[telling.plan.flow]
    wider = telling.plan.other_period
    days = when_phrase(replace(telling.plan, period=wider)) if wider else "in all"
    return f"{telling.figure}: you {verb} {row_money(part)}{telling.scope}, of {row_money(whole)} {days}."


def tell_net(telling: Telling) -> str:
    income, spending = telling.result.rows
    when = when_phrase(telling.plan)
    left = telling.result.value.money if telling.result.value else None
    word = "more than you spent" if left is None or left.minor >= 0 else "less than you spent"
    figure = money_text(abs(left)) if left is not None else ""
    lead = f"You earned {figure} {word} {when}".rstrip()
    return f"{lead}: {row_money(income)} in, {row_money(spending)} out."


def tell_savings_rate(telling: Telling) -> str:
    income, spending = telling.result.rows
    when = when_phrase(telling.plan)
    if telling.result.value is None:
        return f"There was no income {when}".rstrip() + ", so there is no savings rate."
    lead = f"You kept {telling.figure} of your income {when}".rstrip()
    return f"{lead}: {row_money(income)} in, {row_money(spending)} out."


def tell_balance(telling: Telling) -> str:
    day = dict(telling.result.facts).get("day", "")
    when = (
        "" if day == telling.vocabulary.today.isoformat() or not telling.result.rows else on_day(telling.result.rows[0])
    )
    names = [row.label for row in telling.result.rows]
    whose = joined(names) if telling.plan.where.account_ids and names else "All accounts together"
    verb = "hold" if len(names) > 1 and telling.plan.where.account_ids else "held" if when else "hold"
    if telling.plan.where.account_ids and len(names) == 1:
        verb = "held" if when else "holds"
    return f"{whose} {verb} {telling.figure}{when}."
