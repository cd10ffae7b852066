"""Superlatives: `my most expensive ticket`, `the tiniest amount`, `which single payment` ask for one purchase."""

import re
from dataclasses import replace

from app.assistant.said import Said
from app.domain.plan import Flow, GroupBy, Intent, PlanDraft

_HIGHEST = re.compile(
    r"\b(?:most expensive|most costly|biggest|largest|highest|priciest|dearest|costliest|heftiest|steepest|greatest|"
    r"fanciest|fattest|heaviest|poshest)\b"
)
_DEAREST = re.compile(r"\b(?:dearest|priciest|costliest|most expensive|most costly)\b")
_LOWEST_ONE = re.compile(r"\b(?:cheapest|smallest|tiniest|lowest|least expensive|littlest)\b")
_EDGE = re.compile(r"\b(?:first|last|latest|most recent|newest|earliest)\b")
_SINGLE = re.compile(
    r"\b(?:which|what) (?:one |single )+(?:payment|purchase|charge|transaction|expense|bill|item|thing)\b.*\bmost\b"
)
_ON_WHICH_DATE = re.compile(
    r"\b(?:which|what) (?:date|day)\b.*\b(?:bill|purchase|payment|charge|receipt|ticket|fill-up|visit|"
    r"shop|shopping|trip|order|meal|night)\b"
)
_AT_ONCE = re.compile(
    r"\b(?:in one go|at once|in a single|in one (?:single|transaction|purchase|payment|visit|shop|trip)|"
    r"single (?:highest|largest|biggest|most expensive)|(?:highest|largest|biggest) single)\b"
)
_WHICH_IS = re.compile(
    r"^(?:and |so )?(?:which|what) (?!(?:purchase|payment|transaction|bill|month|week|day|category|account)\b)[a-z ]+ "
    r"(?:is|was|are|were) (?:the |my |our )?(?:most expensive|least expensive|priciest|dearest|costliest|cheapest)\b"
)
"""`which restaurant is the most expensive` ranks payees."""
_FOOD_SHOP = re.compile(
    r"\b(?:biggest|largest|dearest|priciest|most expensive|smallest|cheapest) (?:single )?"
    r"(?:food|grocery|weekly|supermarket|big) shop\b"
)
_DATED = frozenset({GroupBy.DAY, GroupBy.MONTH, GroupBy.WEEK, GroupBy.WEEKDAY})
_BEST_ONE = re.compile(
    r"\b(?:most expensive|biggest|largest|highest|priciest|dearest|costliest|cheapest|smallest|lowest) (?:single |"
    r"ever )?"
    r"(?:[a-z]+ )?(?:shop|purchase|payment|bill|charge|receipt|ticket|fill-up|buy)\b.*\b(?:which|what) (?:day|date)\b|"
    r"\b(?:day|date) (?:with|of) (?:the|my) [a-z ]*\b(?:single|receipt|purchase|payment|bill|charge|shop|order|meal)\b|"
    r"\b(?:day|date) of (?:the|my|our) (?:most expensive|biggest|largest|highest|priciest|dearest|costliest|cheapest|"
    r"smallest|lowest) (?!day|week|month|year)"
)


_WORST_OFFENDER = re.compile(r"\bworst offenders?\b")


def superlative(draft: PlanDraft, said: Said) -> PlanDraft:
    """`when did I buy my most expensive ticket` and `which single payment hurt the most` ask for one purchase."""
    high, low = _HIGHEST.search(said.text), _LOWEST_ONE.search(said.text)
    if draft.intent is Intent.TOTAL and not said.only_payees and _WHICH_IS.search(said.text):
        return replace(draft, intent=Intent.RANKING, group_by=GroupBy.PAYEE, ascending=low is not None)
    if _WORST_OFFENDER.search(said.text) and draft.intent in {Intent.LARGEST, Intent.TOTAL, Intent.LIST}:
        return replace(draft, intent=Intent.RANKING, group_by=GroupBy.PAYEE)
    if draft.intent is Intent.LARGEST and draft.flow is Flow.ANY and _DEAREST.search(said.text):
        return replace(draft, flow=Flow.SPENDING)
    edge = _edge(draft, said, low=bool(low), high=bool(high))
    if edge is not draft.intent:
        return replace(draft, intent=edge)
    if _is_of_one(draft, said, superlative=bool(low or high)):
        flow = Flow.SPENDING if draft.flow is Flow.ANY else draft.flow
        edge = Intent.SMALLEST if low and not high else Intent.LARGEST
        return replace(draft, intent=edge, flow=flow, group_by=None, ascending=False)
    return draft


def _edge(draft: PlanDraft, said: Said, *, low: bool, high: bool) -> Intent:
    """The intent turned to the end that the words say: the first or last time, or the wrong extreme, is none."""
    if draft.intent in {Intent.FIRST, Intent.LAST} and (high or low) and not _EDGE.search(said.text):
        return Intent.LARGEST if high else Intent.SMALLEST
    if draft.intent is Intent.LARGEST and low and not high:
        return Intent.SMALLEST
    return Intent.LARGEST if draft.intent is Intent.SMALLEST and high and not low else draft.intent


def _is_of_one(draft: PlanDraft, said: Said, *, superlative: bool) -> bool:
    """Whether one purchase is asked for, though the draft lists, adds up or ranks."""
    if draft.intent in {Intent.LIST, Intent.TOTAL}:
        return bool(_SINGLE.search(said.text))
    if draft.intent is not Intent.RANKING:
        return False
    gathered = draft.group_by in {GroupBy.PAYEE, GroupBy.DAY} and _AT_ONCE.search(said.text)
    shopped = draft.group_by is GroupBy.PAYEE and _FOOD_SHOP.search(said.text)
    best = _BEST_ONE.search(said.text)
    dated = superlative and (best or (draft.group_by in _DATED and _ON_WHICH_DATE.search(said.text)))
    return bool(gathered or shopped or dated)
