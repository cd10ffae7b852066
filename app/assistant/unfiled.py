"""Payees that stand in for a category nothing is filed under: the cafe, where the bank files it under eating out."""

from collections.abc import Sequence

from app.assistant.inflection import folded
from app.assistant.spoken_names import name_pattern
from app.domain.plan import Flow
from app.domain.vocabulary import KnownPayee, Vocabulary


def standing_in(categories: Sequence[str], vocabulary: Vocabulary) -> tuple[KnownPayee, ...]:
    """Payees whose name holds a word of these categories; none where anything is filed under them or below them."""
    meant = {each.name for each in vocabulary.categories if each.name in categories or each.parent in categories}
    filed = {name for payee in vocabulary.payees for name in payee.categories}
    words = {
        word for each in vocabulary.categories if each.name in categories for word in (*each.words, *each.keywords)
    }
    if not filed or meant & filed or not words:
        return ()
    income = any(each.income for each in vocabulary.categories if each.name in categories)
    pattern = name_pattern(words)
    return tuple(
        payee
        for payee in vocabulary.payees
        if payee.flows != {Flow.TRANSFERS}
        and (payee.flows == {Flow.INCOME}) is income
        and any(pattern.search(folded(name)) for name in (payee.name, *payee.aliases))
    )
