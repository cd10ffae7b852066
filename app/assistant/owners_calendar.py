"""The owner's calendar: whether the month is written first, and when a tax year begins, told by the currency."""

from collections.abc import Mapping
from types import MappingProxyType

from app.assistant.dates import Reference
from app.domain.vocabulary import Vocabulary

_MONTH_FIRST = frozenset({"USD"})
_TAX_YEARS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {"GBP": (4, 6), "AUD": (7, 1), "NZD": (4, 1), "INR": (4, 1), "ZAR": (3, 1), "SGD": (1, 1), "HKD": (4, 1)}
)
"""Where a tax year does not begin on the first of January."""
_OF_DOLLARS = frozenset({"USD", "CAD"})


def reference_of(vocabulary: Vocabulary) -> Reference:
    """What relative words, short dates and tax years of an owner's questions are read by."""
    day_first = vocabulary.currency not in _MONTH_FIRST
    return Reference(vocabulary.today, vocabulary.span, day_first, _TAX_YEARS.get(vocabulary.currency, (1, 1)))


def speaks_american(vocabulary: Vocabulary) -> bool:
    """Whether words that differ between the continents (`gas`) mean what they mean in North America."""
    return vocabulary.currency in _OF_DOLLARS
