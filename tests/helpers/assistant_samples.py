"""A vocabulary, the English tables and the shipped model, for the assistant's tests."""

from datetime import date
from functools import cache
from pathlib import Path

from app.assistant.language import Language, load_language
from app.base.paths import resources
from app.base.tasks import CancelToken
from app.domain.account import Account, AccountKind
from app.domain.category import Category
from app.domain.period import Period
from app.domain.vocabulary import KnownPayee, Vocabulary
from app.workers.model_client import ChosenToken, Completion, ModelClient

TODAY = date(2025, 11, 30)


@cache
def english() -> Language:
    return load_language(resources() / "language")


def models_folder() -> Path:
    return resources() / "models"


def vocabulary(*, currency: str = "USD") -> Vocabulary:
    return Vocabulary(
        payees=(
            KnownPayee(name="Noodle Bar", aliases=("SQ *NOODLE BAR 8841",), transactions=14),
            KnownPayee(name="Green Grocer", transactions=40),
            KnownPayee(name="Green Energy", transactions=11),
            KnownPayee(name="Streamly", transactions=12),
            KnownPayee(name="Petrov & Sons", transactions=3),
        ),
        categories=(
            Category(name="Groceries", words=("groceries", "grocery", "supermarket")),
            Category(name="Eating out", words=("eating out", "restaurants", "restaurant", "dining")),
            Category(name="Housing", words=("rent", "mortgage")),
            Category(name="Salary", income=True, words=("salary", "pay")),
        ),
        accounts=(
            Account(id=1, name="Everyday Checking", kind=AccountKind.CHECKING, currency=currency, number="99004471"),
            Account(id=2, name="Rainy Day Savings", kind=AccountKind.SAVINGS, currency=currency),
            Account(id=3, name="Platinum Card", kind=AccountKind.CARD, currency=currency, institution="Kestrel Bank"),
        ),
        currency=currency,
        today=TODAY,
        span=Period(date(2024, 1, 3), date(2025, 11, 29)),
    )


class TappedModel:
    """The real model, with every prompt and grammar it is shown kept."""

    def __init__(self, model: ModelClient) -> None:
        self._model = model
        self.seen: list[str] = []

    def complete(self, prompt: str, grammar: str, *, cancel: CancelToken | None = None) -> Completion:
        self.seen += [prompt, grammar]
        return self._model.complete(prompt, grammar, cancel=cancel)


class WritingModel:
    """Writes the plans it was given, in order, and keeps what it was shown."""

    def __init__(self, *plans: str, log_chance: float = -0.01) -> None:
        self._plans = list(plans)
        self._log_chance = log_chance
        self.seen: list[tuple[str, str]] = []

    def complete(self, prompt: str, grammar: str, *, cancel: CancelToken | None = None) -> Completion:
        del cancel
        self.seen.append((prompt, grammar))
        plan = self._plans.pop(0)
        return Completion(f" {plan}\n", (ChosenToken(plan, self._log_chance),), 1)
