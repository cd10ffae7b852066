"""A first question that points at an answer before it, where there is none, is asked back; others are not."""

import pytest

from app.assistant.nothing_before import means_bills, points_at_nothing
from app.assistant.plan_text import read
from app.assistant.planned import PlannedStatus
from app.assistant.planner import Planner
from app.assistant.question import plain
from tests.helpers.assistant_samples import WritingModel, english, vocabulary


@pytest.mark.parametrize(
    ("question", "wrote", "points"),
    [
        ("compare it to the one before", "compare spending", True),
        ("has it gone up?", "prices", True),
        ("which one's the dearest", "largest spending", True),
        ("and how much was it for the other one", "total spending | name other one", True),
        ("how much", "total spending", True),
        ("and the one before", "unsupported talk", True),
        ("How much was it in the summer?", "balance | when in the summer", True),
        ("what's the usual amount", "average spending", True),
        ("how much was it at the noodle bar in the summer", "total spending | name noodle bar", False),
        ("best month so far?", "ranking spending by month | when so far", True),
        ("best month for income", "ranking income by month", False),
        ("worst month this year", "ranking spending by month | when this year", False),
        ("total wages that came in since my rise in april", "total income | name wages | when since april", False),
        ("rent before it went up was?", "prices | name rent", False),
        ("compare the two", "unsupported talk", True),
        ("and the month before?", "breakdown spending by month | when month before", True),
        ("what's normal for me?", "average spending", True),
        ("how much is it per month?", "average spending by month", True),
        ("all my money together, how much is it", "balance", False),
        ("how often do I go?", "count spending", True),
        ("how much more was it?", "net", True),
        ("what have i paid since it went up?", "prices", True),
        ("since the pay rise, how much have i earned", "total income | when since the pay rise", True),
        ("how often do i go to the noodle bar", "count spending | name noodle bar", False),
        ("which one is my dearest subscription", "subscriptions cost", False),
        ("how much was it again", "duplicates", True),
        ("when did they last charge me", "last spending", True),
        ("was that more than usual", "unusual", True),
        ("how much was it?", "balance", True),
        ("and how much did that make, all in all?", "total spending", True),
        ("the usual, last month: how much did it run me", "total spending | when last month", True),
        ("what did i put on the other card in may", "total transfers | when may", True),
        ("how much do i owe them", "balance", True),
        ("what did i spend round my birthday", "total spending | name birthday", True),
        ("and before that?", "first spending", True),
        ("how often do i go there", "count spending", True),
        ("how much have we spent since the new kitchen went in", "total spending | name the new kitchen", True),
        ("how much went to him this year", "total spending | name him | when this year", True),
        ("when did i last pay them", "last spending", True),
        ("how much went to petrov, what have i paid him", "total spending | name petrov", False),
        ("show me those again would you", "list spending", True),
        ("did he pay it back already", "total refunds", True),
        ("how much was that thing i got for dana's party", "total spending | name dana's party", True),
        ("what did we throw away on that weekend with jonas", "total spending | name jonas | when weekend", True),
        ("the day with the highest rent", "ranking spending by day | name rent", False),
        ("what's my usual at noodle bar", "average spending | name noodle bar", False),
        ("the last bank fee: when did they charge it?", "last fees", False),
        ("more than the usual amount in may?", "unusual | when may", False),
        ("how much is on my account", "balance", False),
        ("has it gone up since may?", "prices | when since may", False),
        ("was it more at the noodle bar", "total spending | name noodle bar", False),
        ("where did it all go", "breakdown spending by category", False),
        ("who was it i paid last", "last spending", False),
        ("is it true that i can save", "unsupported advice", False),
        ("what did i pay last", "last spending", False),
        ("is that normal for me", "unsupported advice", True),
        ("more or less than usual?", "unusual", True),
        ("higher than before, isn't it", "prices", True),
        ("is that shop normal for me", "unsupported advice", False),
    ],
)
def test_only_a_question_about_nothing_else_points_at_nothing(question: str, wrote: str, points: bool) -> None:
    assert points_at_nothing(read(wrote), plain(question), language=english()) is points


@pytest.mark.parametrize(
    ("question", "wrote", "open_"),
    [
        ("what were the bills in may", "total spending | when may", True),
        ("my contracts, what did they cost me this quarter", "total spending | when this quarter", True),
        ("standing orders over six months", "total spending | when six months", True),
        ("bills?", "list spending", True),
        ("the electricity bills in may", "total spending | name electricity | when may", False),
        ("regular bills", "subscriptions cost", False),
        ("what did i spend in may", "total spending | when may", False),
    ],
)
def test_a_sum_of_bills_alone_is_not_of_everything(question: str, wrote: str, open_: bool) -> None:
    assert means_bills(read(wrote), plain(question), language=english()) is open_


def test_it_is_asked_back_once_and_understood_after_an_answer() -> None:
    planner = Planner(WritingModel("total spending | name noodle bar", "prices same"), english())
    first = Planner(WritingModel("prices"), english()).plan("has it gone up?", vocabulary(), conversation="a")
    assert (first.status, first.choices) == (PlannedStatus.CLARIFY, ())
    planner.plan("how much at the noodle bar", vocabulary(), conversation="b")
    assert planner.plan("has it gone up?", vocabulary(), conversation="b").status is PlannedStatus.ANSWERED
