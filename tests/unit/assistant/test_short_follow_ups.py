"""Follow-ups of fixed shapes edit the last draft, or those of the last two questions."""

import pytest

from app.assistant.conversation import Turn, follow_up
from app.assistant.plan_text import read, write
from app.assistant.question import plain
from app.assistant.resolving import Resolver
from app.assistant.short_follow_ups import joined_names, of_the_two
from tests.helpers.assistant_samples import english, vocabulary

GROCER = "total spending | name green grocer | when november"
NOODLE = "total spending | name noodle bar | when november"
CASES = (
    ("both together", NOODLE, GROCER, "total spending | name green grocer | name noodle bar | when november"),
    ("and the second largest?", "largest spending | when november", "", "largest spending | when november | top second"),
    ("number two?", "ranking spending by payee | when november", "", "ranking spending by payee | when november | top number two"),
    ("who's the second one", "ranking spending by payee", "", "ranking spending by payee | top second"),
    ("and the runner-up", "largest spending | when november", "", "largest spending | when november | top second"),
    ("and the third most expensive", GROCER, "", "largest spending | name green grocer | when november | top third"),
    ("regardless of the price", "count spending | name noodle bar | over 20", "", "count spending | name noodle bar"),
    ("and in money", "compare spending in count | name noodle bar | vs green grocer", "",
     "compare spending | name noodle bar | vs green grocer"),
    ("so how much more was november then", "total spending | name rent | when october", "total spending | name rent | when november",
     "compare spending | name rent | when november | than october"),
    ("only the noodle bar now", "compare spending | not noodle bar | when may | than april", "",
     "compare spending | name noodle bar | when may | than april"),
    ("give me the first four with amounts", "ranking spending by payee", "", "ranking spending by payee | top 4"),
    ("and without the limit, how much is it", "total spending | name rent | over 20", "", "total spending | name rent"),
    ("across all accounts", "total spending | name savings | name rent", "", "total spending | name rent"),
    ("all told", "balance | name savings", "balance | name checking", "balance"),
    ("and before that", GROCER, "", "total spending | name green grocer | when 2025-10-01 to 2025-10-31"),
    ("and the november before?", GROCER, "", "total spending | name green grocer | when 2024-11-01 to 2024-11-30"),
    ("per month?", "total spending | name rent", "", "average spending by month | name rent"),
    ("by month?", "total spending | name rent", "", "breakdown spending by month | name rent"),
    ("excluding rent and the noodle bar", "ranking spending by payee", "", "ranking spending by payee | not rent | not noodle bar"),
    ("top 5", "ranking spending by payee | when november", "", "ranking spending by payee | when november | top 5"),
    ("top three please", GROCER, "", "largest spending | name green grocer | when november | top 3"),
    ("and the least", "ranking spending by category", "", "ranking spending by category lowest"),
    ("the cheapest", "largest spending | when november", "", "smallest spending | when november"),
    ("plus the noodle bar", GROCER, "", "total spending | name green grocer | name noodle bar | when november"),
    ("plus the supermarket", "total spending | name groceries", "", "total spending | name groceries"),
    ("put the noodle bar back in", "total spending | not noodle bar", "", "total spending"),
    ("ok now count the noodle bar again", "total spending | not noodle bar", "", "total spending"),
    ("and take the noodle bar back in", "total spending | not noodle bar", "", "total spending"),
    ("what's the difference between the two", NOODLE, GROCER,
     "compare spending | name green grocer | vs noodle bar | when november"),
    ("and the spending side", "total income | name salary | when may", "", "total spending | when may"),
    ("as a percentage", "net | when may", "", "rate | when may"),
    ("in pounds rather than as a percentage", "share spending | name rent", "", "total spending | name rent"),
    ("now take the noodle bar to it", GROCER, "", "total spending | name green grocer | name noodle bar | when november"),
    ("in percent?", "compare spending | when may | than april", "", "compare spending percent | when may | than april"),
    ("all together", "balance | name savings", "balance | name checking", "balance"),
    ("who was it paid to", "largest spending | when november", "", "largest spending | when november"),
    ("show me the transactions", "compare spending | name rent | when may | than april", "",
     "list spending | name rent | when may"),
    ("what about the month before", GROCER, "", "total spending | name green grocer | when 2025-10-01 to 2025-10-31"),
    ("just groceries, what were those", "breakdown spending by category | when may", "",
     "list spending | name groceries | when may"),
)  # fmt: skip


@pytest.mark.parametrize(("question", "last", "before", "meant"), CASES)
def test_the_last_draft_is_edited(question: str, last: str, before: str, meant: str) -> None:
    turn = Turn(read(last), before=read(before) if before else None)
    edited = follow_up(plain(question), turn, resolver=Resolver(vocabulary(), english()), language=english())
    assert edited is not None
    assert write(edited) == meant


def test_the_names_of_the_last_two_are_ranked_or_joined() -> None:
    last, before = read(NOODLE), read(GROCER)
    ranked = of_the_two("which of the two is dearer per visit", read("average spending"), last=last, before=before)
    assert write(ranked) == "ranking spending by payee | name green grocer | name noodle bar | when november"
    added = of_the_two("both of them added, please", read("total spending"), last=last, before=before)
    assert write(added) == "total spending"
    joined = joined_names("both, but for may", read("total spending | when may"), last=last, before=before)
    assert write(joined) == "total spending | name green grocer | name noodle bar | when may"


@pytest.mark.parametrize("question", ["what did i spend in may on rent", "tell me a joke", "balance of savings now"])
def test_a_question_of_its_own_is_left_to_the_model(question: str) -> None:
    resolver = Resolver(vocabulary(), english())
    assert follow_up(plain(question), Turn(read(GROCER)), resolver=resolver, language=english()) is None
