"""Follow-ups that point at the last answer: `that same month`, `the day after`, `that shop`, `the second one`.

The model reads a made-up name or period in such a place, never one of the vault; the plan it writes gets what is meant.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from app.assistant.language import Language
from app.assistant.pointed_words import STOOD_IN, PointedWords
from app.assistant.question import Question
from app.assistant.shown import NOTHING, Shown
from app.domain.plan import Intent, PlanDraft

_SUMMED = re.compile(r"\bhow (?:much|many)\b|\btotal\b|\bsum\b")


@dataclass(frozen=True, slots=True)
class Pointed:
    """A question with what it points at put in: words that stand in for the model, the real ones for all else."""

    told: Question
    meant: Question
    stands_for: Mapping[str, str] = field(default_factory=dict)
    apart: bool = False
    """Whether it asks for all of the days it points at, whatever was asked before."""
    other: tuple[str, ...] = ()
    """The words with which it asks for what else there was; empty where it does not."""
    beside: str = ""
    """The payee of the purchase that it asks for the others of that day beside."""
    at_one: bool = False
    """Whether it points at a name alone: the days asked about before stay."""

    def named(self, draft: PlanDraft) -> PlanDraft:
        """A draft of the told question with the real words in its spans."""
        if not self.stands_for:
            return draft
        draft = replace(
            draft,
            names=tuple(map(self._real, draft.names)),
            without=tuple(map(self._real, draft.without)),
            other_names=tuple(map(self._real, draft.other_names)),
            added=tuple(map(self._real, draft.added)),
            when=self._real(draft.when),
            other_when=self._real(draft.other_when),
        )
        if self.apart:
            whole = bool(self.other) and draft.intent is Intent.TOTAL and not _SUMMED.search(self.told.text)
            intent = Intent.LIST if whole else draft.intent
            without = (self.beside,) if self.beside else draft.without
            names = tuple(name for name in draft.names if not set(self.other) & set(name.split()))
            return replace(draft, follows=False, names=names, without=without, added=(), intent=intent)
        return replace(draft, follows=draft.follows or (self.at_one and not draft.when))

    def _real(self, span: str) -> str:
        for words, real in self.stands_for.items():
            if words in span or (span and f" {span} " in f" {words} "):
                return span.replace(words, real) if words in span else real
        return span


def pointed(question: Question, seen: Shown | None, *, language: Language) -> Pointed:
    """The question with what it points at in the last answer; as it is where it points at nothing that was shown."""
    words = language.table("pointing")
    if seen is None or not words or STOOD_IN in question.words or seen == NOTHING:
        return Pointed(question, question)
    pointing = PointedWords(seen, language)
    told = pointing.put_in(question.text)
    if not pointing.found:
        return Pointed(question, question)
    meant = told
    for stand_in, real in pointing.found.items():
        meant = meant.replace(stand_in, real)
    days = set(pointing.found) - {STOOD_IN}
    other = tuple(word for word in question.words if word in words["else"])
    told_question, meant_question = Question(tuple(told.split())), Question(tuple(meant.split()))
    apart = bool(days) and (bool(other) or pointing.beside_a_purchase)
    return Pointed(
        told_question,
        meant_question,
        pointing.found,
        apart=apart,
        other=other,
        beside=pointing.purchase if other and apart else "",
        at_one=not days,
    )
