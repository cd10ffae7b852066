"""Cues of a course over time: `how am I doing on food`, `is my coffee habit getting worse` are told by month."""

import re
from dataclasses import replace

from app.assistant.said import Cue, Said
from app.domain.plan import GroupBy, Intent, PlanDraft

_ASKED = frozenset({Intent.TOTAL, Intent.LIST, Intent.PRICE_CHANGES, Intent.COMPARE})
_COURSE = re.compile(
    r"\bhow (?:am i|are we|have i been|have we been) (?:doing|getting on|faring) (?:on|with|for)\b|"
    r"^(?:so |and |hey )?how(?:'s|s| is| are) (?:my |our |the )[a-z' ]+? (?:going|coming along|getting on|developing)$|"
    r", (?:up or down|rising or falling|going up or down|better or worse)$|"
    r"\b(?:is|are) (?:my|our|the) [a-z' ]+? (?:getting|growing|becoming) "
    r"(?:(?:any|much|a bit) )?(?:worse|better|out of hand|bigger|smaller)\b"
)

_MY_PAY = re.compile(r"\b(?:my|our) (?:pay(?: ?che(?:ck|que))?|wages?|salary|earnings)\b")
_PAY_RISE = re.compile(
    r"(?<!since )(?<!before )(?<!after )(?<!until )"
    r"\b(?:a|my|any|the|last) (?:(?:pay|wage|salary) (?:rise|raise|increase)s?|raise)\b(?! from)"
)
_OF_INCOME = frozenset({Intent.LIST, Intent.TOTAL, Intent.FIRST, Intent.LAST, Intent.COUNT, Intent.PRICE_CHANGES})
_TOGETHER_EACH_MONTH = re.compile(
    r"\b(?:together|combined|altogether)\b.*\bhow much\b.*\b(?:every|each|a|per) month\b|"
    r"\bhow much\b.*\b(?:every|each|a|per) month\b.*\b(?:together|combined|altogether)\b"
)


def is_course(text: str) -> bool:
    """Whether a question is of how something goes."""
    return _COURSE.search(text) is not None


def _course(draft: PlanDraft, said: Said) -> PlanDraft:
    """Of a name without a period: how it went, month by month."""
    sided = draft.when or draft.other_when or draft.other_names or draft.at_least or draft.at_most
    found = draft.intent in _ASKED and draft.names and not sided and is_course(said.text)
    return replace(draft, intent=Intent.BREAKDOWN, group_by=GroupBy.MONTH, limit="") if found else draft


def _raise_of_pay(draft: PlanDraft, said: Said) -> PlanDraft:
    """`did my pay go up`, `when did I get a raise`: what I am paid, not what I pay."""
    if draft.intent is Intent.PRICE_CHANGES and not draft.names and _MY_PAY.search(said.text):
        return replace(draft, names=("salary",))
    if draft.intent in _OF_INCOME and _PAY_RISE.search(said.text):
        return PlanDraft(intent=Intent.PRICE_CHANGES, names=("salary",), when=draft.when)
    return draft


def _together_each_month(draft: PlanDraft, said: Said) -> PlanDraft:
    """`power, phone and insurance together, how much every month`: one figure, their mean."""
    by_month = draft.intent is Intent.BREAKDOWN and draft.group_by is GroupBy.MONTH
    found = by_month and draft.names and _TOGETHER_EACH_MONTH.search(said.text)
    return replace(draft, intent=Intent.AVERAGE) if found else draft


TREND_CUES: tuple[Cue, ...] = (_course, _raise_of_pay, _together_each_month)
