"""What a corrected reading teaches: the words of the question, and the payee or category they always mean."""

from dataclasses import dataclass

from app.domain.plan import Plan
from app.domain.vocabulary import LearnedName
from app.presenters.asking import Answered
from app.presenters.formatting import short_name
from app.presenters.text import Ask


@dataclass(frozen=True, slots=True)
class LearnOffer:
    """An offer to remember a correction; nothing is kept unless it is taken."""

    name: LearnedName
    words: str
    done: str
    """What is said once it is taken."""


def learn_offer(before: Answered, plan: Plan) -> LearnOffer | None:
    """What the change of an answer's plan teaches; None where it is no other payee or category, or nothing is kept.

    Only a question with one name in it says which words are meant.
    """
    if not before.span or not before.noted or before.plan is None:
        return None
    old, new = before.plan.where, plan.where
    changed = (new.payees, new.categories) != (old.payees, old.categories)
    names = (*new.payees, *new.categories)
    if not changed or len(names) != 1:
        return None
    name = LearnedName(span=before.span, payee="".join(new.payees), category="".join(new.categories))
    span, shown = short_name(before.span), short_name(names[0])
    return LearnOffer(name, Ask.always(span, shown), Ask.learned(span, shown))
