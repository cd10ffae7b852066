"""Terse questions: known names, a period and words that only ask mean what was spent there."""

from app.assistant.language import Language
from app.assistant.mending import mended
from app.assistant.names import WITHIN
from app.assistant.passed_over import PassedOver
from app.assistant.question import Question
from app.assistant.resolving import Resolver
from app.domain.plan import Intent, PlanDraft


def total_of_names(question: Question, *, resolver: Resolver, language: Language) -> PlanDraft | None:
    """The total of a question that is known names and a period; None where it holds any other word."""
    total = mended(PlanDraft(intent=Intent.TOTAL), question, resolver=resolver, language=language)
    known = total.names and all(resolver.linked(name).best.score >= WITHIN for name in total.names)
    if not known or PassedOver(question.words, resolver, language).left_over(total, asking=False):
        return None
    return total
