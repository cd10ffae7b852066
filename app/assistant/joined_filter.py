"""Whether names side by side mean either of them, or all must hold."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from app.assistant.spots import place_of
from app.domain.plan import Filter

_JOINTS = frozenset({"and", "plus", "or", "&", "+", ","})
_TOGETHER = re.compile(r"(?<!taken )\b(?:together|combined)\b")
MOST_BETWEEN = 5
"""So few words at the most stand between two names that a joint joins."""


def joined_filter(found: Filter, spans: Sequence[str], *, question: str) -> Filter:
    """`groceries and the noodle bar` mean either; `coffee at the noodle bar` means both."""
    side_by_side = found.payees and found.categories and (_TOGETHER.search(question) or _joined(spans, question))
    return replace(found, either=True) if side_by_side else found


def _joined(spans: Sequence[str], question: str) -> bool:
    """Whether a joint stands between two names that follow each other, or a name comes from another question."""
    words = tuple(question.split())
    places = [place_of(span, words) for span in spans]
    if not all(places):
        return True
    between = (words[one.stop : other.start] for one, other in pairwise(sorted(places, key=lambda run: run.start)))
    return any(len(inner) <= MOST_BETWEEN and _JOINTS & set(inner) for inner in between)
