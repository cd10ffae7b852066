"""The words of a language: periods, numbers, changes, category synonyms, out of the tables in resources/language."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

from rapidfuzz.distance import DamerauLevenshtein

from app.assistant.spoken_names import SpokenNames

SHORTEST_FUZZY = 5
"""Shorter words are taken as they are: a slip in them makes another word."""


@dataclass(frozen=True)
class Language:
    """One language's tables, as the file has them."""

    tables: Mapping[str, Mapping[str, Any]]

    def number(self, word: str) -> int | None:
        """What a number word or digits say."""
        if word.isascii() and word.isdigit():
            return int(word)
        found = self.tables["numbers"].get(word)
        return int(found) if found is not None else None

    def table(self, name: str) -> Mapping[str, Any]:
        """One table; empty where the language lacks it."""
        return self.tables.get(name, {})

    def lead(self, name: str) -> tuple[str, ...]:
        """Phrases of one role, longest first."""
        return tuple(sorted(self.table("leads").get(name, ()), key=len, reverse=True))

    def says(self, name: str, text: str) -> bool:
        """Whether a text holds a phrase of the table of that name."""
        phrases = "|".join(map(re.escape, self.table(name).get("phrases", ())))
        return bool(phrases) and re.search(rf"\b(?:{phrases})\b", text) is not None

    @cached_property
    def synonyms(self) -> SpokenNames:
        """What people say that no category calls itself, and the names of the categories."""
        return SpokenNames.of(self.table("synonyms"))

    @cached_property
    def sorts(self) -> SpokenNames:
        """Sorts of payees, and the words that stand in such payees' names."""
        return SpokenNames.of(self.table("payee_words"))

    @cached_property
    def payees_known(self) -> frozenset[str]:
        """Words that stand in payees' names, brands among them: no slip of another word."""
        listed = (words for words in self.table("payee_words").values() if isinstance(words, list))
        return frozenset(word.strip("=!") for words in listed for word in words)

    @cached_property
    def filler(self) -> frozenset[str]:
        """Words of a span that name nothing."""
        return frozenset(self.table("filler").get("words", ()))

    @cached_property
    def calendar_words(self) -> tuple[str, ...]:
        """Words that a misspelt word in a period may stand for."""
        names = ("months", "weekdays", "seasons", "units", "days", "moving_days", "ordinals")
        singles = {word for name in names for key in self.table(name) for word in (key, *key.split("_"))}
        leads = {word for phrases in self.table("leads").values() for phrase in phrases for word in phrase.split()}
        return tuple(
            sorted(word for word in singles | leads | set(self.table("numbers")) if len(word) >= SHORTEST_FUZZY)
        )

    def mended(self, word: str) -> str:
        """A calendar word with a slip or two put right; any other word as it is."""
        if word in self.table("slips"):
            return str(self.table("slips")[word])
        if len(word) < SHORTEST_FUZZY or not word.isalpha() or word in self.calendar_words:
            return word
        most = 1 if len(word) < 8 else 2
        scored = ((DamerauLevenshtein.distance(word, other, score_cutoff=most), other) for other in self.calendar_words)
        close = [(distance, other) for distance, other in scored if distance <= most]
        return min(close)[1] if close else word


def load_language(folder: Path, code: str = "en") -> Language:
    """The language of that code; `folder` is resources/language.

    Its tables stand in `en.toml`, `en_*.toml` (more words of that language) and `borrowed_*.toml` (words of other
    languages that people mix in). A table in several files is merged: lists under one word are joined, of other
    values the first stands. Raises OSError where the language's own file is missing.
    """
    more = (*sorted(folder.glob(f"{code}_*.toml")), *sorted(folder.glob("borrowed_*.toml")))
    tables: dict[str, dict[str, Any]] = {}
    for path in (folder / f"{code}.toml", *more):
        for name, table in tomllib.loads(path.read_text("utf-8")).items():
            _merge(tables.setdefault(name, {}), table)
    return Language(MappingProxyType({name: MappingProxyType(table) for name, table in tables.items()}))


def _merge(table: dict[str, Any], more: Mapping[str, Any]) -> None:
    for word, value in more.items():
        known = table.get(word)
        if isinstance(known, list) and isinstance(value, list):
            table[word] = list(dict.fromkeys([*known, *value]))
        else:
            table.setdefault(word, value)
