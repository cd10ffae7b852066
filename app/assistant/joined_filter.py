"""Whether names side by side mean either of them, or all must hold."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from app.assistant.spots import place_of
from app.domain.plan import Filter
from app.domain.vocabulary import Vocabulary

_JOINTS = frozenset({"and", "plus", "or", "&", "+", ","})
_TOGETHER = re.compile(r"(?<!taken )\b(?:together|combined)\b")
SEVERAL = 2
MOST_BETWEEN = 5
"""So few words at the most stand between two names that a joint joins."""


def joined_filter(found: Filter, spans: Sequence[str], *, question: str, vocabulary: Vocabulary) -> Filter:
    """`groceries and the noodle bar` mean either; `coffee at the noodle bar` means both."""
    side_by_side = found.payees and found.categories and (_TOGETHER.search(question) or _joined(spans, question))
    apart = side_by_side and _all_said(spans, question) and _told_apart(found, vocabulary)
    return replace(found, either=True) if side_by_side and not apart else found


def _all_said(spans: Sequence[str], question: str) -> bool:
    words = tuple(question.split())
    return all(place_of(span, words) for span in spans)


def _told_apart(found: Filter, vocabulary: Vocabulary) -> bool:
    """Whether several payees say which part of a category is meant: `shops, the market and the grocer both`."""
    payees = [payee for payee in vocabulary.payees if payee.name in found.payees]
    if len(payees) < len(found.payees) or len(payees) < SEVERAL:
        return False
    families = [
        {name, *(each.name for each in vocabulary.categories if each.parent == name)} for name in found.categories
    ]
    inside = all(payee.categories and any(payee.categories <= family for family in families) for payee in payees)
    return inside and all(any(payee.categories <= family for payee in payees) for family in families)


def _joined(spans: Sequence[str], question: str) -> bool:
    """Whether a joint stands between two names that follow each other, or a name comes from another question."""
    if not _all_said(spans, question):
        return True
    words = tuple(question.split())
    places = [place for span in spans if (place := place_of(span, words))]
    between = (words[one.stop : other.start] for one, other in pairwise(sorted(places, key=lambda run: run.start)))
    return any(len(inner) <= MOST_BETWEEN and _JOINTS & set(inner) for inner in between)
