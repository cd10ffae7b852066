"""Transfers against an account's usual way: what was taken back out of savings, what came into a checking account."""

import re
from dataclasses import replace

from app.assistant.resolving import Resolver
from app.assistant.spots import place_of
from app.domain.account import SPENT_FROM, AccountKind
from app.domain.plan import Flow, Intent, PlanDraft

_SUMMED = frozenset(
    {Intent.TOTAL, Intent.COUNT, Intent.LIST, Intent.AVERAGE, Intent.LARGEST, Intent.LAST, Intent.FIRST}
)
_DRAWN = re.compile(r"\b(?:take|took|taken|taking|withdr\w+|draw|drew|drawn|pull|pulled|get|got)\b")
"""From savings nothing is bought: what is taken from there goes to another account."""
_OWNED = frozenset({"the", "my", "our"})
_OUT = (("from",), ("out", "of"))
_INTO = (("to",), ("into",), ("onto",))


def taken_back(draft: PlanDraft, words: tuple[str, ...], *, resolver: Resolver) -> PlanDraft:
    """The draft with the way its transfers go, where the words before its one account say another than the usual.

    Money usually goes out of a checking account or cash, and into any other.
    """
    if draft.flow not in {Flow.TRANSFERS, Flow.SPENDING} or draft.intent not in _SUMMED or len(draft.names) != 1:
        return draft
    ids = resolver.linked(draft.names[0], accounts_first=True).best.account_ids
    kinds = {account.kind for account in resolver.vocabulary.accounts if account.id in ids}
    place = place_of(draft.names[0], words)
    if not kinds or not place:
        return draft
    before = list(words[: place.start])
    while before and before[-1] in _OWNED:
        before.pop()
    unusual = _INTO if kinds <= SPENT_FROM else _OUT
    back = any(tuple(before[-len(lead) :]) == lead for lead in unusual)
    drawn = draft.flow is Flow.SPENDING and kinds == {AccountKind.SAVINGS} and _DRAWN.search(" ".join(before))
    moved = draft.flow is Flow.TRANSFERS or drawn
    return replace(draft, flow=Flow.TRANSFERS, backwards=True) if back and moved else draft
