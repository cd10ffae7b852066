"""Brands: words that stand in payees' names and mean nothing else, whether the vault has such a payee or not."""

from app.assistant.inflection import bases, folded
from app.assistant.language import Language
from app.domain.vocabulary import Vocabulary


def is_brand(word: str, language: Language) -> bool:
    """Whether a word or phrase stands in payees' names and nowhere else: `uber`, but no `bakery` and no `gap`."""
    if word not in language.payees_known or word in language.table("asking").get("words", ()):
        return False
    return not any(base in language.synonyms.exact for base in bases(word))


def is_of_a_brand(phrase: str, vocabulary: Vocabulary, *, language: Language) -> bool:
    """Whether a phrase begins with a brand: `uber rides`, but no `petrol pump`."""
    if phrase in language.sorts.exact or phrase in language.synonyms.exact:
        return False
    first, _, rest = phrase.partition(" ")
    named = {folded(word) for category in vocabulary.categories for name in (category.name, *category.words)
             for word in name.split()}  # fmt: skip
    return bool(rest) and first not in named and is_brand(first, language)
