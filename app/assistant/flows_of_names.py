"""The flows that transactions of payees and categories can have: what earns is no spending, and the other way round."""

from collections.abc import Collection, Sequence

from app.domain.plan import Flow
from app.domain.vocabulary import Vocabulary

TRANSFER_CATEGORY = "Transfers"
FEE_CATEGORY = "Fees"


def payee_flows(names: Sequence[str], vocabulary: Vocabulary) -> frozenset[Flow]:
    """The flows that the transactions of these payees have."""
    return frozenset(flow for payee in vocabulary.payees if payee.name in names for flow in payee.flows)


def category_flows(names: Sequence[str], vocabulary: Vocabulary) -> frozenset[Flow]:
    """The flows that transactions of these categories can have; empty where any may be meant."""
    income = {category.name for category in vocabulary.categories if category.income}
    if TRANSFER_CATEGORY in names:
        return frozenset()
    if not income & set(names):
        return frozenset({Flow.SPENDING, Flow.REFUNDS, Flow.FEES})
    return frozenset({Flow.INCOME}) if income >= set(names) else frozenset()


def likeliest(flows: Collection[Flow]) -> Flow:
    """The flow a question means where several are possible and none is said; `flows` is not empty."""
    return Flow.SPENDING if Flow.SPENDING in flows else min(flows, key=str)
