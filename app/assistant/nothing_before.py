"""Questions that point at an answer before them where there is none: `has it gone up`, `how much was that again`."""

import re

from app.assistant.language import Language
from app.assistant.question import Question
from app.assistant.spots import spans_of
from app.domain.plan import Intent, PlanDraft

_MOST_WORDS = 8
_POINTING = re.compile(
    r"\b(?:(?<!who )(?:was|is|were|are|did|does|has|have|had|do) (?:it|that|they)\b(?! all\b)|"
    r"(?:of|to|at|for|from|about) (?:it|them|those|these)$)"
)
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
