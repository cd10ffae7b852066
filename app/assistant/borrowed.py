"""Words of another language that people ask with: `Anzahl`, `teuerster`, `nach Kategorie` are said in English."""

import re

from app.assistant.language import Language
from app.assistant.names import SYNONYM
from app.assistant.resolving import Resolver

LONGEST_JOINT = 4
"""So short a word joins names more often than it is one: `und`."""


def in_english(text: str, *, resolver: Resolver, language: Language) -> str:
    """The question with such words out of the language's table; one that may be part of a name stays."""
    for phrase, meant in language.table("asked_in_other_words").items():
        if phrase in text.lower() and not _names(phrase, text.lower(), resolver=resolver):
            text = re.sub(rf"(?<![\w-]){re.escape(phrase)}(?![\w-])", str(meant), text, flags=re.IGNORECASE)
    return text


def _names(phrase: str, text: str, *, resolver: Resolver) -> bool:
    """Whether a phrase may be a name's; a short one only where it joins no two names: `Kaffee und Kuchen`."""
    if not any(map(resolver.may_name, phrase.split())) or len(phrase) > LONGEST_JOINT:
        return any(map(resolver.may_name, phrase.split()))
    return not all(
        resolver.knows(one) and resolver.knows(two) and resolver.linked(whole).best.score < SYNONYM
        for whole, one, two in re.findall(rf"(([\w-]+) {re.escape(phrase)} ([\w-]+))", text)
    )
