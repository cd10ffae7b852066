"""Names as long as the vault knows them: taken too short, too long, two for one, or one for two."""

from itertools import pairwise

from app.assistant.brands import is_brand
from app.assistant.inflection import folded
from app.assistant.language import Language
from app.assistant.names import EXACT, SYNONYM, WITHIN, Linked, NameKind
from app.assistant.question import PAUSE
from app.assistant.resolving import Resolver
from app.assistant.spots import covered, place_of, text_of
from app.domain.plan import PlanDraft

JOINTS = frozenset({"and", "or", "plus", "&", "+", PAUSE, "with", "versus", "vs"})
SHORTEST = 3
SLIPPED = WITHIN - 0.03
"""So well a category's name fits with one slip in it."""
FITTING = WITHIN - 0.05
"""So well a name fits as it stands; a worse one may hold a better one."""


class FittedNames:
    """Fits the names of one question's draft to those the vault knows."""

    def __init__(self, words: tuple[str, ...], resolver: Resolver, language: Language) -> None:
        self._words = words
        self._resolver = resolver
        self._language = language
        self._asking = set(language.table("asking").get("words", ()))
        self._idle = set(language.table("nameless").get("words", ()))

    def of(self, names: tuple[str, ...], draft: PlanDraft) -> tuple[str, ...]:
        """Each name as long as the vault knows it."""
        passing = set(self._language.table("in_passing").get("phrases", ()))
        whole = self._as_one(tuple(name for name in names if name.removeprefix("the ") not in passing))
        parts = [part for name in whole for part in self._parts(name)]
        found = (self._narrower(self._longer(name, draft)) for name in parts)
        by_meaning: dict[tuple[str, ...], str] = {}
        for name in found:
            if name:
                by_meaning.setdefault(self._linked(name).best.names, name)
        return tuple(by_meaning.values())

    def _linked(self, name: str) -> Linked:
        return self._resolver.linked(name)

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
        places = [place for place, word in enumerate(words) if word in JOINTS and 0 < place < len(words) - 1]
        spoken = folded(name) in self._language.synonyms.exact  # `food and drink out`
        if not places or spoken or self._linked(name).best.score >= EXACT:
            return (name,)
        for place in places:
            left, right = " ".join(words[:place]), " ".join(words[place + 1 :]).removeprefix("the ")
            if self._resolver.knows(left) and self._resolver.knows(right):
                return (left, right)
        return (name,)

    def _longer(self, name: str, draft: PlanDraft) -> str:
        """`fuel` in `cascade fuel` where that is a payee."""
        place = place_of(name, self._words)
        best = self._linked(name).best
        brand = best.kind is NameKind.NOTHING and name in self._language.payees_known
        if not place or best.kind is NameKind.ACCOUNT or brand:
            return name
        taken = covered(draft, self._words) - set(place)
        for start, stop in (
            (place.start - 1, place.stop),
            (place.start, place.stop + 1),
            (place.start - 2, place.stop),
            (place.start, place.stop + 2),
            (place.start - 3, place.stop),
        ):
            run = range(max(start, 0), min(stop, len(self._words)))
            if len(run) == len(place) or taken & set(run):
                continue
            wider = text_of(run, self._words)
            linked = self._linked(wider).best
            more = set(wider.split()) - set(name.split())
            if set(name.split()) <= self._language.filler:
                continue
            if more & JOINTS or (linked.kind is NameKind.PAYEE and more <= self._language.filler | self._idle):
                continue
            exact = linked.score >= (EXACT if linked.kind is NameKind.PAYEE else SYNONYM)
            if linked.kind in {NameKind.PAYEE, NameKind.CATEGORY} and exact and linked.names != best.names:
                return wider
        return name

    def _narrower(self, name: str) -> str:
        """The longest known part of an unknown name: `bluebird` of `bluebird runs`; empty for idle words alone."""
        best = self._linked(name).best
        if is_brand(name, self._language) or folded(name) in self._language.table("no_category").get("phrases", ()):
            return name  # `deutsche bahn` is no other railway; of `parking fines` all of the transport is not meant
        if best.score >= (SLIPPED if best.kind is NameKind.CATEGORY else FITTING) or name in self._language.table(
            "flows"
        ):
            return name
        words = name.split()
        if self._is_another(words):
            return name
        if all(word in self._idle or word == PAUSE for word in words):
            spoken = (text_of(range(start, len(words)), tuple(words)) for start in range(len(words)))
            return next((part for part in spoken if folded(part) in self._language.synonyms.exact), "")
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

    def _is_another(self, words: list[str]) -> bool:
        """`wessex water` beside Wessex Petrol, `pizzeria napoli` beside Pizzeria Vesuvio: a payee that is not there."""
        if len(words) != 2:
            return False
        first, second = words
        named = self._linked(first).best
        payee = named.kind is NameKind.PAYEE and len(named.names) == 1
        if not payee or folded(first) not in folded(named.names[0]).split()[:1] or " " not in named.names[0].strip():
            return False
        kind = folded(second) == folded(self._linked(second).best.names[0])  # `water`, a category's own name
        of_sort = kind and self._resolver.excludes(first, second)
        unknown = folded(first) in self._language.sorts.exact and self._linked(second).best.kind is NameKind.NOTHING
        return of_sort or (unknown and second not in self._idle | self._asking and len(second) > SHORTEST)

    def _stands_for_itself(self, part: str) -> bool:
        return len(part) >= SHORTEST and not set(part.split()) <= self._idle
