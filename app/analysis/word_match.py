"""Words in bank texts: folding them for comparison, and finding a phrase as whole words."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_NOT_WORD = re.compile(r"[^0-9a-zäöüéèêàâîïôûçñøåæ&+]+")


@lru_cache(maxsize=65_536)
def folded(text: str) -> str:
    """Lower case, apostrophes dropped, everything but letters, digits, & and + as single spaces."""
    plain = text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).casefold().replace("’", "")
    return _NOT_WORD.sub(" ", plain.replace("'", "")).strip()


def holds_phrase(text: str, phrase: str) -> bool:
    """Whether the folded phrase stands in the folded text as whole words."""
    return f" {phrase} " in f" {text} "


class Phrases:
    """Folded phrases to look for as whole words; a text with the first word of none costs next to nothing."""

    __slots__ = ("_by_first",)

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[str]] = {}
        for phrase in phrases:
            self._by_first.setdefault(phrase.partition(" ")[0], []).append(phrase)

    def stand_in(self, text: str) -> bool:
        """Whether one of them at least stands in the folded text."""
        begun = self._by_first.keys() & text.split()
        return any(holds_phrase(text, phrase) for word in begun for phrase in self._by_first[word])
