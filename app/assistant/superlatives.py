"""Superlatives: `my most expensive ticket`, `the tiniest amount`, `which single payment` ask for one purchase."""

import re
from dataclasses import replace

from app.assistant.said import Said
from app.domain.plan import Flow, GroupBy, Intent, PlanDraft

_HIGHEST = re.compile(
    r"\b(?:most expensive|biggest|largest|highest|priciest|dearest|costliest|heftiest|steepest|greatest|"
    r"fanciest|fattest|heaviest|poshest)\b"
)
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
    r"single (?:highest|largest|biggest|most expensive))\b"
)
_WHICH_IS = re.compile(
    r"^(?:and |so )?(?:which|what) (?!(?:purchase|payment|transaction|bill|month|week|day|category|account)\b)[a-z ]+ "
    r"(?:is|was|are|were) (?:the |my |our )?(?:most expensive|least expensive|priciest|dearest|costliest|cheapest)\b"
)
"""`which restaurant is the most expensive` ranks payees."""
_DATED = frozenset({GroupBy.DAY, GroupBy.MONTH, GroupBy.WEEK, GroupBy.WEEKDAY})
_BEST_ONE = re.compile(
    r"\b(?:most expensive|biggest|largest|highest|priciest|dearest|costliest|cheapest|smallest|lowest) (?:single |"
    r"ever )?"
    r"(?:[a-z]+ )?(?:shop|purchase|payment|bill|charge|receipt|ticket|fill-up|buy)\b.*\b(?:which|what) (?:day|date)\b|"
    r"\b(?:day|date) (?:with|of) (?:the|my) [a-z ]*\bsingle\b"
)


def superlative(draft: PlanDraft, said: Said) -> PlanDraft:
    """`when did I buy my most expensive ticket` and `which single payment hurt the most` ask for one purchase."""
    high, low = _HIGHEST.search(said.text), _LOWEST_ONE.search(said.text)
    if draft.intent is Intent.TOTAL and not said.only_payees and _WHICH_IS.search(said.text):
        return replace(draft, intent=Intent.RANKING, group_by=GroupBy.PAYEE, ascending=low is not None)
    if draft.intent in {Intent.FIRST, Intent.LAST} and (high or low) and not _EDGE.search(said.text):
        return replace(draft, intent=Intent.LARGEST if high else Intent.SMALLEST)
    if draft.intent is Intent.LARGEST and low and not high:
        return replace(draft, intent=Intent.SMALLEST)
    if draft.intent is Intent.SMALLEST and high and not low:
        return replace(draft, intent=Intent.LARGEST)
    single = draft.intent in {Intent.LIST, Intent.TOTAL} and _SINGLE.search(said.text)
    of_one = _ON_WHICH_DATE.search(said.text) or _BEST_ONE.search(said.text)
    grouped = draft.group_by in _DATED or _BEST_ONE.search(said.text)
    gathered = draft.intent is Intent.RANKING and draft.group_by in {GroupBy.PAYEE, GroupBy.DAY}
    at_once = gathered and _AT_ONCE.search(said.text)
    dated = draft.intent is Intent.RANKING and grouped and of_one and (high or low)
    if single or dated or at_once:
        flow = Flow.SPENDING if draft.flow is Flow.ANY else draft.flow
        edge = Intent.SMALLEST if low and not high else Intent.LARGEST
        return replace(draft, intent=edge, flow=flow, group_by=None, ascending=False)
    return draft
