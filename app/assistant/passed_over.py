"""Names and accounts that stand in a question although the draft has passed them over."""

from app.assistant.fitted_names import SHORTEST
from app.assistant.inflection import folded
from app.assistant.language import Language
from app.assistant.names import SYNONYM, WITHIN, NameKind
from app.assistant.period_spots import PeriodSpots
from app.assistant.period_words import period_words
from app.assistant.question import PAUSE
from app.assistant.resolving import Resolver
from app.assistant.spots import covered, free_runs, place_of, text_of
from app.domain.plan import Flow, Intent, PlanDraft

_ON = frozenset({"on", "to", "from", "with", "via", "by", "off", "using", "through", "in"})
_BOOKED = frozenset(
    {"transactions", "transaction", "purchases", "purchase", "payments", "spending", "charges", "charge", "bookings",
     "activity"}
)
LONGEST_QUESTION = 7
_OWNED = frozenset({"the", "my", "our"})


class PassedOver:
    """Finds what a draft of one question has passed over."""

    def __init__(self, words: tuple[str, ...], resolver: Resolver, language: Language) -> None:
        self._words = words
        self._resolver = resolver
        self._language = language
        self._idle = set(language.table("nameless").get("words", ()))
        self._asking = set(language.table("asking").get("words", ()))
        self._spots = PeriodSpots(words, resolver)

    def name(self, draft: PlanDraft) -> str:
        """The longest run that is a name for certain; empty where there is none."""
        accounts_first = draft.intent is Intent.BALANCE
        taken = covered(draft, self._words) | {place for run in self._spots.runs for place in run}
        taken |= {place for phrase in self._in_passing_phrases() for place in place_of(phrase, self._words)}
        for run in free_runs(self._words, frozenset(taken), longest=4):
            span = text_of(run, self._words)
            if draft.without and "aside" in span.split():
                continue  # `once rent is set aside`
            if PAUSE in span.split() or not self._resolver.may_name(span) or self._is_flow(draft, span):
                continue
            best = self._resolver.linked(span, accounts_first=accounts_first).best
            spoken = len(run) > 1 and folded(span) in self._language.synonyms.exact
            apart = self._stands_apart(run) and best.kind is NameKind.PAYEE
            if len(span) < SHORTEST or (set(span.split()) & self._idle and not (spoken or apart)):
                continue
            if best.score < (WITHIN if best.kind is not NameKind.CATEGORY else SYNONYM):
                continue
            if (best.kind is NameKind.ACCOUNT) is accounts_first:
                return span
        return ""

    def _stands_apart(self, run: range) -> bool:
        """Whether pauses part a run from all else: `rose, how much so far`."""
        before, after = self._words[: run.start][-1:], self._words[run.stop :][:1]
        return bool(before or after) and before in ((), (PAUSE,)) and after in ((), (PAUSE,))

    def _in_passing_phrases(self) -> tuple[str, ...]:
        return tuple(self._language.table("in_passing").get("phrases", ()))

    def _is_flow(self, draft: PlanDraft, span: str) -> bool:
        """Whether what is earned and spent is only said again: `net in november: earnings less expenses`."""
        ranked = draft.intent in {Intent.RANKING, Intent.BREAKDOWN} and draft.flow is Flow.SPENDING
        if ranked and self._resolver.earns(span):
            return True  # `what ate most of my salary`
        return draft.intent in {Intent.NET, Intent.SAVINGS_RATE} and folded(span) in self._language.table("flows")

    def unknown(self, draft: PlanDraft) -> str:
        """The one word that nothing explains: a name the vault doesn't know; empty where there is none, or several."""
        left = self.left_over(draft)
        brands = [word for word in left if word in self._language.payees_known and word not in self._asking]
        if len(brands) == 1:
            return brands[0]
        if len(left) != 1 or len(self._words) > LONGEST_QUESTION:
            return ""
        word = left[0]
        calendar = period_words(word, self._language) != [word] or self._resolver.days(word) is not None
        return "" if calendar or self._resolver.may_name(word) else word

    def left_over(self, draft: PlanDraft, *, asking: bool = True) -> tuple[str, ...]:
        """The words that no span, no period and no word that names nothing explains; nor one of `asking`."""
        idle = {*self._idle, *self._language.filler}
        idle |= set(self._language.table("asking").get("words", ()) if asking else ())
        taken = covered(draft, self._words) | {place for run in self._spots.runs for place in run}
        return tuple(
            word
            for place, word in enumerate(self._words)
            if place not in taken and word != PAUSE and word.isalpha() and len(word) > SHORTEST and word not in idle
        )

    def account(self, draft: PlanDraft) -> str:
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

    def _in_passing(self, run: range, span: str) -> bool:
        """Whether the words beside a run may make it an account: `on my visa`, `the card`, `card purchases`."""
        before = (*("",) * 2, *self._words[: run.start])[-2:]
        kind = span in self._language.table("account_kinds")
        after = self._words[run.stop : run.stop + 1]
        if before[1] in {"", PAUSE} and after == (PAUSE,):
            return True  # `card, november, minus the rent`
        if kind and before[1] in {"", PAUSE} and after == ("only",):
            return True  # `october, card only`
        booked = self._words[run.stop : run.stop + 1] and self._words[run.stop] in _BOOKED
        return bool(booked) or (before[1] in _OWNED and (kind or before[0] in _ON))
