"""Slips of the fingers, spread over a question's pieces so that a copied span carries the slip too."""

import re
from random import Random

WORD = re.compile(r"[^\W\d_]{4,}")
NEIGHBOURS = {
    "a": "sq",
    "b": "vn",
    "c": "xv",
    "d": "sf",
    "e": "wr",
    "f": "dg",
    "g": "fh",
    "h": "gj",
    "i": "uo",
    "j": "hk",
    "k": "jl",
    "l": "k",
    "m": "n",
    "n": "bm",
    "o": "ip",
    "p": "o",
    "q": "w",
    "r": "et",
    "s": "ad",
    "t": "ry",
    "u": "yi",
    "v": "cb",
    "w": "qe",
    "x": "zc",
    "y": "tu",
    "z": "x",
}
CONTRACTIONS = (
    ("what's", "whats"),
    ("i'm", "im"),
    ("who's", "whos"),
    ("didn't", "didnt"),
    ("don't", "dont"),
    ("i've", "ive"),
    ("i'd", "id"),
)


def slipped(random: Random, pieces: list[tuple[str, str]], *, count: int) -> list[tuple[str, str]]:
    """The pieces with that many slips; apostrophes are dropped now and then too."""
    if random.random() < 0.3:
        pieces = [(_contracted(words) if not key else words, key) for words, key in pieces]
    for _ in range(count):
        position = random.randrange(len(pieces))
        words, key = pieces[position]
        places = list(WORD.finditer(words))
        if places:
            place = random.choice(places)
            pieces[position] = (words[: place.start()] + slip(random, place.group()) + words[place.end() :], key)
    return pieces


def _contracted(words: str) -> str:
    for full, short in CONTRACTIONS:
        words = words.replace(full, short)
    return words


def slip(random: Random, word: str) -> str:
    """One slip in a word: a letter swapped, dropped, doubled or struck beside."""
    place = random.randrange(1, len(word) - 1)
    kind = random.randrange(4)
    if kind == 0:
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    if kind == 1:
        return word[:place] + word[place + 1 :]
    if kind == 2:
        return word[:place] + word[place] + word[place:]
    return word[:place] + random.choice(NEIGHBOURS.get(word[place], "e")) + word[place + 1 :]
