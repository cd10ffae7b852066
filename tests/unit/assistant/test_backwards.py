"""Which way transfers of an account go: the usual one, unless the words before the account say the other."""

import pytest

from app.assistant.mending import mended
from app.assistant.plan_text import read
from app.assistant.question import plain
from app.assistant.readings import reading_text
from app.assistant.resolving import Resolver
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
