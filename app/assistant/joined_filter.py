"""Whether names side by side mean either of them, or all must hold."""

import re
from dataclasses import replace

from app.domain.plan import Filter

_SIDE_BY_SIDE = re.compile(r"\b(and|plus|or|together|combined)\b|[+&]")


def joined_filter(found: Filter, question: str) -> Filter:
    """`groceries and the noodle bar` mean either; `coffee at the noodle bar` means both."""
    side_by_side = bool(found.payees and found.categories and _SIDE_BY_SIDE.search(question))
    return replace(found, either=True) if side_by_side else found
