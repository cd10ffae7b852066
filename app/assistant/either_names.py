"""Two names that `or` joins: which of them was more, and where nothing else of the question is a side."""

from dataclasses import replace

from app.assistant.fitted_names import SHORTEST
from app.assistant.language import Language
from app.assistant.names import WITHIN, NameKind
from app.assistant.question import PAUSE
from app.assistant.resolving import Resolver
from app.assistant.spots import place_of, text_of
from app.domain.plan import GroupBy, Intent, PlanDraft

_FEWER = frozenset({"less", "least", "fewer", "fewest", "cheaper", "lower"})
_MORE = _FEWER | {"more", "most", "bigger", "higher", "larger", "dearer"}
_OWNED = frozenset({"the", "my", "our"})


class EitherNames:
    """Finds the sides of one question's `or`."""

    def __init__(self, words: tuple[str, ...], resolver: Resolver, language: Language) -> None:
        self._words = words
        self._resolver = resolver
        self._language = language
        self._idle = set(language.table("nameless").get("words", ()))

    def of(self, draft: PlanDraft) -> PlanDraft:
        """The draft with both names that `or` joins."""
        return self._two_of_three(self._one_or_other(draft))

    def _two_of_three(self, draft: PlanDraft) -> PlanDraft:
        """`lindner or biomarkt, where is the average shopping trip dearer`: the two that `or` joins are compared."""
        places = [place_of(name, self._words) for name in draft.other_names]
        if draft.intent is not Intent.COMPARE or len(places) != 2 or not all(places) or len(draft.names) != 1:
            return draft
        between = self._words[places[0].stop : places[1].start]
        place = place_of(draft.names[0], self._words)
        beside = self._words[place.stop : place.stop + 1]  # `shopping trip`, no name of a side
        apart = "or" in between and set(between) <= _OWNED | {"or"} and self._idle & set(beside)
        return replace(draft, names=draft.other_names[:1], other_names=draft.other_names[1:]) if apart else draft

    def _one_or_other(self, draft: PlanDraft) -> PlanDraft:
        """`the inn or the tandoori, where did I leave more`: both names, where the draft has none, ranked."""
        ranked = draft.intent in {Intent.RANKING, Intent.TOTAL} and not draft.names and not draft.without
        for place, word in enumerate(self._words) if ranked and _MORE & set(self._words) else ():
            sides = (self._ends(place, before=True), self._ends(place, before=False)) if word == "or" else ("", "")
            kinds = {self._resolver.linked(side).best.kind for side in sides if side}
            if word == "or" and self._accounts_beside(place):
                return replace(draft, intent=Intent.RANKING, group_by=GroupBy.ACCOUNT, names=())
            if all(sides) and len(kinds) == 1 and kinds <= {NameKind.PAYEE, NameKind.CATEGORY}:
                group = GroupBy.PAYEE if kinds == {NameKind.PAYEE} else GroupBy.CATEGORY
                lowest = bool(_FEWER & set(self._words))
                return replace(draft, intent=Intent.RANKING, names=sides, group_by=group, ascending=lowest)
        return draft

    def _accounts_beside(self, place: int) -> bool:
        """Whether two kinds of account stand around a word: `checking or the card`."""
        kinds = self._language.table("account_kinds")
        after = [word for word in self._words[place + 1 : place + 3] if word not in {"the", "my"}]
        return bool(after) and after[0] in kinds and place > 0 and self._words[place - 1] in kinds

    def _ends(self, place: int, *, before: bool) -> str:
        """The longest known name right before or after a word; empty where there is none."""
        for size in (4, 3, 2, 1):
            run = range(place - size, place) if before else range(place + 1, place + 1 + size)
            span = text_of(run, self._words) if run.start >= 0 and run.stop <= len(self._words) else ""
            known = len(span) >= SHORTEST and not set(span.split()) & self._idle and PAUSE not in span.split()
            if known and self._resolver.linked(span).best.score >= WITHIN:
                return span
        return ""
