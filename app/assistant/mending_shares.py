"""Shares put right: what is a part of what, and whose share it is."""

import re
from dataclasses import replace

from app.assistant.period_spots import PeriodSpots
from app.assistant.question import Question
from app.assistant.resolving import Resolver
from app.assistant.spots import text_of
from app.domain.period import Period
from app.domain.plan import Flow, Intent, PlanDraft

_FELL = re.compile(
    r"\b(?:share|part|portion|slice|chunk|fraction|proportion|percent\w*|per cent|%|how much) of .*"
    r"\b(?:was|were|fell|falls?|happened|occurred|came|went|took place) (?:out |spent |paid )?"
    r"(?=in |on |during |over |into )"
)
_ALL = re.compile(r"\b(?:all|total|everything|overall|expenses|outgoings|whole)\b")


def share_put_right(draft: PlanDraft, question: Question, *, resolver: Resolver) -> PlanDraft:
    """`what part of my income is rent`: rent is no income, so it is spending against income."""
    if (in_time := _of_longer_time(draft, question, resolver=resolver)) is not None:
        return in_time
    if draft.intent is Intent.SHARE:
        others = tuple(name for name in draft.other_names if not _ALL.search(name) or resolver.knows(name))
        part = {resolver.linked(name).best.names for name in draft.names}
        part |= {(each,) for names in part for each in names}
        whole = tuple(name for name in others if resolver.linked(name).best.names not in part)
        draft = _turned(replace(draft, other_names=whole), question.text)
    if draft.intent is Intent.SHARE and draft.flow is Flow.INCOME and not draft.names and draft.other_names:
        draft = replace(draft, names=draft.other_names, other_names=())  # `what percentage of it went on rent`
    if draft.intent is not Intent.SHARE or draft.flow is not Flow.INCOME or not draft.names:
        return draft
    if any(resolver.earns(name) for name in draft.names):
        return draft
    others = (
        draft.other_names or tuple(word for word in question.words if word in {"income", "salary", "pay"})[:1]
    )
    return replace(draft, flow=Flow.SPENDING, other_names=others or ("income",))


def _of_longer_time(draft: PlanDraft, question: Question, *, resolver: Resolver) -> PlanDraft | None:
    """`what share of this year's spending fell in november`: a part of the days, not of the names.

    Of the year that holds those days where no longer time is said.
    """
    fell = _FELL.search(question.text)
    parts = draft.intent in {Intent.SHARE, Intent.COMPARE} and not any(map(resolver.knows, draft.other_names))
    if fell is None or not parts:
        return None
    spans = (text_of(run, question.words) for run in PeriodSpots(question.words, resolver).runs)
    said = {span: days for span in spans if (days := resolver.days(span)) is not None}
    inner = next((span for span in said if question.text.find(span, fell.end()) >= 0), "")
    if not inner:
        return None
    within = [span for span in said if span != inner and _holds(said[span], said[inner])]
    year = str(said[inner].first.year) if said[inner].first.year == said[inner].last.year else ""
    whole = within[0] if within else year
    wider = resolver.days(whole) if whole else None
    if wider is None or wider == said[inner]:
        return None
    return replace(draft, intent=Intent.SHARE, when=inner, other_when=whole, other_names=draft.names)


def _holds(outer: Period, inner: Period) -> bool:
    return outer.first <= inner.first and inner.last <= outer.last and outer != inner


def _turned(draft: PlanDraft, text: str) -> PlanDraft:
    """`biomarkt's share of my groceries`: whose share it is stands in front."""
    of = r"(?:'s?)? (?:share|part|slice|portion) of"
    owned = any(re.search(rf"\b{re.escape(name)}{of}\b", text) for name in draft.other_names)
    return replace(draft, names=draft.other_names, other_names=draft.names) if owned else draft
