"""Plans: all that can be asked of the vault, as closed enums and names the vault knows."""

from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.period import Period


class Intent(StrEnum):
    """What is asked. The model chooses one; code does the rest."""

    TOTAL = "total"
    COUNT = "count"
    AVERAGE = "average"
    """Mean a transaction, or a month, week or year where grouped by one."""
    LARGEST = "largest"
    SMALLEST = "smallest"
    LIST = "list"
    RANKING = "ranking"
    """Groups by size, the first one is the figure asked for."""
    BREAKDOWN = "breakdown"
    """Groups in their own order (months in time, else by size)."""
    FIRST = "first"
    LAST = "last"
    COMPARE = "compare"
    SHARE = "share"
    NET = "net"
    """Income less spending."""
    SAVINGS_RATE = "savings_rate"
    BALANCE = "balance"
    """Of accounts, on the last day of the period; without accounts all of them: net worth."""
    SUBSCRIPTIONS = "subscriptions"
    PRICE_CHANGES = "price_changes"
    DUPLICATES = "duplicates"
    UNUSUAL = "unusual"
    WHAT_IF = "what_if"
    UNSUPPORTED = "unsupported"


class Flow(StrEnum):
    """Which transactions count."""

    SPENDING = "spending"
    """Expenses less refunds; transfers and card payments left out. Positive in answers."""
    INCOME = "income"
    ANY = "any"
    """Every transaction, money in positive."""
    TRANSFERS = "transfers"
    REFUNDS = "refunds"
    FEES = "fees"


class Measure(StrEnum):
    """What groups and sides of a comparison are measured by, where it is not the plain amount."""

    AMOUNT = "amount"
    COUNT = "count"
    """How many transactions: "where do I shop most often"."""
    AVERAGE = "average"
    """The mean of a transaction: "which shop costs me most per visit"."""


class OutOfScope(StrEnum):
    """Why a question is unsupported, so that the honest answer can say so."""

    ADVICE = "advice"
    FORECAST = "forecast"
    OTHER_PEOPLE = "other_people"
    ACTION = "action"
    """Asks to change or move something."""
    TALK = "talk"
    """Small talk, general knowledge, prompts that try to steer, or no question at all."""


class GroupBy(StrEnum):
    """What groups are made of."""

    PAYEE = "payee"
    CATEGORY = "category"
    ACCOUNT = "account"
    DAY = "day"
    WEEKDAY = "weekday"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which transactions are meant, by names the vault knows; several of one kind mean any of them."""

    payees: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    account_ids: tuple[int, ...] = ()
    text: str = ""
    """Words to be found in payee or memo, where no payee or category is meant."""
    either: bool = False
    """Payees or categories, where both are named side by side; else both must hold."""

    @property
    def empty(self) -> bool:
        """Whether it limits nothing."""
        return not (self.payees or self.categories or self.account_ids or self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A question as data. Amount limits are in minor units of the owner's currency, compared with the amount's size."""

    intent: Intent
    flow: Flow = Flow.SPENDING
    where: Filter = field(default_factory=Filter)
    without: Filter = field(default_factory=Filter)
    period: Period | None = None
    """None means all time."""
    weekdays: tuple[int, ...] = ()
    """Only these days of the week count, Monday 0; empty means all."""
    other_where: Filter | None = None
    """The second side of a comparison, or the whole of a share; None means the same filter."""
    other_period: Period | None = None
    other_flow: Flow | None = None
    """What a share is a share of, where it is another flow: rent as a share of income."""
    group_by: GroupBy | None = None
    measure: Measure = Measure.AMOUNT
    limit: int | None = None
    rank: int | None = None
    """Which place of the order is asked for, from 2: `the second largest`; None means the first."""
    ascending: bool = False
    """Smallest groups first."""
    at_least: int | None = None
    at_most: int | None = None
    percent: int | None = None
    """What-if: by how many percent the spending changes; -50 is "cut by a half", -100 "cancel"."""
    subscription: "SubscriptionView | None" = None
    all_recurring: bool = False
    """Of subscriptions: rent, insurance and other bills that come back count too."""
    as_percent: bool = False
    """A comparison is asked for in percent rather than in money."""
    backwards: bool = False
    """Of own transfers: those against the usual way of the accounts named, such as out of savings."""
    currency: str | None = None
    out_of_scope: OutOfScope | None = None
    """Set where the intent is unsupported."""


class SubscriptionView(StrEnum):
    """Which side of the subscriptions is asked for."""

    ACTIVE = "active"
    NEW = "new"
    RAISED = "raised"
    ENDED = "ended"
    COST = "cost"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDraft:
    """What the model writes: closed choices, and spans copied from the question as they stand there."""

    intent: Intent
    flow: Flow = Flow.SPENDING
    group_by: GroupBy | None = None
    measure: Measure = Measure.AMOUNT
    subscription: SubscriptionView | None = None
    out_of_scope: OutOfScope | None = None
    names: tuple[str, ...] = ()
    """Spans naming payees, categories or accounts; code finds out which."""
    without: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    """The second side of a comparison, or the whole of a share."""
    when: str = ""
    other_when: str = ""
    at_least: str = ""
    at_most: str = ""
    limit: str = ""
    """How many, or which place of the order: `five`, `second`."""
    change: str = ""
    """What-if: the span that says by how much, such as "by a third"."""
    ascending: bool = False
    as_percent: bool = False
    backwards: bool = False
    follows: bool = False
    """Whether it edits the draft of the question before: what is unsaid here is taken from there."""
    added: tuple[str, ...] = ()
    """Of one that follows: names put beside those of the question before."""
