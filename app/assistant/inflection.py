"""Inflected words of a question beside their bases: plurals, -ing and -ed, as English spells them."""

import re
import unicodedata
from functools import lru_cache
from itertools import product

SHORTEST = 4
"""`gas`, `bus` and `red` are no inflections."""
SHORTEST_STEM = 3
NOUNS = frozenset({
    "arms", "building", "clothing", "customs", "driving", "earring", "evening", "fines", "goods", "letting", "lettings",
    "meeting", "morning", "news", "outing", "outings", "parked", "parking", "presents", "training", "wedding",
})  # fmt: skip
"""They look inflected, yet their base means another thing: a `training` is no `train`, `present` no gift."""
VOWELS = "aeiouy"
SIBILANTS = ("s", "x", "z", "ch", "sh")


@lru_cache(maxsize=50_000)
def folded(text: str) -> str:
    """For comparing: case, accents and marks away, words by single spaces."""
    lower = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join(letter for letter in lower if not unicodedata.combining(letter))
    bare = re.sub(r"['’.]", "", bare)
    return " ".join(re.findall(r"\w+", bare))


def bases(word: str) -> tuple[str, ...]:
    """The folded word, then the words that it may be an inflection of, likeliest first."""
    if len(word) < SHORTEST or not (word.isascii() and word.isalpha()) or word in NOUNS:
        return (word,)
    return tuple(dict.fromkeys((word, *_singulars(word), *_verbs(word))))


def phrase_bases(phrase: str) -> tuple[str, ...]:
    """Folded phrases that this one may be an inflection of, itself first; only its first and last word inflect."""
    words = phrase.split()
    if len(words) < 2:
        return bases(phrase)
    middle = words[1:-1]
    return tuple(" ".join((first, *middle, last)) for first, last in product(bases(words[0]), bases(words[-1])))


def _singulars(word: str) -> tuple[str, ...]:
    if not word.endswith("s") or word.endswith("ss"):
        return ()
    if word.endswith("ies") and len(word) > SHORTEST:
        return (word[:-3] + "y", word[:-1])
    if word.endswith("es") and word[:-2].endswith(SIBILANTS):
        return (word[:-2], word[:-1])
    return (word[:-1],)


def _verbs(word: str) -> tuple[str, ...]:
    if word.endswith("ied") and len(word) > SHORTEST:
        return (word[:-3] + "y",)
    if word.endswith("eed"):
        return ()
    ending = next((ending for ending in ("ings", "ing", "ed") if word.endswith(ending)), "")
    stem = word.removesuffix(ending)
    if not ending or len(stem) < SHORTEST_STEM or not any(letter in VOWELS for letter in stem):
        return ()
    return tuple(_written_out(stem))


def _written_out(stem: str) -> list[str]:
    """A verb before its ending: `dined` of `dine`, `shopping` of `shop`, `rented` of `rent`."""
    found = [stem]
    if stem[-1] == stem[-2] and stem[-1] not in VOWELS:
        found.append(stem[:-1])
    elif stem[-1] in "cgsuvz" or stem[-2] in VOWELS:
        found.append(stem + "e")
    return found
