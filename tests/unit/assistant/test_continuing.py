"""Follow-ups in words of their own take what they leave unsaid from the last question."""

import pytest

from app.assistant.continuing import continued
from app.assistant.plan_text import read, write
from app.assistant.question import plain
from app.assistant.resolving import Resolver
from tests.helpers.assistant_samples import english, vocabulary

LAST = "total spending | name green grocer | when november"
CASES = (
    ("how many visits was that", LAST, "count spending", "count spending | name green grocer | when november"),
    ("per month on average", LAST, "average spending by month",
     "average spending by month | name green grocer | when november"),
    ("as a share of everything", LAST, "share spending", "share spending | name green grocer | when november"),
    ("plus the noodle bar", LAST, "total spending | name noodle bar",
     "total spending | name green grocer | name noodle bar | when november"),
    ("last month only", LAST, "total spending | when last month", "total spending | name green grocer | when last month"),
    ("why so high", "total spending | when july", "unsupported talk", "breakdown spending by category | when july"),
    ("why is that", LAST, "unsupported talk", "list spending | name green grocer | when november"),
    ("the dearest of them", LAST, "ranking spending by payee", "largest spending | name green grocer | when november"),
    ("what did i spend in may", LAST, "total spending | when may", "total spending | when may"),
    ("what's my balance", LAST, "balance", "balance"),
    ("tell me a joke about that", LAST, "unsupported talk", "unsupported talk"),
)  # fmt: skip


@pytest.mark.parametrize(("question", "last", "wrote", "meant"), CASES)
def test_a_question_leans_on_the_last_one(question: str, last: str, wrote: str, meant: str) -> None:
    resolver = Resolver(vocabulary(), english())
    assert write(continued(read(wrote), plain(question), last=read(last), resolver=resolver)) == meant
