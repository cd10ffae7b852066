"""Terse questions: known names, a period and words that only ask mean what was spent there."""

import re
from dataclasses import replace

from app.assistant.cues_asked import SIDE_BY_SIDE
from app.assistant.inflection import folded
from app.assistant.language import Language
from app.assistant.mending import mended
from app.assistant.names import WITHIN, NameKind
from app.assistant.passed_over import PassedOver
from app.assistant.question import Question
from app.assistant.resolving import Resolver
from app.domain.plan import GroupBy, Intent, PlanDraft

_SAYING = frozenset({"doing", "going", "looking", "coming", "along", "anything", "something", "there"})
"""Words of no content around a name: `how is the eating out doing`, `anything on regiobahn`."""
MOST_OF_A_BRAND = 3
_ANYTHING = re.compile(r"\b(?:anything|something)\b")
_ON_AVERAGE = re.compile(r"\b(?:on average|average|per visit|each time)\b")
_HOW_WAS = re.compile(
    r"how(?:'s|s| is| was| has| did) (?:my |our |the )?(?P<when>.+?)"
    r"(?: been| going| looking| doing| go| look)?(?: so far)?|"
    r"(?:is|was) (?P<month>.+?) (?:any )?(?:an? )?(?:good|bad|okay|ok|(?P<spent>expensive|cheap|dear|costly))"
    r"(?: month| week| year| quarter)?"
)
_EITHER_OR = re.compile(r"(?:and |so |now )?[^,]+ or [^,]+")
"""Two names and no verb: which of them it was more at."""
_SIDE_BY_SIDE = re.compile(rf"^(?:please )?(?:put|set|show|hold|lay) .* {SIDE_BY_SIDE}")


def is_side_by_side(question: Question) -> bool:
    """Whether names are to be put side by side: nothing is moved by it."""
    return _SIDE_BY_SIDE.search(question.text) is not None


def _how_a_period_went(question: Question, resolver: Resolver) -> PlanDraft | None:
    """`how's my november`: what came in less what went out."""
    found = _HOW_WAS.fullmatch(question.text)
    when = (found["when"] or found["month"]) if found else ""
    if not found or not when or resolver.days(when) is None:
        return None
    return PlanDraft(intent=Intent.TOTAL if found["spent"] else Intent.NET, when=when)


def _is_a_brand(question: Question, language: Language) -> bool:
    """Whether a question is a well-known payee's name and nothing else, whether the vault knows it or not."""
    return len(question.words) <= MOST_OF_A_BRAND and folded(question.text) in map(folded, language.payees_known)


def total_of_names(question: Question, *, resolver: Resolver, language: Language) -> PlanDraft | None:
    """The total, mean or list of a question that is known names and a period; None where it holds any other word.

    A well-known payee's name alone is looked for; how a month went is what came in less what went out.
    """
    if how := _how_a_period_went(question, resolver):
        return how
    if _is_a_brand(question, language):
        return PlanDraft(intent=Intent.TOTAL, names=(question.text,))
    intent = Intent.LIST if _ANYTHING.search(question.text) else Intent.TOTAL
    averaged = _ON_AVERAGE.search(question.text) is not None
    asked = PlanDraft(intent=Intent.AVERAGE if averaged else intent)
    total = mended(asked, question, resolver=resolver, language=language)
    known = total.names and all(resolver.linked(name).best.score >= WITHIN for name in total.names)
    left = PassedOver(question.words, resolver, language).left_over(total, asking=False)
    if known and is_side_by_side(question) and len(total.names) > 1:
        payees = all(resolver.linked(name).best.kind is NameKind.PAYEE for name in total.names)
        return replace(total, intent=Intent.RANKING, group_by=GroupBy.PAYEE if payees else GroupBy.CATEGORY)
    if known and len(total.names) == 2 and _EITHER_OR.fullmatch(question.text) and not left:
        return replace(total, intent=Intent.COMPARE, names=total.names[:1], other_names=total.names[1:])
    fits = averaged or set(left) <= _SAYING
    return total if known and fits else None
