"""Whether a question leans on the one before: it points there, a joining word leads it, or it says no name and day."""

import re
from dataclasses import replace

from app.domain.plan import Intent, PlanDraft

LONGEST = 16
_POINTING = re.compile(
    r"\b(?:that|those|them|these|they|same|again|instead|thereof|of which|of it|was it|is it|do it|break it)\b|"
    r"\bones?$|"
    r"(?<!is )(?<!are )(?<!was )\bthere\b|\bmore often$|\bof the two\b|\bworse$|\btheir\b|\bof (?:them|those|"
    r"these|it)\b|"
    r"\b(?:biggest|latest|largest|smallest|cheapest|dearest|last|first|next|other) ones?\b|\btoo$"
)
_LED = re.compile(
    r"^(?:and|what about|how about|or|now|ok|okay|only|just|plus|also|but|then|add|together with|along with|including|"
    r"leave out|without|excluding|except|minus|as an?|per|by|in percent|for|why|how come|with|in|of which|more|same)\b|"
    r"^(?:split|break|group|sort|order) |"
    r"\b(?:only|instead|please|too|then|as well)$"
)
_SUBJECT = re.compile(r"\b(?:i|we|i've|we've|i'm|i'd|my|our|me|us)\b")
_SHOW_ME = re.compile(r"^(?:and |now |ok )?(?:please )?(?:let me see|show me|give me|tell me|can i see|let's see) ")
_CARRIED_ON = re.compile(r"^(?:and|so|but|ok|okay|then|right|now)\b")
_SUMMED = re.compile(r"\b(?:how much|total|sum|altogether|in all|spen[dt]|cost|paid|what (?:was|is) (?:it|that))\b")
_ALONE = frozenset(
    {Intent.BALANCE, Intent.SUBSCRIPTIONS, Intent.PRICE_CHANGES, Intent.DUPLICATES, Intent.UNUSUAL, Intent.UNSUPPORTED}
)


def leaning(draft: PlanDraft, last: PlanDraft, *, text: str) -> PlanDraft:
    """The draft of a question that leans on `last` as one that follows it; else itself, with the period carried on."""
    text = _SHOW_ME.sub("", text)
    if draft.follows or draft.intent is Intent.UNSUPPORTED or len(text.split()) > LONGEST:
        return draft
    if not _leans(draft, text):
        timeless = draft.intent in _ALONE or draft.when or not last.when or not _CARRIED_ON.search(text)
        return draft if timeless else replace(draft, when=last.when)
    if draft.intent is Intent.TOTAL and draft.flow is last.flow and not _SUMMED.search(text):
        head = replace(last, names=(), without=(), other_names=(), when="", other_when="", at_least="", at_most="")
        said = {name: getattr(draft, name) for name in ("names", "without", "other_names", "when", "other_when")}
        draft = replace(head, **said, at_least=draft.at_least, at_most=draft.at_most, limit=draft.limit)
    return replace(draft, follows=True)


def _leans(draft: PlanDraft, text: str) -> bool:
    said = bool(draft.names or draft.other_names) and bool(draft.when)
    if said and not _POINTING.search(text):
        return False
    if _POINTING.search(text) or _LED.search(text):
        return not (draft.intent in _ALONE and _SUBJECT.search(text))
    bare = not (draft.names or draft.when or draft.other_names or draft.without or draft.at_least or draft.at_most)
    return bare and draft.intent not in _ALONE and not _SUBJECT.search(text)
