"""Sentences: one per intent, written from a computed result; no figure in them is made here."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from app.assistant.sentences_comparisons import tell_balance, tell_compare, tell_net, tell_savings_rate, tell_share
from app.assistant.sentences_figures import (
    tell_average,
    tell_breakdown,
    tell_count,
    tell_edge,
    tell_extreme,
    tell_list,
    tell_ranking,
    tell_total,
)
from app.assistant.sentences_patterns import (
    tell_duplicates,
    tell_price_changes,
    tell_subscriptions,
    tell_unusual,
    tell_what_if,
)
from app.assistant.telling import Telling
from app.domain.plan import Intent
from app.domain.result import Result
from app.domain.vocabulary import Vocabulary

_SENTENCES: Mapping[Intent, Callable[[Telling], str]] = MappingProxyType(
    {
        Intent.TOTAL: tell_total,
        Intent.COUNT: tell_count,
        Intent.AVERAGE: tell_average,
        Intent.LARGEST: tell_extreme,
        Intent.SMALLEST: tell_extreme,
        Intent.LIST: tell_list,
        Intent.RANKING: tell_ranking,
        Intent.BREAKDOWN: tell_breakdown,
        Intent.FIRST: tell_edge,
        Intent.LAST: tell_edge,
        Intent.COMPARE: tell_compare,
        Intent.SHARE: tell_share,
        Intent.NET: tell_net,
        Intent.SAVINGS_RATE: tell_savings_rate,
        Intent.BALANCE: tell_balance,
        Intent.SUBSCRIPTIONS: tell_subscriptions,
        Intent.PRICE_CHANGES: tell_price_changes,
        Intent.DUPLICATES: tell_duplicates,
        Intent.UNUSUAL: tell_unusual,
        Intent.WHAT_IF: tell_what_if,
    }
)


def sentence_for(result: Result, vocabulary: Vocabulary) -> str:
    """One sentence that says the result; zero and nothing found are said as such."""
    return _SENTENCES[result.plan.intent](Telling(result, vocabulary))
