"""Periods put right: those a draft passed over, took too short, or took for names; the certain ones lead."""

import re
from dataclasses import replace

from app.assistant.edges_of_periods import OPEN, PeriodEdges
from app.assistant.language import Language
from app.assistant.names import EXACT, WITHIN, NameKind
from app.assistant.period_spots import PeriodSpots
from app.assistant.periods import TO_THIS_DAY
from app.assistant.question import PAUSE, Question
from app.assistant.resolving import Resolver
from app.assistant.spots import covered, place_of
from app.assistant.two_years import one_month_of_two_years
from app.domain.plan import Intent, PlanDraft

LOOK_BACK = 7
"""How many words may stand between `since` and its day."""
_PERIODLESS = frozenset({Intent.UNSUPPORTED})
_HABIT = re.compile(r"\b(?:each|every|per|a|typical|usual|normal|average|single|any|given)\b")
_SAME_POINT = re.compile(r"\b(?:same|this) (?:point|stage|time)(?: of| in)? (?:last|previous) month\b")
_USUAL = re.compile(r"\b(?:usual|normal|average|typical)\b")
_END_OF = re.compile(r"(?:at )?(?:the )?end of (?P<whole>.+)")
_FIGURES = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_EDGE = re.compile(r"(?:the )?(?:last|most recent|latest|newest|very last|first|earliest)")
_POINTING = re.compile(
    r"(?:in |at |for |over )?(?:the )?(?:same|that|those|these) (?:months?|time|period|years?|weeks?|days?|"
    r"quarters?|span)|"
    r"since then|that|it|this|then|them|those|there|months?|weeks?|year|time"
)
_ORDINAL_ALONE = re.compile(r"(?:the )?(first|second|third|fourth|1st|2nd|3rd|4th|last|other)(?: one)?")
_PRESENT = re.compile(r"(?:in )?(?:this|the current) (?P<unit>week|month|quarter|year)")
_THE_ONE_BEFORE = re.compile(r"\bthe (?:(?:one )?before(?: it| that)?|(?:previous|preceding|prior|last) one)\b")
_YEAR_EARLIER = "the same period a year earlier"
_APPOSED = re.compile(r" , [^,]+ , | , [^,]+ (?=and |to )")
_UNITED = re.compile(r"\b(quarter|half|week)\b(.*)")


class PeriodMender:
    """Puts the periods of one question's draft right."""

    def __init__(self, question: Question, resolver: Resolver, language: Language) -> None:
        self._words = question.words
        self._resolver = resolver
        self._language = language
        self._idle = set(language.table("nameless").get("words", ())) - set(language.table("units"))
        self._spots = PeriodSpots(question.words, resolver)
        self._edges = PeriodEdges(question.words, resolver, language, spots=self._spots)

    def mended(self, draft: PlanDraft) -> PlanDraft:
        """The draft with its periods put right."""
        if draft.intent in _PERIODLESS:
            return draft
        if _EDGE.fullmatch(draft.when):
            newest = draft.intent in {Intent.TOTAL, Intent.LARGEST, Intent.LIST} and "first" not in draft.when
            draft = replace(draft, when="", intent=Intent.LAST if newest else draft.intent)
        draft = self._without_idle(draft)
        draft = self._out_of_names(draft)
        by_then = TO_THIS_DAY.search(" ".join(self._words)) if draft.intent is not Intent.COMPARE else None
        draft = replace(draft, when=by_then.group()) if by_then else draft
        same_point = _SAME_POINT.search(" ".join(self._words))
        if draft.intent is Intent.COMPARE and same_point:
            draft = replace(draft, other_when=same_point.group())
        if by_then or self._two_ends(draft):
            return draft
        if draft.when:
            draft = replace(draft, when=self._better(draft.when))
        if draft.intent in {Intent.NET, Intent.SAVINGS_RATE} and (whole := _END_OF.fullmatch(draft.when)):
            draft = replace(draft, when=whole.group("whole"))
        if draft.other_when:
            draft = replace(draft, other_when=self._other(draft.other_when, draft.when))
        if draft.intent is Intent.COMPARE:
            return self._edges.onward_change(self._two_sides(draft))
        if draft.intent is Intent.PRICE_CHANGES:
            return self._edges.since_then(draft)
        if draft.when:
            return self._edges.joined(self._plainest(self._of_weekdays(draft)))
        return self._edges.shortened(self._passed_over(draft))

    def _without_idle(self, draft: PlanDraft) -> PlanDraft:
        """The draft without a period that is a change, points back, names a payee or names nothing."""
        if draft.when and draft.when == draft.change and self._resolver.days(draft.when) is None:
            draft = replace(draft, when="")
        if re.fullmatch(r"\d\d", draft.when) and f"'{draft.when}" in self._words:
            return replace(draft, when=f"'{draft.when}")
        if draft.when == "date":
            return replace(draft, when="to date")
        if _POINTING.fullmatch(draft.when):
            draft = replace(draft, when="")
        if draft.when and self._resolver.days(draft.when) is None and self._names_a_payee_or_account(draft.when):
            draft = replace(draft, when="", names=(*draft.names, draft.when))
        other = draft.other_when
        if other and not self._resolver.days(other) and any(other == name for name in draft.names):
            draft = replace(draft, other_when="")  # `rent in october with rent in november`
        if other and set(other.split()) <= set(self._language.table("currencies")):
            draft = replace(draft, other_when="")  # `by number instead of pounds`
        if draft.when and self._resolver.days(draft.when) is None and set(draft.when.split()) <= self._idle:
            draft = replace(draft, when="")
        return draft

    def _plainest(self, draft: PlanDraft) -> PlanDraft:
        """Of two periods said one after the other the one in figures: `over fall break, October 10 to 19`."""
        place = place_of(draft.when, self._words)
        others = [run for run in self._spots.runs if place and not set(run) & set(place)]
        if draft.other_when or len(others) != 1 or _FIGURES.search(_YEAR.sub("", draft.when)):
            return draft
        text = self._led(others[0])
        days, plain = self._resolver.days(draft.when), self._resolver.days(text)
        if days is not None and plain is not None and plain.days == 1 and plain.first == days.first:
            return draft  # `the tax year so far (from 6 April)`: its beginning, said again
        lead = draft.when.split(maxsplit=1)[0]
        if lead in OPEN and self._resolver.days(f"{lead} {text}") is not None:
            text = f"{lead} {text}"  # `before easter this year (20 april)`
        if days and plain and _YEAR.search(draft.when) and (plain.last < days.first or days.last < plain.first):
            return draft  # `christmas week 2023, dec 22 thru 28`
        near = 0 <= max(others[0].start, place.start) - min(others[0].stop, place.stop) < 4
        return replace(draft, when=text) if near and _FIGURES.search(text) else draft

    def _of_weekdays(self, draft: PlanDraft) -> PlanDraft:
        """`saturdays in october`: days of the week limit which days count, the period stands beside them."""
        sets = self._language.table("weekday_sets")
        return self._passed_over(draft) if all(word in sets for word in draft.when.split()) else draft

    def _names_a_payee_or_account(self, span: str) -> bool:
        best = self._resolver.linked(span).best
        return best.kind in {NameKind.PAYEE, NameKind.ACCOUNT} and best.score >= WITHIN

    def _two_ends(self, draft: PlanDraft) -> bool:
        """Whether a comparison's sides are the two ends of one range: `from march to april`."""
        places = [place_of(span, self._words) for span in (draft.when, draft.other_when) if span]
        if draft.intent is not Intent.COMPARE or len(places) < 2 or not all(places):
            return False
        runs = [self._spots.over(place) for place in places]
        resolved = all(self._resolver.days(span) for span in (draft.when, draft.other_when))
        return resolved and runs[0] is not None and runs[0] == runs[1]

    def _out_of_names(self, draft: PlanDraft) -> PlanDraft:
        """`summer eating out` is a period and a name; `november` is no payee."""
        for name in draft.names:
            kept, period = self._parted(name)
            if not period:
                continue
            names = tuple(kept if each == name else each for each in draft.names)
            names = tuple(each for each in names if each)
            draft = replace(draft, names=names, when=draft.when or period)
        for name in draft.other_names:
            kept, period = self._parted(name)
            if not period:
                continue
            others = tuple(kept if each == name else each for each in draft.other_names)
            draft = replace(draft, other_names=tuple(each for each in others if each))
            if draft.intent is Intent.COMPARE and (draft.when or not kept):
                draft = replace(draft, other_when=draft.other_when or period)
            else:
                draft = replace(draft, when=draft.when or period)
        return draft

    def _parted(self, name: str) -> tuple[str, str]:
        """What is left of a name, and the period at one of its ends; no period where there is none."""
        place = place_of(name, self._words)
        run = self._spots.over(place) if place else None
        if run is None or self._resolver.linked(name).best.score >= EXACT:
            return name, ""
        period = self._spots.text(run)
        if run.start <= place.start and place.stop <= run.stop:
            return "", period
        rest = [spot for spot in place if spot not in run]
        if rest and rest == list(range(rest[0], rest[-1] + 1)):
            return self._spots.text(range(rest[0], rest[-1] + 1)), period
        return name, ""

    def _in_figures(self, span: str) -> str:
        """Of a period said twice in one span the one in figures: `christmas week 2024 , dec 22 thru 28`."""
        named, _, figures = span.partition(f" {PAUSE} ")
        dated = [word for word in named.split() if _FIGURES.search(word) and not _YEAR.fullmatch(word)]
        if not figures or dated or not _FIGURES.search(figures) or span.split(maxsplit=1)[0] in OPEN:
            return span
        about, exact = self._resolver.days(named), self._resolver.days(figures)
        near = about and exact and exact.first <= about.last and about.first <= exact.last
        return figures if near else span

    def _better(self, span: str) -> str:
        """The certain period that a span is a part of or holds; nothing where it says `each month` alone."""
        span = self._edges.without_left_out(self._in_figures(span))
        whole = _APPOSED.sub(" ", span)
        if whole != span and self._resolver.days(span) is None and self._resolver.days(whole) is not None:
            return whole  # `between easter sunday, 20 april, and the end of june`
        place = place_of(span, self._words)
        run = self._spots.over(place) if place else None
        days = self._resolver.days(span)
        if run is None:
            unsaid = days is None and (_HABIT.search(span) or self._ends_a_name(place))
            if unsaid or days is not None:
                return "" if unsaid else span
            run = self._following(place)
            return self._led(run) if run is not None else self._opened(span)
        text = self._led(run)
        onward = [each for each in self._spots.runs if set(each) & set(place) and self._goes_on(each)]
        if span.split(maxsplit=1)[0] == "from" and onward:
            return f"since {self._spots.text(onward[0]).removeprefix('from ')}"
        if days is None:
            lead = span.split(maxsplit=1)[0]
            led = f"{lead} {text}"
            return led if lead in OPEN and self._resolver.days(led) and not text.startswith(lead) else text
        wider = set(run) > set(place) or text.startswith("since ")
        return text if wider and self._resolver.days(text) != days else span

    def _goes_on(self, run: range) -> bool:
        """Whether `on` stands behind a period and ends the part of the sentence: `from easter sunday on`."""
        after = self._words[run.stop : run.stop + 3]
        after = after[1:] if after[:1] == (PAUSE,) else after[:2]
        return after[:1] in {("on",), ("onward",), ("onwards",), ("forward",)} and after[1:] in {(), (PAUSE,)}

    def _opened(self, span: str) -> str:
        """An open period without what stands between its first word and its day: `since i got paid on the 26th`."""
        lead, *rest = span.split()
        tails = (f"{lead} {' '.join(rest[place:])}" for place in range(1, len(rest)))
        found = (one for one in tails if _FIGURES.search(one) and self._resolver.days(one) is not None)
        return next(found, span) if lead in OPEN else span

    def _following(self, place: range) -> range | None:
        """The certain period that stands right behind a span that is none: `since the clocks went back, 26 october`."""
        return next((run for run in self._spots.runs if place and 0 <= run.start - place.stop < 3), None)

    def _ends_a_name(self, place: range) -> bool:
        """Whether a span that is no period is the end of a name: `nove` of `osteria nove`."""
        for size in (1, 2):
            run = range(max(0, place.start - size), place.stop)
            if place and self._resolver.linked(self._spots.text(run)).best.score >= WITHIN:
                return True
        return False

    def _other(self, span: str, when: str) -> str:
        ordinal = _ORDINAL_ALONE.fullmatch(span)
        united = _UNITED.search(when)
        present = _PRESENT.fullmatch(when)
        if present and span in {"last", "the last", "previous", "the previous"}:
            return f"last {present.group('unit')}"
        if ordinal and united:
            return f"{ordinal.group(1)} {united.group(1)}{united.group(2)}"
        kept = self._resolver.relative_to_another(span) or _USUAL.search(span)
        return span if kept else self._better(span)

    def _two_sides(self, draft: PlanDraft) -> PlanDraft:
        """Both periods of a comparison, where the question says two and the draft has one or none."""
        runs = [self._spots.text(run) for run in self._spots.runs]
        draft = self._said_again(draft, runs)
        years = one_month_of_two_years(runs, self._resolver)
        if years:
            return replace(draft, when=years[0], other_when=years[1], other_names=self._other_than(draft))
        if draft.other_names and draft.when in runs and not self._other_than(draft) and self._lie_apart(runs):
            draft = replace(draft, other_names=())
        if not draft.other_names and not draft.other_when and len(runs) == 1 and self._names_the_one_before(runs[0]):
            return replace(draft, when=runs[0], other_when=_YEAR_EARLIER)
        said_twice = draft.other_when and draft.when == draft.other_when and draft.when in runs
        if draft.other_names or len(runs) != 2 or (draft.other_when and not said_twice):
            if not draft.when and len(runs) == 1 and not draft.other_when:
                return replace(draft, when=runs[0])
            return draft
        if draft.when and draft.when not in runs:
            return draft
        return replace(draft, when=runs[0], other_when=runs[1])

    def _said_again(self, draft: PlanDraft, runs: list[str]) -> PlanDraft:
        """`march to may versus june to august, how much more in summer`: one side said twice, the other passed over."""
        if len(runs) < 3 or not draft.when or not draft.other_when or self._lie_apart([draft.when, draft.other_when]):
            return draft
        return replace(draft, when=next((run for run in runs if self._lie_apart([run, draft.other_when])), draft.when))

    def _lie_apart(self, runs: list[str]) -> bool:
        """Whether two periods have no day in common; one said twice is no comparison."""
        days = [found for run in runs if (found := self._resolver.days(run)) is not None]
        return len(days) == 2 and (days[0].last < days[1].first or days[1].last < days[0].first)

    def _other_than(self, draft: PlanDraft) -> tuple[str, ...]:
        """The names of a comparison's other side that are none of the first one's."""
        first = {self._resolver.linked(name).best.names for name in draft.names}
        return tuple(name for name in draft.other_names if self._resolver.linked(name).best.names not in first)

    def _names_the_one_before(self, run: str) -> bool:
        """`how does this october stack up against the one before it`: the one of the year before."""
        named = ("months", "seasons", "moving_days")
        yearly = any(word in self._language.table(name) for name in named for word in run.split())
        return yearly and not _FIGURES.search(run) and bool(_THE_ONE_BEFORE.search(" ".join(self._words)))

    def _passed_over(self, draft: PlanDraft) -> PlanDraft:
        taken = covered(draft, self._words)
        run = next((run for run in self._spots.runs if not taken & set(run)), None)
        return replace(draft, when=self._led(run)) if run is not None else draft

    def _led(self, run: range) -> str:
        """A period with the `since` that stands some words before it: `since payday on 26 november`."""
        text = self._spots.text(run)
        before = self._words[max(0, run.start - LOOK_BACK) : run.start]
        if "since" not in before or self._resolver.days(f"since {text}") is None:
            return text
        between = before[before.index("since") + 1 :]
        return f"since {text}" if between and PAUSE not in between[:-1] else text
