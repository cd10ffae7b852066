"""Cues of a place in an order: `my second largest purchase`, `the third most expensive shop`, `last but one visit`."""

import re
from dataclasses import replace

from app.domain.plan import Intent, PlanDraft

_ORDERED = frozenset({Intent.LARGEST, Intent.SMALLEST, Intent.RANKING, Intent.FIRST, Intent.LAST})
_PLACE = re.compile(
    r"\b(?P<place>second|third|fourth|fifth|2nd|3rd|4th|5th)[ -](?:to )?"
    r"(?:largest|biggest|most|highest|priciest|dearest|costliest|worst|best|heaviest|heftiest|"
    r"smallest|cheapest|lowest|least|last|latest|favou?rite)\b"
)
_BEHIND = re.compile(r"\b(?:after|behind|following) (?:the |my |our )?[a-z ]+")
_LAST_BUT_ONE = re.compile(r"\b(?:last but one|next to last|penultimate|one before last)\b")


def at_a_place(draft: PlanDraft, text: str) -> PlanDraft:
    """The draft where one place of the order is asked for, not the first so many."""
    if draft.intent not in _ORDERED:
        return draft
    if draft.intent is Intent.LAST and _LAST_BUT_ONE.search(text):
        return replace(draft, limit="second")
    found = _PLACE.search(text)
    if found and draft.without and _BEHIND.search(text):
        return replace(draft, limit="")  # `second behind the rent` is the first without it
    return replace(draft, limit=found["place"]) if found else draft
