"""Which way transfers of an account go: the usual one, unless the words before the account say the other."""

from dataclasses import replace

import pytest

from app.assistant.conversation import Turn, follow_up
from app.assistant.edited import edited
from app.assistant.mending import mended
from app.assistant.plan_text import read, write
from app.assistant.question import plain
from app.assistant.readings import reading_text
from app.assistant.resolving import Resolver
from app.domain.category import Category
from app.domain.plan import Flow
from tests.helpers.assistant_samples import english, vocabulary


@pytest.mark.parametrize(
    ("question", "wrote", "backwards"),
    [
        ("how much did i take out of savings this year", "total transfers | name savings | when this year", True),
        ("how much did i withdraw from my savings", "total spending | name savings", True),
        ("money moved from savings to checking", "total transfers | name savings | name checking", True),
        ("what did i transfer to savings", "total transfers | name savings", False),
        ("money moved from checking to savings", "total transfers | name checking | name savings", False),
        ("transfers out of checking in may", "total transfers | name checking | when may", False),
        ("how much have i thrown at paying off the platinum", "total transfers | name platinum", False),
        ("transfers into checking in may", "total transfers | name checking | when may", True),
    ],
)
def test_words_before_the_account_say_the_way(question: str, wrote: str, *, backwards: bool) -> None:
    resolver = Resolver(vocabulary(), english())
    draft = mended(read(wrote), plain(question), resolver=resolver, language=english())
    assert draft.flow is Flow.TRANSFERS
    assert draft.backwards is backwards
    plan = resolver.plan(draft, question).plan
    assert plan.backwards is backwards
    assert ("the other way" in reading_text(plan, resolver.vocabulary)) is backwards


def _saving() -> Resolver:
    """Where `savings` is a category's word as well as an account's."""
    known = vocabulary()
    put_by = Category(name="Savings and investments", words=("savings", "saving"))
    return Resolver(replace(known, categories=(*known.categories, put_by)), english())


def test_another_account_takes_the_place_of_one_that_is_a_category_s_word_too() -> None:
    last = read("total transfers | name savings | when may")
    merged = edited(read("total transfers same | name checking | when july"), last, resolver=_saving())
    assert write(merged) == "total transfers | name checking | when july"
    asked = follow_up(plain("and to the platinum?"), Turn(last), resolver=_saving(), language=english())
    assert asked is not None
    assert write(asked) == "total transfers | name platinum | when may"
