"""Words of another language that people ask with: `Anzahl`, `teuerster`, `nach Kategorie` are said in English."""

import re

from app.assistant.language import Language
from app.assistant.resolving import Resolver


def in_english(text: str, *, resolver: Resolver, language: Language) -> str:
    """The question with such words out of the language's table; one that may be part of a name stays."""
    for phrase, meant in language.table("asked_in_other_words").items():
        if phrase in text.lower() and not any(map(resolver.may_name, phrase.split())):
            text = re.sub(rf"(?<![\w-]){re.escape(phrase)}(?![\w-])", str(meant), text, flags=re.IGNORECASE)
    return text
