"""Follow-ups about the one thing an answer told of: what it cost, when it was, who got the money."""

import re
from dataclasses import replace

from app.domain.plan import Intent, PlanDraft

ONE_PURCHASE = frozenset({Intent.FIRST, Intent.LAST, Intent.LARGEST, Intent.SMALLEST})
"""Answers of one purchase: their sentence tells day, payee and amount, whichever was asked."""
_ASKED = ONE_PURCHASE | {Intent.TOTAL, Intent.RANKING, Intent.BREAKDOWN, Intent.LIST}
_IT = re.compile(r"\b(?:it|that|this|he|she|who|whom|where|when|date|day|damage|happen|happened)\b")
_DAY = re.compile(r"\b(?:what|which) (?:day|date)\b|\bwhen\b|\bthe date\b|\bon what date\b")
_PAID_FOR_IT = re.compile(
    r"(?:and |so )?(?:what|how much) (?:did (?:i|we) (?:pay|spend)|have (?:i|we) paid)(?: there| then)?"
)
_MORE = re.compile(
    r"\b(?:total|altogether|overall|in all|all|ever|usually|often|many|average|each|per|other|others|else|more|next|"
    r"before|after|second|third|everything|list|show|compared|than|last|first|most|least|highest|lowest)\b"
)


def about_the_one(draft: PlanDraft, last: PlanDraft, *, text: str) -> PlanDraft | None:
    """The draft of a question about the purchase that `last` told of; None where it asks for anything more.

    Of a purchase told by itself the same answer says it all: `what did it cost`, `which day was that`. The day of a
    figure is the day of the last purchase in it.
    """
    paid = _PAID_FOR_IT.fullmatch(text) and last.intent in ONE_PURCHASE
    if not (draft.follows or paid) or _said_of_its_own(draft) or _MORE.search(text):
        return None
    if not (paid or _IT.search(text)):
        return None
    if last.intent in ONE_PURCHASE and not last.limit and draft.intent in _ASKED:
        return last
    if last.intent in {Intent.TOTAL, Intent.LIST, Intent.COUNT} and _DAY.search(text):
        return replace(last, intent=Intent.LAST, follows=False, group_by=None, limit="")
    return None


def _said_of_its_own(draft: PlanDraft) -> bool:
    said = (draft.names, draft.without, draft.added, draft.other_names, draft.when, draft.other_when)
    return any(said) or bool(draft.at_least or draft.at_most or draft.limit)
