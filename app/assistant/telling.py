"""Tellings: a result with the words that every sentence about it is made of."""

from dataclasses import dataclass
from decimal import Decimal

from app.assistant.phrases import amount_phrase, day_words, filter_phrase, label_words, when_phrase, without_phrase
from app.domain.money_text import money_text
from app.domain.plan import Filter, Flow, GroupBy, Plan
from app.domain.result import Result, ResultRow, ValueKind
from app.domain.vocabulary import Vocabulary

VERBS = {
    Flow.SPENDING: "spent",
    Flow.FEES: "paid fees of",
    Flow.INCOME: "received",
    Flow.REFUNDS: "got back",
    Flow.TRANSFERS: "moved",
    Flow.ANY: "had transactions adding up to",
}
NOUNS = {
    Flow.SPENDING: ("purchase", "purchases"),
    Flow.FEES: ("fee", "fees"),
    Flow.INCOME: ("payment in", "payments in"),
    Flow.REFUNDS: ("refund", "refunds"),
    Flow.TRANSFERS: ("own transfer", "own transfers"),
    Flow.ANY: ("transaction", "transactions"),
}
SPANS = {
    GroupBy.DAY: "a day",
    GroupBy.WEEK: "a week",
    GroupBy.MONTH: "a month",
    GroupBy.QUARTER: "a quarter",
    GroupBy.YEAR: "a year",
}


@dataclass(frozen=True, slots=True)
class Telling:
    """A result with the words around it."""

    result: Result
    vocabulary: Vocabulary

    @property
    def plan(self) -> Plan:
        """The plan that was computed."""
        return self.result.plan

    @property
    def scope(self) -> str:
        """Of what, without what and when: ` on groceries in November 2025`."""
        parts = (
            self.side(self.plan.where),
            without_phrase(self.plan.without, self.vocabulary),
            amount_phrase(self.plan, self.vocabulary),
            when_phrase(self.plan),
        )
        return "".join(f" {part}" for part in parts if part)

    @property
    def figure(self) -> str:
        """The figure of the result as text."""
        return value_text(self.result)

    def side(self, where: Filter) -> str:
        """One side of a comparison by name."""
        out_of = ("direction", "out_of") in self.result.facts
        return filter_phrase(where, self.plan.flow, vocabulary=self.vocabulary, out_of=out_of)


def value_text(result: Result) -> str:
    """The figure asked for, as people write it; empty where there is none."""
    value = result.value
    if value is None:
        return ""
    if value.kind is ValueKind.MONEY and value.money is not None:
        return money_text(value.money)
    if value.kind is ValueKind.DATE and value.on is not None:
        return day_words(value.on)
    if value.kind is ValueKind.PERCENT and value.percent is not None:
        return percent_text(value.percent)
    if value.kind is ValueKind.COUNT:
        return str(value.number)
    return label_words(value.text or "", result.plan.group_by)


def percent_text(percent: Decimal) -> str:
    """A percentage as people write it, with U+2212 for the minus."""
    return f"{percent}%".replace("-", "\N{MINUS SIGN}")


def noun(telling: Telling, number: int) -> str:
    return NOUNS[telling.plan.flow][0 if number == 1 else 1]


def row_money(row: ResultRow) -> str:
    return money_text(row.money) if row.money is not None else ""


def row_words(row: ResultRow) -> str:
    return f"{row_money(row)} at {row.label}{on_day(row)}"


def on_day(row: ResultRow) -> str:
    return f" on {day_words(row.on)}" if row.on else ""


def when_words(telling: Telling) -> str:
    when = when_phrase(telling.plan)
    return f" {when}" if when else ""
