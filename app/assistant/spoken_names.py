"""What a language's lists say that a phrase stands for, the phrase inflected or not."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

from rapidfuzz import fuzz, process

from app.assistant.inflection import folded, phrase_bases

SHORTEST_PART = 4
"""A shorter word stands in a name as a whole word only: `inn`, but `bahn` in Regiobahn too."""
SHORTEST_SLIPPED = 6
NEAR_PHRASE = 86
SLIPPED = 0.97
WHOLE = "="
"""Marks a word that stands just so: `=rail`, for a trail is no railway, and `=curry`, for Currys sells no curry."""

NEVER = "!"
"""Marks a text that no such name holds: `!autobahn` beside `bahn`."""


@dataclass(frozen=True)
class SpokenNames:
    """Folded phrases and what each stands for."""

    exact: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Self:
        """Out of a table: the phrase as people say it, and the names or words it stands for, or a phrase like it."""
        lists = {phrase: table[names] if isinstance(names, str) else names for phrase, names in table.items()}
        return cls({folded(phrase): tuple(names) for phrase, names in lists.items()})

    @cached_property
    def inflected(self) -> Mapping[str, tuple[str, ...]]:
        """The same under each phrase's bases; the phrase that is listed first stands."""
        found: dict[str, tuple[str, ...]] = dict(self.exact)
        for phrase, names in self.exact.items():
            for base in phrase_bases(phrase):
                found.setdefault(base, names)
        return found

    def find(self, readings: Iterable[str]) -> tuple[str, ...]:
        """What the first listed reading stands for, as it is before inflected; empty where none is listed."""
        return self.found(readings)[1]

    @cached_property
    def _by_letter(self) -> Mapping[str, tuple[str, ...]]:
        """The long phrases under their first letter: no slip is made in that."""
        letters: dict[str, list[str]] = {}
        for phrase in self.exact:
            if len(phrase) >= SHORTEST_SLIPPED:
                letters.setdefault(phrase[0], []).append(phrase)
        return {letter: tuple(phrases) for letter, phrases in letters.items()}

    def nearly(self, phrase: str) -> tuple[tuple[str, ...], float]:
        """What a phrase with a slip in it stands for, and how near it comes; nothing where none is near."""
        others = self._by_letter.get(phrase[:1], ()) if len(phrase) >= SHORTEST_SLIPPED else ()
        near = process.extractOne(phrase, others, scorer=fuzz.ratio, score_cutoff=NEAR_PHRASE)
        return (self.exact[near[0]], near[1] / 100 * SLIPPED) if near else ((), 0.0)

    def found(self, readings: Iterable[str]) -> tuple[str, tuple[str, ...]]:
        """The reading that is listed, and what it stands for; both empty where none is."""
        tried = tuple(readings)
        for reading in tried:
            if reading in self.exact:
                return reading, self.exact[reading]
        for reading in tried:
            for base in phrase_bases(reading):
                if base in self.inflected:
                    return reading, self.inflected[base]
        return "", ()


def readings(words: str, filler: frozenset[str]) -> tuple[str, ...]:
    """Folded words as they are, without filler at either end, longest first, and without any filler."""
    said = words.split()
    first = next((place for place, word in enumerate(said) if word not in filler), 0)
    last = next((place for place in range(len(said), 0, -1) if said[place - 1] not in filler), len(said))
    spans = [(start, end) for start in range(first + 1) for end in range(last, len(said) + 1)]
    spans.sort(key=lambda span: span[0] - span[1])
    core = " ".join(word for word in said if word not in filler)
    return tuple(dict.fromkeys(text for text in (*(" ".join(said[a:b]) for a, b in spans), core) if text))


def name_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Finds a folded payee's name that holds one of the words, and no text that is marked so.

    A word stands there whole, with a plural's `s`, or, a long one, at the start or end of a longer word.
    """
    marked: dict[str, list[str]] = {"": [], WHOLE: [], NEVER: []}
    for word in words:
        marked[word[0] if word[0] in marked else ""].append(re.escape(folded(word)))
    long = [word for word in marked[""] if len(word) >= SHORTEST_PART]
    ways = ((marked[WHOLE], r"\b(?:{})\b"), (marked[""], r"\b(?:{})s?\b"), (long, r"\b(?:{})"), (long, r"(?:{})\b"))
    held = "|".join(way.format("|".join(some)) for some, way in ways if some)
    never = f"(?!.*(?:{'|'.join(marked[NEVER])}))" if marked[NEVER] else ""
    return re.compile(rf"^{never}.*?(?:{held})" if never else held)
