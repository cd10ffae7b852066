"""Names put right: taken too long or too short, no name at all, or one passed over although it stands there."""

from dataclasses import replace
from itertools import pairwise

from app.assistant.inflection import folded
from app.assistant.language import Language
from app.assistant.left_out import is_included, is_left_out, joined_to
from app.assistant.names import EXACT, SYNONYM, WITHIN, Linked, NameKind
from app.assistant.period_spots import PeriodSpots
from app.assistant.question import PAUSE, Question
from app.assistant.resolving import Resolver
from app.assistant.spots import covered, free_runs, place_of, text_of
from app.domain.plan import Flow, GroupBy, Intent, Measure, PlanDraft

_NAMELESS = frozenset({Intent.COMPARE, Intent.SHARE, Intent.SUBSCRIPTIONS, Intent.SAVINGS_RATE, Intent.PRICE_CHANGES})
_FIGURES = frozenset({
    Intent.TOTAL, Intent.COUNT, Intent.AVERAGE, Intent.LARGEST, Intent.SMALLEST, Intent.LIST, Intent.RANKING, Intent.BREAKDOWN,
})  # fmt: skip
_ON = frozenset({"on", "to", "from", "with", "via", "by", "off", "using", "through", "in"})
_EITHER = frozenset({"or", "two", "both", "versus", "vs", "against", "says", "say", "either", "which"})
_BOOKED = frozenset(
    {"transactions", "transaction", "purchases", "payments", "spending", "charges", "bookings", "activity"}
)
_OWNED = frozenset({"the", "my", "our"})
_JOINTS = frozenset({"and", "or", "plus", "&", "+", PAUSE, "with", "versus", "vs"})
SHORTEST = 3
FITTING = WITHIN - 0.05
"""So well a name fits as it stands; a worse one may hold a better one."""


class NameMender:
    """Puts the names of one question's draft right."""

    def __init__(self, question: Question, resolver: Resolver, language: Language) -> None:
        self._words = question.words
        self._resolver = resolver
        self._idle = set(language.table("nameless").get("words", ()))
        self._language = language
        self._spots = PeriodSpots(question.words, resolver)

    def mended(self, draft: PlanDraft) -> PlanDraft:
        """The draft with its names put right."""
        if draft.intent is Intent.UNSUPPORTED:
            return draft
        draft = replace(draft, names=self._fitted(draft.names, draft), without=self._fitted(draft.without, draft))
        draft = replace(draft, other_names=self._fitted(draft.other_names, draft))
        draft = replace(draft, names=self._in_common(self._kept(self._with_neighbours(draft))))
        if draft.flow is Flow.FEES or draft.intent in {Intent.NET, Intent.SAVINGS_RATE}:
            draft = replace(draft, names=tuple(name for name in draft.names if self._resolver.knows(name)))
        if draft.flow is Flow.TRANSFERS and not draft.names and (payee := self._payee_paid(draft)):
            draft = replace(draft, flow=Flow.SPENDING, names=(payee,))
        if draft.flow is Flow.TRANSFERS:
            draft = replace(draft, names=self._moved_to(draft.names))
        draft = self._part_of_whole(draft)
        draft = self._one_payee(replace(draft, other_names=self._other_side(draft)))
        return self._with_passed_over(draft)

    def _fitted(self, names: tuple[str, ...], draft: PlanDraft) -> tuple[str, ...]:
        """Each name as long as the vault knows it."""
        whole = self._as_one(names)
        parts = [part for name in whole for part in self._parts(name)]
        found = (self._narrower(self._longer(name, draft)) for name in parts)
        by_meaning: dict[tuple[str, ...], str] = {}
        for name in found:
            if name:
                by_meaning.setdefault(self._linked(name).best.names, name)
        return tuple(by_meaning.values())

    def _as_one(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """`electricity` and `gas` are one name, where the vault knows `electricity and gas`."""
        for one, other in pairwise(names):
            first, last = place_of(one, self._words), place_of(other, self._words)
            if not first or not last or not 0 < last.start - first.stop < 3:
                continue
            joined = text_of(range(first.start, last.stop), self._words)
            if self._linked(joined).best.score >= SYNONYM:
                return tuple(joined if name == one else name for name in names if name != other)
        return names

    def _parts(self, name: str) -> tuple[str, ...]:
        """Two names taken for one: `lindner and kornblume`."""
        words = name.split()
        places = [place for place, word in enumerate(words) if word in _JOINTS and 0 < place < len(words) - 1]
        if not places or self._linked(name).best.score >= EXACT:
            return (name,)
        for place in places:
            left, right = " ".join(words[:place]), " ".join(words[place + 1 :]).removeprefix("the ")
            if self._resolver.knows(left) and self._resolver.knows(right):
                return (left, right)
        return (name,)

    def _linked(self, name: str) -> Linked:
        return self._resolver.linked(name)

    def _longer(self, name: str, draft: PlanDraft) -> str:
        """`fuel` in `cascade fuel` where that is a payee."""
        place = place_of(name, self._words)
        best = self._linked(name).best
        if not place or best.kind is NameKind.ACCOUNT:
            return name
        taken = covered(draft, self._words) - set(place)
        for start, stop in (
            (place.start - 1, place.stop),
            (place.start, place.stop + 1),
            (place.start - 2, place.stop),
        ):
            run = range(max(start, 0), min(stop, len(self._words)))
            if len(run) == len(place) or taken & set(run):
                continue
            wider = text_of(run, self._words)
            if set(wider.split()) - set(name.split()) <= self._language.filler | self._idle:
                continue
            linked = self._linked(wider).best
            exact = linked.score >= (EXACT if linked.kind is NameKind.PAYEE else SYNONYM)
            if linked.kind in {NameKind.PAYEE, NameKind.CATEGORY} and exact and linked.names != best.names:
                return wider
        return name

    def _narrower(self, name: str) -> str:
        """The longest known part of an unknown name: `bluebird` of `bluebird runs`; empty for idle words alone."""
        best = self._linked(name).best
        if best.score >= (WITHIN if best.kind is NameKind.CATEGORY else FITTING) or name in self._language.table(
            "flows"
        ):
            return name
        words = name.split()
        if all(word in self._idle or word == PAUSE for word in words):
            return ""
        for size in range(len(words) - 1, 0, -1):
            for start in range(len(words) - size + 1):
                part = text_of(range(start, start + size), tuple(words))
                best = self._linked(part).best
                rest = set(words[:start] + words[start + size :])
                fits = best.kind is not NameKind.CATEGORY or all(
                    word in self._idle or self._resolver.knows(word) for word in rest
                )
                if fits and self._stands_for_itself(part) and best.score >= WITHIN:
                    return part
        return name

    def _stands_for_itself(self, part: str) -> bool:
        return len(part) >= SHORTEST and not set(part.split()) <= self._idle

    def _kept(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Without the unknown ones that stand beside a known one unjoined: `bread rolls from the bakery`."""
        known = [name for name in names if self._resolver.knows(name)]
        if not known or len(known) == len(names):
            return names
        return tuple(name for name in names if name in known or self._joined(name, known))

    def _in_common(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Without a category that a payee named beside it has nothing in, unless the two are joined."""
        payees = [name for name in names if self._linked(name).best.kind is NameKind.PAYEE]
        out = {
            name
            for name in names
            for payee in payees
            if self._resolver.excludes(payee, name) and not self._joined(name, payees)
        }
        return tuple(name for name in names if name not in out)

    def _with_neighbours(self, draft: PlanDraft) -> tuple[str, ...]:
        """Payees that stand right beside a named one: `cinefile tunely cloudkeep`."""
        names = list(draft.names)
        taken = covered(draft, self._words)
        for name in draft.names:
            if self._linked(name).best.kind is not NameKind.PAYEE or not (place := place_of(name, self._words)):
                continue
            for run in (range(place.stop, place.stop + 1), range(place.start - 1, place.start)):
                span = text_of(run, self._words) if 0 <= run.start < len(self._words) and not taken & set(run) else ""
                best = self._linked(span).best if len(span) >= SHORTEST and span not in self._idle else None
                if (
                    best
                    and best.kind is NameKind.PAYEE
                    and best.score >= WITHIN
                    and best.names != self._linked(name).best.names
                ):
                    names.append(span)
        return tuple(dict.fromkeys(names))

    def _moved_to(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Of two accounts the one that money was moved to; the word `transfers` itself names nothing."""
        names = tuple(name for name in names if name not in {"transfer", "transfers", "umbuchungen", "umbuchung"})
        accounts = [
            name for name in names if self._resolver.linked(name, accounts_first=True).best.kind is NameKind.ACCOUNT
        ]
        if len(accounts) != 2:
            return names
        to = [name for name in accounts if (run := place_of(name, self._words)) and _leads_to(self._words[: run.start])]
        return tuple(name for name in names if name not in accounts or name in to) if len(to) == 1 else names

    def _joined(self, name: str, known: list[str]) -> bool:
        place = place_of(name, self._words)
        if not place:
            return False
        for other in known:
            there = place_of(other, self._words)
            first, last = sorted((place, there), key=lambda run: run.start)
            between = self._words[first.stop : last.start]
            if there and between and all(word in _JOINTS | {"the", "my"} for word in between):
                return True
        return False

    def _part_of_whole(self, draft: PlanDraft) -> PlanDraft:
        """`harvest as % of all groceries`: the one name the draft has is the whole."""
        if draft.intent is not Intent.SHARE or draft.other_names or len(draft.names) != 1:
            return draft
        place = place_of(draft.names[0], self._words)
        found = self._passed_over(draft) if place and _leads_of(self._words[: place.start]) else ""
        before = bool(found) and place_of(found, self._words).start < place.start
        return replace(draft, names=(found,), other_names=draft.names) if before else draft

    def _one_payee(self, draft: PlanDraft) -> PlanDraft:
        """Nothing is grouped by payee where one payee is named."""
        by_payee = draft.group_by is GroupBy.PAYEE and draft.intent in {Intent.BREAKDOWN, Intent.RANKING}
        if not by_payee or len(draft.names) != 1:
            return draft
        best = self._linked(draft.names[0]).best
        if best.kind is not NameKind.PAYEE or len(best.names) > 1:
            return draft
        intents = {Measure.AVERAGE: Intent.AVERAGE, Measure.COUNT: Intent.COUNT, Measure.AMOUNT: Intent.TOTAL}
        return replace(
            draft, intent=intents[draft.measure], measure=Measure.AMOUNT, group_by=None, ascending=False, limit=""
        )

    def _other_side(self, draft: PlanDraft) -> tuple[str, ...]:
        """The second name of a comparison, or the whole of a share, where the draft has one name only."""
        if draft.intent not in {Intent.COMPARE, Intent.SHARE} or draft.other_names or len(draft.names) != 1:
            return draft.other_names
        if draft.other_when or (draft.intent is Intent.COMPARE and not _EITHER & set(self._words)):
            return ()
        found = self._passed_over(draft)
        place = place_of(found, self._words) if found else range(0)
        whole = draft.intent is Intent.COMPARE or _leads_of(self._words[: place.start])
        same = found and self._linked(found).best.names == self._linked(draft.names[0]).best.names
        return (found,) if found and whole and not same else ()

    def _with_passed_over(self, draft: PlanDraft) -> PlanDraft:
        kinds = {name: self._linked(name).best.kind for name in draft.names}
        known = tuple(name for name, kind in kinds.items() if kind is not NameKind.NOTHING)
        accounts = tuple(name for name in known if kinds[name] is NameKind.ACCOUNT)
        only_accounts = bool(known) and accounts == known and draft.intent is not Intent.BALANCE
        settled = draft.other_names or draft.intent in _NAMELESS or draft.flow is Flow.TRANSFERS
        if draft.intent in _FIGURES and not accounts and (account := self._account_beside(draft)):
            draft = replace(draft, names=(*draft.names, account))
            known = (*known, account)
        if (known and not only_accounts) or settled:
            return draft
        found = self._passed_over(draft)
        if not found or is_included(found, self._words):
            return draft
        out = is_left_out(found, self._words, self._language)
        if out or joined_to(found, draft.without, words=self._words):
            return replace(draft, without=tuple(dict.fromkeys((*draft.without, found))))
        return replace(draft, names=(*known, found))

    def _account_beside(self, draft: PlanDraft) -> str:
        """An account that is said in passing: `what did I charge to the card`."""
        taken = covered(draft, self._words)
        for start in range(len(self._words)):
            for size in (3, 2, 1):
                run = range(start, min(start + size, len(self._words)))
                span = text_of(run, self._words)
                if len(run) < size or not span or taken & set(run) or PAUSE in span.split():
                    continue
                best = self._resolver.linked(span, accounts_first=True).best if self._in_passing(run, span) else None
                if best and best.kind is NameKind.ACCOUNT and best.score >= WITHIN:
                    return span
        return ""

    def _payee_paid(self, draft: PlanDraft) -> str:
        """A shop that money was carried to: nothing that is moved between own accounts."""
        found = self._passed_over(draft)
        best = self._linked(found).best if found else None
        spends = best is not None and Flow.SPENDING in self._resolver.flows((found,))
        return found if best is not None and best.kind is NameKind.PAYEE and spends else ""

    def _in_passing(self, run: range, span: str) -> bool:
        """Whether the words beside a run may make it an account: `on my visa`, `the card`, `card purchases`."""
        before = (*("",) * 2, *self._words[: run.start])[-2:]
        kind = span in self._language.table("account_kinds")
        booked = kind and self._words[run.stop : run.stop + 1] and self._words[run.stop] in _BOOKED
        return bool(booked) or (before[1] in _OWNED and (kind or before[0] in _ON))

    def _passed_over(self, draft: PlanDraft) -> str:
        accounts_first = draft.intent is Intent.BALANCE
        taken = covered(draft, self._words) | {place for run in self._spots.runs for place in run}
        for run in free_runs(self._words, frozenset(taken), longest=4):
            span = text_of(run, self._words)
            if PAUSE in span.split() or not self._resolver.may_name(span):
                continue
            best = self._resolver.linked(span, accounts_first=accounts_first).best
            spoken = len(run) > 1 and folded(span) in self._language.synonyms.exact
            if len(span) < SHORTEST or (set(span.split()) & self._idle and not spoken):
                continue
            if best.score < (WITHIN if best.kind is not NameKind.CATEGORY else SYNONYM):
                continue
            if (best.kind is NameKind.ACCOUNT) is accounts_first:
                return span
        return ""


def _leads_to(before: tuple[str, ...]) -> bool:
    return bool({"to", "into"} & set(before[-2:]))


def _leads_of(before: tuple[str, ...]) -> bool:
    return bool({"of", "from"} & set(before[-3:]))
