"""Shares put right: what is a part of what, and whose share it is."""

import re
from dataclasses import replace

from app.assistant.question import Question
from app.assistant.resolving import Resolver
from app.domain.plan import Flow, Intent, PlanDraft

_ALL = re.compile(r"\b(?:all|total|everything|overall|expenses|outgoings|whole)\b")


def share_put_right(draft: PlanDraft, question: Question, *, resolver: Resolver) -> PlanDraft:
    """`what part of my income is rent`: rent is no income, so it is spending against income."""
    if draft.intent is Intent.SHARE:
        others = tuple(name for name in draft.other_names if not _ALL.search(name) or resolver.knows(name))
        part = {resolver.linked(name).best.names for name in draft.names}
        part |= {(each,) for names in part for each in names}
        whole = tuple(name for name in others if resolver.linked(name).best.names not in part)
        draft = _turned(replace(draft, other_names=whole), question.text)
    if draft.intent is not Intent.SHARE or draft.flow is not Flow.INCOME or not draft.names:
        return draft
    if any(resolver.earns(name) for name in draft.names):
        return draft
    others = (
        draft.other_names or tuple(word for word in question.words if word in {"income", "salary", "pay"})[:1]
    )
    return replace(draft, flow=Flow.SPENDING, other_names=others or ("income",))


def _turned(draft: PlanDraft, text: str) -> PlanDraft:
    """`biomarkt's share of my groceries`: whose share it is stands in front."""
    of = r"(?:'s?)? (?:share|part|slice|portion) of"
    owned = any(re.search(rf"\b{re.escape(name)}{of}\b", text) for name in draft.other_names)
    return replace(draft, names=draft.other_names, other_names=draft.names) if owned else draft
