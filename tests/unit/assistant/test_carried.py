"""What the model takes over from the last question is not taken away where the words of a follow-up do not repeat it."""

import pytest

from app.assistant.plan_text import write
from app.assistant.planner import Planner
from tests.helpers.assistant_samples import WritingModel, english, vocabulary

MAY = "well and how did that look in may then"
CASES = (
    ("total transfers | name savings | when march", MAY, "total transfers same | when may",
     "total transfers | name savings | when may"),
    ("total income | when march", MAY, "total income same | when may", "total income | when may"),
    ("total fees | when march", MAY, "total fees same | when may", "total fees | when may"),
    ("total refunds | when march", MAY, "total refunds same | when may", "total refunds | when may"),
    ("share spending | name rent | vs income", "well and how did groceries look in that",
     "share spending same | name groceries", "share spending | name groceries | vs income"),
    ("suppose | name rent | change a third", "well and how did groceries look in that", "suppose same | name groceries",
     "suppose | name groceries | change a third"),
    ("prices", "well and how did streamly look in that", "prices same | name streamly", "prices | name streamly"),
)  # fmt: skip
FIRST = {"total transfers": "what did i move to savings in march", "total income": "how much income came in march",
    "total fees": "what fees did i pay in march", "total refunds": "what was refunded in march",
    "share spending": "what share of my income is rent", "suppose": "what if i cut rent by a third",
    "prices": "which prices rose"}  # fmt: skip


@pytest.mark.parametrize(("first", "question", "wrote", "meant"), CASES)
def test_it_is_carried(first: str, question: str, wrote: str, meant: str) -> None:
    asked = next(text for head, text in FIRST.items() if first.startswith(head))
    planner = Planner(WritingModel(first, wrote), english())
    planner.plan(asked, vocabulary(), conversation="c")
    planned = planner.plan(question, vocabulary(), conversation="c")
    assert planned.draft is not None
    assert write(planned.draft) == meant
