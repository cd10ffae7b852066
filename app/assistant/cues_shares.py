"""Cues that settle what a share is a share of: income, or a name that the question calls the whole."""

import re
from dataclasses import replace

from app.assistant.said import Said
from app.domain.plan import Flow, Intent, PlanDraft

_OF_INCOME = re.compile(
    r"\b(?:of|to|from) (?:my |our |the |total |net |monthly |[a-z]+'s |[a-z]+ly )*(income|salary|pay|earnings|wages)\b"
)
_OF_EARNED = re.compile(
    r"\b(?:of|from) (?:everything|all|what|whatever) (?:that )?(?:i|we) (?:have |'ve )?"
    r"(?:earn(?:ed)?|ma[dk]e|got paid|get paid|(?:was|were) paid|t[oa]o?ke? home|br[io]\w+ (?:home|in)|received?)\b"
)
_AS_PART_OF = re.compile(r"\bas (?:an? |the )?(?:part|share|percent(?:age)?|proportion|fraction|%|slice) of\b")


def share_of_income(draft: PlanDraft, said: Said) -> PlanDraft:
    """What of the income, or of everything earned: the whole is income."""
    found = _OF_INCOME.search(said.text) or re.search(r"(?:%|percent|percentage|share) of (income)\b", said.text)
    if draft.intent is not Intent.SHARE or draft.other_names or draft.flow is Flow.INCOME:
        return draft
    if found:
        return replace(draft, other_names=(found.group(1),))
    return replace(draft, other_names=("income",)) if _OF_EARNED.search(said.text) else draft


def part_of(draft: PlanDraft, said: Said) -> PlanDraft:
    """`the bakery as part of groceries`: the first name is measured against the others."""
    found = _AS_PART_OF.search(said.text) if draft.intent is Intent.TOTAL and len(draft.names) > 1 else None
    if found is None:
        return draft
    whole = tuple(name for name in draft.names if name in said.text[found.end() :])
    part = tuple(name for name in draft.names if name not in whole)
    return replace(draft, intent=Intent.SHARE, names=part, other_names=whole) if part and whole else draft
