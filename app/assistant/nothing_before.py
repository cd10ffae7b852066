"""Questions that leave open what they are about: `has it gone up` with nothing before it, `the bills in may`."""

import re

from app.assistant.language import Language
from app.assistant.question import Question
from app.assistant.spots import spans_of
from app.domain.plan import Flow, Intent, PlanDraft

_MOST_WORDS = 8
_POINTING = re.compile(
    r"\b(?:(?<!who )(?:was|is|were|are|did|does|has|have|had|do) (?:it|that|they)\b(?! all\b)|"
    r"(?:of|to|at|for|from|about) (?:it|them|those|these)$)"
)
_BILLS = re.compile(r"\b(?:bills|contracts)\b")
_ANSWERED = frozenset({Intent.UNSUPPORTED, Intent.BALANCE, Intent.NET, Intent.SAVINGS_RATE})


def points_at_nothing(draft: PlanDraft, question: Question, *, language: Language) -> bool:
    """Whether a first question is about `it` or `they` and names nothing else, no period and no amount."""
    said = (*spans_of(draft), draft.group_by)
    if draft.intent in _ANSWERED or any(said) or len(question.words) > _MOST_WORDS:
        return False
    idle = set(language.table("nameless").get("words", ())) | set(language.table("asking").get("words", ()))
    return _POINTING.search(question.text) is not None and all(
        word in idle or len(word) <= 4 for word in question.words
    )


def means_bills(draft: PlanDraft, question: Question, *, language: Language) -> bool:
    """Whether a sum is asked of bills, contracts or standing orders and nothing else: all spending is none of them."""
    said = (*draft.names, *draft.without, *draft.other_names, draft.at_least, draft.at_most, draft.group_by)
    if draft.intent is not Intent.TOTAL or draft.flow is not Flow.SPENDING or any(said):
        return False
    return _BILLS.search(question.text) is not None or language.says("all_recurring", question.text)
