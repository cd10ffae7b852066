"""Cues in a question that settle what is asked, whatever the model wrote."""

import pytest

from app.assistant.mending import mended
from app.assistant.plan_text import read, write
from app.assistant.question import plain
from app.assistant.resolving import Resolver
from tests.helpers.assistant_samples import english, vocabulary

CASES = (
    ("what'd i put on the platinum in october", "total spending | name platinum | when october",
     "total spending | name platinum | when october"),
    ("i put 50 aside into my savings in may", "total spending | name savings | when may",
     "total transfers | name savings | when may"),
    ("how many euros have gone to the noodle bar", "count spending | name noodle bar",
     "total spending | name noodle bar"),
    ("when did i buy my most expensive groceries", "last spending | name groceries", "largest spending | name groceries"),
    ("what's the tiniest amount the noodle bar ever had", "largest spending | name noodle bar",
     "smallest spending | name noodle bar"),
    ("which single payment hurt the most in august", "list any | when august", "largest spending | when august"),
    ("payments of more than $50 in october, how many", "count income | when october | over $50",
     "count spending | when october | over $50"),
    ("how much income came in", "total income", "total income"),
    ("groceries month for month this year", "total spending | name groceries | when this year",
     "breakdown spending by month | name groceries | when this year"),
    ("october spending per day, averaged", "breakdown spending by day | when october",
     "average spending by day | when october"),
    ("store i bought from most often in november", "list spending | when november",
     "ranking spending by payee in count | when november"),
    ("what was the biggest chunk of november", "share spending | when november",
     "ranking spending by category | when november"),
    ("every outgoing of 200 or more since august", "total spending | when since august | over 200",
     "list spending | when since august | over 200"),
    ("yesterday and today", "compare spending | when yesterday | than today", "total spending | when yesterday and today"),
    ("was october dearer than september", "compare spending | when october | than september",
     "compare spending | when october | than september"),
    ("restaurant with the higher average bill", "average spending | name restaurant",
     "ranking spending by payee in average | name restaurant"),
    ("per account, what was spent in october", "total spending | when october",
     "breakdown spending by account | when october"),
    ("groceries relative to all october expenses, %", "compare spending | name groceries | when october",
     "share spending | name groceries | when october"),
    ("noodle bar, last quarter, itemized", "total spending | name noodle bar | when last quarter",
     "list spending | name noodle bar | when last quarter"),
    ("which bills have crept up", "subscriptions raised", "prices"),
    ("is a meal at noodle bar pricier on average than at green grocer",
     "compare spending | name noodle bar | vs green grocer",
     "compare spending in average | name noodle bar | vs green grocer"),
    ("what does the noodle bar have out of my pocket", "balance | name noodle bar", "total spending | name noodle bar"),
    ("both my accounts together hold how much", "total spending", "balance"),
    ("what did i spend, transfers aside, in october", "total transfers | when october", "total spending | when october"),
    ("most recent purchase over $1,000, to whom", "list spending | over $1,000", "last spending | over $1,000"),
    ("noodle bar last charged me on", "total spending | name noodle bar | when last", "last spending | name noodle bar"),
    ("if i ate out 25% less", "total spending | name eating out", "suppose | name eating out | change 25%"),
)  # fmt: skip


@pytest.mark.parametrize(("question", "wrote", "meant"), CASES)
def test_a_cue_settles_it(question: str, wrote: str, meant: str) -> None:
    resolver = Resolver(vocabulary(), english())
    assert write(mended(read(wrote), plain(question), resolver=resolver, language=english())) == meant
