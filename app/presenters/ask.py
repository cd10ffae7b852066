"""The Ask page's presenter: questions to cards, chips to other plans, names to one of several."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from app.assistant.readings import ChipPart, reading_chips
from app.base.tasks import CancelToken
from app.domain.plan import Plan
from app.domain.transaction import Transaction, TransactionSearch
from app.domain.vocabulary import LearnedName
from app.presenters.ask_alternatives import Alternative, alternatives, narrowed
from app.presenters.ask_card import FEW, CardView, ChipView, card_view, chip_views
from app.presenters.ask_learning import LearnOffer, learn_offer
from app.presenters.asking import ANSWERED, Answered, Asking, Understood
from app.presenters.text import Ask

CONVERSATION = "window"


class AskSource(Protocol):
    """What the page needs of the book besides asking."""

    def transactions(self, search: TransactionSearch = ..., /, *, limit: int = ...) -> tuple[Transaction, ...]: ...
    def count(self, search: TransactionSearch = ..., /) -> int: ...
    def learn_name(self, name: LearnedName, /) -> None: ...


@dataclass(frozen=True, slots=True)
class PendingView:
    """A question that is understood but not computed yet."""

    understood: Understood
    chips: tuple[ChipView, ...]


class AskPresenter:
    """Every call may take a moment and belongs off the GUI thread."""

    def __init__(self, asking: Asking, book: AskSource) -> None:
        self._asking = asking
        self._book = book

    def understand(self, question: str, *, keep: bool = True, cancel: CancelToken | None = None) -> PendingView:
        """Plan a question; `keep` lets later questions follow up on it, and the audit trail say how it was answered.

        Raises WorkerFailedError, PlanRefusedError, CancelledError.
        """
        understood = self._asking.understand(question, conversation=_conversation(kept=keep), noted=keep, cancel=cancel)
        plan = understood.plan
        if plan is None or understood.status != ANSWERED:
            return PendingView(understood, ())
        return PendingView(understood, chip_views(reading_chips(plan, understood.vocabulary)))

    def compute(self, pending: PendingView) -> CardView:
        """Compute what was understood."""
        return self._card(self._asking.compute(pending.understood))

    def rerun(self, before: CardView, plan: Plan) -> CardView:
        """Compute a plan the owner changed by hand, and offer to learn from it."""
        answered = before.answered
        card = self._card(self._asking.ask_plan(plan, before=answered, conversation=_conversation(kept=answered.noted)))
        return replace(card, offer=learn_offer(before.answered, plan))

    def learn(self, offer: LearnOffer) -> None:
        """Keep what the owner accepted; from now on the linker knows it."""
        self._book.learn_name(offer.name)

    def follow(self, before: CardView, following: Alternative) -> CardView:
        """Compute a follow-up, under its own words."""
        answered, conversation = before.answered, _conversation(kept=before.answered.noted)
        plan, words = following.plan, following.words
        return self._card(self._asking.ask_plan(plan, before=answered, question=words, conversation=conversation))

    def show(self, offered: Alternative, *, keep: bool = True) -> CardView:
        """Compute a plan that another page offers, under its words."""
        plan, words = offered.plan, offered.words
        conversation = _conversation(kept=keep)
        return self._card(
            self._asking.ask_plan(plan, before=None, question=words, conversation=conversation, noted=keep)
        )

    def alternatives(self, card: CardView, part: str) -> tuple[Alternative, ...]:
        """What a part of the reading could be instead."""
        plan = card.answered.plan
        if plan is None:
            return ()
        return alternatives(plan, ChipPart(part), vocabulary=self._asking.vocabulary())

    def choose(self, card: CardView, name: str) -> CardView:
        """Answer with one of several names; where that is no change of the plan, the question is asked again."""
        plan = card.answered.plan
        chosen = None if plan is None else narrowed(plan, name, vocabulary=self._asking.vocabulary())
        if chosen is not None:
            return self.rerun(card, chosen)
        noted = card.answered.noted
        return self._card(self._asking.ask(name, conversation=_conversation(kept=noted), noted=noted))

    def suggestions(self) -> tuple[str, ...]:
        """Questions to begin with; none where there is nothing to ask about."""
        return Ask.SUGGESTIONS if self._book.count() else ()

    def _card(self, answered: Answered) -> CardView:
        behind: Sequence[Transaction] = ()
        if answered.evidence and not answered.rows:
            behind = self._book.transactions(TransactionSearch(ids=answered.evidence), limit=FEW)
        return card_view(answered, behind)


def _conversation(*, kept: bool) -> str:
    """The window's one conversation; none for a question of which nothing is kept."""
    return CONVERSATION if kept else ""
