"""Readings: how a question was understood, in words, as one line and as chips that can be tapped."""

import calendar
from dataclasses import dataclass
from enum import StrEnum

from app.assistant.phrases import ORDINALS, account_names, amount_phrase, period_reading
from app.domain.plan import Filter, Flow, Intent, Plan
from app.domain.vocabulary import Vocabulary

_FLOWS = {
    Flow.SPENDING: "spending",
    Flow.INCOME: "income",
    Flow.ANY: "all transactions",
    Flow.TRANSFERS: "own transfers",
    Flow.REFUNDS: "refunds",
    Flow.FEES: "fees",
}
_OWN_WORDS = {
    Intent.COUNT: "number of",
    Intent.AVERAGE: "average",
    Intent.LARGEST: "largest",
    Intent.SMALLEST: "smallest",
    Intent.LIST: "list of",
    Intent.RANKING: "ranking of",
    Intent.BREAKDOWN: "breakdown of",
    Intent.FIRST: "first time",
    Intent.LAST: "last time",
    Intent.COMPARE: "comparison of",
    Intent.SHARE: "share of",
    Intent.WHAT_IF: "what if",
}
_WITHOUT_FLOW = {
    Intent.NET: "income less spending",
    Intent.SAVINGS_RATE: "savings rate",
    Intent.BALANCE: "balance",
    Intent.SUBSCRIPTIONS: "subscriptions",
    Intent.DUPLICATES: "possible double charges",
    Intent.UNUSUAL: "unusual charges",
    Intent.PRICE_CHANGES: "price changes",
}


class ChipPart(StrEnum):
    """Which part of the plan a chip stands for, so that tapping it can change that part."""

    MEASURE = "measure"
    CATEGORY = "category"
    PAYEE = "payee"
    ACCOUNT = "account"
    PERIOD = "period"
    AMOUNT = "amount"
    WITHOUT = "without"
    OTHER = "other"
    GROUP = "group"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingChip:
    """One part of the reading."""

    part: ChipPart
    text: str


def reading_chips(plan: Plan, vocabulary: Vocabulary, *, dash: str = "\N{EN DASH}") -> tuple[ReadingChip, ...]:
    """The reading as chips: what, of what, by what, when, in which accounts."""
    chips = [ReadingChip(part=ChipPart.MEASURE, text=_measure(plan))]
    chips += _filter_chips(plan.where)
    if plan.other_where is not None and not plan.other_where.empty:
        chips.append(ReadingChip(part=ChipPart.OTHER, text=f"against {_names(plan.other_where, vocabulary)}"))
    if not plan.without.empty:
        chips.append(ReadingChip(part=ChipPart.WITHOUT, text=f"without {_names(plan.without, vocabulary)}"))
    amounts = amount_phrase(plan, vocabulary)
    if amounts:
        chips.append(ReadingChip(part=ChipPart.AMOUNT, text=amounts.removeprefix("of ")))
    if plan.group_by is not None:
        chips.append(ReadingChip(part=ChipPart.GROUP, text=f"by {plan.group_by.value}"))
    chips.append(ReadingChip(part=ChipPart.PERIOD, text=_period_text(plan, dash=dash)))
    if plan.other_period is not None:
        text = f"against {period_reading(plan.other_period, dash=dash)}"
        chips.append(ReadingChip(part=ChipPart.OTHER, text=text))
    accounts = account_names(plan.where, vocabulary)
    chips.append(ReadingChip(part=ChipPart.ACCOUNT, text=", ".join(accounts) if accounts else "all accounts"))
    return tuple(chips)


def _period_text(plan: Plan, *, dash: str) -> str:
    """The period, with the days of the week where only some count: `Saturdays and Sundays, 1-31 Oct 2025`."""
    days = " and ".join(f"{calendar.day_name[day]}s" for day in plan.weekdays)
    period = period_reading(plan.period, dash=dash)
    return f"{days}, {period}" if days else period


def reading_text(plan: Plan, vocabulary: Vocabulary) -> str:
    """The reading as one line: `spending · category Groceries · 1-30 Nov 2025 · all accounts`."""
    return " · ".join(_chip_words(chip) for chip in reading_chips(plan, vocabulary, dash="-"))


def _chip_words(chip: ReadingChip) -> str:
    return chip.text.replace(": ", " ", 1) if chip.part in {ChipPart.CATEGORY, ChipPart.PAYEE} else chip.text


def _measure(plan: Plan) -> str:
    if plan.intent in _WITHOUT_FLOW:
        words = "regular payments" if plan.all_recurring else _WITHOUT_FLOW[plan.intent]
        if plan.intent is Intent.PRICE_CHANGES and plan.flow is Flow.INCOME:
            words = "changes of regular income"
        return f"{words}, {plan.subscription.value}" if plan.subscription else words
    own = _OWN_WORDS.get(plan.intent, "")
    place = ORDINALS.get(plan.rank or 1, "")
    if place and plan.intent is Intent.RANKING:
        return f"{own} {_FLOWS[plan.flow]}, {place} place"
    other_way = "the other way" if plan.backwards else ""
    return " ".join(filter(None, (place, own, _FLOWS[plan.flow], other_way)))


def _filter_chips(where: Filter) -> list[ReadingChip]:
    chips = []
    if where.categories:
        word = "category" if len(where.categories) == 1 else "categories"
        chips.append(ReadingChip(part=ChipPart.CATEGORY, text=f"{word}: {' + '.join(where.categories)}"))
    if where.payees:
        word = "payee" if len(where.payees) == 1 else "payees"
        chips.append(ReadingChip(part=ChipPart.PAYEE, text=f"{word}: {' + '.join(where.payees)}"))
    if where.text:
        chips.append(ReadingChip(part=ChipPart.PAYEE, text=f"text: “{where.text}”"))
    return chips


def _names(where: Filter, vocabulary: Vocabulary) -> str:
    names = [*where.categories, *where.payees, *account_names(where, vocabulary)]
    return " + ".join(names + ([f"“{where.text}”"] if where.text else []))
