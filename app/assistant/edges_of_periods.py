"""Where a period begins and ends that a question says in two places: ends apart, a month left out, since then."""

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from app.assistant.language import Language
from app.assistant.left_out import is_left_out
from app.assistant.period_spots import PeriodSpots
from app.assistant.resolving import Resolver
from app.assistant.spans_of_time import as_span, unit_of
from app.assistant.spots import place_of
from app.domain.period import Period
from app.domain.plan import GroupBy, PlanDraft

OPEN = frozenset({"since", "after", "before", "until", "till", "from", "by"})
"""The first words of periods that are open at one end."""
_ENDING = frozenset({"before", "until", "till", "by", "up"})
_BEGINNING = re.compile(r"from (?:the )?(?:very )?(?:start|beginning|first day) of\b")
_CHANGE = re.compile(r"\b(?:change|growth|development|increase|decrease)\b")
_UNITS = frozenset({GroupBy.WEEK, GroupBy.MONTH, GroupBy.QUARTER, GroupBy.YEAR})


class PeriodEdges:
    """Finds the edges of one question's period."""

    def __init__(self, words: tuple[str, ...], resolver: Resolver, language: Language, *, spots: PeriodSpots) -> None:
        self._words = words
        self._resolver = resolver
        self._language = language
        self._spots = spots

    def since_then(self, draft: PlanDraft) -> PlanDraft:
        """`more expensive now than in spring`: what has changed since; now alone says no period."""
        days, today = self._resolver.days(draft.when), self._resolver.vocabulary.today
        if draft.when and (days is None or (days.first, days.last) != (today, today)):
            return draft
        then = next((run for run in self._spots.runs if "than" in self._words[max(0, run.start - 3) : run.start]), None)
        return replace(draft, when=f"since {self._spots.text(then)}" if then is not None else "")

    def joined(self, draft: PlanDraft) -> PlanDraft:
        """`until the end of march, what went on books since new year`: both ends of one period, said apart."""
        draft = self.onward(self.shortened(draft))
        runs = [run for run in self._spots.runs if not set(run) & set(place_of(draft.when, self._words))]
        if len(runs) == 1 and (ended := self._ended(draft.when, self._spots.text(runs[0]))):
            return replace(draft, when=ended)
        if draft.when.split(maxsplit=1)[0] not in OPEN or len(runs) != 1:
            return draft
        one, two = draft.when, self._spots.text(runs[0])
        first, last = sorted((one, two), key=lambda span: span.split(maxsplit=1)[0] in _ENDING)
        start, end = self._resolver.days(first), self._resolver.days(last)
        ends = first.split(maxsplit=1)[0] in OPEN - _ENDING and last.split(maxsplit=1)[0] in _ENDING
        if not ends or start is None or end is None or start.first > end.last:
            return draft
        return replace(draft, when=as_span(Period(start.first, end.last)))

    def onward(self, draft: PlanDraft) -> PlanDraft:
        """`fuel per month from july`, `from the start of july`: where the days asked about begin."""
        days = self._resolver.days(draft.when) if draft.when.startswith("from ") else None
        begun = days is not None and days.days == 1 and _BEGINNING.match(draft.when) is not None
        by_unit = days is not None and draft.group_by in _UNITS and unit_of(days.first, draft.group_by.value) == days
        if not begun and not by_unit:
            return draft
        return replace(draft, when=f"since {draft.when.removeprefix('from ')}")

    def onward_change(self, draft: PlanDraft) -> PlanDraft:
        """`Q2 vs Q3, % change`: a change goes from the earlier period to the later one."""
        days = [self._resolver.days(span) for span in (draft.when, draft.other_when) if span]
        changed = draft.as_percent and not draft.other_names and _CHANGE.search(" ".join(self._words))
        if not changed or len(days) < 2 or days[0] is None or days[1] is None or days[1].first <= days[0].last:
            return draft
        return replace(draft, when=draft.other_when, other_when=draft.when)

    def _ended(self, whole: str, end: str) -> str:
        """`in 2025, until november`: the longer period up to the end said behind it; empty where that is no end."""
        period, last = self._resolver.days(whole), self._resolver.days(end)
        leads = end.split(maxsplit=1)[0] in _ENDING and whole.split(maxsplit=1)[0] not in OPEN
        if not leads or period is None or last is None or not period.first < last.last < period.last:
            return ""
        return as_span(Period(period.first, last.last))

    def shortened(self, draft: PlanDraft) -> PlanDraft:
        """`the cheapest month of 2025, skip december`: without what is left out at one end of the period."""
        whole = self._resolver.days(draft.when) if draft.when else None
        for run in self._spots.runs if whole is not None else ():
            text = self._spots.text(run)
            out = self._resolver.days(text)
            if out is None or whole is None or not self._is_left_out(text):
                continue
            if left := left_of(whole, out, today=self._resolver.vocabulary.today):
                return replace(draft, when=as_span(left))
        return draft

    def without_left_out(self, span: str) -> str:
        """`this year december`, run together of two periods of which the second is left out: the first one."""
        runs = [self._spots.text(run) for run in self._spots.runs]
        pairs = pairwise(runs)
        return next((one for one, two in pairs if span == f"{one} {two}" and self._is_left_out(two)), span)

    def _is_left_out(self, span: str) -> bool:
        around = rf"\b(?:leav\w+|keep\w*|tak\w+) (?:the )?{re.escape(span)} out\b"
        shunned = r"(?:is|isn't|isnt|has|hasn't)\b.*\b(?:ignor\w+|skip|leave|forget|count) (?:it|that)\b"
        it = rf"\b{re.escape(span)}(?:'s)? {shunned}"
        text = " ".join(self._words)
        told = re.search(around, text) is not None or re.search(it, text) is not None
        return told or is_left_out(span, self._words, language=self._language)


def left_of(whole: Period, out: Period, *, today: date) -> Period | None:
    """What is left of a period without the one at its end or start; None where that is neither, or all of it."""
    if out.days >= whole.days:
        return None
    if out.first > whole.first and out.last >= min(whole.last, today):
        return Period(whole.first, out.first - timedelta(days=1))
    if out.first <= whole.first < out.last < whole.last:
        return Period(out.last + timedelta(days=1), whole.last)
    return None
